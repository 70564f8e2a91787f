/** Signs that look like nothing or like others, by what people may call them. */
const names: Readonly<Record<string, string>> = {
	'\t': 'a tab',
	'\n': 'a line break',
	'\r': 'a line break',
	' ': 'a space',
	'\0': 'a NUL',
	'\u0016': 'a Ctrl+V',
	'\u001b': 'an escape',
	'\u00a0': 'a no-break space',
	'\u00ad': 'a soft hyphen',
	'\u200b': 'a zero-width space',
	'\u200c': 'a zero-width non-joiner',
	'\u200d': 'a zero-width joiner',
	'\u200e': 'a left-to-right mark',
	'\u200f': 'a right-to-left mark',
	'\u2010': 'a hyphen that is not that of the keyboard',
	'\u2011': 'a no-break hyphen',
	'\u2013': 'an en dash',
	'\u2014': 'an em dash',
	'\u2018': 'a curly quote',
	'\u2019': 'a curly quote',
	'\u201c': 'a curly quote',
	'\u201d': 'a curly quote',
	'\u2028': 'a line separator',
	'\u202f': 'a narrow no-break space',
	'\u2060': 'a word joiner',
	'\u2212': 'a minus sign',
	'\u3000': 'a wide space',
	'\ufeff': 'a byte order mark',
};

/** Scripts whose letters look like those of the keyboard. */
const scripts = [
	{pattern: /\p{Script=Cyrillic}/u, name: 'a Cyrillic letter'},
	{pattern: /\p{Script=Greek}/u, name: 'a Greek letter'},
	{pattern: /[\uff01-\uff5e]/, name: 'a full-width sign'},
];

/** The sign that stands at an index, in words that hold no part of a value: `a zero-width space (U+200B)`. */
export function signAt(text: string, index: number): string | undefined {
	const code = text.codePointAt(index);
	if (code === undefined) return undefined;
	const sign = String.fromCodePoint(code);
	const name = names[sign] ?? scripts.find(({pattern}) => pattern.test(sign))?.name ?? 'a sign';
	return `${name} (${codeName(code)})`;
}

/** `U+200B` */
export const codeName = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** What programs put in the place of keys, and what was typed. */
const typedInstead: Readonly<Record<string, string>> = {
	'\u2010': '-',
	'\u2011': '-',
	'\u2012': '-',
	'\u2013': '-',
	'\u2014': '-',
	'\u2212': '-',
	'\u2018': "'",
	'\u2019': "'",
	'\u201a': "'",
	'\u201b': "'",
	'\u201c': '"',
	'\u201d': '"',
	'\u201e': '"',
};

/** Every sign of the keyboard's that has a twin elsewhere in Unicode: dashes, curly quotes, full-width forms. */
export const twins = /[\u2010-\u2014\u2212\u2018-\u201b\u201c-\u201e\uff01-\uff5e]/g;

/** The key that such a twin stands for. */
export function typedFor(sign: string): string {
	const code = sign.charCodeAt(0);
	return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (typedInstead[sign] ?? sign);
}

/** What takes no room and can be seen by nobody. White space is none of it. */
export const invisible =
	/\p{Cf}|\p{Variation_Selector}|[\u034f\u115f\u1160\u17b4\u17b5\u2065\u2800\u3164\uffa0]/gu;

/**
Whatever is not seen as a sign of its own where text is shown: controls, white space but the space, marks of direction,
joiners, tags, halves of signs, private use. Everything that shows text goes by this, each in its own way of writing.
*/
export const unseen =
	/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|[^\S ]/gu;

/** The one line break with which a text may end, as of a file or a command. */
export const finalLineBreak = /(?:\r\n|\r|\n)$/;

/** Line breaks, as people and programs make them. */
export const lineBreak = /\r\n|[\r\n\u2028\u2029]/g;

/** The 1-based position of a UTF-16 index, counted in characters as people do: an emoji is one. */
export const positionOf = (text: string, index: number): number => {
	let position = 1;
	for (let at = 0; at < index; position++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
	return position;
};

/** A sign by its code point: `\u{200b}`. */
export const spelled = (sign: string): string => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;

/** What cannot be seen in a value, as it may be shown: `\u{200b}`. Of texts that are shown whole, so none of a secret. */
export const shownInvisible = (text: string): string => text.replace(unseen, spelled);
