import {interruptionOf} from '../../domain/interruption.ts';
import {isPlaceConfirmed} from '../../domain/permission.ts';
import type {FieldProblem} from '../../domain/problem.ts';
import type {ProofWorld} from '../../domain/proof/ports.ts';
import {deleteLeftUser} from '../../operations/test-users.ts';
import {leftUserWords, removalWords} from '../../output/proof-words.ts';
import type {Values} from '../flags/flags.ts';
import {permissionFrom} from './permissions.ts';
import type {Context} from './scripted.ts';
import type {Voice} from './voice.ts';

/** The key that opens the Management API at another address is not to open anything at Junction's usual one. */
export function checkJunctionUrl(values: Values, problems: FieldProblem[]): void {
	if (values['junction-url'] !== undefined || values['api-url'] === undefined) return;
	const message = 'With --api-url, name the address of Junction’s API for teams too: --junction-url URL.';
	problems.push({field: 'junction-url', message});
}

/** Deletes what earlier runs left of this organization; in production only for teams that are confirmed. */
export async function deleteLeftUsers({values, voice, signal}: Context, world: ProofWorld): Promise<void> {
	const permission = permissionFrom(values);
	const left = world.notes
		.left(world.organization)
		.filter(({place, teamId}) => isPlaceConfirmed(place, teamId, permission));
	for (const noted of left) {
		if (signal.aborted) return;
		voice.note(removalWords(await deleteLeftUser(world, noted, {signal}), noted));
	}
}

/**
Does what makes a test user. Whoever insists on stopping meanwhile leaves at once, and is told what stays; at a deadline
nobody leaves before it is deleted.
*/
export async function toldOfLeaving<Value>(
	{voice, lastSignal}: {readonly voice: Pick<Voice, 'note'>; readonly lastSignal: AbortSignal},
	prove: () => Promise<Value>,
): Promise<Value> {
	const insisted = () => {
		if (interruptionOf(lastSignal) === 'cancelled') voice.note(leftUserWords);
	};
	lastSignal.addEventListener('abort', insisted);
	try {
		return await prove();
	} finally {
		lastSignal.removeEventListener('abort', insisted);
	}
}
