import type {LiveSecrets} from '../../domain/live-secrets.ts';
import type {Connect, ExchangeRecord} from '../../domain/ports.ts';
import {clean} from '../../domain/text.ts';
import type {Values} from '../flags/flags.ts';
import {lazyApi} from './lazy-api.ts';
import type {Terminal} from './terminal.ts';

declare const __VERSION__: string;

type Connecting = {
	readonly values: Values;
	readonly timeoutSeconds?: number | undefined;
	readonly secrets: LiveSecrets;
	/** Takes the lines of `--debug`. */
	readonly write: (line: string) => void;
};

/** Clients of the API as the flags and the environment want them: through a proxy, with a time limit, with a trace. */
export const connecting =
	({environment, wait, now}: Terminal, {values, timeoutSeconds, secrets, write}: Connecting): Connect =>
	connection =>
		lazyApi(async () => {
			const client = await import('../../management-api/client.ts');
			const {fetchFor} = await import('../../management-api/proxy.ts');
			const fetch = fetchFor(environment);
			if (!fetch.ok) return client.unusable(fetch.problem);
			return client.connect(connection, {
				userAgent: `byoo/${__VERSION__}`,
				secrets,
				wait,
				now: () => now().getTime(),
				...(fetch.value === undefined ? {} : {fetch: fetch.value}),
				...(timeoutSeconds === undefined ? {} : {timeoutSeconds}),
				...(values.debug ? {onExchange: exchange => write(exchangeLine(exchange))} : {}),
			});
		});

/** One exchange on one line: `GET /v1/org/… 200 in 84 ms, request req_1`. */
export function exchangeLine(exchange: ExchangeRecord): string {
	const {method, path, status, milliseconds, requestId, trouble} = exchange;
	const what = [status, trouble].filter(part => part !== undefined).join(' ') || 'no answer';
	const end = `${what} in ${Math.round(milliseconds)} ms`;
	const request = requestId === undefined ? '' : `, request ${clean(requestId)}`;
	return `${method} ${clean(path, 1000)} ${end}${request}`;
}
