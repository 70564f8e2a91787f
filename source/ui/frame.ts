/** What fits where: sizes in terminal cells and rows. */
export type Frame = {
	/** A line from one margin to the other. */
	readonly lineWidth: number;
	/** A text beside the mark of the step. */
	readonly width: number;
	/** Whether the step has its mark down the left side. */
	readonly hasMark: boolean;
	/** Left and right of everything. */
	readonly margin: 0 | 1;
	/** The rows of the whole. */
	readonly height: number;
	/** Whether the name, how far one is in all parts, and blank lines are left out to save rows. */
	readonly isCompact: boolean;
	/** How many rows the trail has, for the newest answers and the count of those before them. */
	readonly trailRows: number;
	/** Rows for a step's help, messages and prompt, without its title and the footer. */
	readonly bodyRows: number;
};

/** The mark of the step, and a blank beside it. */
const markWidth = 2;
const widestText = 100;
/** Below this the mark gives its cells to the words. */
const narrowest = 30;
const bodyAtLeast = 11;
/** The name, where one is, the target, the title, the footer, and the blank lines between them. */
const aroundWhole = 8;
/** Where one is, the target, the title and the footer. */
const aroundCompact = 4;

/**
The frame for a terminal, of which the last row stays free: Ink blanks the screen before each frame that reaches it. A
size of 0 or unknown counts as 80x24.
*/
export function frameFor(columns: number, rows: number, trailLength: number): Frame {
	const height = (rows || 24) - 1;
	const across = columns || 80;
	const isCompact = height < 17;
	const margin = across < 60 ? 0 : 1;
	const lineWidth = Math.min(across - 2 * margin, widestText + markWidth);
	const hasMark = lineWidth >= narrowest;
	const free = Math.max(0, height - (isCompact ? aroundCompact : aroundWhole));
	// With the blank line that divides it from the step.
	const trailRows = isCompact ? 0 : Math.max(0, Math.min(trailLength, free - bodyAtLeast - 1));
	return {
		lineWidth,
		width: hasMark ? lineWidth - markWidth : lineWidth,
		hasMark,
		margin,
		height,
		isCompact,
		trailRows,
		bodyRows: Math.max(3, free - (trailRows === 0 ? 0 : trailRows + 1)),
	};
}

/** The part of a list that is shown: the chosen row stays inside, with its surroundings. */
export function visiblePart(
	count: number,
	chosen: number,
	rows: number,
): {readonly from: number; readonly to: number} {
	const from = Math.max(0, Math.min(chosen - Math.floor(rows / 2), count - rows));
	return {from, to: Math.min(count, from + rows)};
}
