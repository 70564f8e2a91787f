import type {Waiting} from './ports.ts';
import type {Problem, Result} from './problem.ts';

/** Something that is read of the world: on its way, here, or why it is not. `count` is how much of it was read. */
export type Load<Value> =
	| {readonly status: 'loading'; readonly waiting?: Waiting; readonly count?: number}
	| {readonly status: 'loaded'; readonly value: Value}
	| {readonly status: 'failed'; readonly problem: Problem};

export const loading = {status: 'loading'} as const;

export const loadOf = <Value>(result: Result<Value>): Load<Value> =>
	result.ok ? {status: 'loaded', value: result.value} : {status: 'failed', problem: result.problem};
