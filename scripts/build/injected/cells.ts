/** One cell of a line: its sign, and the codes that switch its style on, as in `1;36`. */
export type Cell = {readonly sign: string; readonly style: string};

export const blank: Cell = {sign: ' ', style: ''};

// biome-ignore lint/suspicious/noControlCharactersInRegex: it begins a sequence for the terminal
const styling = /\u001B\[([\d;]*)m/y;

const ascii = /[ -~]/;

/**
Signs that take one cell on every terminal. Of others terminals disagree, and right of one of them nothing is where it
seems to be.
*/
const narrow =
	/[ -~¡-¬®-\u02ff\u0370-\u03ff\u0400-\u0482\u1e00-\u1eff\u2010-\u2027\u2030-\u203b\u2190-\u21ff\u2500-\u25fc✔✖❯\u2800-\u28ff]/;

/**
The cells of a line without the blanks at its end. Nothing where the line holds more than narrow signs and styles that
are known here.
*/
export function cellsOf(line: string): readonly Cell[] | undefined {
	const cells: Cell[] = [];
	let style: string | undefined = '';
	let styleOfBlank = '';
	for (let index = 0; index < line.length; index++) {
		const sign = line.charAt(index);
		if (ascii.test(sign) || narrow.test(sign)) {
			cells.push({sign, style: sign === ' ' ? styleOfBlank : style});
			continue;
		}
		styling.lastIndex = index;
		const [sequence = '', codes = ''] = styling.exec(line) ?? [];
		style = sequence === '' ? undefined : styleAfter(style, codes);
		if (style === undefined) return undefined;
		styleOfBlank = seenOnBlank(style);
		index += sequence.length - 1;
	}
	while (cells.length > 0 && isSame(cells.at(-1), blank)) cells.pop();
	return cells;
}

export const isSame = (one: Cell | undefined, other: Cell): boolean =>
	one?.sign === other.sign && one.style === other.style;

/** Of a style, what is seen on a blank: its background, or all of it where there is a line or the colours are turned. */
export function seenOnBlank(style: string): string {
	const codes = codesIn(style);
	if (codes.some(code => /^[479]$/.test(code))) return style;
	return codes.filter(code => endings[49]?.test(code)).join(';');
}

/** What switches one style to another, in as few signs as it takes. */
export function between(from: string, to: string): string {
	if (from === to) return '';
	if (to === '') return '\u001b[m';
	const [before, after] = [codesIn(from), codesIn(to)];
	const added = after.filter(code => !before.includes(code));
	const ended = before.filter(code => !after.includes(code)).flatMap(code => endOf(code) ?? []);
	const [shortest = to] = [added, [...new Set(ended), ...added], ['0', ...after]]
		.map(codes => codes.join(';'))
		.filter(codes => styleAfter(from, codes) === to)
		.sort((one, other) => one.length - other.length);
	return `\u001b[${shortest}m`;
}

/** For each code that ends styles, which. */
const endings: Readonly<Record<string, RegExp>> = {
	0: /^/,
	22: /^[12]$/,
	23: /^3$/,
	24: /^4$/,
	27: /^7$/,
	29: /^9$/,
	39: /^(?:3[0-7]|38;.*|9[0-7])$/,
	49: /^(?:4[0-7]|48;.*|10[0-7])$/,
};

const endOf = (code: string): string | undefined =>
	Object.keys(endings).find(end => end !== '0' && endings[end]?.test(code));

const beginnings = /^(?:[123479]|[349][0-7]|10[0-7]|[34]8;(?:5;\d+|2;\d+;\d+;\d+))$/;

/** The codes of which one takes the place of another. */
const colors = [endings[39], endings[49]];

const codesIn = (style: string): readonly string[] => style.match(/[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d+/g) ?? [];

/** A style once more codes have come, in one order; nothing where one of them is unknown. */
function styleAfter(style: string, more: string): string | undefined {
	let codes = codesIn(style);
	for (const code of more === '' ? ['0'] : codesIn(more)) {
		const color = colors.find(kind => kind?.test(code));
		const ended = endings[code] ?? color;
		if (ended) codes = codes.filter(other => !ended.test(other));
		if (endings[code]) continue;
		if (!beginnings.test(code)) return undefined;
		if (!codes.includes(code)) codes = [...codes, code].sort();
	}
	return codes.join(';');
}
