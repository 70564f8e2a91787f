import {useApp} from 'ink';
import {useCallback, useEffect, useRef} from 'react';
import type {JobControl} from '../../domain/suspension.ts';

/**
Puts the screen away while the process is stopped, and paints it anew when it goes on, also where it was stopped without
a word. Gives what stops it, with all that runs with it.
*/
export function useSuspending(
	{watch, stop}: JobControl,
	stopSignal: AbortSignal,
	paintAnew: () => void,
): () => void {
	const {suspendTerminal, exit} = useApp();
	const isAway = useRef(false);
	const putAway = useCallback(
		(meanwhile: () => Promise<void>) => {
			if (isAway.current) return;
			isAway.current = true;
			const away = async () => {
				await meanwhile();
				// A shell ends what it has stopped by a signal to end and one to go on.
				if (stopSignal.aborted) exit();
			};
			suspendTerminal(away).finally(() => {
				isAway.current = false;
				if (!stopSignal.aborted) paintAnew();
			});
		},
		[suspendTerminal, exit, stopSignal, paintAnew],
	);
	useEffect(
		() =>
			watch({
				onStop: () => putAway(() => stop('process')),
				// The shell may have set the terminal as it likes it.
				onContinue: () => putAway(() => Promise.resolve()),
			}),
		[watch, stop, putAway],
	);
	return useCallback(() => putAway(() => stop('group')), [putAway, stop]);
}
