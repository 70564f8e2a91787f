import {storedValue} from '../domain/body/stored.ts';
import type {Place, PlacedCredential} from '../domain/credential.ts';
import {markedFields} from '../domain/fields.ts';
import {lowerFirst, visible} from '../domain/text.ts';
import {shortAge} from './ago.ts';
import {emptyLines, markedCells} from './credential-list.ts';
import {type Cell, type Matrix, matrixOf, type State, statesOf} from './matrix.ts';
import {type DatedOptions, nothing, type Tone, unpainted} from './paint.ts';
import {type Column, cut, table, widest} from './table.ts';
import {prose} from './wrapping.ts';

export type MatrixOptions = DatedOptions & {
	/** The places that were read, all of them unless told. Where one was not, nothing is called missing. */
	readonly places?: readonly Place[];
};

/** Some of the providers, side by side: their columns, and where they stand in the matrix. */
type Block = {readonly columns: readonly Column[]; readonly indexes: readonly number[]};

const longestSlug = 24;
const smallestTeam = 12;

/**
What is set everywhere: a row for each team and region, a column for each provider, as many side by side as the
width takes, then what the signs mean and how many there are. Plain is a row for each team, provider and
environment: team, region, provider, environment, `set`, `gap` or `unread`, time, marked fields, team ID.
*/
export function matrixLines(
	credentials: readonly PlacedCredential[],
	options: MatrixOptions,
): readonly string[] {
	const {isPlain, width, now, paint = unpainted} = options;
	if (credentials.length === 0) return emptyLines(options);
	const matrix = matrixOf(credentials, options.places);
	if (isPlain) return plainLines(matrix, options);
	const words = matrix.rows.map(({cells}) => cells.map(cell => cellWords(cell, now)));
	const blocks = blocksOf(matrix, words, width).flatMap(({columns, indexes}) => {
		const rows = matrix.rows.map(({label, region}, row) => [
			label,
			region,
			...indexes.map(index => words[row]?.[index] ?? ''),
		]);
		return [...table(columns, rows, options), ''];
	});
	const legend = legendOf(matrix).flatMap(line => prose(line, width, '  '));
	return [
		...blocks,
		...legend.map(line => paint(line, 'dim')),
		'',
		...prose(countsOf(credentials, matrix), width),
	];
}

/** The providers in groups that fit beside the team, at least one in each. */
function blocksOf(
	{providers, rows}: Matrix,
	words: readonly (readonly string[])[],
	width: number,
): readonly Block[] {
	const widestLabel = widest(['TEAM', ...rows.map(({label}) => label)]);
	const minimum = Math.min(widestLabel, Math.max(smallestTeam, Math.floor(width / 3)));
	const teamColumns: readonly Column[] = [
		{title: 'TEAM', minimum},
		{title: 'REGION', canShrink: false},
	];
	const blocks: Block[] = [];
	let room = 0;
	for (const [index, slug] of providers.entries()) {
		const title = cut(visible(slug), longestSlug);
		const column: Column = {title, canShrink: false, tone: toneOf};
		const needed = 2 + widest([title, ...words.map(row => row[index] ?? '')]);
		const last = blocks.at(-1);
		if (last && needed <= room) {
			blocks.splice(-1, 1, {columns: [...last.columns, column], indexes: [...last.indexes, index]});
		} else {
			blocks.push({columns: [...teamColumns, column], indexes: [index]});
			room = width - minimum - 2 - 'REGION'.length;
		}
		room -= needed;
	}
	return blocks;
}

/** Both environments in few signs, or one where they are alike. */
function cellWords({sandbox, production}: Cell, now: Date): string {
	if (typeof sandbox === 'string' && sandbox === production) return stateWords(sandbox, now);
	return `S ${stateWords(sandbox, now)} P ${stateWords(production, now)}`;
}

function stateWords(state: State, now: Date): string {
	if (state === 'none') return nothing;
	if (typeof state === 'string') return state;
	const signs = markedFields.filter(field => storedValue(state, field)).map(({mark}) => mark.sign);
	return [shortAge(state.updatedAt, now), ...signs].join('');
}

function toneOf(cell: string): Tone | undefined {
	if (cell.endsWith(' gap')) return 'warning';
	return cell === nothing ? 'dim' : undefined;
}

const legendOf = ({rows}: Matrix): readonly string[] => [
	`S sandbox, P production, ${nothing} not set.`,
	'Ages since the update: min minutes, h hours, d days, mo months, y years.',
	'gap: set in sandbox, missing in production.',
	...markedFields.map(({mark, title}) => `${mark.sign}: with a ${lowerFirst(title)}.`),
	...(rows.some(row => statesOf(row).some(({state}) => state === 'unread'))
		? ['unread: it could not be read, so nobody can tell.']
		: []),
];

function countsOf(credentials: readonly PlacedCredential[], {rows}: Matrix): string {
	const gaps = rows.flatMap(statesOf).filter(({state}) => state === 'gap');
	return [
		counted(credentials.length, 'credential'),
		counted(new Set(rows.map(({teamId}) => teamId)).size, 'team'),
		counted(gaps.length, 'gap'),
	].join(', ');
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const plainTitles = [
	...['TEAM', 'REGION', 'PROVIDER', 'ENVIRONMENT', 'STATE', 'UPDATED'],
	...markedFields.map(({mark}) => mark.word.toUpperCase()),
	'TEAM ID',
];

function plainLines({providers, rows}: Matrix, options: MatrixOptions): readonly string[] {
	const lines = rows.flatMap(row =>
		statesOf(row)
			.filter(({state}) => state !== 'none')
			.map(({index, environment, state}) => [
				row.label,
				row.region,
				visible(providers[index] ?? ''),
				environment,
				...(typeof state === 'string'
					? [state, nothing, ...markedFields.map(() => nothing)]
					: ['set', state.updatedAt, ...markedCells(state, true)]),
				visible(row.teamId),
			]),
	);
	const columns = plainTitles.map(title => ({title}));
	return table(columns, lines, options);
}
