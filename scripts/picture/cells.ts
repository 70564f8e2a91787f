import type {IBufferCell, Terminal} from '@xterm/headless';
import {type Colours, coloursOf, ink, paper} from './palette.ts';
import {signs} from './signs.ts';

type Style = Colours & {readonly isBold: boolean; readonly isUnderlined: boolean};

/** Neighbours of one row that look alike: their text, the cell where they begin, and how many they take. */
export type Run = Style & {readonly text: string; readonly column: number; readonly cells: number};

/** What is seen of a row, from the left. Blank cells on the terminal's own paper are left out. */
export type Row = readonly Run[];

export type Cursor = {readonly column: number; readonly row: number; readonly isVisible: boolean};

/** The rows of a terminal's screen, with its cursor as a block. */
export function rowsOf(terminal: Terminal, cursor: Cursor): readonly Row[] {
	const {baseY, getLine} = terminal.buffer.active;
	return Array.from({length: terminal.rows}, (_, y) => {
		const line = getLine.call(terminal.buffer.active, baseY + y);
		const runs: Run[] = [];
		for (let column = 0; column < terminal.cols; column++) {
			const cell = line?.getCell(column);
			const isCursor = cursor.isVisible && cursor.row === y && cursor.column === column;
			if (cell && cell.getWidth() > 0) add(runs, cell, column, isCursor);
		}
		return runs.map(trimmed).filter(run => run.text !== '' || run.paper !== undefined);
	});
}

function add(runs: Run[], cell: IBufferCell, column: number, isCursor: boolean): void {
	const style = {
		...(isCursor ? {ink: paper, paper: ink} : coloursOf(cell)),
		isBold: cell.isBold() !== 0,
		isUnderlined: cell.isUnderline() !== 0,
	};
	const [text, cells] = [cell.getChars() || ' ', cell.getWidth()];
	const last = runs.at(-1);
	if (!last || !continues(last, style, text)) runs.push({...style, text, column, cells});
	else runs[runs.length - 1] = {...last, text: last.text + text, cells: last.cells + cells};
}

/** Two blanks divide as well: what stands in columns stays in them, whatever the font. So do signs and other scripts. */
const continues = (last: Run, style: Style, text: string): boolean =>
	last.ink === style.ink &&
	last.paper === style.paper &&
	last.isBold === style.isBold &&
	last.isUnderlined === style.isUnderlined &&
	(last.paper !== undefined || !(last.text.endsWith('  ') && text !== ' ')) &&
	kindOf(last.text.trimEnd().at(-1) ?? text, text) === kindOf(text, text);

const kindOf = (sign: string, otherwise: string): string => {
	const shown = sign === ' ' ? otherwise : sign;
	if (shown in signs) return 'sign';
	if (/[\u0590-\u08ff]/.test(shown)) return 'from the right';
	return /[\u1100-\u11ff\u2e80-\uffff]/.test(shown) ? 'wide' : 'usual';
};

function trimmed(run: Run): Run {
	if (run.paper !== undefined || run.isUnderlined) return run;
	const text = run.text.trimEnd();
	const start = text.length - text.trimStart().length;
	return {
		...run,
		text: text.trimStart(),
		column: run.column + start,
		cells: run.cells - (run.text.length - text.length) - start,
	};
}
