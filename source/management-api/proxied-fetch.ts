import {Agent, type Dispatcher, EnvHttpProxyAgent, Pool, fetch as undiciFetch} from 'undici';
import {isLoopback} from '../domain/api-generation.ts';
import type {Fetch} from './node-fetch.ts';
import {proxyConnectionCode} from './trouble.ts';

/** Where a proxy is, without its password, and what it wants to see before it opens a way. */
export type ProxyAddress = {readonly url: string; readonly authorization?: string};

/**
A `fetch` through the proxy, except for this very machine and for the hosts of `exceptions`, a list as in
`NO_PROXY`. The proxy may take `proxySeconds` to open a way. A file of its own: it loads undici.
*/
export function fetchThrough(proxy: ProxyAddress, exceptions: string, proxySeconds: number): Fetch {
	const direct = new Agent();
	const throughProxy = new EnvHttpProxyAgent({
		// All three are given, since undici would read what is missing from the process.
		httpProxy: '',
		httpsProxy: proxy.url,
		noProxy: exceptions,
		...(proxy.authorization !== undefined && {token: proxy.authorization}),
		clientFactory: (url, options) =>
			withProxyTrouble(new Pool(url, {...options, headersTimeout: proxySeconds * 1000})),
	});
	return async (request, signal) => {
		// undici knows only its own kind of request; ky gives one of Node's.
		const {method, redirect} = request;
		const body = request.body ? await request.arrayBuffer() : null;
		const dispatcher = isLoopback(new URL(request.url)) ? direct : throughProxy;
		const headers = [...request.headers];
		return undiciFetch(request.url, {
			method,
			headers,
			body,
			signal,
			redirect,
			dispatcher,
		}) as unknown as Promise<Response>;
	};
}

/**
The proxy's own connection, whose errors say that it was the proxy's. Otherwise they look like the host's, and
one that hangs up is asked again without end.
*/
function withProxyTrouble(pool: Pool): Pool {
	const connect = pool.connect.bind(pool);
	return Object.assign(pool, {
		connect: (options: Dispatcher.ConnectOptions) =>
			connect(options).catch(() => {
				throw Object.assign(new Error('No way through the proxy.'), {code: proxyConnectionCode});
			}),
	});
}
