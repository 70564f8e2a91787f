import {useMemo} from 'react';

/** Longer than most keyboards wait before a key that is held down repeats. */
const calmMilliseconds = 700;

/**
Tells a Return that was meant from one that only came along: a doubled press, or a key still held down from the
screen before. A Return is hasty until that much time has passed without one, or another key was pressed. Several at once
were held down, however long they were on their way.
*/
export function useHaste(now: () => Date): {
	readonly isHasty: (isHeld: boolean) => boolean;
	readonly calm: () => void;
} {
	return useMemo(() => {
		let since = now().getTime();
		return {
			isHasty(isHeld) {
				const time = now().getTime();
				const isTooSoon = time - since < calmMilliseconds || (isHeld && since > Number.NEGATIVE_INFINITY);
				if (isTooSoon) since = time;
				return isTooSoon;
			},
			calm() {
				since = Number.NEGATIVE_INFINITY;
			},
		};
	}, [now]);
}
