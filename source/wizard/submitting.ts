import type {SaveOutcome} from '../domain/outcome.ts';
import {reopen} from './answering.ts';
import {isConfirmed, plannedSave} from './plan.ts';
import {refusalsOf} from './refusal.ts';
import {asking, type Wizard} from './state.ts';
import {stepsFor} from './steps.ts';

/** Sends, if every answer is given and production was confirmed; otherwise nothing changes. */
export function submitted(wizard: Wizard, confirmation: string): Wizard {
	if (!plannedSave(wizard.answers) || !isConfirmed(wizard.answers, confirmation)) return wizard;
	return {
		...wizard,
		phase: {status: 'submitting'},
		attempt: wizard.attempt + 1,
	};
}

/** What became of it: done, back to what was refused, or back to review with what happened. */
export function settled(wizard: Wizard, outcome: SaveOutcome): Wizard {
	switch (outcome.kind) {
		case 'confirmed':
			return {...wizard, mayHaveArrived: false, phase: {status: 'done', outcome}};
		case 'uncertain':
			return {
				...wizard,
				mayHaveArrived: true,
				phase: {status: 'unconfirmed', problem: outcome.problem, differences: outcome.differences ?? []},
			};
		case 'changed':
			return {...wizard, changedMeanwhile: outcome.before, phase: asking};
		case 'failed': {
			const refusals = refusalsOf(outcome.problem, wizard.answers);
			const refused = stepsFor(wizard.answers)
				.map(step => step.id)
				.filter(id => refusals[id] !== undefined);
			if (refused.length === 0) return {...wizard, phase: {status: 'failed', problem: outcome.problem}};
			// The last one first, so that none is held, and settled unasked, by another one that it depends on.
			return {...refused.reduceRight(reopen, wizard), refusals};
		}
	}
}
