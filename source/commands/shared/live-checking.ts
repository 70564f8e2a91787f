import {isLocalApi} from '../../domain/api-generation.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Finding} from '../../domain/proof/finding.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import type {LiveChecks} from '../../operations/check-pairs.ts';
import {type Exchanging, httpFor} from './http.ts';
import type {Terminal} from './terminal.ts';

/** Beside which API something is tried, and where doubles of the providers are, in tests and in the demo. */
export type CheckedBeside = {
	readonly apiUrl: string;
	readonly reach?: ((address: string) => string) | undefined;
};

/** Whether providers are asked at all: not beside an API on this computer, which tests and the demo are. */
export const asksProviders = ({reach: given}: Terminal, {apiUrl, reach = given}: CheckedBeside): boolean =>
	reach !== undefined || !isLocalApi(apiUrl);

/**
The checks at providers as the flags and the environment want them: through a proxy, with a time limit, with a trace.
What they need is loaded with the first of them.
*/
export function liveChecking(
	terminal: Terminal,
	exchanging: Exchanging,
	beside: CheckedBeside,
): Required<LiveChecks> {
	if (!asksProviders(terminal, beside)) {
		const local = async ({provider}: {readonly provider: Provider}) => localApi(provider);
		return {checkPair: local, checkConsent: local};
	}
	const {reach = terminal.reach} = beside;
	const http = lazily(() => httpFor(terminal, exchanging));
	return {
		async checkPair(pair, options) {
			const {pairCheckWith} = await import('../../proving/pair-check.ts');
			const found = await http();
			return found.ok ? pairCheckWith(found.value, reach)(pair, options) : noWay(found.problem);
		},
		async checkConsent(consent, options) {
			const {consentCheckWith} = await import('../../proving/consent-check.ts');
			const found = await http();
			return found.ok ? consentCheckWith(found.value, reach)(consent, options) : noWay(found.problem);
		},
	};
}

const localApi = ({name}: Provider): Finding => ({
	verdict: 'unknown',
	type: 'local-api',
	message: `Not tried: beside an API on this computer nothing is sent to ${name}.`,
});

/** Nothing was asked, because the way to it could not be understood. */
const noWay = ({message, advice}: Problem): Finding => ({
	verdict: 'unknown',
	type: 'unreachable',
	message,
	advice,
});

function lazily<Value>(load: () => Promise<Value>): () => Promise<Value> {
	let loading: Promise<Value> | undefined;
	return () => {
		loading ??= load();
		return loading;
	};
}
