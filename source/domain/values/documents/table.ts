import {readName} from '../names.ts';
import {isButton} from './buttons.ts';
import type {Contents, Entry} from './entry.ts';
import type {Flaw} from './flaw.ts';
import {isOpenQuote, lineValue} from './line-value.ts';

const longestCell = 2000;
const separators = ['|', '\t', ',', ';'] as const;

/** A table whose first line names its columns: of Markdown, of a sheet, of CSV. A line of dashes is none of its rows. */
export function tableContents(text: string): Contents | undefined {
	const [header = '', ...lines] = text.split(/\r\n|[\r\n]/).filter(line => line.trim() !== '');
	if (lines.length === 0 || header.length > 1000) return undefined;
	const separator = separators.find(sign => isHeader(cellsOf(header, sign)));
	if (separator === undefined) return undefined;
	const names = cellsOf(header, separator);
	const rows = lines
		.map(line => cellsOf(line, separator).map(cell => (isButton(cell) ? '' : cell)))
		.filter(cells => cells.some(cell => /[^-: ]/.test(cell)));
	const entries = rows.flatMap((cells, index) => {
		const section =
			rows.length > 1 ? `${sectionOf(names, cells)} ${index + 1}`.trim() : sectionOf(names, cells);
		const flaw = flawOf(names, cells);
		return names.flatMap((name, column): readonly Entry[] => {
			const value = cells[column] ?? '';
			return value === '' ? [] : [{section, name, value, ...(flaw && {flaw})}];
		});
	});
	return entries.length === 0 ? undefined : {kind: 'entries', name: 'a table', entries};
}

const isHeader = (cells: readonly string[]): boolean =>
	cells.filter(cell => readName(cell)?.isStrong === true && !/[=:]/.test(cell)).length >= 2;

/** A value may hold the separator, or a line break: then its row has more cells, or one with an open quote. */
function flawOf(names: readonly string[], cells: readonly string[]): Flaw | undefined {
	if (cells.slice(names.length).some(cell => cell !== '')) return 'more-cells';
	return cells.some(cell => cell.startsWith('"') && isOpenQuote(cell)) ? 'goes-on' : undefined;
}

/** A row belongs to what stands in a column of that name. */
const sectionOf = (names: readonly string[], cells: readonly string[]): string =>
	cells[names.findIndex(name => /^(?:provider|service|app|name)$/i.test(name))] ?? '';

function cellsOf(line: string, separator: string): readonly string[] {
	if (separator === ',' || separator === ';') return csvCells(line, separator);
	if (separator === '\t') return line.split(separator).map(cell => lineValue(cell));
	// A bar inside of a cell has a backslash before it.
	const inner = line.trim().replace(/^\||(?<!\\)\|$/g, '');
	return inner.split(/(?<!\\)\|/).map(cell => lineValue(cell.replaceAll('\\|', '|')));
}

/** A cell in quotes may hold the separator, and a quote twice. */
function csvCells(line: string, separator: string): readonly string[] {
	const cells: string[] = [];
	for (let index = 0; index <= line.length; ) {
		const quoted = /^\s*"((?:[^"]|"")*)"\s*(?=$|[,;])/.exec(line.slice(index, index + longestCell));
		const end = line.indexOf(separator, index + (quoted?.[0].length ?? 0));
		const next = end === -1 ? line.length : end;
		cells.push(quoted?.[1]?.replaceAll('""', '"') ?? line.slice(index, next).trim());
		index = next + 1;
	}
	return cells;
}
