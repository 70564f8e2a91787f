import {isLoopback} from '../../domain/api-generation.ts';
import type {LiveSecrets} from '../../domain/live-secrets.ts';
import type {Finding} from '../../domain/proof/finding.ts';
import type {UnknownReading} from '../../domain/proof/pair-check.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import type {Http} from '../../management-api/transport.ts';
import type {LiveChecks} from '../../operations/check-pairs.ts';
import type {Values} from '../flags/flags.ts';
import {exchangeLine} from './connecting.ts';
import type {Terminal} from './terminal.ts';

declare const __VERSION__: string;

type LiveChecking = {
	readonly values: Values;
	readonly timeoutSeconds?: number | undefined;
	readonly secrets: LiveSecrets;
	/** Takes the lines of `--debug`. */
	readonly write: (line: string) => void;
};

/** Beside which API something is tried, and where doubles of the providers are, in tests and in the demo. */
export type CheckedBeside = {
	readonly apiUrl: string;
	readonly reach?: ((address: string) => string) | undefined;
};

/** Whether providers are asked at all: not beside an API on this computer, which tests and the demo are. */
export const asksProviders = ({reach: given}: Terminal, {apiUrl, reach = given}: CheckedBeside): boolean =>
	reach !== undefined || !(URL.canParse(apiUrl) && isLoopback(new URL(apiUrl)));

/**
The checks at providers as the flags and the environment want them: through a proxy, with a time limit, with a trace.
What they need is loaded with the first of them.
*/
export function liveChecking(terminal: Terminal, checking: LiveChecking, beside: CheckedBeside): LiveChecks {
	if (!asksProviders(terminal, beside)) {
		const local = async ({provider}: {readonly provider: Provider}) => localApi(provider);
		return {checkPair: local, checkConsent: local};
	}
	const {reach = terminal.reach} = beside;
	const http = lazily(() => httpFor(terminal, checking));
	return {
		async checkPair(pair, options) {
			const {pairCheckWith} = await import('../../proving/pair-check.ts');
			const found = await http();
			return found.ok ? pairCheckWith(found.http, reach)(pair, options) : found.finding;
		},
		async checkConsent(consent, options) {
			const {consentCheckWith} = await import('../../proving/consent-check.ts');
			const found = await http();
			return found.ok ? consentCheckWith(found.http, reach)(consent, options) : found.finding;
		},
	};
}

const localApi = ({name}: Provider): Finding => ({
	verdict: 'unknown',
	type: 'local-api',
	message: `The API is on this computer, so nothing was sent to ${name}.`,
});

type FoundHttp =
	| {readonly ok: true; readonly http: Http}
	| {readonly ok: false; readonly finding: UnknownReading};

async function httpFor(
	{environment, wait}: Terminal,
	{values, timeoutSeconds = 30, secrets, write}: LiveChecking,
): Promise<FoundHttp> {
	const {fetchFor} = await import('../../management-api/proxy.ts');
	const {directly, fetchOver} = await import('../../management-api/node-fetch.ts');
	const fetch = fetchFor(environment);
	// Never past a proxy that is wanted and cannot be understood.
	if (!fetch.ok) {
		const {message, advice} = fetch.problem;
		return {ok: false, finding: {verdict: 'unknown', type: 'unreachable', message, advice}};
	}
	const http: Http = {
		userAgent: `byoo/${__VERSION__}`,
		timeoutSeconds,
		secrets,
		wait,
		fetch: fetch.value ?? fetchOver(directly),
		...(values.debug ? {onExchange: exchange => write(exchangeLine(exchange))} : {}),
	};
	return {ok: true, http};
}

function lazily<Value>(load: () => Promise<Value>): () => Promise<Value> {
	let loading: Promise<Value> | undefined;
	return () => {
		loading ??= load();
		return loading;
	};
}
