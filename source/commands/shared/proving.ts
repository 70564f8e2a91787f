import {randomUUID} from 'node:crypto';
import {type Result, success} from '../../domain/problem.ts';
import type {ProofWorld} from '../../domain/proof/ports.ts';
import {type Exchanging, httpFor} from './http.ts';
import type {Terminal} from './terminal.ts';

type At = Pick<ProofWorld, 'organization' | 'api' | 'junctionUrl' | 'notes' | 'tokens'>;

/** All that a proof at Junction uses, loaded when the first one is tried; a proxy that is no use is the problem. */
export async function proofWorld(
	terminal: Terminal,
	exchanging: Exchanging,
	at: At,
): Promise<Result<ProofWorld>> {
	const http = await httpFor(terminal, exchanging);
	if (!http.ok) return http;
	const {junctionWith} = await import('../../proving/junction.ts');
	const {openLoopback} = await import('../../proving/loopback.ts');
	const {now, wait} = terminal;
	return success({
		...at,
		connectJunction: junctionWith(http.value),
		newId: randomUUID,
		now,
		wait,
		openLoopback: () => openLoopback(exchanging.secrets),
	});
}
