import stringWidth from 'string-width';
import {clean} from '../domain/text.ts';
import {type Paint, type TextOptions, type Tone, unpainted} from './paint.ts';

export type Column = {
	readonly title: string;
	readonly isRight?: boolean;
	/** Whether its cells may be cut where the table is too wide. They may unless told. */
	readonly canShrink?: boolean;
	/** How many columns of the terminal it keeps at least. Its title is never cut. */
	readonly minimum?: number;
	/** What a cell means, where it means something. */
	readonly tone?: (cell: string) => Tone | undefined;
};

type Cells = readonly (readonly string[])[];

const gap = '  ';
const smallest = 6;

// Longer than any value that a field takes.
export const longest = 20_000;

/**
Rows under their titles, in lines no wider than `width`. The widest columns give way first, their cells cut with
`…`. Where that does not help, every cell is a line of its own, `title: value`. Plain is a row a line without
titles, its cells whole and tab separated. All cells are cleaned: a tab or line break is never inside one.
*/
export function table(columns: readonly Column[], rows: Cells, options: TextOptions): readonly string[] {
	const {width, isPlain, paint = unpainted} = options;
	const limit = isPlain ? longest : undefined;
	const cells = rows.map(row => columns.map((_, index) => clean(row[index] ?? '', limit)));
	if (isPlain) return cells.map(row => row.join('\t'));
	const widths = widthsWithin(width, columns, cells);
	return widths ? aligned(columns, cells, widths, paint) : stacked(columns, cells, width, paint);
}

/** The width of each column so that all of them fit, or nothing where they cannot. */
function widthsWithin(
	width: number,
	columns: readonly Column[],
	cells: Cells,
): readonly number[] | undefined {
	const widths = columns.map(({title}, index) => widest([title, ...cells.map(row => row[index] ?? '')]));
	const least = columns.map(({title, canShrink = true, minimum = smallest}, index) =>
		canShrink ? Math.max(stringWidth(title), minimum) : (widths[index] ?? 0),
	);
	const gaps = gap.length * (columns.length - 1);
	for (let excess = sum(widths) + gaps - width; excess > 0; excess--) {
		const shrinkable = widths.map((wide, index) => (wide > (least[index] ?? 0) ? wide : 0));
		const largest = Math.max(...shrinkable);
		if (largest === 0) return undefined;
		widths[shrinkable.indexOf(largest)] = largest - 1;
	}
	return widths;
}

function aligned(
	columns: readonly Column[],
	cells: Cells,
	widths: readonly number[],
	paint: Paint,
): readonly string[] {
	const lineOf = (texts: readonly string[], toneOf: (column: Column, text: string) => Tone | undefined) =>
		columns
			.map((column, index) => {
				const whole = texts[index] ?? '';
				const text = cut(whole, widths[index] ?? 0);
				const padding = ' '.repeat((widths[index] ?? 0) - stringWidth(text));
				const painted = withTone(text, toneOf(column, whole), paint);
				return column.isRight ? padding + painted : painted + padding;
			})
			.join(gap)
			.trimEnd();
	return [
		lineOf(
			columns.map(({title}) => title),
			() => 'strong',
		),
		...cells.map(row => lineOf(row, ({tone}, text) => tone?.(text))),
	];
}

const stacked = (columns: readonly Column[], cells: Cells, width: number, paint: Paint): readonly string[] =>
	cells.flatMap((row, position) => [
		...(position === 0 ? [] : ['']),
		...columns.map(({title, tone}, index) => {
			const cell = row[index] ?? '';
			return withTone(cut(`${title}: ${cell}`.trimEnd(), width), tone?.(cell), paint);
		}),
	]);

const withTone = (text: string, tone: Tone | undefined, paint: Paint): string =>
	tone === undefined || text === '' ? text : paint(text, tone);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The columns that the widest of the texts takes. Not by `Math.max(...)`, which fails for a hundred thousand. */
export const widest = (texts: readonly string[]): number =>
	texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);

let segmenter: Intl.Segmenter | undefined;

/** The text in no more than so many columns of a terminal, with `…` for what was cut off. No sign is cut apart. */
export function cut(text: string, width: number): string {
	if (stringWidth(text) <= width) return text;
	segmenter ??= new Intl.Segmenter();
	let head = '';
	let room = width - 1;
	for (const {segment} of segmenter.segment(text)) {
		room -= stringWidth(segment);
		if (room < 0) break;
		head += segment;
	}
	return width < 1 ? '' : `${head.trimEnd()}…`;
}
