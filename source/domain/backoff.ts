/** No pause is longer, whatever the server asks for; in seconds. */
const longestPause = 30;

/** The pauses before each new try, in seconds. With the last of them the tries are at an end. */
export const backoff = {
	/** Before a read is sent again. */
	read: [1, 2],
	/** Before a write is sent again that was refused for now. */
	write: [1, 2, 4],
	/** Before a row of many is begun again that ended without anything sent, or with a send of unknown outcome. */
	unsentRow: [1, 2, 3, 4, 5],
	uncertainRow: [1, 2],
	/** Of all requests of a run, with each busy answer in a row; after these always the longest. */
	run: [0.25, 0.5, 1, 2, 4, 8, 16],
	/** Before the reads that look for a write without an answer, which may still be on its way. */
	arrival: [1, 2, 4],
	/** Before the reads that follow a good answer, where a copy of the data may lag behind. */
	copy: [0, 1, 2],
	/** Before the reads that look whether what was removed is gone. */
	removal: [0, 1, 2, 4],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** How long to pause after so many tries, from 1: as the server asks, where it does. */
export const pauseAfter = (tries: number, pauses: readonly number[], asked?: number): number =>
	Math.min(asked ?? pauses[tries - 1] ?? longestPause, longestPause);

/** Whether the server asks for fewer requests (429), or is overloaded (503). */
export const isBusy = (status: number | undefined): boolean => status === 429 || status === 503;

/** Why it waits then, in words. */
export const busyWords = (status: number | undefined): string =>
	status === 503 ? 'the server is overloaded' : 'the server asks for fewer requests';
