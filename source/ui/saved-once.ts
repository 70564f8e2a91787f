import type {SaveOutcome} from '../domain/outcome.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import type {Answers} from '../wizard/answers.ts';
import type {Wizard} from '../wizard/state.ts';

/** What was saved in the conversation, and the answers it was made of. */
export type SavedOnce = {
	readonly answers: Answers;
	readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>;
	/** What was proved of it, before the save and after. */
	readonly proofs: Proofs;
};

/** What was saved after an event, given what was before it. What is proved later belongs to the last of them. */
export function savedAfter(
	saved: readonly SavedOnce[],
	before: Wizard,
	{phase, answers, proofs}: Wizard,
): readonly SavedOnce[] {
	if (phase.status !== 'done') return saved;
	const others = before.phase.status === 'done' ? saved.slice(0, -1) : saved;
	return [...others, {answers, outcome: phase.outcome, proofs}];
}

/** Whether leaving now would lose what was entered. */
export const wouldLoseIn = ({trail, phase}: Wizard, isTyped: boolean, saved: readonly SavedOnce[]): boolean =>
	(isTyped || (trail.length > 0 && saved.length === 0)) &&
	!['creating', 'submitting', 'done'].includes(phase.status);
