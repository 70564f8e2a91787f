import type {Row} from './cells.ts';
import {edge, paper} from './palette.ts';
import {cellHeight, cellWidth, drawnRow, escaped, padding, rowStyle} from './row.ts';

/** A screen: its rows, of so many columns. */
export type Screen = {readonly rows: readonly Row[]; readonly columns: number};

/** A screen as SVG. The title says to those who cannot see it what it shows. */
export function still({rows, columns}: Screen, title: string): string {
	const drawn = rows
		.map((row, y) => placed(drawnRow(row), y))
		.filter(row => row !== '')
		.join('\n');
	return framed(drawn, {title, columns, rows: rows.length});
}

type Around = {
	readonly title: string;
	readonly columns: number;
	readonly rows: number;
	readonly style?: string;
};

/** What was drawn on a terminal's paper, in a round frame. */
export function framed(drawn: string, {title, columns, rows, style = ''}: Around): string {
	const [width, height] = [columns * cellWidth + 2 * padding, rows * cellHeight + 2 * padding];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>${rowStyle}${style}</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="${paper}" stroke="${edge}"/>
<g transform="translate(${padding} ${padding})">
${drawn}
</g>
</svg>
`;
}

/** A drawn row in its place, with more attributes where there are; nothing for a blank one. */
export const placed = (drawn: string, y: number, attributes = ''): string =>
	drawn && `<g transform="translate(0 ${y * cellHeight})"${attributes}>${drawn}</g>`;
