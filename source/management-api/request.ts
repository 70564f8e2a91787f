import {setTimeout as sleep} from 'node:timers/promises';
import ky from 'ky';
import {describeApi} from '../domain/api-generation.ts';
import type {Json, Place} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import type {Connection, RequestOptions} from '../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import type {Secret} from '../domain/secret.ts';
import {clean} from '../domain/text.ts';
import {type Body, readBody} from './body.ts';
import {
	type Answer,
	brokenProblem,
	cancelledProblem,
	problemOfAnswer,
	type Situation,
	unreachableProblem,
	unreadableProblem,
	unsendableKeyProblem,
} from './problems.ts';
import {parseJson} from './server-text.ts';
import {troubleOf} from './trouble.ts';

/** How every request of one client is made. */
export type Transport = {
	readonly connection: Connection;
	readonly userAgent: string;
	readonly timeoutSeconds: number;
	/** Every secret that went out, so that no later answer can bring one back into a message. */
	readonly secrets: Set<Secret>;
	readonly fetch: typeof fetch;
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
};

export type ApiRequest<Value> = {
	/** Below `/v1/org/{org_id}`, for example `/team`. */
	readonly path: string;
	readonly query?: URLSearchParams;
	/** The body of a write; a request without one is a read. */
	readonly body?: {readonly [key: string]: Json};
	/** Whether the body only asks and nothing is stored: the request is then made like a read. */
	readonly isQuestion?: boolean;
	readonly subject: string;
	readonly place?: Place;
	readonly fields?: readonly Field[];
	/** The value that the JSON of a 2xx holds, or `undefined` where it does not hold one. */
	readonly parse: (json: unknown) => Value | undefined;
};

type Attempt<Value> = {readonly result: Result<Value>; readonly mayRepeat: boolean};

const readTries = 3;
const longestWait = 30;

/**
Sends a request and reads its answer. A write is sent once. A read is sent again after 429, 503 and a broken
connection, at most three times in all, after the server's `Retry-After` (at most 30 s each) or 1 and 2 s.
Never throws, and nothing of the original error is kept: it holds the key and the body.
*/
export async function request<Value>(
	transport: Transport,
	apiRequest: ApiRequest<Value>,
	{signal, onWaiting}: RequestOptions,
): Promise<Result<Value>> {
	const situation = situationOf(transport, apiRequest);
	for (let attempt = 1; ; attempt++) {
		if (signal.aborted) return failure(cancelledProblem(situation, false));
		const {result, mayRepeat} = await sendOnce(transport, apiRequest, situation, signal);
		if (result.ok || !mayRepeat || attempt === readTries) return result;
		const {problem} = result;
		const asked = problem.kind === 'retry' ? problem.delaySeconds : undefined;
		const seconds = Math.min(asked ?? attempt, longestWait);
		onWaiting?.({attempt: attempt + 1, seconds, because: reason(problem)});
		await transport.wait(seconds, signal).catch(() => undefined);
	}
}

/** Waits, and ends early when the signal aborts. */
export const waitSeconds = async (seconds: number, signal: AbortSignal): Promise<void> => {
	await sleep(seconds * 1000, undefined, {signal}).catch(() => undefined);
};

function reason({status}: Problem): string {
	if (status === 429) return 'the server asks for fewer requests';
	return status === 503 ? 'the server is overloaded' : 'the connection broke off';
}

async function sendOnce<Value>(
	transport: Transport,
	apiRequest: ApiRequest<Value>,
	situation: Situation,
	signal: AbortSignal,
): Promise<Attempt<Value>> {
	const final = (problem: Problem) => ({result: failure<Value>(problem), mayRepeat: false});
	if (!/^[\x21-\x7e]+$/.test(transport.connection.key.reveal())) return final(unsendableKeyProblem);
	const isRead = !situation.isWrite;
	const {answer, body, error, isTimeout} = await exchange(transport, apiRequest, signal);
	if (answer && (answer.status < 200 || answer.status > 299)) {
		const mayRepeat = isRead && (answer.status === 429 || answer.status === 503);
		return {result: failure(problemOfAnswer(answer, situation)), mayRepeat};
	}
	if (answer && body?.kind === 'whole') {
		const value = apiRequest.parse(parseJson(answer.text));
		return value === undefined
			? final(unreadableProblem(answer, undefined, situation))
			: {result: success(value), mayRepeat: false};
	}
	if (answer && body?.kind === 'too-large') {
		return final(unreadableProblem(answer, 'more than 4 MB', situation));
	}
	if (signal.aborted) return final(cancelledProblem(situation, true));
	if (isTimeout) return final(brokenProblem('timeout', situation));
	const trouble = answer ? 'broken' : troubleOf(error);
	if (trouble !== 'broken') return final(unreachableProblem(trouble, situation));
	return {result: failure(brokenProblem('broken', situation)), mayRepeat: isRead};
}

type Exchange = {
	readonly answer?: Answer;
	readonly body?: Body;
	readonly error?: unknown;
	readonly isTimeout: boolean;
};

// One clock for the whole exchange, the body too, which ky's own time limit leaves out.
async function exchange(
	transport: Transport,
	apiRequest: ApiRequest<unknown>,
	signal: AbortSignal,
): Promise<Exchange> {
	const controller = new AbortController();
	const stop = () => controller.abort();
	let isTimeout = false;
	const clock = setTimeout(() => {
		isTimeout = true;
		stop();
	}, transport.timeoutSeconds * 1000);
	signal.addEventListener('abort', stop, {once: true});
	try {
		const response = await send(transport, apiRequest, controller.signal);
		const body = await readBody(response);
		const answer = {
			status: response.status,
			headers: response.headers,
			contentType: response.headers.get('content-type') ?? '',
			text: body.kind === 'whole' ? body.text : '',
		};
		return {answer, body, isTimeout};
	} catch (error) {
		return {error, isTimeout};
	} finally {
		clearTimeout(clock);
		signal.removeEventListener('abort', stop);
	}
}

function send(transport: Transport, {path, query, body}: ApiRequest<unknown>, signal: AbortSignal) {
	const {connection, userAgent} = transport;
	const organization = encodeURIComponent(connection.organizationId.toWellFormed());
	return ky(`${connection.url}/v1/org/${organization}${path}`, {
		method: body ? 'post' : 'get',
		headers: {
			accept: 'application/json',
			'user-agent': userAgent,
			[describeApi(connection.generation).keyHeader]: connection.key.reveal(),
		},
		...(query && {searchParams: query}),
		...(body && {json: body}),
		fetch: transport.fetch,
		signal,
		// A followed redirect would carry the key and the secret to another host.
		redirect: 'manual',
		// Whether something is sent again is decided here alone.
		retry: 0,
		timeout: false,
		throwHttpErrors: false,
	});
}

function situationOf(
	{connection, timeoutSeconds, secrets}: Transport,
	{body, isQuestion = false, subject, place, fields = []}: ApiRequest<unknown>,
): Situation {
	return {
		isWrite: body !== undefined && !isQuestion,
		subject,
		where: place ? `${place.environment}, ${place.region}` : 'this organization',
		apiName: describeApi(connection.generation).name,
		host: clean(URL.canParse(connection.url) ? new URL(connection.url).host : connection.url, 100),
		timeoutSeconds,
		secrets: [...secrets],
		fields,
	};
}
