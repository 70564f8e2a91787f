import {useEffect, useRef} from 'react';
import {useConversation} from '../conversation.ts';

/** Longer than there is between two keys of who types or flies through a list. */
const restSeconds = 0.6;

/** Tells what a pointer has come to rest on; and nothing, as soon as it is there no more. */
export function useResting<Id>(at: Id | undefined, onRest: ((at: Id | undefined) => void) | undefined): void {
	const {wait} = useConversation().services;
	const latest = useRef(onRest);
	latest.current = onRest;
	useEffect(() => {
		if (at === undefined) return;
		const leaving = new AbortController();
		wait(restSeconds, leaving.signal).then(() => {
			if (!leaving.signal.aborted) latest.current?.(at);
		});
		return () => {
			leaving.abort();
			latest.current?.(undefined);
		};
	}, [at, wait]);
}
