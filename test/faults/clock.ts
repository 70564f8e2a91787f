import {AsyncLocalStorage} from 'node:async_hooks';

/** Takes one of the times at which nothing more can come, of the run that asks; false where there is none. */
type TakeSilence = () => boolean;

const runs = new AsyncLocalStorage<TakeSilence>();
const original = globalThis.setTimeout;
const timesAsFast = 200;

/**
Time limits of what is run here pass when nothing more can come, in place of after their seconds: a busy machine makes
any number of seconds too few, and a free one wastes them. How long they really are, other tests show.
*/
export const withQuickLimits = <Value>(takeSilence: TakeSilence, run: () => Promise<Value>): Promise<Value> =>
	runs.run(takeSilence, run);

function patched(callback: () => void, milliseconds?: number) {
	const takeSilence = runs.getStore();
	if (!takeSilence || milliseconds === undefined || milliseconds < 1000)
		return original(callback, milliseconds);
	// Of two limits the shorter one still passes first.
	const clock = setInterval(() => {
		if (!takeSilence()) return;
		clearInterval(clock);
		callback();
	}, milliseconds / timesAsFast);
	return clock;
}

globalThis.setTimeout = Object.assign(patched, original) as unknown as typeof setTimeout;
