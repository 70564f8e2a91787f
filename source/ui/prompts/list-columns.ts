import stringWidth from 'string-width';
import {ofEach} from '../of-each.ts';
import type {Item} from './list-rows.ts';

/** How wide the columns of a list are, in terminal cells; 0 where one is left out. */
export type ColumnWidths = {readonly label: number; readonly detail: number; readonly end: number};

/** Between one column and the next. */
export const columnGap = 3;

/** With less than this a column says nothing. */
const leastOfLabel = 16;
const leastOfDetail = 10;

/**
The widths that do for all of these items on a line of `room` cells. What stands at the end is whole or left out, since
half an ID tells nothing apart; what is said in the middle is cut first. Labels that stand alone count for nothing.
*/
export function columnWidths(items: readonly Item[], room: number): ColumnWidths {
	const others = items.filter(({detail, end}) => detail !== undefined || end !== undefined);
	const natural = {
		label: widest(others, 'label'),
		detail: widest(others, 'detail'),
		end: widest(others, 'end'),
	};
	const taken = natural.end === 0 ? 0 : natural.end + columnGap;
	const hasEnd = taken > 0 && room - taken >= Math.min(natural.label, leastOfLabel);
	const left = hasEnd ? room - taken : room;
	const label = Math.min(natural.label, left);
	const free = left - label - columnGap;
	return {
		label,
		detail: free >= Math.min(natural.detail, leastOfDetail) ? Math.min(natural.detail, free) : 0,
		end: hasEnd ? natural.end : 0,
	};
}

/**
The widths of one item. One that would be cut by the columns of all, and has room on its own line, leaves them: to be read
counts more than to be aligned.
*/
export function widthsOf({label, detail, end}: Item, all: ColumnWidths, room: number): ColumnWidths {
	if (detail === undefined && end === undefined) return {label: room, detail: 0, end: 0};
	const own = {label: stringWidth(label), detail: stringWidth(detail ?? ''), end: all.end};
	const isWhole = own.label <= all.label && own.detail <= all.detail;
	const left = all.end === 0 ? room : room - all.end - columnGap;
	return !isWhole && own.label + columnGap + own.detail <= left ? own : all;
}

function widest(items: readonly Item[], column: keyof ColumnWidths): number {
	let most = 0;
	for (const item of items) {
		// Of thousands only those are measured that may be wider than all before them.
		if (mostCellsOf(item)[column] > most) most = Math.max(most, stringWidth(item[column] ?? ''));
	}
	return most;
}

const mostCellsOf = ofEach(
	({label, detail = '', end = ''}: Item): ColumnWidths => ({
		label: mostCells(label),
		detail: mostCells(detail),
		end: mostCells(end),
	}),
);

/** Before it come the letters of Latin alphabets, none of which takes two cells. */
const firstThatMayBeWide = 0x300;

/** No text takes more cells than this, which is soon counted. */
function mostCells(text: string): number {
	let cells = text.length;
	for (let index = 0; index < text.length; index++) {
		if (text.charCodeAt(index) >= firstThatMayBeWide) cells++;
	}
	return cells;
}
