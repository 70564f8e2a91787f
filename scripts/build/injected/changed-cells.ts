import {between, blank, type Cell, cellsOf, isSame, isShownBy, plain, type Style} from './cells.ts';

/** Where the cursor is, from 0 at the top left, and what style is on. */
type Pen = {readonly row: number; readonly column: number; readonly style: Style};

type Written = {readonly text: string; readonly pen: Pen};

const eraseRest = '\u001b[K';

/** So few cells that stay are written once more: to pass over them takes as many bytes. */
const shortGap = 4;

/** A terminal that finds a line wider than it is here would go on in the next row with it. */
const unwrapped = (text: string): string => `\u001b[?7l${text}\u001b[?7h`;

/** All lines, for a screen that shows nothing. Each is at its own place, whatever comes of the one before it. */
export const wholeLines = (lines: readonly string[]): string =>
	unwrapped(lines.map((line, row) => (line === '' ? '' : placed(row, 0) + line)).join(''));

const nowhere: Pen = {row: -1, column: 0, style: plain};

/**
What is written to a terminal that shows some lines from its first row on, so that it shows others: the cells that
differ, each at its place. A line with signs that not every terminal finds equally wide is written whole.
*/
export function changedCells(before: readonly string[], after: readonly string[], columns: number): string {
	let text = '';
	let pen = nowhere;
	for (let row = 0; row < Math.max(before.length, after.length); row++) {
		const was = before[row] ?? '';
		const becomes = after[row] ?? '';
		if (was === becomes) continue;
		const line = changedLine(was, becomes, columns, pen, row);
		text += line.text;
		pen = line.pen;
	}
	return text + between(pen.style, plain);
}

function changedLine(before: string, after: string, columns: number, pen: Pen, row: number): Written {
	const was = cellsOf(before);
	const becomes = cellsOf(after);
	if (!was || !becomes || Math.max(was.length, becomes.length) > columns) {
		return {
			text: `${between(pen.style, plain)}${placed(row, 0)}${eraseRest}${unwrapped(after)}`,
			pen: nowhere,
		};
	}
	const isKept = keptIn(was, becomes);
	const over = writtenOver(isKept, was.length, becomes, pen, row);
	const first = isKept.indexOf(false);
	if (first === -1) return over;
	const there = went(pen, row, first, becomes);
	const isBlank = becomes.map((cell, column) => column < first || isSame(blank, cell));
	const anew = writtenOver(isBlank, first, becomes, {...there.pen, style: plain}, row);
	const text = `${there.text}${between(there.pen.style, plain)}${eraseRest}${anew.text}`;
	return text.length < over.text.length ? {text, pen: anew.pen} : over;
}

/** The cells that are not kept, in their order, and an end to a line that was longer. */
function writtenOver(
	isKept: readonly boolean[],
	length: number,
	becomes: readonly Cell[],
	from: Pen,
	row: number,
): Written {
	let text = '';
	let pen = from;
	for (const [column, cell] of becomes.entries()) {
		if (isKept[column]) continue;
		const there = went(pen, row, column, becomes);
		const style = isShownBy(there.pen.style, cell) ? there.pen.style : cell.style;
		text += `${there.text}${between(there.pen.style, style)}${cell.sign}`;
		pen = {row, column: column + 1, style};
	}
	if (length <= becomes.length) return {text, pen};
	const there = went(pen, row, becomes.length, becomes);
	text += `${there.text}${between(there.pen.style, plain)}${eraseRest}`;
	return {text, pen: {...there.pen, style: plain}};
}

/** For each cell whether it stays as it is, and with it the rest of its word: who searches a recording finds words. */
function keptIn(was: readonly Cell[], becomes: readonly Cell[]): readonly boolean[] {
	const isKept = becomes.map((cell, column) => isSame(was[column] ?? blank, cell));
	const isWithNext = (column: number) => becomes[column]?.sign !== ' ' && becomes[column + 1]?.sign !== ' ';
	for (let column = 0; column + 1 < isKept.length; column++)
		if (!isKept[column] && isWithNext(column)) isKept[column + 1] = false;
	for (let column = isKept.length - 2; column >= 0; column--)
		if (!isKept[column + 1] && isWithNext(column)) isKept[column] = false;
	return isKept;
}

/** How the cursor comes to a cell of a line. */
function went(pen: Pen, row: number, column: number, line: readonly Cell[]): Written {
	const there = {...pen, row, column};
	if (pen.row !== row) return {text: placed(row, column), pen: there};
	if (pen.column === column) return {text: '', pen: there};
	const gap = line.slice(pen.column, column);
	const isWritten = gap.length <= shortGap && gap.every(cell => isShownBy(pen.style, cell));
	const text = isWritten
		? gap.map(({sign}) => sign).join('')
		: `\u001b[${gap.length === 1 ? '' : gap.length}C`;
	return {text, pen: there};
}

/** The cursor at a cell, counted from 0. */
export const placed = (row: number, column: number): string =>
	`\u001b[${row + 1}${column === 0 ? '' : `;${column + 1}`}H`;
