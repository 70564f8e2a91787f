import {useCallback, useRef} from 'react';
import type {SaveOutcome} from '../../domain/outcome.ts';
import type {Proofs} from '../../domain/proof/finding.ts';
import type {Answers} from '../../wizard/answers.ts';
import type {Launch} from '../../wizard/launch.ts';
import type {WizardEvent} from '../../wizard/state.ts';
import {startWizard, update} from '../../wizard/wizard.ts';
import {useLatest} from './use-latest.ts';

/** What was saved in the conversation, and the answers it was made of. */
export type SavedOnce = {
	readonly answers: Answers;
	readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>;
	/** What was proved of it, before the save and after. */
	readonly proofs: Proofs;
};

/** The conversation as it stands, and what one has to know of it to end it. */
export function useWizard(preset: Answers, launch: Launch) {
	const [wizard, change] = useLatest(() => startWizard(preset, launch));
	const saved = useRef<readonly SavedOnce[]>([]);
	const isTyped = useRef(false);
	const latest = useCallback(() => change(now => now), [change]);
	const dispatch = useCallback(
		(event: WizardEvent) => {
			const before = latest();
			const next = change(now => update(now, event));
			if (next.phase.status === 'done') {
				const {answers, proofs} = next;
				const isNew = before.phase.status !== 'done';
				const others = isNew ? saved.current : saved.current.slice(0, -1);
				saved.current = [...others, {answers, outcome: next.phase.outcome, proofs}];
				if (isNew) isTyped.current = false;
			}
			return next;
		},
		[change, latest],
	);
	const onTyped = useCallback(() => {
		isTyped.current = true;
	}, []);
	/** Whether leaving now would lose what was entered. */
	const wouldLose = useCallback(() => {
		const {trail, phase} = latest();
		const hasEntered = isTyped.current || (trail.length > 0 && saved.current.length === 0);
		return hasEntered && !['creating', 'submitting', 'done'].includes(phase.status);
	}, [latest]);
	const ending = useCallback(() => ({saved: saved.current, wizard: latest()}), [latest]);
	return {wizard, dispatch, onTyped, wouldLose, ending};
}
