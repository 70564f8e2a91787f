import {valueAt} from '../body/walk.ts';
import {documentedCallback} from '../callback.ts';
import {type Credential, clientIdOf, type Place} from '../credential.ts';
import {providerOfSlug} from '../providers/find-providers.ts';
import {Secret} from '../secret.ts';
import type {Pair} from './ports.ts';

/** What a save is of, as far as its proofs need it. */
type Saving = {readonly place: Place; readonly credential: Pick<Credential, 'provider' | 'values'>};

/**
The redirect URI that has to be registered for a credential: the customer's own where one is given, else the one that the
API named, else the one of its documentation.
*/
export function redirectUriOf({place, credential: {provider, values}}: Saving, callback?: string): string {
	const own = [values.redirect_url_override, valueAt(values, ['details', 'redirect_uri'])];
	const given = own.find(value => typeof value === 'string' && value !== '');
	return typeof given === 'string' ? given : (callback ?? documentedCallback(place, provider));
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
