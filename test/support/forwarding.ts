import type {TestContext} from 'node:test';
import type {RedirectTarget} from '../../source/domain/ports.ts';
import {checkRedirect} from '../../source/management-api/redirect-check.ts';
import {type Recorded, type Scripted, startScriptedServer} from './scripted-server.ts';

export const callback = 'https://api.sandbox.us.junction.com/v2/link/connect/strava';
export const target: RedirectTarget = {environment: 'sandbox', region: 'us', callback};

const {signal} = new AbortController();

type Forward = {readonly to?: string; readonly status?: number; query?(raw: string): string};

/** A forwarder that does everything right but for what is told. */
export const forward =
	({to = callback, status = 307, query = raw => raw}: Forward = {}) =>
	({rawQuery}: Recorded): Scripted => ({status, headers: {location: `${to}?${query(rawQuery)}`}});

/** Checks a server with this script. */
export async function check(
	t: TestContext,
	script: (request: Recorded) => Scripted,
	{path = '/callback', of = target, timeoutSeconds = 5} = {},
) {
	const server = await startScriptedServer(t, script);
	const {deviations} = await checkRedirect(server.url + path, of, {signal, timeoutSeconds});
	return {server, deviations, kinds: deviations.map(({kind}) => kind)};
}
