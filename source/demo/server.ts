import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';
import {refusal} from './answer.ts';
import {createColleague} from './colleague.ts';
import {seedCredentials} from './credentials.ts';
import {deliver, keyOf, readBody, targetOf} from './exchange.ts';
import {latencyOf} from './latency.ts';
import {demoOrganizations} from './organizations.ts';
import {answer, operationOf} from './router.ts';
import {createStore, type StoredRow} from './store.ts';
import {type DemoTeam, demoTeams} from './teams.ts';
import type {Gaps, World} from './world.ts';

export type DemoOptions = Gaps & {
	/** 0, the default, takes any free port. */
	readonly port?: number;
	/** 1, the default, is about as slow as the real API (60 to 400 ms); 0 answers at once. */
	readonly latencyScale?: number;
	/** The clock of stored times and seeds, in milliseconds since 1970. */
	readonly now?: () => number;
};

/** A request as it arrived. `path` includes the query; `at` is an ISO 8601 time. */
export type RecordedRequest = {readonly method: string; readonly path: string; readonly at: string};

export type Demo = {
	/** The API's base address, without a trailing slash. */
	readonly url: string;
	readonly port: number;
	readonly organizations: readonly {readonly id: string; readonly name: string; readonly key: string}[];
	/** Every team of both organizations, in the order they are listed. */
	readonly teams: readonly DemoTeam[];
	/** What is stored now. Of secrets there is only a hash. */
	stored(): readonly StoredRow[];
	/** The last 1,000 requests, oldest first. */
	requests(): readonly RecordedRequest[];
	/** Ends every connection, answered or not, and resolves when the port is free. */
	close(): Promise<void>;
};

const recordLimit = 1000;

/**
Starts the embedded Management API on 127.0.0.1. All state is in memory and gone at the end.
Rejects where the port is taken.
*/
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
	const {port: wantedPort = 0, latencyScale = 1, now = Date.now, ...gaps} = options;
	const start = now();
	const store = createStore(seedCredentials(start), now);
	const world: World = {
		start,
		organizations: demoOrganizations,
		store,
		colleague: createColleague(store),
		attempts: new Map(),
		gaps,
	};
	const recorded: RecordedRequest[] = [];
	const closing = new AbortController();
	let count = 0;

	const server = createServer((request, response) => {
		count += 1;
		const {method = 'GET', url = '/'} = request;
		recorded.push({method, path: url, at: new Date(now()).toISOString()});
		recorded.splice(0, recorded.length - recordLimit);
		serve(request, response, {world, count, latencyScale, signal: closing.signal}).catch(() =>
			response.destroy(),
		);
	});
	const port = await listen(server, wantedPort);
	let ended: Promise<void> | undefined;

	return {
		url: `http://127.0.0.1:${port}`,
		port,
		organizations: demoOrganizations.map(({id, name, key}) => ({id, name, key})),
		teams: demoTeams,
		stored: () => store.all(),
		requests: () => [...recorded],
		close() {
			closing.abort();
			ended ??= end(server);
			return ended;
		},
	};
}

type Serving = {
	readonly world: World;
	readonly count: number;
	readonly latencyScale: number;
	readonly signal: AbortSignal;
};

/** Reads the request to its end, takes its time, and answers. Throws where the sender or the server went away. */
async function serve(
	request: IncomingMessage,
	response: ServerResponse,
	{world, count, latencyScale, signal}: Serving,
): Promise<void> {
	const target = targetOf(request);
	const body = await readBody(request);
	const delay = latencyOf(operationOf(target), count, latencyScale);
	if (delay > 0) await wait(delay, undefined, {signal});
	const answered =
		body === undefined
			? refusal(413, 'Request body too large')
			: answer({...target, key: keyOf(request), body}, world);
	deliver(answered, response);
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

function end(server: Server): Promise<void> {
	return new Promise(resolve => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
