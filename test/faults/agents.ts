import type https from 'node:https';
import type {LookupFunction} from 'node:net';
import {directly} from '../../source/management-api/node-fetch.ts';
import {type Certificate, certificateFor} from './certificate.ts';

type Certificates = Readonly<Record<'good' | 'expired' | 'for another host' | 'self-signed', Certificate>>;

let made: Certificates | undefined;

/** The certificates of these tests, made once. */
export function certificates(): Certificates {
	made ??= {
		good: certificateFor(),
		expired: certificateFor({years: [2020, 2021]}),
		'for another host': certificateFor({host: 'elsewhere.invalid'}),
		'self-signed': certificateFor(),
	};
	return made;
}

/** Lets this process trust all of them but the self-signed one, as `NODE_EXTRA_CA_CERTS` does for a program. */
export function trustCertificates(): void {
	const {good, expired, 'for another host': other} = certificates();
	const {options} = directly(new URL('https://127.0.0.1')) as https.Agent;
	Object.assign(options, {
		ca: [good, expired, other].map(({cert}) => cert),
	});
}

/** Names that are looked up here and nowhere else. */
export const names = {unknown: 'no-such-name.invalid', silent: 'silent-name.invalid'} as const;

/** Answers for a name server: loopback has no name that is not found, and no silent one. */
export function handInNames(): void {
	const agent = directly(new URL('https://127.0.0.1'));
	const connect = agent.createConnection.bind(agent);
	const lookup: LookupFunction = (host, _options, callback) => {
		if (host === names.silent) return;
		callback(Object.assign(new Error('not found'), {code: 'ENOTFOUND', syscall: 'getaddrinfo'}), []);
	};
	const isHere = (host: unknown) => Object.values<unknown>(names).includes(host);
	agent.createConnection = (options, callback) =>
		connect(isHere(options.host) ? {...options, lookup} : options, callback);
}
