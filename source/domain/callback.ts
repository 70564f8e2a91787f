import type {Place} from './credential.ts';
import type {PreparationStep} from './ports.ts';

/** Junction's API for the teams of a place, by its documentation, without a slash at its end. */
export const junctionUrlOf = ({environment, region}: Place): string =>
	`https://api.${environment === 'sandbox' ? 'sandbox.' : ''}${region}.junction.com`;

/** The same by the older names, of which those in the us name no region. */
const olderUrlOf = ({environment, region}: Place): string =>
	`https://api.${environment === 'sandbox' ? 'sandbox.' : ''}${region === 'us' ? '' : `${region}.`}tryvital.io`;

const linkPath = '/v2/link';

/** Under what users connect at a place, without a slash at its end. */
export const linkBaseOf = (place: Place): string => `${junctionUrlOf(place)}${linkPath}`;

/** What a link token can name as its audience (`aud`): the link base of its place, by either name of the host. */
export const linkAudiencesOf = (place: Place): readonly string[] => [
	linkBaseOf(place),
	`${olderUrlOf(place)}${linkPath}`,
];

/** The redirect URI among what is to be registered, which an endpoint of one's own has to forward to. */
export const callbackIn = (steps: readonly PreparationStep[] | undefined): string | undefined =>
	steps?.find(({type}) => type === 'redirect_uri')?.value;

/** The same by Junction's page on hosting callbacks, which names a host for each environment and region. */
export const documentedCallback = (place: Place, provider: string): string =>
	`${linkBaseOf(place)}/connect/${provider}`;

/** Said of a redirect endpoint that does what it must. */
export const forwardsWords = 'It forwards with 307, to the right place, the query unchanged.';
