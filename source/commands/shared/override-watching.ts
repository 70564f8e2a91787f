import {isLocalApi} from '../../domain/api-generation.ts';
import type {SeeOverride, Unasked} from '../../domain/watch/override.ts';
import type {Terminal} from './terminal.ts';

/**
Looks at overrides that nobody named just now: never through a proxy, which would call what must not be called, and not
beside an API on this computer, which tests and the demo are.
*/
export const overrideWatching =
	({environment, guard}: Terminal, {apiUrl}: {readonly apiUrl: string}): SeeOverride =>
	async (address, options) => {
		const {watchRedirect} = await import('../../management-api/watched-redirect.ts');
		const {isProxied} = await import('../../management-api/proxy.ts');
		const isBesideLocal = guard === undefined && isLocalApi(apiUrl);
		const whyUnasked = (url: URL): Unasked | undefined => {
			if (isBesideLocal) return 'local-api';
			return isProxied(environment, url) ? 'proxy' : undefined;
		};
		return watchRedirect(address, {...options, guard, whyUnasked});
	};
