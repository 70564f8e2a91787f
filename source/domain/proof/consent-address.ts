import type {Place} from '../credential.ts';
import {isJunctions, isOf, junctionHostOf} from '../junction-hosts.ts';
import type {Secret} from '../secret.ts';
import {authorizeHosts} from './authorize-addresses.ts';

/** What an address to consent tells of the application. Its state is never among it. */
export type ConsentParts = {
	/** With the port, where that is another than the usual one. */
	readonly host: string;
	readonly clientId?: string;
	readonly redirectUri?: string;
	/** Undefined where the address has no parameter for them. */
	readonly scopes?: readonly string[];
};

/** Whose an address to consent is. Nothing is ever sent to one that is `elsewhere`. */
export type AddressPlace = 'provider' | 'junction' | 'elsewhere';

const scopesAtMost = 100;

/** Reads an address to consent; undefined where it is none. What it names twice in different ways tells nothing. */
export function consentParts(address: Secret): ConsentParts | undefined {
	const url = urlOf(address);
	if (!url) return undefined;
	const clientId = only(url.searchParams, 'client_id');
	const redirectUri = only(url.searchParams, 'redirect_uri');
	const named = url.searchParams.getAll('scope');
	const scopes = named.flatMap(text => text.split(/[\s,]+/)).filter(scope => scope !== '');
	return {
		host: url.host,
		...(clientId === undefined ? {} : {clientId}),
		...(redirectUri === undefined ? {} : {redirectUri}),
		...(named.length === 0 ? {} : {scopes: [...new Set(scopes)].slice(0, scopesAtMost)}),
	};
}

/** Whose the address is: over TLS at a host of the provider's, at Junction's own API, or anybody else's. */
export function placeOfAddress(address: Secret, provider: string, junctionUrl: string): AddressPlace {
	const url = urlOf(address);
	if (!url || url.username || url.password) return 'elsewhere';
	if (url.protocol === 'https:' && authorizeHosts(provider).includes(url.host)) return 'provider';
	return isJunctions(url, junctionUrl) ? 'junction' : 'elsewhere';
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
	const [value, ...others] = new Set(parameters.getAll(name));
	return others.length === 0 && value !== '' ? value : undefined;
}
