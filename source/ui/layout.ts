import {glyphs, theme} from './theme.ts';
import {wrapped} from './wrapping.ts';

type Style = {readonly sign?: string; readonly color?: string; readonly isQuiet?: boolean};

/** How a text looks: told apart by a sign as well as by a colour, where it says how something went. */
const looks = {
	plain: {},
	quiet: {isQuiet: true},
	accent: {color: theme.accent},
	good: {sign: glyphs.answered, color: theme.good},
	warning: {sign: glyphs.warning, color: theme.warning},
	bad: {sign: glyphs.bad, color: theme.bad},
} satisfies Readonly<Record<string, Style>>;

export type Look = keyof typeof looks;

export const styleOf = (look: Look): Style => looks[look];

/** One thing said beside a prompt. It takes as many rows as its text does. */
export type Block = {
	readonly text: string;
	readonly look: Look;
	/** Stands before the text, quietly. Both are on one row, which is cut and never wrapped. */
	readonly label?: string;
	/** How many rows it takes at most. */
	readonly atMost?: number;
	/** Whether it gives up its rows before any other does, where there are too few. */
	readonly isSpare?: boolean;
};

/** A row of the screen, and whether it is the first of its block. */
export type Row = Pick<Block, 'text' | 'look' | 'label'> & {readonly isFirst: boolean};

/** A blank row, where there is room for that. */
export const gap: Block = {text: '', look: 'plain'};

type Frame = {readonly width: number; readonly isCompact: boolean};

/**
The rows of the blocks, no more than `rows`. Ink cannot say how many rows are left before it has painted, so what
is counted here and what is drawn are the same rows. Where they are too few, spare blocks give up theirs first,
from the last row up; then the longest block does, so that of everything at least the beginning is seen.
*/
export function layout(blocks: readonly Block[], frame: Frame, rows: number): readonly Row[] {
	const whole = blocks
		.filter(block => block !== gap || !frame.isCompact)
		.map(block => ({block, lines: linesOf(block, frame.width)}));
	return fitted(whole, Math.max(0, rows)).flatMap(({block, lines}) =>
		lines.map((text, index) => ({...block, text, isFirst: index === 0})),
	);
}

/** How many rows the blocks take where there are enough. */
export const heightOf = (blocks: readonly Block[], frame: Frame): number =>
	layout(blocks, frame, Number.POSITIVE_INFINITY).length;

type Laid = {readonly block: Block; readonly lines: readonly string[]};

function linesOf({text, look, label, atMost}: Block, width: number): readonly string[] {
	if (label !== undefined) return [text];
	const lines = wrapped(text, styleOf(look).sign === undefined ? width : width - 2);
	return atMost === undefined ? lines : cut(lines, atMost);
}

/** The first of the lines; the last one of them says that there were more. */
const cut = (lines: readonly string[], count: number): readonly string[] =>
	lines.length <= count ? lines : lines.slice(0, count).with(-1, `${lines[count - 1]}…`);

function fitted(all: readonly Laid[], rows: number): readonly Laid[] {
	const taken = all.reduce((sum, {lines}) => sum + lines.length, 0);
	if (taken <= rows) return all;
	const longest = Math.max(...all.map(({lines}) => lines.length));
	const spare = all.findLastIndex(({block, lines}) => block.isSpare && lines.length > 0);
	const giving = spare === -1 ? all.findLastIndex(({lines}) => lines.length === longest) : spare;
	return fitted(
		all.map(({block, lines}, index) => ({
			block,
			lines: index !== giving ? lines : lines.length === 1 ? [] : cut(lines, lines.length - 1),
		})),
		rows,
	);
}
