/** The two addresses of the Management API: as first documented (Vital) and today's (Junction). */
export type ApiGeneration = 'vital' | 'junction';

export type ApiDescription = {
	readonly generation: ApiGeneration;
	readonly name: string;
	readonly url: string;
	/** The request header that carries the organization key. */
	readonly keyHeader: string;
	/** The environment variable that holds such a key. */
	readonly keyVariable: string;
};

export const apis: readonly ApiDescription[] = [
	{
		generation: 'vital',
		name: 'Vital',
		url: 'https://api.tryvital.io/management',
		keyHeader: 'X-Vital-Org-Key',
		keyVariable: 'VITAL_ORG_KEY',
	},
	{
		generation: 'junction',
		name: 'Junction',
		url: 'https://api.management.junction.com',
		keyHeader: 'X-Management-Key',
		keyVariable: 'JUNCTION_MANAGEMENT_KEY',
	},
];

export const apiGenerations = apis.map(api => api.generation);

export function describeApi(generation: ApiGeneration): ApiDescription {
	const api = apis.find(candidate => candidate.generation === generation);
	if (!api) throw new TypeError(`There is no API generation ${generation}.`);
	return api;
}

/** Management keys begin with `mg_` (documented for Junction); any other key belongs to the older address. */
export const generationOfKey = (key: string): ApiGeneration => (key.startsWith('mg_') ? 'junction' : 'vital');

/** Whether the address is on this very machine. */
export const isLoopback = ({hostname}: URL): boolean =>
	['127.0.0.1', '[::1]', 'localhost'].includes(hostname);

/** Whether an API is on this very machine, as those of tests and of the demo are. */
export const isLocalApi = (url: string): boolean => URL.canParse(url) && isLoopback(new URL(url));

/**
A base URL as it is used and compared: no trailing slash, https, or http to this very machine.
Gives `undefined` for anything else, and for a URL with a user name, query or fragment.
*/
export function normalBaseUrl(text: string): string | undefined {
	if (!URL.canParse(text)) return undefined;
	const url = new URL(text);
	const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
	if (!isSafe || url.username || url.password || url.search || url.hash) return undefined;
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
