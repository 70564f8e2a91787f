import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import {needsProxy} from './no-proxy.ts';
import {directly, type Fetch, fetchOver} from './node-fetch.ts';
import {type ProxyAddress, tunnelling} from './tunnel.ts';

type Environment = Readonly<Record<string, string | undefined>>;

type ProxyOptions = {
	/** How long the proxy may take to open a way to the host, in seconds. 10 unless told. */
	readonly proxySeconds?: number;
};

// As in curl, lower case wins and an empty value counts as none. All that goes out is https, so its proxy is first,
// then that of every scheme. curl would not ask that of http.
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'http_proxy', 'HTTP_PROXY'];
const exceptionVariables = ['no_proxy', 'NO_PROXY'];

/**
A `fetch` that goes through the proxy of `HTTPS_PROXY`, or else `ALL_PROXY` or `HTTP_PROXY`, except for the hosts of
`NO_PROXY`; `undefined` where none is set. The proxy only ever sees the host's name and port: a request to this very
machine, the one kind that may be plain http, never goes through it. A value that is no proxy is a problem that names
the variable and never the value, which may hold a password.
*/
export function fetchFor(
	environment: Environment,
	{proxySeconds = 10}: ProxyOptions = {},
): Result<Fetch | undefined> {
	const wanted = wantedIn(environment);
	if (!wanted) return success(undefined);
	const {variable, text, isFor} = wanted;
	const proxy = proxyOf(text);
	if (!proxy) return failure(badProxy(variable, text));
	const tunnels = tunnelling(proxy, proxySeconds);
	return success(fetchOver(url => (isFor(url) ? tunnels : directly(url))));
}

/** Whether a request to the address would go through a proxy, or to one that cannot be understood. */
export const isProxied = (environment: Environment, url: URL): boolean =>
	wantedIn(environment)?.isFor(url) ?? false;

/** The proxy that is wanted, as it was written, and for which addresses; undefined where none is. */
function wantedIn(environment: Environment) {
	const variable = firstSet(environment, proxyVariables);
	const exceptions = textOf(environment, firstSet(environment, exceptionVariables));
	if (variable === undefined || exceptions === '*') return undefined;
	const isFor = (url: URL) => needsProxy(url, exceptions);
	return {variable, text: textOf(environment, variable), isFor};
}

const firstSet = (environment: Environment, names: readonly string[]): string | undefined =>
	names.find(name => textOf(environment, name) !== '');

const textOf = (environment: Environment, name: string | undefined): string =>
	(name === undefined ? undefined : environment[name])?.trim() ?? '';

/** The proxy that a variable names. Without a scheme it is http, as in curl, and a path or query means nothing. */
function proxyOf(text: string): ProxyAddress | undefined {
	const address = text.includes('://') ? text : `http://${text}`;
	if (isAmbiguous(address) || !URL.canParse(address)) return undefined;
	const {protocol, origin, username, password} = new URL(address);
	if (protocol !== 'http:' && protocol !== 'https:') return undefined;
	if (username === '' && password === '') return {url: origin};
	const user = decoded(`${username}:${password}`);
	if (user === undefined) return undefined;
	return {url: origin, authorization: `Basic ${Buffer.from(user).toString('base64')}`};
}

/**
Whether it has what a parser would read over or end the host with, where it likely is a part of the password: its
beginning would be looked up as a host, and its end would be lost.
*/
const isAmbiguous = (address: string): boolean => /[\s#\\]|:\/\/[^/?]*[/?].*@/.test(address);

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

function badProxy(variable: string, text: string): Problem {
	const isSocks = /^socks/i.test(text);
	return {
		kind: 'correct',
		message: `${variable} is not the address of an http or https proxy${isSocks ? ', but of a SOCKS proxy, which byoo cannot use' : ''}.`,
		advice: `Set ${variable} to an address such as http://proxy.example.com:8080, with special characters of a user name or password percent-encoded, or unset it.`,
		fields: [],
	};
}
