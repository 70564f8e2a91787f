const escaped: Readonly<Record<string, string>> = {
	'\\n': '\n',
	'\\r': '\r',
	'\\t': '\t',
	'\\"': '"',
	'\\\\': '\\',
	'\\$': '$',
	'\\`': '`',
};

/** What may follow the closing quote: a comma, a semicolon, a comment, a bar of a table. */
const behindQuote = /^\s*[,;|]?\s*(?:(?:#|\/\/).*)?$/;

/**
The value of a named line, from what stands behind the name. In double quotes the escapes of shells and `.env` are
undone; in single quotes and backticks nothing is. What is in no quotes goes up to a comment, which has white space
before it. A quote that is not closed is a part of the value.
*/
export function lineValue(raw: string): string {
	const text = raw.trim();
	const quoted = /^("(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`)/s.exec(text)?.[0];
	if (quoted !== undefined && behindQuote.test(text.slice(quoted.length))) {
		const inside = quoted.slice(1, -1);
		return quoted.startsWith('"')
			? inside.replace(/\\[nrt"\\$`]/g, found => escaped[found] ?? found)
			: inside;
	}
	return text
		.replace(/\s(?:#|\/\/ ).*$/s, '')
		.replace(/\s\|$/, '')
		.trimEnd();
}
