import {isObject, valueAt} from '../../body/walk.ts';
import type {Json} from '../../credential.ts';
import {type Contents, entriesIn, type Refusal} from './entry.ts';

const name = "Google's client file";

const installed: Refusal = {
	code: 'google-installed',
	message: 'This file is of a desktop client, which cannot be used here.',
	advice: 'Create an OAuth client of the type Web application in the Google console, and take its file.',
};

const serviceAccount: Refusal = {
	code: 'google-service-account',
	message: 'This file is the key of a service account, which nothing here needs.',
	advice: 'Delete the file and its key, then take the file of the OAuth client, of the type Web application.',
};

/**
The file that the Google console offers beside an OAuth client: an object with `web` alone, and in it `client_id`,
`client_secret` and, where any were entered, `redirect_uris`. A later download may lack the secret. It is of Google's
providers and no other: Fitbit's own portal has no such file.
*/
export function googleFile(json: Json): Contents | undefined {
	if (!isObject(json)) return undefined;
	if (json.type === 'service_account' && typeof json.private_key === 'string') {
		return {kind: 'refused', name, refusal: serviceAccount};
	}
	const keys = Object.keys(json);
	if (keys.length !== 1) return undefined;
	const hasId = (key: string) => keys[0] === key && typeof valueAt(json, [key, 'client_id']) === 'string';
	if (hasId('installed')) return {kind: 'refused', name, refusal: installed};
	return hasId('web') ? {kind: 'entries', name, entries: entriesIn(json.web, 'Google')} : undefined;
}

/** The number of the Google project that a client ID belongs to, which it begins with. */
export const projectNumberIn = (clientId: string): string | undefined =>
	/^(\d{4,20})-[0-9a-z]+\.apps\.googleusercontent\.com$/.exec(clientId)?.[1];
