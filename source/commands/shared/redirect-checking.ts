import type {RedirectCheck, RedirectTarget} from '../../domain/ports.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Terminal} from './terminal.ts';

export type CheckRedirect = (
	address: string,
	target: RedirectTarget,
	options: {readonly signal: AbortSignal},
) => Promise<RedirectCheck>;

/** Tries a redirect endpoint, through a proxy where the environment wants one. */
export const redirectChecking =
	({environment}: Terminal): CheckRedirect =>
	async (address, target, options) => {
		const {checkRedirect} = await import('../../management-api/redirect-check.ts');
		const {fetchFor} = await import('../../management-api/proxy.ts');
		const fetch = fetchFor(environment);
		// Never past a proxy that is wanted and cannot be understood.
		if (!fetch.ok) return {deviations: [{kind: 'unreachable', ...told(fetch.problem)}]};
		return checkRedirect(address, target, {...options, ...(fetch.value && {fetch: fetch.value})});
	};

const told = ({message, advice}: Problem) => ({message, advice});
