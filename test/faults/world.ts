import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {type AddressInfo, createServer as createListener, type Socket} from 'node:net';
import {createServer as createTlsServer} from 'node:tls';
import {certificates} from './agents.ts';
import {type Api, type Arrived, createApi} from './api.ts';
import type {Fault, Met, Operation, Proper} from './fault.ts';

export type World = {
	readonly api: Api;
	readonly url: string;
	readonly env: Readonly<Record<string, string>>;
	/** How often the fault struck. */
	strikes(): number;
	/** Whether the fault struck once more since this was asked last, so that a time limit has to pass. */
	takeSilence(): boolean;
	close(): void;
};

export type Situation = {
	readonly fault: Fault;
	/** What the fault strikes. */
	readonly operation: Operation;
	/** What the job asks, in order, where all goes well. */
	readonly sequence: readonly Operation[];
	/** Whether Polar is set before. */
	readonly isThere: boolean;
	/** Whether a write that the fault strikes is done all the same. */
	readonly isDone: boolean;
	/** The secrets that the program holds. */
	readonly known: readonly string[];
};

/** A Management API on 127.0.0.1 that is in good order but for the fault, or the way to it. */
export async function openWorld(situation: Situation): Promise<World> {
	const {strike} = situation.fault;
	const api = createApi(situation);
	const trigger = triggerOf(situation, api);
	const closings: (() => void)[] = [];
	const isTls = strike.at === 'connection' && strike.isTls === true;
	const server = createServer((request, response) => respond(situation, api, trigger, request, response));
	const listener = createListener(socket => {
		closings.push(() => socket.destroy());
		socket.on('error', () => undefined);
		meet(situation, trigger, {
			socket,
			secure: certificate => secured(socket, certificate, secure => server.emit('connection', secure)),
			plain: () => void server.emit('connection', socket),
		});
	});
	listener.listen(0, '127.0.0.1');
	await once(listener, 'listening');
	const {port} = listener.address() as AddressInfo;
	trigger.onClosed(() => listener.close());
	const way =
		strike.at === 'way'
			? await strike.open({closing: close => closings.push(close), silence: trigger.strike})
			: undefined;
	return {
		api,
		url: way?.url ?? `${isTls ? 'https' : 'http'}://127.0.0.1:${port}`,
		env: way?.env ?? {},
		strikes: trigger.strikes,
		takeSilence: () => way?.isSilent === true || trigger.takeSilence(),
		close() {
			listener.close();
			for (const close of closings) close();
		},
	};
}

type Trigger = ReturnType<typeof triggerOf>;

/** Which operations are the same request, so that a fault of one is a fault of those that come later. */
const alike: Readonly<Partial<Record<Operation, readonly Operation[]>>> = {
	stored: ['stored', 'look', 'read-back'],
	look: ['look', 'read-back'],
};

/** When the fault strikes, how often it did, and how often something was silent. */
function triggerOf({fault: {strike, isOnce}, operation, sequence}: Situation, api: Api) {
	const before = sequence.indexOf(operation);
	let strikes = 0;
	let silences = 0;
	let close: (() => void) | undefined;
	const mayStrike = () => !(isOnce && strikes > 0);
	// A fault of connections strikes once all that comes before the operation was answered.
	const isNext = () => strike.at === 'connection' && mayStrike() && api.answeredCount() >= before;
	const isClosing = strike.at === 'connection' && strike.meet === 'closed';

	function closeInTime(): void {
		if (!isClosing || !close || !isNext()) return;
		strikes += 1;
		close();
	}

	return {
		strikes: () => strikes,
		takeSilence(): boolean {
			const isNew = silences < strikes;
			if (isNew) silences += 1;
			return isNew;
		},
		meetsConnection: () => !isClosing && isNext(),
		meetsRequest: (current: Operation) =>
			strike.at === 'answer' && (alike[operation] ?? [operation]).includes(current) && mayStrike(),
		/** Counts, and gives how often it struck before. */
		strike(): number {
			strikes += 1;
			return strikes - 1;
		},
		/** Before the answer is on its way: nobody may be quicker. */
		answered(current: Operation): void {
			api.answered(current);
			closeInTime();
		},
		/** What ends the listening, where that is the fault. */
		onClosed(stop: () => void): void {
			close = stop;
			closeInTime();
		},
	};
}

function meet({fault: {strike}}: Situation, trigger: Trigger, met: Met): void {
	if (strike.at === 'connection' && strike.meet !== 'closed' && trigger.meetsConnection()) {
		trigger.strike();
		strike.meet(met);
	} else if (strike.at === 'connection' && strike.isTls) met.secure('good');
	else met.plain();
}

async function respond(
	{fault: {strike}, isDone, known}: Situation,
	api: Api,
	trigger: Trigger,
	incoming: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const request = await arrivedFrom(incoming).catch(() => undefined);
	if (!request) return;
	const operation = api.operationOf(request);
	const isStruck = trigger.meetsRequest(operation);
	const proper = api.answerTo(request, {isDone: !isStruck || isDone});
	api.arrived(request, operation);
	if (!isStruck || strike.at !== 'answer') {
		trigger.answered(operation);
		return answer(response, proper);
	}
	const {socket} = incoming;
	const count = trigger.strike();
	strike.answer({operation, query: request.query, proper, response, socket, known, count});
}

/** Takes the connection as a TLS server, and hands it on once it is safe. */
function secured(
	socket: Socket,
	certificate: keyof ReturnType<typeof certificates>,
	then: (secure: Socket) => void,
): void {
	const tls = createTlsServer(certificates()[certificate]);
	tls.on('tlsClientError', () => undefined).on('secureConnection', then);
	tls.emit('connection', socket);
}

/** Every answer ends its connection, so that the next request needs one of its own. */
function answer(response: ServerResponse, {status, json, headers}: Proper): void {
	response.writeHead(status, {'content-type': 'application/json', connection: 'close', ...headers});
	response.end(JSON.stringify(json));
}

async function arrivedFrom(incoming: IncomingMessage): Promise<Arrived> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	const {pathname: path, searchParams: query} = new URL(incoming.url ?? '/', 'http://server');
	const body = Buffer.concat(chunks).toString('utf8');
	return {method: incoming.method ?? '', path, address: incoming.url ?? '', query, body};
}
