import type {Place} from './credential.ts';

/** What a forwarder can be written for: a Cloudflare Worker, Node by itself, Next.js, nginx, or FastAPI. */
export const forwarderKinds = ['worker', 'node', 'nextjs', 'nginx', 'fastapi'] as const;
export type ForwarderKind = (typeof forwarderKinds)[number];

/** Where a forwarder takes the callbacks of a provider: `/sandbox/us/strava`. */
export const forwardedPath = ({environment, region}: Place, provider: string): string =>
	`/${environment}/${region}/${provider}`;

/** Said where a domain stands that only its owner knows. */
export const ownDomain = 'https://YOUR-DOMAIN';
