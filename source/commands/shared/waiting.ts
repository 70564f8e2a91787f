import {setTimeout as pause} from 'node:timers/promises';
import type {Waiting} from '../../domain/ports.ts';

/** A pause before something is tried again, as a line. */
export const waitingNote = ({seconds, because}: Pick<Waiting, 'seconds' | 'because'>): string =>
	`Waiting ${seconds} s: ${because}.`;

/** Waits, or ends early when the signal aborts. */
export async function wait(seconds: number, signal: AbortSignal): Promise<void> {
	await pause(seconds * 1000, undefined, {signal}).catch(() => undefined);
}
