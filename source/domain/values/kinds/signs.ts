import {eachMatch} from '../edits.ts';
import {type Context, type Finding, foundAt, foundBy, identifiers, type Kind} from '../kind.ts';
import {masked} from '../shapes.ts';
import {invisible, lineBreak, twins, typedFor} from '../signs.ts';
import {readsAsWords} from './whole.ts';

// Single signs, against U+0021–U+007E: RFC 6749, appendix A, less the space.

/** What a terminal is told by, whole, such as colours; and a typed Ctrl+V. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const harmless = /\u001b\[[0-?]*[ -/]*[@-~]|\u0016/g;
const control = /[^\P{Cc}\t\r\n]/u;

/** NULs go first, which tear sequences apart. What any other control did to the text is left to the person. */
function controls(text: string): Finding | undefined {
	const index = text.search(control);
	if (index === -1) return undefined;
	return foundBy(eachMatch(text, text.includes('\0') ? /\0/g : harmless)) ?? {index};
}

const loneSurrogate = (text: string): Finding | undefined =>
	text.isWellFormed() ? undefined : foundAt(text, /\p{Surrogate}/u);

/**
Lines are one value where a narrow column broke it: all but the last are equally long, the last is no longer, and no
line is a value by itself. White space around a break is none of the value's.
*/
function severalLines(text: string, {expectation}: Context): Finding | undefined {
	const index = text.search(lineBreak);
	if (index === -1) return undefined;
	const lines = text.split(lineBreak).map(line => line.trim());
	const [first = '', ...others] = lines;
	const last = others.at(-1) ?? '';
	const isEven = others.slice(0, -1).every(line => line.length === first.length);
	const isColumn = isEven && last.length > 0 && last.length <= first.length;
	if (!isColumn || lines.some(line => expectation?.pattern.test(line))) return {index};
	const runs = eachMatch(text, /\s+/g);
	return {index, edits: runs.filter(({start, end}) => /[\r\n\u2028\u2029]/.test(text.slice(start, end)))};
}

const inner = /[^\S\r\n\u2028\u2029]/g;

/** It is taken away only where the value is then of the provider's shape: a space may be a part of it, or stand for one. */
function innerSpace(text: string, {expectation}: Context): Finding | undefined {
	const index = text.search(inner);
	if (index === -1 || readsAsWords(text)) return undefined;
	const isUsual = expectation?.pattern.test(text.replace(inner, '')) === true;
	return isUsual ? foundBy(eachMatch(text, inner)) : {index};
}

/** What is left outside of ASCII and is told nowhere else: no white space, and no mask. */
const otherSign = (text: string): Finding | undefined =>
	foundAt(
		text,
		masked.test(text) ? /[^\p{ASCII}\s\p{Surrogate}\ufffd•●∙⬤…]/u : /[^\p{ASCII}\s\p{Surrogate}\ufffd]/u,
	);

/** Behind the host of an address, the escapes of a sign mean the same. */
function otherInAddress(text: string): Finding | undefined {
	const hostEnd = /^https?:\/\/[^/?#]*/.exec(text)?.[0].length ?? text.length;
	const edits = text.isWellFormed() ? eachMatch(text, /[^\p{ASCII}\s]/gu, encodeURIComponent) : [];
	return foundBy(edits.filter(({start}) => start >= hostEnd));
}

/** What has to go before anything else is looked at. */
export const refusedSigns = [
	{code: 'control-character', severity: 'refuse', mayLose: true, namesSign: true, find: controls},
	{code: 'lone-surrogate', severity: 'refuse', namesSign: true, find: loneSurrogate},
	{code: 'lost-character', severity: 'refuse', find: text => foundAt(text, /\ufffd/)},
] as const satisfies readonly Kind[];

export const signKinds = [
	{code: 'several-lines', severity: 'ask', mayLose: true, isWhiteSpace: true, find: severalLines},
	{
		code: 'invisible-character',
		severity: 'ask',
		namesSign: true,
		find: text => foundBy(eachMatch(text, invisible)),
	},
	{
		code: 'replaced-character',
		severity: 'ask',
		namesSign: true,
		find: text => foundBy(eachMatch(text, twins, typedFor)),
	},
	{
		code: 'inner-space',
		severity: 'ask',
		mayLose: true,
		isWhiteSpace: true,
		namesSign: true,
		find: innerSpace,
	},
	{
		code: 'other-character',
		severity: 'ask',
		roles: identifiers,
		namesSign: true,
		find: otherSign,
	},
	{code: 'other-in-address', severity: 'ask', roles: ['url'], namesSign: true, find: otherInAddress},
] as const satisfies readonly Kind[];
