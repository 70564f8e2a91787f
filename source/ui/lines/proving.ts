import type {Wizard} from '../../wizard/state.ts';
import {isListAwaited} from '../../wizard/team-step.ts';
import {loaded} from '../../wizard/wants.ts';
import {chooseAfter, type Talk} from './talk.ts';

const entries = {
	proof: {
		entryOf: ({keyEntry}: Wizard) => keyEntry,
		words: 'Checking the key.',
		another: 'Enter another key',
		anew: {type: 'key-given'},
	},
	team: {
		entryOf: ({teamEntry}: Wizard) => teamEntry,
		words: 'Looking at the team.',
		another: 'Enter another ID',
		anew: {type: 'team-given'},
	},
} as const;

/** Waits for what a key or a team's ID proves; where it is nothing, it is tried again, or another one entered. */
export async function prove(talk: Talk, kind: keyof typeof entries): Promise<void> {
	const {entryOf, words, another, anew} = entries[kind];
	const problemOf = (wizard: Wizard) => {
		const load = loaded(wizard, kind);
		// A list on its way may have what the API tells nothing of.
		const isOver = typeof entryOf(wizard) !== 'object' || isListAwaited(wizard);
		return load.status === 'failed' && !isOver ? load.problem : undefined;
	};
	const isSettled = (wizard: Wizard) =>
		typeof entryOf(wizard) !== 'object' || problemOf(wizard) !== undefined;
	const problem = problemOf(await talk.until(isSettled, words, kind));
	if (!problem) return;
	const choice = await chooseAfter(talk, problem, [
		{id: 'retry', label: 'Try again'},
		{id: 'again', label: another},
	]);
	talk.dispatch(choice === 'retry' ? {type: 'retried', kind} : anew);
}
