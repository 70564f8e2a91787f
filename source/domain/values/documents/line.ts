import type {Field} from '../../field.ts';
import {isValueName, readName, spacedLabel} from '../names.ts';
import {isButton} from './buttons.ts';
import {lineValue, unescaped} from './line-value.ts';

/** What comes before a name: shells, build files, lists of Markdown. */
const before =
	/^(?:export\s+|set\s+"?|setx\s+|declare\s+-x\s+|env\s+|\$env:|--?(?:e|env|d|data|F)\s+|[-*+•>]\s+|\d{1,3}[.)]\s+|\|\s*)/i;

const longestName = 100;

export type Named = {
	readonly kind: 'named';
	readonly name: string;
	/** Empty where it is on the next line, or missing. */
	readonly value: string;
	/** What the value was read from. */
	readonly behind: string;
	readonly isAssignment: boolean;
	/** Whether the name may be one of ours. */
	readonly isKnown: boolean;
};

/** A line as it was read. A `heading` names what the lines below belong to. */
export type Line =
	| Named
	| {readonly kind: 'heading'; readonly name: string}
	| {readonly kind: 'other'; readonly text: string};

/** Nothing where the line is empty, a comment, or the button of a page. */
export function readLine(raw: string, details: readonly Field[]): Line | undefined {
	const line = raw.trim();
	if (line === '' || isButton(line)) return undefined;
	const [, ...headings] =
		/^(?:\[{1,2}([^[\]]{1,100})\]{1,2}|#{1,6}\s+([^=:]{1,100}?):?|\*\*([^*=:]{1,60}):?\*\*)$/.exec(line) ??
		[];
	const heading = headings.find(text => text !== undefined);
	if (heading !== undefined) return labelOf(heading, details) ?? {kind: 'heading', name: heading};
	if (/^(?:#|\/\/|;|rem\s)/i.test(line)) return undefined;
	return namedLine(line, details) ?? spacedLine(line, details) ?? {kind: 'other', text: line};
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
	const known = {kind: 'named', name, isAssignment, isKnown} as const;
	const whole = valueInQuotes(prefix, rest, end);
	if (whole !== undefined) return {...known, value: isAssignment ? whole : whole.trim(), behind: ''};
	if (isAssignment) return {...known, value: lineValue(behind), behind: behind.trim()};
	// Neither the end of a bold label, nor a button, nor an anchor of YAML is a part of the value.
	const text = withoutButton(behind.replace(/^\*\*(?=\s)/, '').trim()).replace(/^&\S+\s+/, '');
	return {...known, value: isButton(text) ? '' : lineValue(text), behind: text};
}

/** Without the cell of a button that stands behind it. */
function withoutButton(text: string): string {
	const at = Math.max(text.lastIndexOf('\t'), text.lastIndexOf(' | '));
	return at > 0 && isButton(text.slice(at)) ? text.slice(0, at).trim() : text;
}

/**
The value where the quotes are around the name too: `- "CLIENT_ID=12345"`, as lists of YAML and arguments have it, and
`set "X=…"`, whose prefix has the first of them. `end` is where the name ends.
*/
function valueInQuotes(prefix: string, rest: string, end: number): string | undefined {
	if (/^set\s+"$/i.test(prefix)) return rest.endsWith('"') ? rest.slice(end + 1, -1) : undefined;
	const [, quote, inside] =
		/^(["'])([A-Za-z_][\w .-]*[=:](?:(?!\1)[^\\]|\\.)*)\1[,;]?\s*(?:\\|#.*)?$/s.exec(rest) ?? [];
	const value = inside?.slice(end);
	return value !== undefined && quote === '"' ? unescaped(value) : value;
}

/** `Client ID 12345` and `Client ID - 12345`. */
function spacedLine(line: string, details: readonly Field[]): Named | undefined {
	const [, label = '', name = ''] = spacedLabel.exec(line.replace(/^[-*+•>]\s+/, '')) ?? [];
	const named = labelOf(name, details);
	const behind = line.slice(line.indexOf(label) + label.length);
	return named && {...named, value: isButton(behind) ? '' : lineValue(behind), behind};
}

/** A name on a line of its own, with the value below: what is copied from a page looks so. */
function labelOf(text: string, details: readonly Field[]): Named | undefined {
	const isLabel = text.length <= 40 && readName(text, details)?.isStrong === true;
	return isLabel
		? {kind: 'named', name: text, value: '', behind: '', isAssignment: false, isKnown: true}
		: undefined;
}
