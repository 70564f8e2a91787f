import {createHash, randomUUID} from 'node:crypto';
import type {JsonObject, Place, StoredCredential} from '../domain/credential.ts';
import {masked} from './details.ts';

/** A credential where it is stored. Of the secret there is only a hash; secret details are masked. */
export type StoredRow = StoredCredential & Place & {readonly organizationId: string};

/** Where a row belongs: every path of the API is below an organization, an environment and a region. */
export type Shelf = Place & {readonly organizationId: string};

/** A read body. What was left out is null: the demo erases it, which the API neither promises nor excludes. */
export type Upsert = {
	readonly teamId: string;
	readonly provider: string;
	readonly clientId: string | null;
	readonly clientSecret: string | null;
	readonly details: JsonObject | null;
	readonly redirectUrlOverride: string | null;
};

export type Store = {
	all(): readonly StoredRow[];
	on(shelf: Shelf): readonly StoredRow[];
	/** Keeps the ID and the creation time of what it replaces. */
	save(shelf: Shelf, upsert: Upsert): StoredRow;
	remove(row: StoredRow): void;
};

/** State in memory. `now` gives milliseconds since 1970; two writes never carry the same time. */
export function createStore(seeds: readonly StoredRow[], now: () => number): Store {
	const rows = new Map(seeds.map(row => [keyOf(row, row), row]));
	let latest = 0;

	const stamp = (): string => {
		latest = Math.max(now(), latest + 1);
		return new Date(latest).toISOString();
	};

	return {
		all: () => [...rows.values()],
		on: shelf => [...rows.values()].filter(row => isOn(shelf, row)),
		save(shelf, upsert) {
			const key = keyOf(shelf, upsert);
			const before = rows.get(key);
			const updatedAt = stamp();
			const row: StoredRow = {
				organizationId: shelf.organizationId,
				environment: shelf.environment,
				region: shelf.region,
				id: before?.id ?? randomUUID(),
				teamId: upsert.teamId,
				provider: upsert.provider,
				clientId: upsert.clientId,
				clientSecretHash: upsert.clientSecret === null ? null : hashOf(upsert.clientSecret),
				details: upsert.details && masked(upsert.details),
				redirectUrlOverride: upsert.redirectUrlOverride && new URL(upsert.redirectUrlOverride).href,
				appUrl: before?.appUrl ?? null,
				createdAt: before?.createdAt ?? updatedAt,
				updatedAt,
			};
			rows.set(key, row);
			return row;
		},
		remove: row => void rows.delete(keyOf(row, row)),
	};
}

/** A row as the API answers it. */
export const answerOf = (row: StoredRow) => ({
	id: row.id,
	client_id: row.clientId,
	client_secret_hash: row.clientSecretHash,
	source: row.provider,
	team_id: row.teamId,
	created_at: row.createdAt,
	updated_at: row.updatedAt,
	details: row.details,
	app_url: row.appUrl,
	redirect_url_override: row.redirectUrlOverride,
});

/** Names one credential: there is at most one for a team and provider on a shelf. */
export const keyOf = (shelf: Shelf, {teamId, provider}: Pick<Upsert, 'teamId' | 'provider'>): string =>
	[shelf.organizationId, shelf.environment, shelf.region, teamId, provider].join('/');

const isOn = (shelf: Shelf, row: StoredRow): boolean =>
	row.organizationId === shelf.organizationId &&
	row.environment === shelf.environment &&
	row.region === shelf.region;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex').slice(0, 16);
