import {useCallback, useRef, useState} from 'react';

/**
State whose newest value is at hand at once. Several keys can arrive before React renders, so a handler that
read rendered state would act on an old one: `change` gives what the state has become.
*/
export function useLatest<State>(
	initial: State | (() => State),
): readonly [State, (change: (state: State) => State) => State] {
	const [state, setState] = useState(initial);
	const latest = useRef(state);
	const change = useCallback((next: (state: State) => State) => {
		latest.current = next(latest.current);
		setState(latest.current);
		return latest.current;
	}, []);
	return [state, change];
}
