import {useCallback, useEffect, useState} from 'react';
import type {Waiting} from '../../domain/ports.ts';
import type {Problem, Result} from '../../domain/problem.ts';

export type Load<Value> =
	| {readonly status: 'loading'; readonly waiting?: Waiting; readonly count?: number}
	| {readonly status: 'loaded'; readonly value: Value}
	| {readonly status: 'failed'; readonly problem: Problem};

export type LoadOptions = {
	readonly signal: AbortSignal;
	readonly onWaiting: (waiting: Waiting) => void;
	readonly onPage: (count: number) => void;
};

/**
Loads while the component is drawn, again when `load` changes or on retry, and aborts when it goes away.
`load` must be stable (useCallback); undefined means there is nothing to load yet.
*/
export function useLoad<Value>(load: ((options: LoadOptions) => Promise<Result<Value>>) | undefined): {
	readonly state: Load<Value>;
	readonly retry: () => void;
} {
	const [latest, setLatest] = useState<{readonly of: typeof load; readonly state: Load<Value>}>();
	const [attempt, setAttempt] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a retry is the same load once more
	useEffect(() => {
		const setState = (state: Load<Value>) => setLatest({of: load, state});
		setState(loading);
		if (!load) return;
		const controller = new AbortController();
		const {signal} = controller;
		const tell = (next: Load<Value>) => {
			if (!signal.aborted) setState(next);
		};
		load({
			signal,
			onWaiting: waiting => tell({status: 'loading', waiting}),
			onPage: count => tell({status: 'loading', count}),
		}).then(result =>
			tell(result.ok ? {status: 'loaded', value: result.value} : {status: 'failed', problem: result.problem}),
		);
		return () => controller.abort();
	}, [load, attempt]);
	const retry = useCallback(() => setAttempt(now => now + 1), []);
	// What was loaded for something else is never shown, not even until the effect has run.
	return {state: latest && latest.of === load ? latest.state : loading, retry};
}

const loading = {status: 'loading'} as const;
