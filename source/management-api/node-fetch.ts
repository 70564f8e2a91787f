import http, {type Agent, type IncomingMessage} from 'node:http';
import https from 'node:https';
import {Readable} from 'node:stream';
import {lookupUntil} from './lookup.ts';

/** The agent that opens the connections to an address. */
export type AgentFor = (url: URL) => Agent;

/** A `fetch` of a request that is ready, for as long as the signal lets it: the whole answer, its body included. */
export type Fetch = (request: Request, signal: AbortSignal) => Promise<Response>;

// A server closes a connection that nobody uses; who sends into it just then cannot tell what became of it.
const idleMilliseconds = 4000;

const direct = {
	'http:': new http.Agent({keepAlive: true, timeout: idleMilliseconds}),
	'https:': new https.Agent({keepAlive: true, timeout: idleMilliseconds}),
};

/** Straight to the host. */
export const directly: AgentFor = ({protocol}) => (protocol === 'http:' ? direct['http:'] : direct['https:']);

/**
A `fetch` over Node's own HTTP, in place of the global one: that one loses the signal of a request to the garbage
collector, and leaves connections behind that keep the process alive. Redirects are not followed, nothing is unpacked,
TLS is never relaxed. Rejects with the error of Node that tells what went wrong.
*/
export const fetchOver =
	(agentFor: AgentFor): Fetch =>
	async (request, signal) => {
		const url = new URL(request.url);
		const body = Buffer.from(await request.arrayBuffer());
		const {request: send} = url.protocol === 'http:' ? http : https;
		const outgoing = send(url, {
			method: request.method,
			headers: {
				...Object.fromEntries(request.headers),
				...(body.byteLength > 0 && {'content-length': body.byteLength}),
			},
			agent: agentFor(url),
			lookup: lookupUntil(signal),
			rejectUnauthorized: true,
			signal,
		});
		return new Promise((resolve, reject) => {
			outgoing.on('error', reject).on('response', incoming => resolve(responseOf(incoming)));
			outgoing.end(body);
		});
	};

const hasNoBody: ReadonlySet<number | undefined> = new Set([204, 205, 304]);

function responseOf(incoming: IncomingMessage): Response {
	const {statusCode: status = 0} = incoming;
	const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
		values.map((value): [string, string] => [name, value]),
	);
	// The error that ends a body early is seen by who reads it.
	incoming.on('error', () => undefined);
	const body = hasNoBody.has(status) ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
	// The constructor takes no status beyond those that have a meaning, but a server may send any.
	const isUsual = status >= 200 && status <= 599;
	const response = new Response(body, {status: isUsual ? status : 599, headers});
	return isUsual ? response : Object.defineProperty(response, 'status', {value: status});
}
