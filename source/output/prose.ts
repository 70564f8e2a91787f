import stringWidth from 'string-width';

/**
A text in lines that fit the width, broken between words. A word that is longer than a line stays whole, so that
an address can be copied. The lines after the first begin with `indent`, which the first may begin with as well.
*/
export function prose(text: string, width: number, indent = ''): readonly string[] {
	const start = /^ */.exec(text)?.[0] ?? '';
	const [first = '', ...words] = text.trim().split(/ +/);
	const lines: string[] = [];
	let line = start + first;
	for (const word of words) {
		if (stringWidth(`${line} ${word}`) <= width) {
			line += ` ${word}`;
		} else {
			lines.push(line);
			line = indent + word;
		}
	}
	return [...lines, line];
}
