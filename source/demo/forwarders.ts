import {environments, type Place, regions} from '../domain/credential.ts';
import {callbackOf} from './registration.ts';
import {type Reply, refusal} from './reply.ts';

/**
A redirect endpoint to try the live check on, right or wrong in one way. Environment, region and provider follow in
the path, since an endpoint cannot know them: `/forward/right/sandbox/us/strava`. `what` is a row of a table in
docs/demo.md.
*/
export type Forwarder = {
	readonly path: string;
	readonly what: string;
	/** What it does with the query as it came, without the question mark. */
	answer(query: string, place: Place, provider: string): Reply;
};

const to = (address: string, query: string, status = 307): Reply => ({
	kind: 'redirect',
	status,
	location: query === '' ? address : `${address}?${query}`,
});

/** Every forwarder, below the demo's own address. The right target is the redirect URI of the demo's preparations. */
export const forwarders: readonly Forwarder[] = [
	{
		path: '/forward/right',
		what: 'Forwards as it must.',
		answer: (query, place, provider) => to(callbackOf(provider, place), query),
	},
	{
		path: '/forward/302',
		what: 'Redirects with 302 in place of 307.',
		answer: (query, place, provider) => to(callbackOf(provider, place), query, 302),
	},
	{
		path: '/forward/re-encoded',
		what: 'Reads the parameters and writes them anew, in another spelling.',
		answer: (query, place, provider) => to(callbackOf(provider, place), `${new URLSearchParams(query)}`),
	},
	{
		path: '/forward/dropped',
		what: 'Forwards without the query.',
		answer: (_, place, provider) => to(callbackOf(provider, place), ''),
	},
	{
		path: '/forward/other-environment',
		what: 'Forwards to production in place of sandbox, or to sandbox in place of production.',
		answer: (query, {environment, region}, provider) =>
			to(
				callbackOf(provider, {region, environment: environment === 'sandbox' ? 'production' : 'sandbox'}),
				query,
			),
	},
	{
		path: '/forward/page',
		what: 'Shows a page of its own in place of forwarding.',
		answer: () => ({kind: 'page', html: '<!doctype html>\n<title>Connected</title>\n<h1>Connected</h1>\n'}),
	},
];

const shape = /^(?<path>\/forward\/[^/]+)\/(?<env>[^/]+)\/(?<region>[^/]+)\/(?<provider>[a-z0-9_]{1,60})$/;

/** What a forwarder answers at this path, or `undefined` where the path is not below `/forward/`. */
export function forwarded(method: string, path: string, query: string): Reply | undefined {
	if (!path.startsWith('/forward/')) return undefined;
	const parts = shape.exec(path)?.groups ?? {};
	const forwarder = forwarders.find(known => known.path === parts.path);
	const environment = environments.find(known => known === parts.env);
	const region = regions.find(known => known === parts.region);
	if (!forwarder || !environment || !region || !parts.provider) return refusal(404, 'Not Found');
	if (method !== 'GET') return refusal(405, 'Method Not Allowed', {allow: 'GET'});
	return forwarder.answer(query, {environment, region}, parts.provider);
}
