import type {Field} from '../../field.ts';
import {isValueName, readName, spacedLabel} from '../names.ts';
import type {Contents, Entry} from './entry.ts';
import {lineValue} from './line-value.ts';

/** What comes before a name: shells, build files, lists of Markdown. */
const before =
	/^(?:export\s+|set\s+"?|setx\s+|declare\s+-x\s+|env\s+|\$env:|-e\s+|[-*+•>]\s+|\d{1,3}[.)]\s+|\|\s*)/i;

const longestName = 100;

type Named = {
	readonly kind: 'named';
	readonly name: string;
	/** Empty where it is on the next line, or missing. */
	readonly value: string;
	readonly isAssignment: boolean;
	/** Whether the name may be one of ours. */
	readonly isKnown: boolean;
};

/** A line as it was read. A `heading` names what the lines below belong to. */
type Line =
	| Named
	| {readonly kind: 'heading'; readonly name: string}
	| {readonly kind: 'other'; readonly text: string};

/**
Named lines: `.env` and what is like it (`export X=`, `set X=`, `$env:X =`, sections of INI and TOML), YAML, and lines
of people, `Client ID: …`, with the value behind the label or on the next line. `details` are named too.
*/
export function lineContents(text: string, details: readonly Field[]): Contents | undefined {
	const lines = text.split(/\r\n|[\r\n]/).flatMap(line => readLine(line, details));
	const entries: Entry[] = [];
	let section = '';
	let assignments = 0;
	for (const [index, line] of lines.entries()) {
		if (line.kind === 'heading') section = line.name;
		if (line.kind !== 'named') continue;
		const next = lines[index + 1];
		const isBelow = line.value === '' && !line.isAssignment && next?.kind === 'other';
		const value = isBelow ? lineValue(next.text) : line.value;
		// A name without a value may be that of a block of YAML.
		if (value === '' && !line.isAssignment && !line.isKnown) section = line.name;
		if (value === '') continue;
		entries.push({section, name: line.name, value});
		if (line.isAssignment) assignments += 1;
	}
	if (entries.length === 0) return undefined;
	const name = 2 * assignments > entries.length ? 'a settings file' : 'labelled lines';
	return {kind: 'entries', name, entries};
}

/** Nothing where the line is empty, or a comment. */
function readLine(raw: string, details: readonly Field[]): readonly Line[] {
	const line = raw.trim();
	if (line === '') return [];
	const [, ...headings] =
		/^(?:\[{1,2}([^[\]]{1,100})\]{1,2}|#{1,6}\s+([^=:]{1,100}?):?|\*\*([^*=:]{1,60}):?\*\*)$/.exec(line) ??
		[];
	const heading = headings.find(text => text !== undefined);
	if (heading !== undefined) return [labelOf(heading, details) ?? {kind: 'heading', name: heading}];
	if (/^(?:#|\/\/|;|rem\s)/i.test(line)) return [];
	return [namedLine(line, details) ?? spacedLine(line, details) ?? {kind: 'other', text: line}];
}

function namedLine(line: string, details: readonly Field[]): Named | undefined {
	const [prefix = ''] = before.exec(line) ?? [];
	const rest = line.slice(prefix.length);
	const end = rest.slice(0, longestName).search(/[=:\t|]/);
	if (end === -1) return labelOf(rest, details);
	// Labels may be bold or in quotes, also with the colon inside: **Client ID:** 12345
	const name = rest.slice(0, end).replace(/^["'`*_\s]+|["'`*_\s]+$/g, '');
	if (!/^[A-Za-z_][\w .()/-]*$/.test(name)) return undefined;
	const isAssignment = rest.charAt(end) === '=';
	const isKnown = readName(name, details) !== undefined;
	const behind = rest.slice(end + 1);
	// An address has a colon too, and so has a sentence; base64 ends with equals signs.
	if (!isKnown && (isAssignment ? !isValueName(name) : behind.trim() !== '')) return undefined;
	const isBold = /^\*\*\s/.test(behind);
	const isQuotedWhole = /^set\s+"$/i.test(prefix) && behind.endsWith('"');
	const value = isQuotedWhole ? behind.slice(0, -1) : lineValue(isBold ? behind.slice(2) : behind);
	return {kind: 'named', name, value, isAssignment, isKnown};
}

/** `Client ID 12345` and `Client ID - 12345`. */
function spacedLine(line: string, details: readonly Field[]): Named | undefined {
	const [, label = '', name = ''] = spacedLabel.exec(line.replace(/^[-*+•>]\s+/, '')) ?? [];
	const named = labelOf(name, details);
	return named && {...named, value: lineValue(line.slice(line.indexOf(label) + label.length))};
}

/** A name on a line of its own, with the value below: what is copied from a page looks so. */
function labelOf(text: string, details: readonly Field[]): Named | undefined {
	const isLabel = text.length <= 40 && readName(text, details)?.isStrong === true;
	return isLabel ? {kind: 'named', name: text, value: '', isAssignment: false, isKnown: true} : undefined;
}
