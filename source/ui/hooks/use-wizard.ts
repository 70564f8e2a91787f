import {useCallback, useRef} from 'react';
import type {Answers} from '../../wizard/answers.ts';
import type {Launch} from '../../wizard/launch.ts';
import type {WizardEvent} from '../../wizard/state.ts';
import {startWizard, update} from '../../wizard/wizard.ts';
import {type SavedOnce, savedAfter, wouldLoseIn} from '../saved-once.ts';
import {useLatest} from './use-latest.ts';

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
			saved.current = savedAfter(saved.current, before, next);
			if (next.phase.status === 'done' && before.phase.status !== 'done') isTyped.current = false;
			return next;
		},
		[change, latest],
	);
	const onTyped = useCallback(() => {
		isTyped.current = true;
	}, []);
	/** Whether leaving now would lose what was entered. */
	const wouldLose = useCallback(() => wouldLoseIn(latest(), isTyped.current, saved.current), [latest]);
	const ending = useCallback(() => ({saved: saved.current, wizard: latest()}), [latest]);
	return {wizard, dispatch, onTyped, wouldLose, ending};
}
