import {createHash, randomUUID} from 'node:crypto';
import {isObject} from '../domain/body/walk.ts';
import type {Json, JsonObject, Place, StoredCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import {bodyName, readableFields} from '../domain/fields.ts';
import {maskedDetails} from './details.ts';

/** A credential where it is stored. Of the secret there is only a hash; secret details are masked. */
export type StoredRow = StoredCredential & Place & {readonly organizationId: string};

/** Where a row belongs: every path of the API is below an organization, an environment and a region. */
export type Shelf = Place & {readonly organizationId: string};

/** A read body. What was left out is null: the demo erases it, which the API neither promises nor excludes. */
export type Upsert = {readonly teamId: string; readonly provider: string; readonly values: JsonObject};

export type Store = Pick<Rows, 'all' | 'on' | 'find'> & {
	/** Keeps the ID and the creation time of what it replaces. */
	save(shelf: Shelf, upsert: Upsert): StoredRow;
	remove(row: StoredRow): void;
};

type Rows = {
	all(): readonly StoredRow[];
	/** Those on a shelf, or those of one team on it. */
	on(shelf: Shelf, teamId?: string): readonly StoredRow[];
	/** The one credential of a team and provider. A save puts another object in its place. */
	find(shelf: Shelf, target: Pick<Upsert, 'teamId' | 'provider'>): StoredRow | undefined;
	put(row: StoredRow): void;
	remove(row: StoredRow): void;
};

/** State in memory. `now` gives milliseconds since 1970; two writes never carry the same time. */
export function createStore(seeds: readonly StoredRow[], now: () => number): Store {
	const {put, ...rows} = createRows(seeds);
	let latest = 0;

	const stamp = (): string => {
		latest = Math.max(now(), latest + 1);
		return new Date(latest).toISOString();
	};

	return {
		...rows,
		save(shelf, upsert) {
			const before = rows.find(shelf, upsert);
			const updatedAt = stamp();
			const row: StoredRow = {
				organizationId: shelf.organizationId,
				environment: shelf.environment,
				region: shelf.region,
				id: before?.id ?? randomUUID(),
				teamId: upsert.teamId,
				provider: upsert.provider,
				values: storedValues(upsert.values),
				clientSecretHash: hashOf(upsert.values.client_secret),
				appUrl: before?.appUrl ?? null,
				createdAt: before?.createdAt ?? updatedAt,
				updatedAt,
			};
			put(row);
			return row;
		},
	};
}

/** Rows in the order they were first put. A read of one team looks at no other, however many there are. */
function createRows(seeds: readonly StoredRow[]): Rows {
	const rows = new Map<string, StoredRow>();
	const groups = new Map<string, Map<string, StoredRow>>();
	const put = (row: StoredRow): void => {
		const key = rowKey(row, row);
		rows.set(key, row);
		for (const name of groupsOf(row)) {
			groups.set(name, (groups.get(name) ?? new Map()).set(key, row));
		}
	};
	for (const row of seeds) put(row);
	return {
		all: () => [...rows.values()],
		on: (shelf, teamId) => [...(groups.get(groupOf(shelf, teamId))?.values() ?? [])],
		find: (shelf, target) => rows.get(rowKey(shelf, target)),
		put,
		remove(row) {
			const key = rowKey(row, row);
			rows.delete(key);
			for (const name of groupsOf(row)) groups.get(name)?.delete(key);
		},
	};
}

/** What is kept of the values of a body, null where there is none: no secret, and addresses in their normal form. */
export const storedValues = (values: JsonObject): JsonObject =>
	Object.fromEntries(
		readableFields.map(field => [bodyName(field), keptValue(field, values[bodyName(field)] ?? null)]),
	);

function keptValue({kind}: Field, value: Json): Json {
	if (kind === 'url' && typeof value === 'string') return new URL(value).href;
	return isObject(value) ? maskedDetails(value) : value;
}

/** A row as the API answers it. */
export const answerOf = (row: StoredRow) => ({
	id: row.id,
	...row.values,
	client_secret_hash: row.clientSecretHash,
	source: row.provider,
	team_id: row.teamId,
	created_at: row.createdAt,
	updated_at: row.updatedAt,
	app_url: row.appUrl,
});

/** Names one credential: there is at most one for a team and provider on a shelf. */
export const rowKey = (shelf: Shelf, {teamId, provider}: Pick<Upsert, 'teamId' | 'provider'>): string =>
	`${groupOf(shelf, teamId)}/${provider}`;

const groupOf = ({organizationId, environment, region}: Shelf, teamId?: string): string =>
	[organizationId, environment, region, ...(teamId === undefined ? [] : [teamId])].join('/');

const groupsOf = (row: StoredRow): readonly string[] => [groupOf(row), groupOf(row, row.teamId)];

const hashOf = (secret: Json | undefined): string | null =>
	typeof secret === 'string' ? createHash('sha256').update(secret).digest('hex').slice(0, 16) : null;
