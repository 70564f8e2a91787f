import {clean} from '../domain/text.ts';
import {isOfLineBreak} from '../domain/values/answer-notes.ts';
import type {Warning} from '../domain/warnings.ts';

/** A warning in a document. `row` is what a manifest's row is called, and `field` the place in its body, where it has them. */
export type WarningJson = {
	readonly row?: string;
	readonly field?: string;
	readonly code: string;
	readonly message: string;
};

const longest = 500;

export const warningsJson = (warnings: readonly Warning[]): readonly WarningJson[] =>
	warnings.map(({at, field, code, message}) => {
		const row = at && rowIn(at.path);
		return {
			...(row !== undefined && {row}),
			...(field !== undefined && {field}),
			code,
			message: clean(message, longest),
		};
	});

/** `credentials[2]` of whatever is in it. */
const rowIn = (path: string): string | undefined => /^credentials\[\d+\]/.exec(path)?.[0];

/** A warning as a line; what was only done is told as it is. */
export const warningLine = ({code, message}: Warning): string =>
	isOfLineBreak(code) ? message : `Warning: ${message}`;

/** The warnings of a manifest, the same one of several lines once. */
export function manifestWarningLines(warnings: readonly Warning[]): readonly string[] {
	const alike = new Map<string, Warning[]>();
	for (const warning of warnings) {
		const words = isOfLineBreak(warning.code) ? warning.code : warning.message;
		alike.set(words, [...(alike.get(words) ?? []), warning]);
	}
	return [...alike.values()].flatMap(linesOfAlike);
}

/** What is only done is told once for all rows, and anything else with the lines to look at. */
function linesOfAlike(warnings: readonly Warning[]): readonly string[] {
	const [first] = warnings;
	const places = warnings.flatMap(({at}) => at ?? []);
	const rows = new Set(places.map(({path}) => rowIn(path)));
	const summary = first && summaries[first.code];
	if (summary !== undefined && rows.size > 1)
		return [`${summary} for ${rows.size.toLocaleString('en')} rows.`];
	const messages = [...new Set(warnings.map(({message}) => message))];
	return messages.map(message => {
		const lines = warnings.flatMap(warning =>
			warning.message === message && warning.at ? warning.at.line : [],
		);
		return lines.length === 0 ? message : `${linesNamed([...new Set(lines)])}: ${message}`;
	});
}

const summaries: Readonly<Record<string, string>> = {
	'final-line-break-removed': 'The line break at the end was removed',
	'final-line-break-kept': 'The line break at the end is sent too',
};

/** So many lines of a manifest are named where the same is to be said of all of them. */
const namedLines = 5;

function linesNamed(numbers: readonly number[]): string {
	if (numbers.length === 1) return `Line ${numbers[0]}`;
	const rest = numbers.length - namedLines;
	const named = numbers.slice(0, namedLines).join(', ');
	return rest > 0 ? `Lines ${named} and ${rest.toLocaleString('en')} more` : `Lines ${named}`;
}
