import type {Place} from './credential.ts';
import type {PreparationStep} from './ports.ts';

/** Junction's API for the teams of a place, by its documentation, without a slash at its end. */
export const junctionUrlOf = ({environment, region}: Place): string =>
	`https://api.${environment === 'sandbox' ? 'sandbox.' : ''}${region}.junction.com`;

/** The redirect URI among what is to be registered, which an endpoint of one's own has to forward to. */
export const callbackIn = (steps: readonly PreparationStep[] | undefined): string | undefined =>
	steps?.find(({type}) => type === 'redirect_uri')?.value;

/** The same by Junction's page on hosting callbacks, which names a host for each environment and region. */
export const documentedCallback = (place: Place, provider: string): string =>
	`${junctionUrlOf(place)}/v2/link/connect/${provider}`;

/** Said of a redirect endpoint that does what it must. */
export const forwardsWords = 'It forwards with 307, to the right place, the query unchanged.';
