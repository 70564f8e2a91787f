import http, {type Agent} from 'node:http';
import https, {type RequestOptions} from 'node:https';
import {isIP} from 'node:net';
import type {Duplex} from 'node:stream';
import {lookupUntil} from './lookup.ts';
import {type ConnectionOptions, keptAlive} from './node-fetch.ts';
import {proxyConnectionCode, proxyRefusalCode} from './trouble.ts';

/** Where a proxy is, without its password, and what it wants to see before it opens a way. */
export type ProxyAddress = {readonly url: string; readonly authorization?: string};

type Opened = (error: Error | null, socket?: Duplex | null) => void;

/**
An agent for https that reaches every host by a tunnel through the proxy, with TLS to the host inside of it, and keeps
the tunnels for the next requests. The proxy may take `proxySeconds` to open one, the lookup of its own name included.
*/
export function tunnelling(proxy: ProxyAddress, proxySeconds: number): Agent {
	const agent = new https.Agent(keptAlive);
	const connect = agent.createConnection.bind(agent);
	const secured = (options: ConnectionOptions, socket: Duplex) => {
		const inside = {...options, socket};
		return connect(inside);
	};
	return Object.assign(agent, {
		createConnection(options: ConnectionOptions, opened: Opened) {
			openTunnel(proxy, options, proxySeconds)
				.then(socket => secured(options, socket))
				.then(socket => opened(null, socket), opened);
		},
	});
}

/** A way through the proxy. Rejects with a code that says that it was the proxy's fault, and leaves nothing open. */
function openTunnel(
	proxy: ProxyAddress,
	{host, port, until}: ConnectionOptions,
	proxySeconds: number,
): Promise<Duplex> {
	const controller = new AbortController();
	const stop = () => controller.abort();
	const clock = setTimeout(stop, proxySeconds * 1000);
	until.addEventListener('abort', stop, {once: true});
	const authority = `${host?.includes(':') ? `[${host}]` : host}:${port}`;
	return new Promise<Duplex>((resolve, reject) => {
		const silent = () => reject(proxyError(proxyConnectionCode));
		asking(proxy, authority, controller.signal)
			.on('connect', ({statusCode = 0}, socket, head) => {
				const isOpen = statusCode >= 200 && statusCode <= 299;
				// Of this connection alone; what goes wrong within the tunnel is seen by TLS.
				socket.on('error', () => undefined);
				// The host speaks second. What is here already is the proxy's, and no way to the host.
				if (isOpen && head.byteLength === 0) return resolve(socket);
				socket.destroy();
				reject(proxyError(isOpen ? proxyConnectionCode : proxyRefusalCode));
			})
			.on('error', silent)
			.on('close', silent)
			.end();
	}).finally(() => {
		clearTimeout(clock);
		until.removeEventListener('abort', stop);
	});
}

/** The request for a tunnel (RFC 9110, section 9.3.6), which tells of the host its name and port and nothing more. */
function asking({url, authorization}: ProxyAddress, authority: string, signal: AbortSignal) {
	const {protocol, hostname} = new URL(url);
	const {request} = protocol === 'https:' ? https : http;
	const options: RequestOptions = {
		method: 'CONNECT',
		path: authority,
		headers: {
			host: authority,
			connection: 'keep-alive',
			...(authorization !== undefined && {'proxy-authorization': authorization}),
		},
		agent: false,
		// That of the proxy: Node would take the one in the `host` header. An IP address is no name.
		servername: isIP(hostname.replace(/^\[|\]$/g, '')) > 0 ? '' : hostname,
		lookup: lookupUntil(signal),
		rejectUnauthorized: true,
		signal,
	};
	return request(url, options);
}

const proxyError = (code: string): Error => Object.assign(new Error('No way through the proxy.'), {code});
