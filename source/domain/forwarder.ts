import type {Environment, Place} from './credential.ts';
import type {Provider} from './providers/provider.ts';

/** What a forwarder can be written for. */
export const forwarderKinds = ['worker', 'node', 'nextjs', 'nginx', 'fastapi'] as const;
export type ForwarderKind = (typeof forwarderKinds)[number];

/** How each platform is called, and the file that it expects. */
export const platforms: Readonly<Record<ForwarderKind, {readonly name: string; readonly file: string}>> = {
	worker: {name: 'Cloudflare Workers', file: 'worker.mjs'},
	node: {name: 'Node by itself', file: 'server.mjs'},
	nextjs: {name: 'Next.js', file: 'proxy.js'},
	nginx: {name: 'nginx', file: 'nginx.conf'},
	fastapi: {name: 'FastAPI', file: 'main.py'},
};

/** Whether a forwarder takes the callbacks of the provider: of every one that takes an application of one's own. */
export const isForwarded = ({ownOAuth}: Provider): boolean => ownOAuth === 'yes';

/** Why users should return to a domain of one's own there, where they should. */
export const whyForwarded = (
	{needsOwnRedirectDomain}: Provider,
	environment: Environment | undefined,
): string | undefined => (environment === 'production' ? needsOwnRedirectDomain : undefined);

/** Where a forwarder takes the callbacks of a provider: `/sandbox/us/strava`. */
export const forwardedPath = ({environment, region}: Place, provider: string): string =>
	`/${environment}/${region}/${provider}`;

/** Stands for a domain that only its owner knows. */
export const ownDomain = 'https://YOUR-DOMAIN';
