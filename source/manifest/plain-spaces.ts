import type {ManifestProblem} from '../domain/manifest.ts';
import {signAt} from '../domain/values/signs.ts';

/** A text with spaces in the place of what only looks like them, and the one thing to say of it. */
export type Spaced = {readonly text: string; readonly fault: ManifestProblem};

/** The beginning of a line: its indentation and dashes, and a key with its colon. */
const beginnings = /^(?:\s|-(?=\s))*(?:["']?[A-Za-z_][\w-]*["']?\s*:(?=\s)\s)?/;

/** White space that YAML takes for text: neither space nor tab, nor a line break, nor a mark at the file's beginning. */
const odd = /[^\S \t\r\n\ufeff]/g;

/**
Undefined where no line begins with such white space. Each of its signs is as long as a space, so that all places in
the text stay what they are.
*/
export function withPlainSpaces(text: string): Spaced | undefined {
	let first: ManifestProblem | undefined;
	let count = 0;
	const lines = text.split('\n').map((line, index) => {
		const beginning = beginnings.exec(line)?.[0] ?? '';
		const at = beginning.search(odd);
		if (at === -1) return line;
		count += 1;
		first ??= {line: index + 1, column: at + 1, path: '', message: signAt(beginning, at) ?? ''};
		return beginning.replace(odd, ' ') + line.slice(beginning.length);
	});
	if (!first) return undefined;
	return {text: lines.join('\n'), fault: {...first, message: messageOf(first.message, count - 1)}};
}

function messageOf(sign: string, others: number): string {
	const where =
		others === 0 ? 'here' : `here and in ${others === 1 ? '1 more line' : `${others} more lines`}`;
	return `There is ${sign} ${where}, where YAML takes spaces alone: type spaces in its place.`;
}
