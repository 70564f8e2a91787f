import type {LiveSecrets} from '../../domain/live-secrets.ts';
import type {ExchangeRecord} from '../../domain/ports.ts';
import {type Result, success} from '../../domain/problem.ts';
import {clean} from '../../domain/text.ts';
import type {Http} from '../../management-api/transport.ts';
import type {Values} from '../flags/flags.ts';
import type {Terminal} from './terminal.ts';

declare const __VERSION__: string;

/** What flags and the run say about every exchange. */
export type Exchanging = {
	readonly values: Values;
	readonly timeoutSeconds?: number | undefined;
	readonly secrets: LiveSecrets;
	/** Takes the lines of `--debug`. */
	readonly write: (line: string) => void;
};

/** How everything is sent, whoever it goes to: through a proxy where one is wanted, with a time limit, with a trace. */
export async function httpFor(
	{environment, wait}: Terminal,
	{values, timeoutSeconds = 30, secrets, write}: Exchanging,
): Promise<Result<Http>> {
	const {fetchFor} = await import('../../management-api/proxy.ts');
	const {directly, fetchOver} = await import('../../management-api/node-fetch.ts');
	const fetch = fetchFor(environment);
	// Never past a proxy that is wanted and cannot be understood.
	if (!fetch.ok) return fetch;
	return success({
		userAgent: `byoo/${__VERSION__}`,
		timeoutSeconds,
		secrets,
		wait,
		fetch: fetch.value ?? fetchOver(directly),
		...(values.debug ? {onExchange: exchange => write(exchangeLine(exchange))} : {}),
	});
}

/** One exchange on one line: `GET /v1/org/… 200 in 84 ms, request req_1`. */
export function exchangeLine(exchange: ExchangeRecord): string {
	const {method, path, status, milliseconds, requestId, trouble} = exchange;
	const what = [status, trouble].filter(part => part !== undefined).join(' ') || 'no answer';
	const end = `${what} in ${Math.round(milliseconds)} ms`;
	const request = requestId === undefined ? '' : `, request ${clean(requestId)}`;
	return `${method} ${clean(path, 1000)} ${end}${request}`;
}
