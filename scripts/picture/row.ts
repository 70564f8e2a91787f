import type {Row, Run} from './cells.ts';
import {ink} from './palette.ts';
import {signs} from './signs.ts';

/** The size of a cell, and what is free around the screen. */
export const [cellWidth, cellHeight, padding] = [8.4, 18, 18];

const fonts = "ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace";

/** For whatever `drawnRow` draws. */
export const rowStyle = `text{font:14px ${fonts};white-space:pre}text,path{fill:${ink}}.b{font-weight:bold}`;

/** One row as SVG, its upper left corner at 0,0. */
export const drawnRow = (row: Row): string =>
	row.map(run => paperOf(run) + lineOf(run) + textOf(run)).join('');

function textOf({text, column, cells, ink: colour, isBold}: Run): string {
	if (text.trim() === '') return '';
	const fill = colour === ink ? '' : ` style="fill:${colour}"`;
	const outlines = outlinesOf(text, column);
	if (outlines) return `<path d="${outlines}"${fill}/>`;
	const weight = isBold ? ' class="b"' : '';
	const length = cells > 1 ? ` textLength="${across(cells)}"` : '';
	return `<text x="${across(column)}" y="13.4"${length}${weight}${fill}>${escaped(text)}</text>`;
}

/** The outlines of signs; nothing where there is none among them. */
const outlinesOf = (text: string, column: number): string =>
	[...text].map((sign, index) => (signs[sign] ? `M${across(column + index)} 0${signs[sign]}` : '')).join('');

const paperOf = ({paper, column, cells}: Run): string =>
	paper === undefined
		? ''
		: `<rect x="${across(column)}" y=".5" width="${across(cells)}" height="17" rx="2" fill="${paper}"/>`;

const lineOf = ({isUnderlined, column, cells, ink: colour}: Run): string =>
	isUnderlined
		? `<rect x="${across(column)}" y="15.4" width="${across(cells)}" height="1.2" fill="${colour}"/>`
		: '';

const across = (cells: number): string => String(Number((cells * cellWidth).toFixed(1)));

export const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
