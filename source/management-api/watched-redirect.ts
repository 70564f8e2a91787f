import type {LookupAddress} from 'node:dns';
import {isIP} from 'node:net';
import {type AddressClass, classOfAddress} from '../domain/watch/address-class.ts';
import type {NotPublic, OverrideSeen, Unasked} from '../domain/watch/override.ts';
import {addressesOf, lookupAmong} from './lookup.ts';
import {anew, type Fetch, fetchOver} from './node-fetch.ts';
import {askRedirect, browsable} from './redirect-check.ts';

/** How names are looked up, and which addresses may be called. Only tests hand one in. */
export type Guard = {
	readonly addressesOf?: (host: string, signal: AbortSignal) => Promise<readonly LookupAddress[]>;
	readonly mayCall?: (of: AddressClass) => boolean;
};

export type WatchOptions = {
	readonly signal: AbortSignal;
	readonly guard?: Guard | undefined;
	/** Why a host must not be called from here, if it must not. */
	readonly whyUnasked: (url: URL) => Unasked | undefined;
	/** How long the endpoint may take, in seconds, its name's lookup included. */
	readonly timeoutSeconds?: number;
};

const isPublic = (of: AddressClass): boolean => of === 'public';

/**
Tries a redirect endpoint that nobody named just now, so that a stored address opens no way into the network of whoever
watches: its name is looked up once, no address is called unless all of them are public, and the connection goes to
those very ones. TLS is for the name all the same. Never throws.
*/
export async function watchRedirect(address: string, options: WatchOptions): Promise<OverrideSeen> {
	const {signal, guard = {}, whyUnasked, timeoutSeconds} = options;
	const {addressesOf: lookUp = addressesOf, mayCall = isPublic} = guard;
	const forbiddenOf = (of: AddressClass): NotPublic | undefined =>
		of === 'public' || mayCall(of) ? undefined : of;
	const named = URL.canParse(address) ? classOfHost(new URL(address)) : undefined;
	const isForbidden = named && forbiddenOf(named);
	if (isForbidden) return {kind: 'not-public', of: isForbidden, byName: false};
	const url = browsable(address);
	if (!url) return {kind: 'unusable'};
	const why = signal.aborted ? 'stopped' : whyUnasked(url);
	if (why) return {kind: 'unasked', why};

	let forbidden: NotPublic | undefined;
	const fetch: Fetch = async (request, until) => {
		const addresses = await addressesAt(url, host => lookUp(host, until));
		// What cannot be read as an address is not called either.
		forbidden = addresses
			.map(found => forbiddenOf(classOfAddress(found.address) ?? 'reserved'))
			.find(of => of !== undefined);
		if (forbidden) throw new Error('This address is not called.');
		return fetchOver(anew, () => lookupAmong(addresses))(request, until);
	};
	const judge = await askRedirect(address, {signal, fetch, ...(timeoutSeconds && {timeoutSeconds})});
	if (forbidden) return {kind: 'not-public', of: forbidden, byName: true};
	return signal.aborted ? {kind: 'unasked', why: 'stopped'} : {kind: 'asked', judge};
}

/** What the host itself says, before any name is looked up. `localhost` is this computer, whoever is asked (RFC 6761). */
const classOfHost = ({hostname}: URL): AddressClass | undefined =>
	/(?:^|\.)localhost\.?$/.test(hostname) ? 'loopback' : classOfAddress(hostname);

/** An address stands for itself. */
async function addressesAt(
	{hostname}: URL,
	lookUp: (host: string) => Promise<readonly LookupAddress[]>,
): Promise<readonly LookupAddress[]> {
	const host = hostname.replace(/^\[(.*)\]$/, '$1');
	const family = isIP(host);
	return family === 0 ? lookUp(host) : [{address: host, family}];
}
