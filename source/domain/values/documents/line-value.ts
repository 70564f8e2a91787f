const escaped: Readonly<Record<string, string>> = {
	'\\n': '\n',
	'\\r': '\r',
	'\\t': '\t',
	'\\"': '"',
	'\\\\': '\\',
	'\\$': '$',
	'\\`': '`',
};

/** What may follow the closing quote: brackets, a comma, a semicolon, a comment, a bar of a table, a backslash. */
const behindQuote = /^\s*[}\])]*[,;|\\]?\s*(?:(?:#|\/\/).*)?$/;

/** Three quotes hold lines, and begin with none of the first. */
const longQuote = /^("""|''')(?:\n)?(.*?)\1/s;
const shortQuote = /^("(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`)/s;

/** Whether a quote that a text begins with is not closed in it. */
export const isOpenQuote = (text: string): boolean =>
	/^(?:"""|''')/.test(text) ? !longQuote.test(text) : /^["'`]/.test(text) && !shortQuote.test(text);

/** Without the escapes of double quotes. A line break that is escaped is none, nor is what the next line begins with. */
export const unescaped = (text: string): string =>
	text.replace(
		/\\(?:[nrt"\\$`]|\n[ \t]*)/g,
		found => escaped[found] ?? (found.startsWith('\\\n') ? '' : found),
	);

/**
The value of a named line, from what stands behind the name. In double quotes the escapes of shells and `.env` are
undone; in single quotes and backticks nothing is. What is in no quotes goes up to a comment, which has white space
before it. A quote that is not closed is a part of the value.
*/
export function lineValue(raw: string): string {
	const text = raw.trim();
	const [long, , held] = longQuote.exec(text) ?? [];
	if (long !== undefined && held !== undefined && behindQuote.test(text.slice(long.length))) {
		return long.startsWith('"') ? unescaped(held) : held;
	}
	const quoted = shortQuote.exec(text)?.[0];
	if (quoted !== undefined && behindQuote.test(text.slice(quoted.length))) {
		const inside = quoted.slice(1, -1);
		return quoted.startsWith('"') ? unescaped(inside) : inside;
	}
	return (
		text
			.replace(/\s(?:#|\/\/ ).*$/s, '')
			// A bar of a table, or the backslash before the next line of a command.
			.replace(/\s[|\\]$/, '')
			.trimEnd()
	);
}
