import {backoff, busyWords, isBusy, pauseAfter} from '../domain/backoff.ts';
import type {ApiCall} from '../domain/body/calls.ts';
import type {JsonObject, Place} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import type {RequestOptions} from '../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import {clean} from '../domain/text.ts';
import {type Call, exchange} from './exchange.ts';
import type {Intent} from './intent.ts';
import {
	type Answer,
	brokenProblem,
	interruptedProblem,
	problemOfAnswer,
	type Situation,
	unreachableProblem,
	unreadableProblem,
	unsendableKeyProblem,
} from './problems.ts';
import {parseJson} from './server-text.ts';
import type {Transport} from './transport.ts';

export type ApiRequest<Value> = Omit<ApiCall, 'body'> & {
	/** Every secret in it is opened. */
	readonly body?: JsonObject;
	/** In place of the header with the peer's key. */
	readonly headers?: Readonly<Record<string, string>>;
	readonly intent: Intent;
	readonly subject: string;
	readonly place?: Place;
	readonly fields?: readonly Field[];
	/** The value that the JSON of a 2xx holds, or `undefined` where it does not hold one. */
	readonly parse: (json: unknown) => Value | undefined;
	/** What it means that an answer in JSON says that there is none (404), where it does not mean that the operation is missing. */
	readonly absent?: Value;
};

/** `onText` is told how long the text of each answer is. */
type ReadingOptions = RequestOptions & {readonly onText?: ((length: number) => void) | undefined};

type Attempt<Value> = {readonly result: Result<Value>; readonly mayRepeat: boolean};

/**
Sends a request and reads its answer. A write is sent once. A read is sent again after 429, 503 and a broken
connection, at most three times in all, after the server's `Retry-After` (at most 30 s each) or 1 and 2 s.
Never throws, and nothing of the original error is kept: it holds the key and the body.
*/
export async function request<Value>(
	transport: Transport,
	apiRequest: ApiRequest<Value>,
	{signal, onWaiting, onText}: ReadingOptions,
): Promise<Result<Value>> {
	const situation = situationOf(transport, apiRequest);
	for (let attempt = 1; ; attempt++) {
		if (signal.aborted) return failure(interruptedProblem(situation, signal, false));
		const {result, mayRepeat} = await sendOnce(transport, apiRequest, situation, {signal, onText});
		if (result.ok || !mayRepeat || attempt > backoff.read.length) return result;
		const {problem} = result;
		const asked = problem.kind === 'retry' ? problem.delaySeconds : undefined;
		const seconds = pauseAfter(attempt, backoff.read, asked);
		onWaiting?.({attempt: attempt + 1, seconds, because: reason(problem), problem});
		await transport.wait(seconds, signal).catch(() => undefined);
	}
}

const reason = ({status}: Problem): string =>
	isBusy(status) ? busyWords(status) : 'the connection broke off';

async function sendOnce<Value>(
	transport: Transport,
	apiRequest: ApiRequest<Value>,
	situation: Situation,
	{signal, onText}: ReadingOptions,
): Promise<Attempt<Value>> {
	const final = (problem: Problem) => ({result: failure<Value>(problem), mayRepeat: false});
	if (!/^[\x21-\x7e]+$/.test(transport.peer.key.reveal())) return final(unsendableKeyProblem);
	const mayRepeat = apiRequest.intent === 'read';
	const exchanged = await exchange(transport, callOf(transport, apiRequest), signal);
	const {answer} = exchanged;
	onText?.(answer?.text.length ?? 0);
	const {absent} = apiRequest;
	if (answer?.status === 404 && absent !== undefined && parseJson(answer.text) !== undefined)
		return {result: success(absent), mayRepeat: false};
	if (answer && (answer.status < 200 || answer.status > 299)) {
		const result = failure<Value>(problemOfAnswer(answer, situation));
		return {result, mayRepeat: mayRepeat && isBusy(answer.status)};
	}
	switch (exchanged.kind) {
		case 'answered':
			return {result: readingOf(exchanged, apiRequest, situation), mayRepeat: false};
		case 'cancelled':
			return final(interruptedProblem(situation, signal, true));
		case 'timeout':
			return final(brokenProblem('timeout', situation));
		case 'trouble': {
			const {trouble} = exchanged;
			if (trouble !== 'broken') return final(unreachableProblem(trouble, situation));
			return {result: failure(brokenProblem('broken', situation)), mayRepeat};
		}
	}
}

function readingOf<Value>(
	{answer, isTooLarge}: {readonly answer: Answer; readonly isTooLarge: boolean},
	{parse}: ApiRequest<Value>,
	situation: Situation,
): Result<Value> {
	if (isTooLarge) return failure(unreadableProblem(answer, 'more than 4 MB', situation));
	const value = parse(parseJson(answer.text));
	return value === undefined ? failure(unreadableProblem(answer, undefined, situation)) : success(value);
}

const callOf = ({peer}: Transport, {method, body, headers, ...call}: ApiRequest<unknown>): Call => ({
	method,
	address: peer.addressOf(call),
	headers: headers ?? Object.fromEntries([peer.headerOf(peer.key.reveal())]),
	...(body && {body}),
});

function situationOf(
	{peer, timeoutSeconds, secrets}: Transport,
	{intent, subject, place, fields = []}: ApiRequest<unknown>,
): Situation {
	return {
		intent,
		subject,
		where: place ? `${place.environment}, ${place.region}` : 'this organization',
		apiName: peer.name,
		apiCalled: peer.called ?? 'the Management API',
		keyWords: peer.keyWords,
		host: clean(URL.canParse(peer.url) ? new URL(peer.url).host : peer.url, 100),
		timeoutSeconds,
		secrets,
		fields,
	};
}
