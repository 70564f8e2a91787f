import {useApp} from 'ink';
import {useCallback, useEffect, useRef, useState} from 'react';

/** Ends the app once, by itself or by the signal, which cancels it. What is drawn by then is wiped. */
export function useEnding(
	onEnd: (isCancelled: boolean) => void,
	stopSignal: AbortSignal,
): {readonly isOver: boolean; readonly end: (isCancelled: boolean) => void} {
	const {exit, waitUntilRenderFlush} = useApp();
	const [isOver, setIsOver] = useState(false);
	const isEnding = useRef(false);
	const latestOnEnd = useRef(onEnd);
	latestOnEnd.current = onEnd;
	const end = useCallback((isCancelled: boolean) => {
		if (isEnding.current) return;
		isEnding.current = true;
		latestOnEnd.current(isCancelled);
		setIsOver(true);
	}, []);
	// The last frame is wiped before the terminal is given back: a revealed secret must not stay in it.
	useEffect(() => {
		if (isOver) waitUntilRenderFlush().then(() => exit());
	}, [isOver, exit, waitUntilRenderFlush]);
	useEffect(() => {
		const leave = () => end(true);
		if (stopSignal.aborted) leave();
		stopSignal.addEventListener('abort', leave);
		return () => stopSignal.removeEventListener('abort', leave);
	}, [stopSignal, end]);
	return {isOver, end};
}
