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

/** So many lines of a manifest are named where the same is to be said of all of them. */
const namedLines = 5;

/** The warnings of a manifest, the same one of several lines once. */
export function manifestWarningLines(warnings: readonly Warning[]): readonly string[] {
	const lines = new Map<string, number[]>();
	for (const {message, at} of warnings) {
		const known = lines.get(message) ?? [];
		if (at) known.push(at.line);
		lines.set(message, known);
	}
	return Array.from(lines, ([message, numbers]) =>
		numbers.length === 0 ? message : `${linesNamed(numbers)}: ${message}`,
	);
}

function linesNamed(numbers: readonly number[]): string {
	if (numbers.length === 1) return `Line ${numbers[0]}`;
	const rest = numbers.length - namedLines;
	const named = numbers.slice(0, namedLines).join(', ');
	return rest > 0 ? `Lines ${named} and ${rest.toLocaleString('en')} more` : `Lines ${named}`;
}
