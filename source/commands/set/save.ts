import {interruptionOf, interruptionWords} from '../../domain/interruption.ts';
import type {SaveOutcome} from '../../domain/outcome.ts';
import type {PlannedSave} from '../../domain/plan.ts';
import type {ManagementApi} from '../../domain/ports.ts';
import type {Problem} from '../../domain/problem.ts';
import {saveCredential} from '../../operations/save-credential.ts';
import type {Context} from '../shared/scripted.ts';
import {waitingNote} from '../shared/waiting.ts';

/** How a save ended, as it is told: `failed` is certainly not stored, `unconfirmed` may be. */
export type SaveEnding =
	| Extract<SaveOutcome, {kind: 'confirmed'}>
	| {readonly kind: 'failed' | 'unconfirmed'; readonly problem: Problem};

/** Saves what was planned and allowed. */
export async function saveOne(
	{voice, signal, terminal}: Context,
	api: ManagementApi,
	{place, credential, before}: PlannedSave,
): Promise<SaveEnding> {
	let wasSent = false;
	const outcome = await saveCredential(api, place, credential, {
		before,
		signal,
		wait: terminal.wait,
		onProgress(progress) {
			if (progress.kind === 'sending') wasSent = true;
			if (progress.kind === 'waiting') voice.note(waitingNote(progress));
		},
	});
	if (outcome.kind === 'confirmed') return outcome;
	if (signal.aborted) {
		return wasSent
			? {kind: 'unconfirmed', problem: maybeStored(signal)}
			: {kind: 'failed', problem: nothingSent(signal)};
	}
	return {kind: outcome.kind === 'uncertain' ? 'unconfirmed' : 'failed', problem: problemOf(outcome)};
}

function problemOf(outcome: Exclude<SaveOutcome, {kind: 'confirmed'}>): Problem {
	if (outcome.kind !== 'changed') return outcome.problem;
	return {
		kind: 'conflict',
		message: 'Someone else changed what is stored just now. Nothing was sent.',
		advice: 'Look at it with byoo list, then run it again.',
	};
}

const maybeStored = (signal: AbortSignal): Problem => ({
	kind: 'uncertain',
	message: `${interruptionWords[interruptionOf(signal)]}. It was sent and may be stored.`,
	advice: 'Look before you send it again.',
});

/** What is said where there was no more time, or nobody who wanted to wait, before anything was sent. */
export const nothingSent = (signal: AbortSignal): Problem => ({
	kind: 'retry',
	message: `${interruptionWords[interruptionOf(signal)]}. Nothing was sent.`,
	advice: 'Run it again when you are ready.',
});
