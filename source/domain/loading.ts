import type {Waiting} from './ports.ts';
import type {Problem, Result} from './problem.ts';

/** Something that is read of the world: on its way, here, or why it is not. `soFar` is as much of it as came already. */
export type Load<Value> =
	| {readonly status: 'loading'; readonly waiting?: Waiting; readonly soFar?: Value}
	| {readonly status: 'loaded'; readonly value: Value}
	| {readonly status: 'failed'; readonly problem: Problem};

export const loading = {status: 'loading'} as const;

/** As much as is known of it. Whoever decides by what is missing in it waits until it is all here. */
export function knownOf<Value>(load: Load<Value>): Value | undefined {
	if (load.status === 'loaded') return load.value;
	return load.status === 'loading' ? load.soFar : undefined;
}

export const loadOf = <Value>(result: Result<Value>): Load<Value> =>
	result.ok ? {status: 'loaded', value: result.value} : {status: 'failed', problem: result.problem};
