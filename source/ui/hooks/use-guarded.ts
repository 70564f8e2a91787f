import {useState} from 'react';
import {useConversation} from '../conversation.ts';
import type {Remark} from '../layout.ts';
import {useHaste} from './use-haste.ts';

/** A choice that acts beyond this computer, kept from a Return that only came along: then nothing was `done`. */
export function useGuarded<Id>(onChoose: (id: Id) => void, done = 'done') {
	const {services} = useConversation();
	const {isHasty, calm} = useHaste(services.now);
	const [wasHasty, setWasHasty] = useState(false);
	return {
		choose(id: Id, isHeld = false) {
			if (isHasty(isHeld)) setWasHasty(true);
			else onChoose(id);
		},
		/** Another key was pressed. */
		calm() {
			calm();
			setWasHasty(false);
		},
		/** Said in place of other words, where a Return was not taken. */
		said: wasHasty ? hasty(done) : undefined,
	};
}

const hasty = (done: string): Remark => ({
	tone: 'warning',
	text: `That Enter came very soon, so nothing was ${done}. Look, then press it again.`,
});
