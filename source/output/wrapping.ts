import stringWidth from 'string-width';

/** Whether a text takes no more than so many columns of the terminal. */
export const fits = (text: string, width: number): boolean => stringWidth(text) <= width;

/**
A text in lines that fit the width, broken between words. A word that is longer than a line stays whole, so that
an address can be copied. The lines after the first begin with `indent`, which the first may begin with as well.
*/
export function prose(text: string, width: number, indent = ''): readonly string[] {
	const start = /^ */.exec(text)?.[0] ?? '';
	return filled(text.trim().split(/ +/), width, start, indent);
}

/** A text in lines that fit the width, broken within a word only where it is longer than a line. */
export const wrapped = (text: string, width: number): readonly string[] =>
	filled(
		text.split(' ').flatMap(word => folded(word, width)),
		width,
	);

// What joins the sign before it, be that a space.
const joining = /^[\p{M}\p{C}]/u;

/**
Words in lines, as many in each as its width in columns of the terminal takes, one at least. No line begins with the
space it was broken at, as Ink's own do.
*/
function filled(words: readonly string[], width: number, start = '', indent = ''): readonly string[] {
	const [first = '', ...others] = words;
	const lines: string[] = [];
	let line = start + first;
	let taken = stringWidth(line);
	const put = (text: string, columns: number) => {
		line = text;
		taken = columns;
	};
	for (const word of others) {
		const longer = line === '' ? word : `${line} ${word}`;
		const isApart = line !== '' && !joining.test(word);
		const columns = isApart ? taken + 1 + stringWidth(word) : stringWidth(longer);
		if (line !== '' && columns > width) {
			lines.push(line);
			put(indent + word, stringWidth(indent + word));
		} else put(longer, columns);
	}
	return [...lines, line];
}

/** A word in pieces no wider than the width. Only long words without a space in them have more than one. */
export function folded(word: string, width: number): readonly string[] {
	if (stringWidth(word) <= width) return [word];
	const pieces: string[] = [];
	let piece = '';
	for (const character of word) {
		if (stringWidth(piece + character) > width && piece !== '') {
			pieces.push(piece);
			piece = '';
		}
		piece += character;
	}
	return [...pieces, piece];
}

// Beside less room than this a text is put below.
const narrow = 24;

/** Pairs as lines: the first of each in a column, the second beside it, broken between words where it is too long. */
export function columns(
	rows: readonly (readonly [string, string])[],
	width = Number.POSITIVE_INFINITY,
): readonly string[] {
	const left = rows.reduce((most, [first]) => Math.max(most, first.length), 0);
	const room = width - left - 5;
	return rows.flatMap(([first, second]) => {
		if (room < narrow) return [`  ${first}`, ...prose(`      ${second}`, width, '      ')];
		return prose(second, room).map((line, index) =>
			index === 0 ? `  ${first.padEnd(left)}   ${line}` : `${' '.repeat(left + 5)}${line}`,
		);
	});
}
