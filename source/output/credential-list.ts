import {masked} from '../domain/body/show.ts';
import {storedValue} from '../domain/body/stored.ts';
import {clientIdOf, type PlacedCredential, type StoredCredential} from '../domain/credential.ts';
import {bodyFields, bodyName, markedFields} from '../domain/fields.ts';
import {clean, normal, visible} from '../domain/text.ts';
import {ago} from './ago.ts';
import {type DatedOptions, nothing, type TextOptions} from './paint.ts';
import {type Column, longest, table} from './table.ts';
import {prose} from './wrapping.ts';

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
			visible(stored.provider),
			shownOr(nothing, clientIdOf(stored)),
			isPlain ? stored.updatedAt : ago(stored.updatedAt, now),
			...markedCells(stored, isPlain),
			...(isPlain ? [visible(stored.teamId)] : []),
		]);
	return table(isPlain ? [...columns, {title: 'TEAM ID'}] : columns, rows, options);
}

const shownOr = (otherwise: string, value: string | null): string =>
	value === null ? otherwise : visible(value, longest);

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
		return visible(isWhole || !URL.canParse(text) ? text : new URL(text).host || text, longest);
	});

/**
A stored credential as JSON shows it: an allow-list of its fields, exactly as they are stored. Of the details only
those show their value that are known as no secrets.
*/
export const credentialJson = ({place, stored, teamName}: PlacedCredential): object => ({
	id: stored.id,
	provider: stored.provider,
	...valuesJson(stored),
	appUrl: stored.appUrl,
	createdAt: stored.createdAt,
	updatedAt: stored.updatedAt,
	env: place.environment,
	region: place.region,
	team: {id: stored.teamId, name: teamName ?? null},
});

/** The values by the API's names in JSON's own spelling; in place of the secret its hash. */
function valuesJson(stored: StoredCredential): object {
	const shown = masked(stored);
	return Object.fromEntries(
		bodyFields.map(field => {
			const name = bodyName(field).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
			return field.kind === 'secret'
				? [`${name}Hash`, stored.clientSecretHash]
				: [name, shown[bodyName(field)] ?? null];
		}),
	);
}

/**
What the teams of these credentials are called, by their IDs: the name, or the ID where none is known. Teams of one
name are told apart by the end of their IDs.
*/
export const teamLabels = (credentials: readonly PlacedCredential[]): ReadonlyMap<string, string> =>
	labelsOf(credentials.map(({stored, teamName = ''}) => [stored.teamId, teamName]));

/** The same of teams by ID and name, which is empty where none is known. */
export function labelsOf(
	teams: readonly (readonly [id: string, name: string])[],
): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const [id, name] of teams) names.set(id, names.get(id) || clean(name));
	const counts = new Map<string, number>();
	for (const name of names.values()) counts.set(normal(name), (counts.get(normal(name)) ?? 0) + 1);
	return new Map(
		[...names].map(([id, name]) => {
			const isShared = (counts.get(normal(name)) ?? 0) > 1;
			return [id, name === '' ? visible(id) : isShared ? `${name} (…${visible(id).slice(-6)})` : name];
		}),
	);
}

/** The order of names: whatever their case, and the same on every computer. */
export function compareNames(a: string, b: string): number {
	const [one, other] = [normal(a), normal(b)];
	return one === other ? 0 : one < other ? -1 : 1;
}
