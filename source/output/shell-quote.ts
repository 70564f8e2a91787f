/** A text as one word of a POSIX shell. Plain words stay as they are. */
export const quoted = (text: string): string =>
	/^[A-Za-z0-9_@%+:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
