import {useInput} from 'ink';
import {useState} from 'react';
import {actionOf, appActions} from '../key-table.ts';

/** The keys that do the same on every screen, and what they have switched on. */
export function useAppKeys({
	isPresentedFirst,
	wouldLose,
	leave,
	suspend,
	repaint,
}: {
	readonly isPresentedFirst: boolean;
	/** Whether it has to be asked before leaving. */
	readonly wouldLose: () => boolean;
	readonly leave: () => void;
	readonly suspend: () => void;
	readonly repaint: () => void;
}) {
	const [isLeaving, setIsLeaving] = useState(false);
	const [isCovered, setIsCovered] = useState(false);
	const [isPresenting, setIsPresenting] = useState(isPresentedFirst);
	/** Whether it was asked before what is hidden is shown again: a key is soon pressed by accident. */
	const [isUnveiling, setIsUnveiling] = useState(false);
	useInput((input, key) => {
		const action = actionOf(input, key, appActions);
		if (action !== 'leave') setIsLeaving(false);
		if (action !== 'present') setIsUnveiling(false);
		if (action === 'help') setIsCovered(now => !now);
		if (action === 'present') {
			const isAsked = isPresenting && !isUnveiling;
			setIsUnveiling(isAsked);
			setIsPresenting(isAsked || !isPresenting);
		}
		if (action === 'suspend') suspend();
		if (action === 'repaint') repaint();
		if (action !== 'leave') return;
		if (isLeaving || !wouldLose()) leave();
		else setIsLeaving(true);
	});
	return {isLeaving, isUnveiling, isCovered, isPresenting, cover: setIsCovered};
}
