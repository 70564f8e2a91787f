import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {setTimeout as pause} from 'node:timers/promises';
import {createColleague} from './colleague.ts';
import {createFaults, type Faults, type ServerFault, withFault} from './faults.ts';
import {createJunction, type DemoUser} from './junction-state.ts';
import {latencyOf} from './latency.ts';
import {createLog, type Log} from './log.ts';
import {refusal} from './reply.ts';
import {answer, operationOf} from './router.ts';
import {seedCredentials} from './seed-credentials.ts';
import {demoOrganizations} from './seed-organizations.ts';
import {type DemoTeam, demoTeams} from './seed-teams.ts';
import {createStore, type StoredRow} from './store.ts';
import {createTeamStore} from './team-store.ts';
import {bodyText, deliver, junctionKeysIn, keyIn, requestLine} from './wire.ts';
import type {Gaps, World} from './world.ts';
import {noted, type Write} from './writes.ts';

export type DemoOptions = Gaps & {
	/** 0, the default, takes any free port. */
	readonly port?: number;
	/** 1, the default, is about as slow as the real API (60 to 400 ms); 0 answers at once. */
	readonly latencyScale?: number;
	/** How it takes its time before an answer. By the clock, if not given. */
	readonly wait?: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** Failures by chance, for tests that must survive them. None by default. */
	readonly faults?: Faults;
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
	/** Every team of both organizations as it started, in the order they are listed. */
	readonly teams: readonly DemoTeam[];
	/** The teams that were created since. */
	createdTeams(): readonly DemoTeam[];
	/** What is stored now. Of secrets there is only a hash. */
	stored(): readonly StoredRow[];
	/** The last 1,000 requests, oldest first. */
	requests(): readonly RecordedRequest[];
	/** The last 50,000 saves that arrived and named a team and a provider, oldest first, refused ones too. */
	writes(): readonly Write[];
	/** The last 1,000 random parts of tokens, links and states that Junction's API gave out. */
	given(): readonly string[];
	/** The users of Junction's API that there are now. */
	users(): readonly DemoUser[];
	/** Ends every connection, answered or not, and resolves when the port is free. */
	close(): Promise<void>;
};

const requestLimit = 1000;
const writeLimit = 50_000;

/**
Starts the embedded Management API on 127.0.0.1. All state is in memory and gone at the end.
Rejects where the port is taken, and where the shares of faults are none.
*/
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
	const {port: wantedPort = 0, latencyScale = 1, wait = byClock, now = Date.now, faults, ...gaps} = options;
	const faultOf = createFaults(faults);
	const start = now();
	const teams = createTeamStore(demoTeams, now);
	const store = createStore(seedCredentials(start), now);
	const world: World = {
		start,
		organizations: demoOrganizations,
		teams,
		store,
		colleague: createColleague(store),
		attempts: new Map(),
		gaps,
		junction: createJunction(now),
	};
	const requests = createLog<RecordedRequest>(requestLimit);
	const writes = createLog<Write>(writeLimit);
	const closing = new AbortController();
	let count = 0;

	const server = createServer((request, response) => {
		count += 1;
		const {method = 'GET', url = '/'} = request;
		requests.add({method, path: url, at: new Date(now()).toISOString()});
		const {signal} = closing;
		const serving = {world, writes, count, fault: faultOf(count), latencyScale, wait, signal};
		serve(request, response, serving).catch(() => response.destroy());
	});
	const port = await listen(server, wantedPort);
	let ended: Promise<void> | undefined;

	return {
		url: `http://127.0.0.1:${port}`,
		port,
		organizations: demoOrganizations.map(({id, name, key}) => ({id, name, key})),
		teams: demoTeams,
		createdTeams: () => teams.all().slice(demoTeams.length),
		stored: () => store.all(),
		requests: requests.entries,
		writes: writes.entries,
		users: world.junction.users,
		given: world.junction.given.entries,
		close() {
			closing.abort();
			ended ??= end(server);
			return ended;
		},
	};
}

type Serving = {
	readonly world: World;
	readonly writes: Log<Write>;
	/** The number of the request, from 1. */
	readonly count: number;
	readonly fault: ServerFault | undefined;
	readonly latencyScale: number;
	readonly wait: NonNullable<DemoOptions['wait']>;
	readonly signal: AbortSignal;
};

/** Reads the request to its end, takes its time, and answers. Throws where the sender or the server went away. */
async function serve(
	request: IncomingMessage,
	response: ServerResponse,
	{world, writes, count, fault, latencyScale, wait, signal}: Serving,
): Promise<void> {
	const target = requestLine(request);
	const body = await bodyText(request);
	const delay = latencyOf(operationOf(target), count, latencyScale);
	if (delay > 0) await wait(delay / 1000, signal);
	signal.throwIfAborted();
	const origin = `http://127.0.0.1:${request.socket.localPort}`;
	const {authorization} = request.headers;
	const keys = {key: keyIn(request), authorization, ...junctionKeysIn(request)};
	const incoming = {...target, ...keys, origin, body: body ?? ''};
	const act = () => (body === undefined ? refusal(413, 'Request body too large') : answer(incoming, world));
	deliver(
		noted(incoming, {store: world.store, writes}, () => withFault(fault, act)),
		response,
	);
}

const byClock = (seconds: number, signal: AbortSignal): Promise<void> =>
	pause(seconds * 1000, undefined, {signal});

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
