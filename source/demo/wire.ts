import {randomUUID} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Incoming} from './incoming.ts';
import type {Reply} from './reply.ts';

const bodyLimit = 1024 * 1024;
/** Beyond this a sender that does not stop is cut off instead of being listened to. */
const patience = 8 * bodyLimit;

/** The request's method, path and query. */
export function requestLine({
	method = 'GET',
	url = '/',
}: IncomingMessage): Pick<Incoming, 'method' | 'path' | 'query' | 'rawQuery'> {
	const [path = '/', ...rest] = url.split('?');
	const rawQuery = rest.join('?');
	return {method, path, query: new URLSearchParams(rawQuery), rawQuery};
}

/** The organization key, in the header of either generation of the API. */
export function keyIn({headers}: IncomingMessage): string | undefined {
	const key = headers['x-management-key'] ?? headers['x-vital-org-key'];
	return typeof key === 'string' ? key : undefined;
}

/** What opens Junction's API, and what opens a link of it. */
export function junctionKeysIn({headers}: IncomingMessage): Pick<Incoming, 'authorization' | 'linkToken'> {
	const token = headers['x-vital-link-token'];
	return {
		authorization: headers.authorization,
		linkToken: typeof token === 'string' ? token : undefined,
	};
}

/** The whole body as text, or undefined where it is larger than 1 MB. Throws where the sender went away. */
export async function bodyText(request: IncomingMessage): Promise<string | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > patience) throw new RangeError('The sender does not stop.');
		if (size <= bodyLimit) chunks.push(chunk);
	}
	return size > bodyLimit ? undefined : Buffer.concat(chunks).toString();
}

/** Does what the answer says. Silence leaves the connection open until the sender or the server ends it. */
export function deliver(answer: Reply, response: ServerResponse): void {
	response.setHeader('x-request-id', `req_demo_${randomUUID()}`);
	switch (answer.kind) {
		case 'json':
			response.writeHead(answer.status, {...answer.headers, 'content-type': 'application/json'});
			response.end(JSON.stringify(answer.body));
			return;
		case 'redirect':
			response.writeHead(answer.status, {location: answer.location});
			response.end();
			return;
		case 'page':
			response.writeHead(200, {'content-type': 'text/html; charset=utf-8'});
			response.end(answer.html);
			return;
		case 'cut':
			cutShort(JSON.stringify(answer.body), response);
			return;
		case 'drop':
			response.destroy();
			return;
		case 'silence':
			return;
	}
}

function cutShort(text: string, response: ServerResponse): void {
	response.writeHead(200, {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(text),
	});
	response.write(text.slice(0, text.length / 2), () => response.destroy());
}
