import type {Result} from '../domain/problem.ts';

/** Does the task when its turn has come. */
export type InTurn = <Value>(task: () => Promise<Result<Value>>) => Promise<Result<Value>>;

/**
Lets tasks wait for their turn, in the order in which they come. `atOnce` says how many may run, and is asked again
after each: told whether any has worked so far.
*/
export function turns(atOnce: (hasWorked: boolean) => number): InTurn {
	const waiting: (() => void)[] = [];
	let running = 0;
	let hasWorked = false;
	const admit = () => {
		while (waiting.length > 0 && running < atOnce(hasWorked)) {
			running++;
			waiting.shift()?.();
		}
	};
	return async task => {
		await new Promise<void>(resolve => {
			waiting.push(resolve);
			admit();
		});
		try {
			const result = await task();
			hasWorked ||= result.ok;
			return result;
		} finally {
			running--;
			admit();
		}
	};
}
