import {wrapped} from '../output/wrapping.ts';
import type {Frame} from './frame.ts';
import {glyphs, theme} from './theme.ts';

type Style = {
	readonly sign?: string;
	/** Of the sign alone. */
	readonly color?: string;
	readonly weight?: 'quiet' | 'bold';
};

/** How a text looks: what says how something went has a sign, so that it is told without colour as well. */
const tones = {
	plain: {},
	quiet: {weight: 'quiet'},
	/** What is to be copied, or looked at more closely. */
	accent: {weight: 'bold'},
	good: {sign: glyphs.answered, color: theme.good},
	warning: {sign: glyphs.warning, color: theme.warning},
	bad: {sign: glyphs.bad, color: theme.bad},
} satisfies Readonly<Record<string, Style>>;

export type RemarkTone = keyof typeof tones;

export const styleOf = (tone: RemarkTone): Style => tones[tone];

/** One thing said beside a prompt. It takes as many rows as its text does. */
export type Remark = {
	readonly text: string;
	readonly tone: RemarkTone;
	/** Stands before the text, quietly. Both are on one row, which is cut and never wrapped. */
	readonly label?: string;
	/** Whether it is shown as it is, although it may be a secret: to be copied, by who asked for it. */
	readonly isRevealed?: true;
	/** How many rows it takes at most. */
	readonly atMost?: number;
	/** Whether it gives up its rows before any other does, where there are too few. */
	readonly isSpare?: boolean;
};

/** A row of the screen, and whether it is the first of its remark. */
export type RemarkRow = Pick<Remark, 'text' | 'tone' | 'label'> & {readonly isFirst: boolean};

/** A blank row, where there is room for that. */
export const gap: Remark = {text: '', tone: 'plain'};

/**
The rows of the remarks, no more than `rows`. Ink cannot say how many rows are left before it has painted, so what
is counted here and what is drawn are the same rows. Where they are too few, spare remarks give up theirs first,
from the last row up; then the longest remark does, so that of everything at least the beginning is seen.
*/
export function layout(remarks: readonly Remark[], frame: Size, rows: number): readonly RemarkRow[] {
	const whole = remarks
		.filter(remark => remark !== gap || !frame.isCompact)
		.map(remark => ({remark, lines: linesOf(remark, frame.width)}));
	const laid = fitted(whole, Math.max(0, rows)).flatMap(({remark, lines}) =>
		lines.map((text, index) => ({...remark, text, isFirst: index === 0})),
	);
	// Where all between two gaps gave up its rows, one of them is enough.
	return laid.filter(({text}, index) => text !== '' || laid[index - 1]?.text !== '');
}

/** How many rows the remarks take where there are enough. */
export const heightOf = (remarks: readonly Remark[], frame: Size): number =>
	layout(remarks, frame, Number.POSITIVE_INFINITY).length;

type Size = Pick<Frame, 'width' | 'isCompact'>;

type Laid = {readonly remark: Remark; readonly lines: readonly string[]};

function linesOf({text, tone, label, atMost}: Remark, width: number): readonly string[] {
	if (label !== undefined) return [text];
	const lines = wrapped(text, styleOf(tone).sign === undefined ? width : width - 2);
	return atMost === undefined ? lines : cut(lines, atMost);
}

/** The first of the lines; the last one of them says that there were more. */
const cut = (lines: readonly string[], count: number): readonly string[] =>
	lines.length <= count ? lines : lines.slice(0, count).with(-1, `${lines[count - 1]}…`);

function fitted(all: readonly Laid[], rows: number): readonly Laid[] {
	const taken = all.reduce((sum, {lines}) => sum + lines.length, 0);
	if (taken <= rows) return all;
	const longest = Math.max(...all.map(({lines}) => lines.length));
	const spare = all.findLastIndex(({remark, lines}) => remark.isSpare && lines.length > 0);
	const giving = spare === -1 ? all.findLastIndex(({lines}) => lines.length === longest) : spare;
	return fitted(
		all.map(({remark, lines}, index) => ({
			remark,
			lines: index !== giving ? lines : lines.length === 1 ? [] : cut(lines, lines.length - 1),
		})),
		rows,
	);
}
