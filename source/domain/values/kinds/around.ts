import {type Edit, eachMatch, onlyBetween, without} from '../edits.ts';
import {type Finding, foundBy, type Kind} from '../kind.ts';
import {nameBefore} from './name-before.ts';

// What copying, printing and typing put around a value, each with what takes it away.

/** What a pattern matches at the start of a text, as edits that take it away. */
const atStart = (text: string, pattern: RegExp): readonly Edit[] => {
	const [found = ''] = pattern.exec(text) ?? [];
	return found === '' ? [] : [without(0, found.length)];
};

const edgeSpace = (text: string): Finding | undefined => {
	const start = text.length - text.trimStart().length;
	const edits = onlyBetween(start, Math.max(start, text.trimEnd().length), text.length);
	return foundBy(edits);
};

const closings: Readonly<Record<string, string>> = {
	'"': '"',
	"'": "'",
	'`': '`',
	'“': '”',
	'”': '”',
	'„': '“',
	'‘': '’',
	'’': '’',
	'«': '»',
	'»': '«',
};

const isWrapped = (text: string, opening: string, closing: string): boolean =>
	text.length >= opening.length + closing.length && text.startsWith(opening) && text.endsWith(closing);

const unwrapped = (text: string, opening: string, closing = opening): readonly Edit[] =>
	isWrapped(text, opening, closing)
		? onlyBetween(opening.length, text.length - closing.length, text.length)
		: [];

/** Whether a straight quote is the end of a value with another one behind it, as in JSON. */
const endsEarlier = (text: string): boolean =>
	/^(["'`])(?![[{])/.test(text) && new RegExp(`${text.charAt(0)}\\s*[,:]\\s*["'\`]`).test(text);

function quotes(text: string): Finding | undefined {
	const closing = closings[text.charAt(0)];
	if (closing === undefined) return foundBy([...unwrapped(text, '\\"'), ...unwrapped(text, "\\'")]);
	// German ones may end with either of the two.
	const found = foundBy([
		...unwrapped(text, text.charAt(0), closing),
		...(text.startsWith('„') ? unwrapped(text, '„', '”') : []),
	]);
	return found && endsEarlier(text) ? {index: 0} : found;
}

const tagged = /^<([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]*)?>/;

/** Around the whole value: a pair of brackets, or a pair of tags. */
function angleBrackets(text: string): Finding | undefined {
	const [opening = '', name = ''] = tagged.exec(text) ?? [];
	const inTags = foundBy(opening === '' ? [] : unwrapped(text, opening, `</${name}>`));
	if (inTags) return inTags;
	const found = foundBy(unwrapped(text, '<', '>'));
	return found && text.includes('</') && !text.startsWith('<<') ? {index: 0} : found;
}

/** Brackets of JSON have a quote beside them; the braces that Windows puts around a UUID have not. */
function jsonMarks(text: string): Finding | undefined {
	if (!/^(?:[[{]\s*["']|\{[0-9a-f-]{36}\}$)/i.test(text)) return undefined;
	const found = foundBy([...unwrapped(text, '[', ']'), ...unwrapped(text, '{', '}')]);
	return found && /["'`]\s*,\s*["'`]/.test(text) ? {index: 0} : found;
}

function markdownMarks(text: string): readonly Edit[] {
	const link = /^\[([^[\]]*)\]\(([^()\s]*)\)$/.exec(text);
	const address = link?.[2] ?? '';
	if (link && /^https?:/i.test(address)) {
		return onlyBetween(text.length - 1 - address.length, text.length - 1, text.length);
	}
	const start = atStart(text, /^(?:[-*+>•]|#{1,6})[ \t]+/);
	if (start.length > 0) return start;
	if (/^\*\*[^*]+\*\*$/.test(text)) return unwrapped(text, '**');
	return /^\|[ \t][^|]*[ \t]\|$/.test(text) ? unwrapped(text, '|') : [];
}

const longestRun = 100;

/** Three dots stand for what is missing, which is another doubt. */
function finalPunctuation(text: string): readonly Edit[] {
	const [run = ''] = /[.,;]+$/.exec(text.slice(-longestRun)) ?? [];
	if (run === '' || run.includes('...') || run.length === text.length) return [];
	return [without(text.length - run.length, text.length)];
}

function pasteMarks(text: string): readonly Edit[] {
	const marks = eachMatch(text, /(?:\^\[)?\[20[01]~/g);
	if (marks.length > 0) return marks;
	const start = atStart(text, /^(?:\^\[)?200~/);
	if (start.length > 0) return start;
	const end = /(?:\^\[)?201~$/.exec(text.slice(-10));
	if (end) return [without(text.length - end[0].length, text.length)];
	return unwrapped(text, '0~', '1~');
}

function pasteKeys(text: string): readonly Edit[] {
	const [start = ''] = /^(?:\^V)+/.exec(text) ?? [];
	let end = text.length;
	while (end - 2 >= start.length && text.startsWith('^V', end - 2)) end -= 2;
	return onlyBetween(start.length, end, text.length);
}

const from =
	(edits: (text: string) => readonly Edit[]): Kind['find'] =>
	text =>
		foundBy(edits(text));

/** In the order in which they are taken away. */
export const aroundKinds = [
	{code: 'edge-space', severity: 'ask', isWhiteSpace: true, namesSign: true, find: edgeSpace},
	{code: 'paste-marks', severity: 'ask', find: from(pasteMarks)},
	{code: 'paste-key', severity: 'ask', find: from(pasteKeys)},
	{code: 'echo-option', severity: 'ask', find: from(text => atStart(text, /^-[neE]{1,3} +/))},
	{
		code: 'authorization',
		severity: 'ask',
		find: from(text => atStart(text, /^(?:authorization:[ \t]*)?(?:bearer|basic|token)[ \t]+/i)),
	},
	{code: 'name-before', severity: 'ask', find: from(nameBefore)},
	{code: 'quotes', severity: 'ask', find: quotes},
	{code: 'angle-brackets', severity: 'ask', find: angleBrackets},
	{code: 'json-marks', severity: 'ask', find: jsonMarks},
	{code: 'markdown-marks', severity: 'ask', find: from(markdownMarks)},
	{
		code: 'final-escape',
		severity: 'ask',
		roles: ['url'],
		find: from(text => (text.endsWith('&amp;') ? [without(text.length - 5, text.length)] : [])),
	},
] as const satisfies readonly Kind[];

/** Looked for once there are no escapes, which may end with such a sign. */
export const endKinds = [
	{code: 'final-punctuation', severity: 'ask', mayLose: true, find: from(finalPunctuation)},
] as const satisfies readonly Kind[];
