import {setTimeout as sleep} from 'node:timers/promises';

/** Waits, and ends early when the signal aborts. */
export const waitSeconds = async (seconds: number, signal: AbortSignal): Promise<void> => {
	await sleep(seconds * 1000, undefined, {signal}).catch(() => undefined);
};
