/** The newest entries of something that goes on for long. */
export type Log<Entry> = {
	add(entry: Entry): void;
	/** Oldest first. */
	entries(): readonly Entry[];
};

/** A log that forgets its oldest entry once it holds more than `limit`. */
export function createLog<Entry>(limit: number): Log<Entry> {
	const entries: Entry[] = [];
	return {
		add(entry) {
			entries.push(entry);
			if (entries.length > limit) entries.shift();
		},
		entries: () => [...entries],
	};
}
