const nextLine = '\u001b[E';

/** The pieces of a frame as they are written, of which those that only lead to the next line are told as one. */
export const joined = (pieces: readonly string[]): string =>
	// biome-ignore lint/suspicious/noControlCharactersInRegex: it begins a sequence for the terminal
	pieces.join('').replace(/(?:\u001B\[E){2,}/g, all => `\u001b[${all.length / nextLine.length}E`);
