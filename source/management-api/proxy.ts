import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import type {Fetch} from './node-fetch.ts';
import type {ProxyAddress} from './proxied-fetch.ts';

type Environment = Readonly<Record<string, string | undefined>>;

type ProxyOptions = {
	/** How long the proxy may take to open a way to the host, in seconds. 10 unless told. */
	readonly proxySeconds?: number;
};

// As in curl, lower case wins and an empty value counts as none. All that goes out is https, so its proxy is first.
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
const exceptionVariables = ['no_proxy', 'NO_PROXY'];

/**
A `fetch` that goes through the proxy of `HTTPS_PROXY` or else `HTTP_PROXY`, except for the hosts of `NO_PROXY`;
`undefined` where none is set. The proxy only ever sees the host's name and port: a request to this very machine,
the one kind that may be plain http, never goes through it. A value that is no proxy is a problem that names
the variable and never the value, which may hold a password. undici is loaded only where there is a proxy.
*/
export async function fetchFor(
	environment: Environment,
	{proxySeconds = 10}: ProxyOptions = {},
): Promise<Result<Fetch | undefined>> {
	const variable = firstSet(environment, proxyVariables);
	const exceptions = textOf(environment, firstSet(environment, exceptionVariables));
	if (variable === undefined || exceptions === '*') return success(undefined);
	const proxy = proxyOf(textOf(environment, variable));
	if (!proxy) return failure(badProxy(variable));
	// Wakes Node's own fetch first: of the two, whichever is loaded first serves the connections of both.
	globalThis.Request.prototype;
	const {fetchThrough} = await import('./proxied-fetch.ts');
	return success(fetchThrough(proxy, exceptions, proxySeconds));
}

const firstSet = (environment: Environment, names: readonly string[]): string | undefined =>
	names.find(name => textOf(environment, name) !== '');

const textOf = (environment: Environment, name: string | undefined): string =>
	(name === undefined ? undefined : environment[name])?.trim() ?? '';

/** The proxy that a variable names. Without a scheme it is http, as in curl. */
function proxyOf(text: string): ProxyAddress | undefined {
	const address = text.includes('://') ? text : `http://${text}`;
	if (!URL.canParse(address)) return undefined;
	const {protocol, origin, username, password} = new URL(address);
	if (protocol !== 'http:' && protocol !== 'https:') return undefined;
	if (username === '' && password === '') return {url: origin};
	const user = decoded(`${username}:${password}`);
	if (user === undefined) return undefined;
	return {url: origin, authorization: `Basic ${Buffer.from(user).toString('base64')}`};
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

const badProxy = (variable: string): Problem => ({
	kind: 'correct',
	message: `${variable} is not the address of an http or https proxy.`,
	advice: `Set ${variable} to an address such as http://proxy.example.com:8080, with special characters of a user name or password percent-encoded, or unset it.`,
	fields: [],
});
