import {execFile} from 'node:child_process';
import {type LookupAddress, lookup as systemLookup} from 'node:dns';
import type {LookupFunction} from 'node:net';
import {platform} from 'node:os';

// Says that there is no such name. Other systems have another `getent`, or none.
const notThere = 2;

/**
Looks a host's name up as the system does, until the signal aborts.

Where there is `getent` (Linux), it does so in its own process: the same lookup in this one holds a thread while a name
server is silent, which nobody can end, and a program cannot exit before it.
*/
export const lookupUntil =
	(signal: AbortSignal): LookupFunction =>
	(host, options, callback) => {
		const bySystem = () => systemLookup(host, options, callback);
		// A name that looks like an option would be taken for one.
		if (platform() !== 'linux' || host === 'localhost' || host.startsWith('-')) return bySystem();
		// Its environment is empty: it needs nothing, and gets no secret.
		execFile('getent', ['ahosts', host], {signal, env: {}, killSignal: 'SIGKILL'}, (error, stdout) => {
			if (signal.aborted) return callback(notFound(host), []);
			const addresses = addressesIn(stdout);
			if (addresses.length === 0 && error?.code !== notThere) return bySystem();
			lookupAmong(addresses)(host, options, callback);
		});
	};

/** The addresses of a host's name; rejects where there are none. */
export const addressesOf = (host: string, signal: AbortSignal): Promise<readonly LookupAddress[]> =>
	new Promise((resolve, reject) => {
		lookupUntil(signal)(host, {all: true}, (error, found) => {
			if (error || typeof found === 'string' || found.length === 0) reject(error ?? notFound(host));
			else resolve(found);
		});
	});

/** Looks nothing up: whatever the name, its addresses are those that were looked at before. */
export const lookupAmong =
	(addresses: readonly LookupAddress[]): LookupFunction =>
	(host, options, callback) => {
		const family = familyOf(options.family);
		const fitting = addresses.filter(address => family === 0 || address.family === family);
		const [first] = fitting;
		if (!first) callback(notFound(host), []);
		else if (options.all) callback(null, fitting);
		else callback(null, first.address, first.family);
	};

const familyOf = (family: number | string | undefined): number =>
	typeof family === 'string' ? Number(family.replace('IPv', '')) : (family ?? 0);

/** Of lines such as `192.0.2.1  STREAM example.com`, one for each kind of socket. */
export const addressesIn = (text: string): LookupAddress[] =>
	text.split('\n').flatMap(line => {
		const [address = '', kind] = line.split(/\s+/);
		return kind === 'STREAM' ? [{address, family: address.includes(':') ? 6 : 4}] : [];
	});

const notFound = (host: string): NodeJS.ErrnoException =>
	Object.assign(new Error(`The name ${host} was not found.`), {code: 'ENOTFOUND', syscall: 'getaddrinfo'});
