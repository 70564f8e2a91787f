import {stripVTControlCharacters} from 'node:util';
import {mask} from './secret.ts';
import {shownInvisible, spelled, unseen} from './values/signs.ts';

/**
Untrusted text (a server's names and messages) made safe to show on one line: escape sequences, control
characters, bidi overrides, line breaks and stacked accents are neutralised and the length is bounded.
For display only: what was stored is kept and sent exactly as it was read. Values are shown by `visible`.
*/
export function clean(text: string, limit = 200): string {
	const line = stripVTControlCharacters(text.slice(0, limit * 8))
		.replace(unseen, sign => (isRoom.test(sign) ? ' ' : ''))
		.replace(/(\p{M}{2})\p{M}+/gu, '$1')
		.replace(/ {2,}/g, ' ')
		.trim();
	return cutAt(line, limit);
}

const isRoom = /[^\P{Cc}]|[^\S\ufeff]/u;

/**
A value on one line, as it may be shown: nothing of it is left out. What nobody sees, or could count, stands there as
its code point, `\u{200b}`, so that no two values are shown by the same text. The length is bounded.
*/
export function visible(text: string, limit = 200): string {
	const line = shownInvisible(text.slice(0, limit + 1).replace(/\\(?=u\{)/g, spelled))
		.replace(/(?<=\p{M}{2})\p{M}/gu, spelled)
		.replace(/^ | $|(?<= ) /g, spelled);
	return cutAt(line, limit);
}

const cutAt = (line: string, limit: number): string =>
	line.length > limit ? `${line.slice(0, limit).toWellFormed()}…` : line;

const plainName = /^[A-Za-z]{1,30}\d{0,2}(?:[_.-][A-Za-z]{1,30}\d{0,2}){0,8}$/;

/**
The name of something in details that no field knows, as it may be shown. Names are words; anything else may be a
secret that stands where a name should.
*/
export const shownName = (name: string): string => (plainName.test(name) ? name : mask);

/** The same of each name on the way to it: `details.fitbit.token`. */
export const shownPath = (path: string): string => path.split('.').map(shownName).join('.');

/** Words at the beginning of a sentence. */
export const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A title inside of a sentence. */
export const lowerFirst = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** Words one after the other, the last of them after “and”, or after “or” where one of them is to be taken. */
export const listed = (words: readonly string[], joint: 'and' | 'or' = 'and'): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

/** A time in words. */
export const secondsWords = (count: number): string => (count === 1 ? '1 second' : `${count} seconds`);

/** Text as it is compared: one Unicode form, one case, no white space around it. */
export const normal = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** What stands in place of a value that is still to be filled in. It must never be sent. */
export const placeholderOf = (what: string): string => `<${what}>`;

/** Whether a text is such a one. */
export const isPlaceholder = (text: string): boolean => /^\s*<.*>\s*$/.test(text);

/** Whether it says so in several words, so that it cannot be a value in brackets. */
export const isPlaceholderInWords = (text: string): boolean => /^<[^<>\s]+(?: [^<>\s]+)+>$/.test(text);

/** Whether a stored text is a mask of the server's, which must never be sent back as if it were the value. */
export const looksMasked = (text: string): boolean => /[*•…]/.test(text);
