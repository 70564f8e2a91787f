import type {Answers} from '../../wizard/answers.ts';
import type {Launch} from '../../wizard/launch.ts';
import type {Wizard, WizardEvent} from '../../wizard/state.ts';
import {startWizard, update} from '../../wizard/wizard.ts';
import {requester} from '../requester.ts';
import {type SavedOnce, savedAfter, wouldLoseIn} from '../saved-once.ts';
import type {Services} from '../services.ts';

/** The conversation as it stands, with all that it asks of the world, and what one has to know of it to end it. */
export function conversationState(preset: Answers, launch: Launch, services: Services) {
	let wizard = startWizard(preset, launch);
	let saved: readonly SavedOnce[] = [];
	let isTyped = false;
	let waiting: (() => void)[] = [];
	const dispatch = (event: WizardEvent): Wizard => {
		const before = wizard;
		wizard = update(wizard, event);
		saved = savedAfter(saved, before, wizard);
		if (wizard.phase.status === 'done' && before.phase.status !== 'done') isTyped = false;
		requests.follow(wizard);
		const told = waiting;
		waiting = [];
		for (const tell of told) tell();
		return wizard;
	};
	const requests = requester(services, dispatch);
	requests.follow(wizard);
	return {
		dispatch,
		wizard: () => wizard,
		saved: () => saved,
		/** Resolves at the next event. */
		changed: () => new Promise<void>(resolve => void waiting.push(resolve)),
		onTyped: () => {
			isTyped = true;
		},
		/** Whether leaving now would lose what was entered. */
		wouldLose: () => wouldLoseIn(wizard, isTyped, saved),
		stop: requests.stop,
	};
}
