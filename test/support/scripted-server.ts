import {EventEmitter, once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';

/** What the server does with one request. */
export type Scripted =
	| {
			readonly status: number;
			readonly json?: unknown;
			readonly text?: string;
			readonly headers?: Readonly<Record<string, string>>;
	  }
	/** The connection is reset before a word is said. */
	| 'reset'
	/** A 200 whose body ends in the middle. */
	| 'cut'
	/** Never answered. */
	| 'hang'
	/** A 200 whose body begins and never ends. */
	| 'stall'
	/** Something that is not HTTP. */
	| 'garbage';

export type Recorded = {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	/** The query as it was sent, without the question mark. */
	readonly rawQuery: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
};

export type ScriptedServer = {
	readonly url: string;
	readonly requests: readonly Recorded[];
	/** Resolves when that many requests arrived in all. */
	received(count: number): Promise<void>;
};

export type Script = (request: Recorded, index: number) => Scripted;

/** Answers one after the other; the last one is repeated. `index` counts the requests of that method. */
export function inOrder(answers: Readonly<Record<string, readonly Scripted[]>>): Script {
	const counts = new Map<string, number>();
	return ({method}) => {
		const count = counts.get(method) ?? 0;
		counts.set(method, count + 1);
		const list = answers[method] ?? [];
		const answer = list[Math.min(count, list.length - 1)];
		if (!answer) throw new Error(`The script has no answer to ${method}.`);
		return answer;
	};
}

/** A real server on 127.0.0.1 that does what the script says, and stops when the test ends. */
export async function startScriptedServer(test: TestContext, script: Script): Promise<ScriptedServer> {
	const requests: Recorded[] = [];
	const arrivals = new EventEmitter();
	const server = createServer(async (request, response) => {
		const recorded = await record(request);
		requests.push(recorded);
		answer(script(recorded, requests.length - 1), response);
		arrivals.emit('request');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	test.after(() => {
		server.close();
		server.closeAllConnections();
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		async received(count) {
			while (requests.length < count) await once(arrivals, 'request');
		},
	};
}

/** The address of a port on which nobody listens. */
export async function closedAddress(): Promise<string> {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return `http://127.0.0.1:${port}`;
}

async function record(request: IncomingMessage): Promise<Recorded> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const url = new URL(request.url ?? '/', 'http://server');
	const [, ...rawQuery] = (request.url ?? '').split('?');
	return {
		method: request.method ?? '',
		path: url.pathname,
		query: url.searchParams,
		rawQuery: rawQuery.join('?'),
		headers: request.headers,
		body: Buffer.concat(chunks).toString('utf8'),
	};
}

function answer(scripted: Scripted, response: ServerResponse): void {
	switch (scripted) {
		case 'hang':
			return;
		case 'reset':
			response.socket?.resetAndDestroy();
			return;
		case 'garbage':
			response.socket?.end('no HTTP at all\r\n\r\n');
			return;
		case 'stall':
			response.writeHead(200, {'content-type': 'application/json'}).write('{"id":');
			return;
		case 'cut':
			response.writeHead(200, {'content-type': 'application/json', 'content-length': '1000'});
			response.write('{"id":', () => response.destroy());
			return;
		default: {
			const {status, json, text, headers} = scripted;
			const type = json === undefined ? {} : {'content-type': 'application/json'};
			response.writeHead(status, {...type, ...headers});
			response.end(json === undefined ? text : JSON.stringify(json));
		}
	}
}
