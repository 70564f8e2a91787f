import stringWidth from 'string-width';

/**
The text in lines that fit the width, broken between words, and within a word only where it is longer than a
line. Ink's own wrapping begins lines with the space it broke at.
*/
export function wrapped(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').flatMap(part => folded(part, width))) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && stringWidth(longer) > width) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
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
