import ky from 'ky';
import type {JsonObject} from '../domain/credential.ts';
import type {ExchangeRecord} from '../domain/ports.ts';
import {type Body, readBody} from './body.ts';
import {type Answer, traces} from './problems.ts';
import type {Http} from './transport.ts';
import {type Trouble, troubleOf} from './trouble.ts';

/** What is sent. The address has the query in it; the body goes as JSON, or as a form where it is one. */
export type Call = {
	readonly method: ExchangeRecord['method'];
	readonly address: string;
	/** What the answer may be at most, in bytes, where that is less than an answer of the API. */
	readonly answerLimit?: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: JsonObject | URLSearchParams;
	/** In place of path and query in what may be printed, where they let somebody in. */
	readonly shownPath?: string;
};

/** A whole answer, or how far it came and why it ended there. */
export type Exchange =
	| {readonly kind: 'answered'; readonly answer: Answer; readonly isTooLarge: boolean}
	| {readonly kind: 'cancelled' | 'timeout'; readonly answer?: Answer}
	| {readonly kind: 'trouble'; readonly trouble: Trouble; readonly answer?: Answer};

/** Sends once, and reads what comes. Never throws, and tells of the exchange what may be printed. */
export async function exchange(http: Http, call: Call, signal: AbortSignal): Promise<Exchange> {
	const start = performance.now();
	const exchanged = await sent(http, call, signal);
	http.onExchange?.(recordOf(http, call, exchanged, performance.now() - start));
	return exchanged;
}

// One clock for the whole exchange, to the last byte of the body, which ky's own time limit leaves out.
async function sent(http: Http, call: Call, signal: AbortSignal): Promise<Exchange> {
	const controller = new AbortController();
	const stop = () => controller.abort();
	const clock = setTimeout(stop, http.timeoutSeconds * 1000);
	signal.addEventListener('abort', stop, {once: true});
	const silence = () => (signal.aborted ? 'cancelled' : 'timeout');
	try {
		const response = await send(http, call, controller.signal);
		const body = await readBody(response, controller.signal, call.answerLimit);
		const answer = answerOf(response, body);
		if (body.kind !== 'cut') return {kind: 'answered', answer, isTooLarge: body.kind === 'too-large'};
		if (controller.signal.aborted) return {kind: silence(), answer};
		return {kind: 'trouble', trouble: 'broken', answer};
	} catch (error) {
		const trouble = troubleOf(error);
		// Where the time was over before there was a way to the host, that is what was wrong: nothing was sent.
		const isOver = controller.signal.aborted && (signal.aborted || trouble === 'broken');
		return isOver ? {kind: silence()} : {kind: 'trouble', trouble};
	} finally {
		clearTimeout(clock);
		signal.removeEventListener('abort', stop);
	}
}

const answerOf = ({status, headers}: Response, body: Body): Answer => ({
	status,
	headers,
	contentType: headers.get('content-type') ?? '',
	text: body.kind === 'whole' ? body.text : '',
});

function send({userAgent, fetch}: Http, {method, address, headers, body}: Call, signal: AbortSignal) {
	return ky(address, {
		method,
		headers: {
			accept: 'application/json',
			'user-agent': userAgent,
			...headers,
		},
		...(body instanceof URLSearchParams ? {body} : body && {json: body}),
		// Its own signal goes along with what ky makes of it, which the garbage collector may take.
		fetch: request => fetch(new Request(request), signal),
		signal,
		// A followed redirect would carry the key and the secret to another host.
		redirect: 'manual',
		// Whether something is sent again is decided by the caller alone.
		retry: 0,
		timeout: false,
		throwHttpErrors: false,
	});
}

function recordOf(
	{secrets}: Http,
	{method, address, shownPath}: Call,
	exchanged: Exchange,
	milliseconds: number,
): ExchangeRecord {
	const trouble = exchanged.kind === 'answered' ? exchanged.isTooLarge && 'too-large' : wordOf(exchanged);
	return {
		method,
		path: secrets.hideParts(shownPath ?? pathOf(address)),
		...(exchanged.answer && traces(exchanged.answer, {secrets})),
		milliseconds: Math.round(milliseconds),
		...(trouble && {trouble}),
	};
}

const wordOf = (exchanged: Exclude<Exchange, {readonly kind: 'answered'}>): string =>
	exchanged.kind === 'trouble' ? exchanged.trouble : exchanged.kind;

function pathOf(address: string): string {
	if (!URL.canParse(address)) return '';
	const {pathname, search} = new URL(address);
	return `${pathname}${search}`;
}
