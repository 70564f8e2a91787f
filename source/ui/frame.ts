/** What fits where: sizes in terminal cells and rows. */
export type Frame = {
	readonly width: number;
	/** Whether header and blank lines are left out to save rows. */
	readonly isCompact: boolean;
	/** How many answers of the trail are shown, the newest ones. */
	readonly trailRows: number;
	/** Rows for a step's help, messages and prompt, without its title and the footer. */
	readonly bodyRows: number;
};

const widest = 76;
const bodyAtLeast = 11;

/**
The frame for a terminal. It stays narrower than 76 cells and two rows lower than the terminal, because a
frame that reaches the edges leaves copies of itself behind when the window is resized. A size of 0 or
unknown counts as 80x24.
*/
export function frameFor(columns: number, rows: number, trailLength: number): Frame {
	const height = (rows || 24) - 2;
	const isCompact = height < 16;
	const around = isCompact ? 3 : 8;
	const free = Math.max(0, height - around);
	const trailRows = Math.max(0, Math.min(trailLength, free - bodyAtLeast));
	return {
		width: Math.min(columns || 80, widest),
		isCompact,
		trailRows,
		bodyRows: Math.max(3, free - trailRows),
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
