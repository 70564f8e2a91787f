import type {Secret} from '../secret.ts';
import {lowerFirst, upperFirst} from '../text.ts';
import type {Context, Finding} from './kind.ts';
import type {DoubtCode} from './kinds.ts';

/** What a sentence is made of: never any part of the value but, by its name, the sign that is odd. */
export type Told = Pick<Finding, 'count' | 'title'> & {
	readonly position?: number;
	/** Such as `a zero-width space (U+200B)`. */
	readonly sign?: string;
	readonly context: Context;
};

type Sentence = (told: Told) => string;

const at = ({position}: Told): string => (position === undefined ? 'in it' : `at position ${position}`);
const sign = ({sign: name = 'a sign'}: Told): string => name;
const more = ({count = 1}: Told): string => (count > 1 ? `, and ${count - 1} more` : '');

/** One sentence for each doubt, for screens and scripts alike: what is odd, where, and what to do. */
const sentences: Readonly<Record<DoubtCode, Sentence>> = {
	empty: () => 'There is nothing in it: give a value.',
	'too-long': () => 'It is too long to be right: give this one value alone.',
	'final-line-break': () => 'The line break at its end was left out.',

	'control-character': told => `There is ${sign(told)} ${at(told)}, which no value holds: give it without.`,
	'lone-surrogate': told => `Half of a character is ${at(told)}: copy it again, as a whole.`,
	'lost-character': told => `A character was lost ${at(told)}: copy it again, or save its source as UTF-8.`,

	'edge-space': told => `White space stands around it, first ${sign(told)} ${at(told)}: give it without.`,
	'paste-marks': told => `Marks of a paste, such as [200~, stand ${at(told)}: give it without them.`,
	'paste-key': () =>
		'It holds ^V, which the terminal typed instead of pasting: use the paste key of the terminal.',
	'echo-option': () => 'It begins with an option of echo: give it without.',
	authorization: () => 'It begins with a word of a request header, such as Bearer: give what follows it.',
	'name-before': () => 'A name stands before it, like in a settings file: give what follows the name.',
	quotes: () => 'It is wrapped in quotes: give it without them.',
	'angle-brackets': () => 'It is wrapped in angle brackets, or in a tag: give it without.',
	'json-marks': () => 'Brackets or braces stand around it: give it without them.',
	'markdown-marks': () => 'Marks of a formatted text stand around it: give it without them.',
	'final-escape': () => 'It ends with &amp;, as a link in a page may: give it without.',
	'final-punctuation': told => `A sentence seems to end ${at(told)}: give it without the last sign.`,

	'html-escape': told =>
		`An escape of a web page, such as &amp;, is ${at(told)}${more(told)}: give the sign it means.`,
	'url-escape': told =>
		`An escape of addresses, such as %2F, is ${at(told)}${more(told)}: give the sign it means.`,
	'encoded-address': () => 'The address is written with escapes, such as %2F: give it as a browser shows it.',
	'backslash-escape': told =>
		`An escape, such as \\n, is ${at(told)}${more(told)}: give the sign it means, or nothing.`,

	'key-marks': () => 'Quotes, brackets or other marks stand beside the key: give it without them.',
	'key-beginning': told =>
		`The beginning of a key, mg_, is ${at(told)}, and something stands before it: give the key alone.`,

	'several-lines': told => `It has several lines, the first of which ends ${at(told)}: give it as one line.`,
	'invisible-character': told =>
		`${upperFirst(sign(told))} is ${at(told)}${more(told)}, which nobody sees: give it without.`,
	'replaced-character': told =>
		`A program put ${sign(told)} ${at(told)}${more(told)} in place of a sign of the keyboard: give that one.`,
	'inner-space': told => `There is ${sign(told)} ${at(told)}: copy the value again, in one piece.`,
	'other-character': told =>
		`There is ${sign(told)} ${at(told)}, which is not ASCII: copy the value from its source again.`,
	'other-in-address': told =>
		`There is ${sign(told)} ${at(told)}${more(told)}, which is not ASCII: give its escape.`,

	'url-backslash': told => `A backslash is ${at(told)}${more(told)}: an address has slashes.`,
	'url-scheme': () => 'The address does not begin with https:// exactly: begin it so.',
	'url-not-https': () => 'The address is not encrypted: give one that begins with https://.',
	'url-empty-fragment': () => 'The address ends with #, and nothing after it: give it without.',
	'url-fragment': told => `A # is ${at(told)}, and what follows never reaches a server: give it without.`,
	'url-sign-in': told => `A user name or password stands before the @ ${at(told)}: give the address without.`,
	'url-host': told => `The host, ${at(told)}, is not of letters, digits, dots and hyphens alone: correct it.`,
	'url-wildcard': told => `A * is ${at(told)}: give one whole address, which stands for itself alone.`,
	'url-braces': told =>
		`A brace is ${at(told)}, where something was to be filled in: give the finished address.`,
	'url-marks': told => `A quote or bracket is ${at(told)}, which no address has there: give it without.`,
	'url-reference': told =>
		`A name is ${at(told)}, for which something was to be filled in: give the finished address.`,
	'url-unreadable': () =>
		'It is no web address: give a full one, such as https://connect.example.com/callback.',

	'several-values': told => `A second name stands ${at(told)}: give the one value that is asked for.`,
	masked: told => `A part is hidden ${at(told)}, as dashboards show values: copy the whole value.`,
	reference: () => 'It says where the value is, and is not the value: give what it stands for.',
	'program-word': () => 'It reads like words of a program or of an example: give the real value.',
	'team-key': () =>
		'This is an API key of a team: give the organization key, from Org Config in the dashboard.',
	'team-key-elsewhere': () => 'This is an API key of a team, which no field takes: give the value asked for.',
	'organization-key-elsewhere': () =>
		'This is a management key, which belongs to no provider: give the value asked for.',
	'client-secret-elsewhere': () => 'This looks like the client secret: give it where that is asked for.',
	'same-as-other': ({title = 'value of another field'}) =>
		`It is the same as the ${lowerFirst(title)}: copy the right one.`,

	'unusual-shape': ({context: {expectation, subject}}) =>
		`${subject ?? 'It'} is usually ${expectation?.usually ?? 'something else'}.`,
};

/** A doubt in words. */
export const wordsFor = (code: DoubtCode, told: Told): string => sentences[code](told);

/** The length of a sealed value, in characters as people count them: “40 characters”. */
export function lengthOf(value: Secret): string {
	const {length} = Array.from(value.reveal());
	return length === 1 ? '1 character' : `${length} characters`;
}

/** What a script is told of a repair, which it is never shown. */
export const repairWords = (repaired: Secret): string => `Without that it has ${lengthOf(repaired)}.`;
