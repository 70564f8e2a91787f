import {randomUUID} from 'node:crypto';
import type {LiveSecrets} from '../../domain/live-secrets.ts';
import {type Result, success} from '../../domain/problem.ts';
import type {ProofWorld, TestUserNotes} from '../../domain/proof/ports.ts';
import type {TeamToken} from '../../domain/proof/team.ts';
import type {Http} from '../../management-api/transport.ts';
import type {Values} from '../flags/flags.ts';
import {exchangeLine} from './connecting.ts';
import type {Access} from './organization-access.ts';
import type {Terminal} from './terminal.ts';

declare const __VERSION__: string;

type Proving = {
	readonly values: Values;
	readonly timeoutSeconds?: number | undefined;
	readonly secrets: LiveSecrets;
	/** Takes the lines of `--debug`. */
	readonly write: (line: string) => void;
};

type At = {
	/** Without a slash at its end. */
	readonly junctionUrl: string;
	readonly notes: TestUserNotes;
	/** Those of the run, where there was a proof before. */
	readonly tokens?: Map<string, TeamToken>;
};

/**
What a proof at Junction uses of this computer, as the flags and the environment want it: through a proxy, with a time
limit, with a trace. What it needs is loaded here.
*/
export async function proofWorldFor(
	terminal: Terminal,
	proving: Proving,
	{api, connection}: Access,
	{junctionUrl, notes, tokens = new Map()}: At,
): Promise<Result<ProofWorld>> {
	const {junctionWith} = await import('../../proving/junction.ts');
	const {openLoopback} = await import('../../proving/loopback.ts');
	const http = await httpFor(terminal, proving);
	if (!http.ok) return http;
	return success({
		organization: {url: connection.url, id: connection.organizationId},
		api,
		junctionUrl,
		connectJunction: junctionWith(http.value),
		notes,
		tokens,
		newId: randomUUID,
		now: terminal.now,
		wait: terminal.wait,
		openLoopback: () => openLoopback(proving.secrets),
	});
}

/** Never past a proxy that is wanted and cannot be understood. */
async function httpFor(
	{environment, wait}: Terminal,
	{values, timeoutSeconds = 30, secrets, write}: Proving,
): Promise<Result<Http>> {
	const {fetchFor} = await import('../../management-api/proxy.ts');
	const {directly, fetchOver} = await import('../../management-api/node-fetch.ts');
	const fetch = fetchFor(environment);
	if (!fetch.ok) return fetch;
	return success({
		userAgent: `byoo/${__VERSION__}`,
		timeoutSeconds,
		secrets,
		wait,
		fetch: fetch.value ?? fetchOver(directly),
		...(values.debug ? {onExchange: exchange => write(exchangeLine(exchange))} : {}),
	});
}
