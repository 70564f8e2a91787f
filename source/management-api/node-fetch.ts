import http, {type Agent, type ClientRequest, type IncomingMessage} from 'node:http';
import https, {type RequestOptions} from 'node:https';
import type {LookupFunction} from 'node:net';
import {Readable} from 'node:stream';
import {lookupUntil} from './lookup.ts';
import {noChannelCode, noConnectionCode, troubleOf} from './trouble.ts';

/** The agent that opens the connections to an address. */
export type AgentFor = (url: URL) => Agent;

/** A `fetch` of a request that is ready, for as long as the signal lets it: the whole answer, its body included. */
export type Fetch = (request: Request, signal: AbortSignal) => Promise<Response>;

/**
What an agent is told that has to open a connection. `until` is the request's signal: what Node itself knows of it ends
a connection, but not yet the way to one.
*/
export type ConnectionOptions = RequestOptions & {readonly until: AbortSignal};

/**
Connections are kept for the next request. A server closes one that nobody uses; who sends into it just then cannot
tell what became of it, so this side closes it first.
*/
export const keptAlive = {keepAlive: true, timeout: 4000} as const;

const direct = {'http:': new http.Agent(keptAlive), 'https:': new https.Agent(keptAlive)};

/** Straight to the host, by a connection that nobody had before, and that is kept for nobody. */
export const anew: AgentFor = ({protocol}) => (protocol === 'http:' ? new http.Agent() : new https.Agent());

/** Straight to the host. */
export const directly: AgentFor = ({protocol}) => (protocol === 'http:' ? direct['http:'] : direct['https:']);

/**
A `fetch` over Node's own HTTP, in place of the global one: that one loses the signal of a request to the garbage
collector, and leaves connections behind that keep the process alive. Redirects are not followed, nothing is unpacked,
nothing is sent twice, TLS is never relaxed. Rejects with the error of Node that tells what went wrong. Names are looked
up by `lookupFor`, as the system does unless told.
*/
export const fetchOver =
	(agentFor: AgentFor, lookupFor: (signal: AbortSignal) => LookupFunction = lookupUntil): Fetch =>
	async (request, signal) => {
		const url = new URL(request.url);
		const body = Buffer.from(await request.arrayBuffer());
		signal.throwIfAborted();
		const {request: send} = url.protocol === 'http:' ? http : https;
		const options: ConnectionOptions = {
			method: request.method,
			agent: agentFor(url),
			lookup: lookupFor(signal),
			rejectUnauthorized: true,
			signal,
			until: signal,
		};
		const outgoing = send(url, options);
		// Not with the options, which Node shows whole to whoever debugs it: NODE_DEBUG=http.
		for (const [name, value] of request.headers) outgoing.setHeader(name, value);
		if (body.byteLength > 0) outgoing.setHeader('content-length', body.byteLength);
		return answerTo(outgoing, body);
	};

function answerTo(outgoing: ClientRequest, body: Buffer): Promise<Response> {
	const way = wayOf(outgoing);
	return new Promise((resolve, reject) => {
		outgoing
			.on('error', error => reject(unsent(error, way())))
			// Node has no error where a server wants to go on in another protocol (101).
			.on('close', () => reject(new Error('The connection ended without an answer.')))
			.on('response', incoming => {
				try {
					resolve(responseOf(incoming));
				} catch (error) {
					incoming.destroy();
					reject(error);
				}
			});
		outgoing.end(body);
	});
}

/** How far the way to the host is: only once it is open, something of the request can have been sent. */
type WayThere = 'none' | 'connected' | 'open';

function wayOf(outgoing: ClientRequest): () => WayThere {
	const isPlain = outgoing.protocol === 'http:';
	let way: WayThere = 'none';
	const connected = () => {
		way = isPlain ? 'open' : 'connected';
	};
	outgoing.once('socket', socket => {
		if (socket.connecting) socket.once('connect', connected);
		else connected();
		if (outgoing.reusedSocket) way = 'open';
		else if (!isPlain) socket.once('secureConnect', () => (way = 'open'));
	});
	return () => way;
}

/** What broke, or was given up, before the way was open must not look as if something could have been sent. */
function unsent(error: Error, way: WayThere): Error {
	if (way === 'open' || troubleOf(error) !== 'broken') return error;
	const code = way === 'none' ? noConnectionCode : noChannelCode;
	return Object.assign(new Error('There was no way to the host.', {cause: error}), {code});
}

const hasNoBody: ReadonlySet<number | undefined> = new Set([204, 205, 304]);

function responseOf(incoming: IncomingMessage): Response {
	const {statusCode: status = 0} = incoming;
	// The error that ends a body early is seen by who reads it.
	incoming.on('error', () => undefined);
	// Of such an answer there is nothing to read, whatever else a server sends; unread it would hold the process.
	if (hasNoBody.has(status)) incoming.destroy();
	const body = hasNoBody.has(status) ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
	// The constructor takes no status beyond those that have a meaning, but a server may send any.
	const isUsual = status >= 200 && status <= 599;
	const response = new Response(body, {status: isUsual ? status : 599, headers: headersOf(incoming)});
	return isUsual ? response : Object.defineProperty(response, 'status', {value: status});
}

/** As they were sent, one by one. Node's own collections of them stumble over names such as `constructor`. */
const headersOf = ({rawHeaders}: IncomingMessage): [name: string, value: string][] =>
	Array.from({length: rawHeaders.length / 2}, (_, index) => [
		rawHeaders[2 * index] ?? '',
		rawHeaders[2 * index + 1] ?? '',
	]);
