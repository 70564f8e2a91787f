import type {Place} from '../credential.ts';
import {isJunctions, isOf, junctionHostOf} from '../junction-hosts.ts';
import type {Secret} from '../secret.ts';
import {authorizeHosts} from './authorize-addresses.ts';
import type {ProofTarget} from './ports.ts';

/** What an address to consent tells of the application. Its state is never among it. */
export type ConsentParts = {
	/** With the port, where that is another than the usual one. */
	readonly host: string;
	readonly clientId?: string;
	readonly redirectUri?: string;
	/** Undefined where the address has no parameter for them. */
	readonly scopes?: readonly string[];
	/** What the address names more than once, or with nothing: servers read that in different ways (RFC 6749, 3.1). */
	readonly unclear: readonly string[];
};

/** Whose an address to consent is. Nothing is ever sent to one that is `elsewhere`. */
export type AddressPlace = 'provider' | 'junction' | 'elsewhere';

const scopesAtMost = 100;
const named = ['client_id', 'redirect_uri', 'scope'] as const;

/** Reads an address to consent; undefined where it is none. */
export function consentParts(address: Secret): ConsentParts | undefined {
	const url = urlOf(address);
	if (!url) return undefined;
	const [clientId, redirectUri, scope] = named.map(name => only(url.searchParams, name));
	const scopes = scope?.split(/[\s,]+/).filter(one => one !== '');
	const unclear = named.filter(
		name => url.searchParams.has(name) && only(url.searchParams, name) === undefined,
	);
	return {
		host: url.host,
		...(clientId === undefined ? {} : {clientId}),
		...(redirectUri === undefined ? {} : {redirectUri}),
		...(scopes === undefined ? {} : {scopes: [...new Set(scopes)].slice(0, scopesAtMost)}),
		unclear,
	};
}

/** Whose the address is: over TLS at a host of the provider's, at Junction's own API, or anybody else's. */
export function placeOfAddress(
	address: Secret,
	{provider, place}: Pick<ProofTarget, 'provider' | 'place'>,
	junctionUrl: string,
): AddressPlace {
	const url = urlOf(address);
	if (!url || url.username || url.password) return 'elsewhere';
	if (url.protocol === 'https:' && authorizeHosts(provider.slug).includes(url.host)) return 'provider';
	if (!isJunctions(url, junctionUrl)) return 'elsewhere';
	// The API of another place would tell of that place. Other names tell no place.
	const host = url.hostname.startsWith('api.') ? junctionHostOf(url) : undefined;
	return host && !isOf(host, place) ? 'elsewhere' : 'junction';
}

/** Whether a redirect URI is a callback of Junction's for this place and provider, at either family of hosts. */
export function isCallbackOf(redirectUri: string, place: Place, provider: string): boolean {
	if (!URL.canParse(redirectUri)) return false;
	const url = new URL(redirectUri);
	const host = junctionHostOf(url);
	if (!host || !isJunctions(url, '')) return false;
	const path = `/v2/link/connect/${provider}`;
	return isOf(host, place) && redirectUri === `${url.origin}${path}`;
}

function urlOf(address: Secret): URL | undefined {
	const text = address.reveal();
	return URL.canParse(text) ? new URL(text) : undefined;
}

function only(parameters: URLSearchParams, name: string): string | undefined {
	const [value, ...others] = parameters.getAll(name);
	return others.length === 0 && value !== '' ? value : undefined;
}
