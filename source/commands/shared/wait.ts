import {setTimeout as pause} from 'node:timers/promises';

/** Waits, or ends early when the signal aborts. */
export async function wait(seconds: number, signal: AbortSignal): Promise<void> {
	await pause(seconds * 1000, undefined, {signal}).catch(() => undefined);
}
