import {storedValue} from '../domain/body/stored.ts';
import {clientIdOf, type PlacedCredential, type StoredCredential} from '../domain/credential.ts';
import {markedFields} from '../domain/fields.ts';
import {ago} from './ago.ts';
import {type DatedOptions, nothing, type TextOptions} from './paint.ts';
import {prose} from './prose.ts';
import {type Column, table} from './table.ts';
import {compareNames, teamLabels} from './team-labels.ts';

const columns: readonly Column[] = [
	{title: 'TEAM', minimum: 10},
	{title: 'PROVIDER', minimum: 19},
	{title: 'CLIENT ID', minimum: 9},
	{title: 'UPDATED', canShrink: false},
	...markedFields.map(({mark}) => ({title: mark.word.toUpperCase()})),
];

/**
The credentials of one environment and region, by team and provider. Plain has exact times and whole addresses,
and the team's ID at the end of each row.
*/
export function listLines(
	credentials: readonly PlacedCredential[],
	options: DatedOptions,
): readonly string[] {
	const {now, isPlain} = options;
	if (credentials.length === 0) return emptyLines(options);
	const labels = teamLabels(credentials);
	const rows = credentials
		.map(({stored}) => ({stored, label: labels.get(stored.teamId) ?? ''}))
		.toSorted((a, b) => compareNames(a.label, b.label) || compareNames(a.stored.provider, b.stored.provider))
		.map(({stored, label}) => [
			label,
			stored.provider,
			clientIdOf(stored) ?? nothing,
			isPlain ? stored.updatedAt : ago(stored.updatedAt, now),
			...markedCells(stored, isPlain),
			...(isPlain ? [stored.teamId] : []),
		]);
	return table(isPlain ? [...columns, {title: 'TEAM ID'}] : columns, rows, options);
}

/** What to do where nothing is set. Plain has rows only, so there it is no line at all. */
export const emptyLines = ({isPlain, width}: TextOptions): readonly string[] =>
	isPlain
		? []
		: prose('No credential is set here yet; set the first one with byoo, which asks for everything.', width);

/** The value of each field that lists show: of an address that is not to be whole, its host. */
export const markedCells = (stored: StoredCredential, isWhole: boolean): readonly string[] =>
	markedFields.map(field => {
		const text = String(storedValue(stored, field) ?? '');
		if (text === '') return nothing;
		return isWhole || !URL.canParse(text) ? text : new URL(text).host || text;
	});
