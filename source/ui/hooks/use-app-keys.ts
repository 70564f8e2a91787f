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
	useInput((input, key) => {
		const action = actionOf(input, key, appActions);
		if (action !== 'leave') setIsLeaving(false);
		if (action === 'help') setIsCovered(now => !now);
		if (action === 'present') setIsPresenting(now => !now);
		if (action === 'suspend') suspend();
		if (action === 'repaint') repaint();
		if (action !== 'leave') return;
		if (isLeaving || !wouldLose()) leave();
		else setIsLeaving(true);
	});
	return {isLeaving, isCovered, isPresenting, cover: setIsCovered};
}
