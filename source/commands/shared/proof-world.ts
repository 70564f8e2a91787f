import {randomUUID} from 'node:crypto';
import {type Result, success} from '../../domain/problem.ts';
import type {ProofWorld, TestUserNotes} from '../../domain/proof/ports.ts';
import type {TeamToken} from '../../domain/proof/team.ts';
import {type Exchanging, httpFor} from './http.ts';
import type {Access} from './organization-access.ts';
import type {Terminal} from './terminal.ts';

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
	exchanging: Exchanging,
	{api, connection}: Access,
	{junctionUrl, notes, tokens = new Map()}: At,
): Promise<Result<ProofWorld>> {
	const {junctionWith} = await import('../../proving/junction.ts');
	const {openLoopback} = await import('../../proving/loopback.ts');
	const http = await httpFor(terminal, exchanging);
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
		openLoopback: () => openLoopback(exchanging.secrets),
	});
}
