/** What is seen of a cell besides its sign, made once for each: the codes that switch it on, as in `1;36`. */
export type Style = {
	readonly codes: string;
	/** What is seen of it on a blank: its background, or all of it where it has a line or turns the colours. */
	readonly onBlank: Style;
};

export type Cell = {readonly sign: string; readonly style: Style};

/** For each code that ends others, which. */
const endings: Readonly<Record<number, RegExp>> = {
	22: /^[12]$/,
	23: /^3$/,
	24: /^4$/,
	27: /^7$/,
	29: /^9$/,
	39: /^(?:3[0-7]|38;.*|9[0-7])$/,
	49: /^(?:4[0-7]|48;.*|10[0-7])$/,
};

const isOfKind = (code: string, end: number): boolean => endings[end]?.test(code) === true;

const endOf = (code: string): string => Object.keys(endings).find(end => isOfKind(code, Number(end))) ?? '0';

const codesIn = (codes: string): readonly string[] => codes.match(/[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d+/g) ?? [];

const styles = new Map<string, Style>();

function styleOf(codes: string): Style {
	const known = styles.get(codes);
	if (known) return known;
	const all = codesIn(codes);
	const seen = all.some(code => /^[479]$/.test(code)) ? all : all.filter(code => isOfKind(code, 49));
	const onBlank = seen.length === all.length ? undefined : styleOf(seen.join(';'));
	const style: Style = {
		codes,
		get onBlank() {
			return onBlank ?? style;
		},
	};
	styles.set(codes, style);
	return style;
}

export const plain: Style = styleOf('');

export const blank: Cell = {sign: ' ', style: plain};

// biome-ignore lint/suspicious/noControlCharactersInRegex: it begins a sequence for the terminal
const styling = /\u001B\[([\d;]*)m/y;

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
	let style = plain;
	for (let index = 0; index < line.length; index++) {
		const sign = line.charAt(index);
		if (sign === '\u001b') {
			styling.lastIndex = index;
			const [sequence, codes] = styling.exec(line) ?? [];
			const next = codes === undefined ? undefined : styleAfter(style, codes);
			if (!sequence || !next) return undefined;
			style = next;
			index += sequence.length - 1;
		} else if (sign === ' ') cells.push({sign, style: style.onBlank});
		else if (isAscii(sign) || narrow.test(sign)) cells.push({sign, style});
		else return undefined;
	}
	while (cells.length > 0 && isSame(cells.at(-1), blank)) cells.pop();
	return cells;
}

const isAscii = (sign: string): boolean => sign > ' ' && sign <= '~';

export const isSame = (one: Cell | undefined, other: Cell): boolean =>
	one?.sign === other.sign && one.style === other.style;

/** Whether a cell comes out right while a style is on. */
export const isShownBy = (style: Style, {sign, style: wanted}: Cell): boolean =>
	wanted === (sign === ' ' ? style.onBlank : style);

/** What switches one style to another, in as few signs as it takes. */
export function between(from: Style, to: Style): string {
	if (from === to) return '';
	if (to === plain) return '\u001b[m';
	const [before, after] = [codesIn(from.codes), codesIn(to.codes)];
	const added = after.filter(code => !before.includes(code));
	const ended = before.filter(code => !after.includes(code)).map(endOf);
	const [shortest = ''] = [added, [...new Set(ended), ...added], ['0', ...after]]
		.map(codes => codes.join(';'))
		.filter(codes => codes !== '' && styleAfter(from, codes) === to)
		.sort((one, other) => one.length - other.length);
	return `\u001b[${shortest}m`;
}

const following = new Map<Style, Map<string, Style | undefined>>();

/** A style once more codes have come; nothing where one of them is unknown. */
function styleAfter(style: Style, more: string): Style | undefined {
	const known = following.get(style) ?? new Map<string, Style | undefined>();
	following.set(style, known);
	if (!known.has(more)) known.set(more, unrememberedStyleAfter(style, more));
	return known.get(more);
}

function unrememberedStyleAfter(style: Style, more: string): Style | undefined {
	let codes = codesIn(style.codes);
	for (const code of more === '' ? ['0'] : codesIn(more)) {
		const end = endOf(code);
		const isEnding = endings[Number(code)] !== undefined;
		if (code === '0') codes = [];
		else if (isEnding) codes = codes.filter(other => !isOfKind(other, Number(code)));
		else if (end === '0') return undefined;
		// One colour takes the place of another.
		else if (end === '39' || end === '49')
			codes = [...codes.filter(other => !isOfKind(other, Number(end))), code].sort();
		else if (!codes.includes(code)) codes = [...codes, code].sort();
	}
	return styleOf(codes.join(';'));
}
