import {valueAt} from '../body/walk.ts';
import {documentedCallback} from '../callback.ts';
import {type BodyObject, type Credential, clientIdOf, type Place} from '../credential.ts';
import {providerOfSlug} from '../providers/find-providers.ts';
import {Secret} from '../secret.ts';
import type {Pair} from './ports.ts';

/** What a save is of, as far as its proofs need it. */
type Saving = {readonly place: Place; readonly credential: Pick<Credential, 'provider' | 'values'>};

/**
The redirect URI that has to be registered for a credential: the customer's own where one is given, else the one that the
API named, else the one of its documentation.
*/
export const redirectUriOf = ({place, credential: {provider, values}}: Saving, callback?: string): string =>
	ownRedirectOf(values) ?? callback ?? documentedCallback(place, provider);

/** The customer's own redirect URI among values that are sent or stored, where there is one. */
export function ownRedirectOf(values: BodyObject): string | undefined {
	const own = [values.redirect_url_override, valueAt(values, ['details', 'redirect_uri'])];
	return own.filter(value => typeof value === 'string').find(value => value !== '');
}

/** The pair that a save sends; undefined where it sends no client ID or no secret. */
export function pairOf(saving: Saving, callback?: string): Pair | undefined {
	const {provider, values} = saving.credential;
	const clientId = clientIdOf({values}) ?? '';
	const secret = values.client_secret;
	if (clientId === '' || !(secret instanceof Secret) || secret.is('')) return undefined;
	return {
		provider: providerOfSlug(provider),
		clientId,
		secret,
		redirectUri: redirectUriOf(saving, callback),
	};
}
