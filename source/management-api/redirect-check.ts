import {normalBaseUrl} from '../domain/api-generation.ts';
import type {RedirectCheck, RedirectDeviation, RedirectTarget} from '../domain/ports.ts';
import {clean, secondsWords} from '../domain/text.ts';
import {readBody} from './body.ts';
import {directly, type Fetch, fetchOver} from './node-fetch.ts';
import {deviationsOf, type RedirectAnswer} from './redirect-answer.ts';
import {type Trouble, troubleOf, troubleWords} from './trouble.ts';

export type RedirectCheckOptions = {
	readonly signal: AbortSignal;
	/** In place of the direct one, for example to go through a proxy. */
	readonly fetch?: Fetch;
	/** How long the endpoint may take, in seconds. 10 unless told. */
	readonly timeoutSeconds?: number;
};

const pageLimit = 64 * 1024;

// Made up, of what a forwarder that reads the parameters and writes them anew would spell in another way.
const probe = 'code=byoo%2fcheck%2Fa+b%20c/d~e%3d%3D=&state=byoo+check%20%7e~%2b%2B/=';

/** What was seen of an endpoint, held against where it must forward to. */
export type JudgeRedirect = (target: RedirectTarget) => RedirectCheck;

/**
Tries the customer's redirect endpoint with a made-up code and state, as a browser would that comes back from the
provider. It has to answer 307 with the callback in `Location` and the query as it came, byte for byte. A query of
the address itself stays in front. Redirects are not followed, and no cookies are sent. Never throws.
*/
export const checkRedirect = async (
	address: string,
	target: RedirectTarget,
	options: RedirectCheckOptions,
): Promise<RedirectCheck> => (await askRedirect(address, options))(target);

/** The same for an endpoint that several targets name: it is asked once. */
export async function askRedirect(address: string, options: RedirectCheckOptions): Promise<JudgeRedirect> {
	const url = browsable(address);
	if (!url) return () => ({deviations: [unsafeAddress]});
	const asked = withProbe(url);
	const exchanged = await exchange(asked, options);
	return target => ({
		deviations:
			exchanged.kind === 'answered'
				? deviationsOf(exchanged.answer, asked, target)
				: [unreachable(exchanged, clean(url.host, 100))],
	});
}

/** An address that a browser may be sent to: https, or http to this very machine, and without a user name. */
export function browsable(address: string): URL | undefined {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	return !url || normalBaseUrl(url.origin) === undefined || url.username || url.password ? undefined : url;
}

function withProbe(url: URL): URL {
	const {search} = url;
	const asked = new URL(url);
	asked.hash = '';
	asked.search = `${search}${search && !search.endsWith('&') ? '&' : ''}${probe}`;
	return asked;
}

type Silence =
	| {readonly kind: 'trouble'; readonly trouble: Trouble}
	| {readonly kind: 'timeout'; readonly seconds: number}
	| {readonly kind: 'cancelled'};

type Exchanged = {readonly kind: 'answered'; readonly answer: RedirectAnswer} | Silence;

async function exchange(
	url: URL,
	{signal, fetch = fetchOver(directly), timeoutSeconds = 10}: RedirectCheckOptions,
): Promise<Exchanged> {
	if (signal.aborted) return {kind: 'cancelled'};
	const controller = new AbortController();
	const stop = () => controller.abort();
	const clock = setTimeout(stop, timeoutSeconds * 1000);
	signal.addEventListener('abort', stop, {once: true});
	try {
		const headers = {accept: 'text/html, */*;q=0.5', 'user-agent': 'byoo (redirect check)'};
		const response = await fetch(new Request(url, {headers}), controller.signal);
		const page = response.ok ? await readBody(response, controller.signal, pageLimit) : undefined;
		if (!response.ok) await response.body?.cancel().catch(() => undefined);
		return {
			kind: 'answered',
			answer: {
				status: response.status,
				location: response.headers.get('location') ?? undefined,
				page: page?.kind === 'whole' ? page.text : '',
			},
		};
	} catch (error) {
		if (signal.aborted) return {kind: 'cancelled'};
		if (controller.signal.aborted) return {kind: 'timeout', seconds: timeoutSeconds};
		return {kind: 'trouble', trouble: troubleOf(error)};
	} finally {
		clearTimeout(clock);
		signal.removeEventListener('abort', stop);
	}
}

const unsafeAddress: RedirectDeviation = {
	kind: 'unreachable',
	message: 'This address cannot be tried: browsers must reach it over https.',
	advice: 'Give a full https address without a user name, such as https://connect.example.com/callback.',
};

function unreachable(silence: Silence, host: string): RedirectDeviation {
	const kind = 'unreachable';
	if (silence.kind === 'cancelled') {
		return {kind, message: `Cancelled before ${host} answered.`, advice: 'Try it again when you are ready.'};
	}
	if (silence.kind === 'timeout') {
		const message = `${host} did not answer within ${secondsWords(silence.seconds)}.`;
		return {
			kind,
			message,
			advice: 'Check that the endpoint forwards at once, without waiting for anything else.',
		};
	}
	const running = 'Check that the endpoint is running, and open to the internet rather than to one network.';
	const certificate =
		'Give the host a valid certificate: browsers refuse it too. If your network inspects TLS, set NODE_EXTRA_CA_CERTS to the file with its root certificate.';
	const advice: Readonly<Record<Trouble, string>> = {
		name: 'Check the spelling, and that its DNS entry exists and is public.',
		connection: running,
		certificate,
		channel: certificate,
		proxy: 'Allow the host in the proxy, or try from another network.',
		'proxy-connection': 'Check HTTPS_PROXY, ALL_PROXY or HTTP_PROXY, or try from another network.',
		broken: running,
	};
	const messages: Partial<typeof troubleWords> = {
		'proxy-connection': () => `The proxy did not answer, so ${host} was not asked.`,
		broken: () => `${host} ended the connection without an answer.`,
	};
	const {trouble} = silence;
	const message = (messages[trouble] ?? troubleWords[trouble])(host);
	return {kind, message, advice: advice[trouble]};
}
