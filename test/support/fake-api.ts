import {opened} from '../../source/domain/body/seal.ts';
import type {Credential, Place, StoredCredential, Team} from '../../source/domain/credential.ts';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {failure, type Problem, type Result, success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';

type World = {
	readonly stored?: readonly (StoredCredential & {readonly place: Place})[];
	readonly teams?: readonly Team[];
	/** Answers an upsert in place of storing it; undefined stores it. */
	readonly onUpsert?: (credential: Credential, attempt: number) => Result<never> | undefined;
	readonly onRead?: (attempt: number) => Result<never> | undefined;
};

/** An API in memory, for operations that are about many requests rather than about HTTP. */
export function fakeApi({stored = [], teams = [], onUpsert, onRead}: World = {}) {
	const rows = new Map(stored.map(row => [keyOf(row.place, row.teamId, row.provider), row]));
	const upserts: Credential[] = [];
	let reads = 0;
	let clock = 0;
	const attempts = new Map<string, number>();
	const listed = (place: Place, teamId?: string) =>
		[...rows.values()].filter(
			row =>
				row.place.environment === place.environment &&
				row.place.region === place.region &&
				(teamId === undefined || row.teamId === teamId),
		);
	const store = (place: Place, credential: Credential) => {
		const key = keyOf(place, credential.teamId, credential.provider);
		const {client_secret: sent} = credential.values;
		const row = {
			place,
			id: rows.get(key)?.id ?? `id of ${key}`,
			teamId: credential.teamId,
			provider: credential.provider,
			values: opened({
				client_id: credential.values.client_id ?? null,
				details: null,
				redirect_url_override: credential.values.redirect_url_override ?? null,
			}),
			clientSecretHash: sent instanceof Secret ? sent.reveal() : null,
			appUrl: null,
			createdAt: '2026-01-01T00:00:00Z',
			updatedAt: new Date(Date.UTC(2026, 1, 1) + ++clock).toISOString(),
		};
		rows.set(key, row);
		return row;
	};
	const api: ManagementApi = {
		organization: async () => success({id: 'organization'}),
		teams: async () => success({rows: teams}),
		async team(id) {
			const team = teams.find(one => one.id === id);
			return team ? success(team) : problem('unavailable');
		},
		createTeam: async ({id, name, region}) => success({id, name, region}),
		async credentials(place, teamId) {
			reads += 1;
			return onRead?.(reads) ?? success({rows: listed(place, teamId)});
		},
		prepare: async () => success({steps: []}),
		async upsert(place, credential) {
			upserts.push(credential);
			const key = keyOf(place, credential.teamId, credential.provider);
			const attempt = (attempts.get(key) ?? 0) + 1;
			attempts.set(key, attempt);
			return onUpsert?.(credential, attempt) ?? success(store(place, credential));
		},
		async remove(place, ids) {
			const found = listed(place).filter(row => ids.includes(row.id));
			for (const row of found) rows.delete(keyOf(row.place, row.teamId, row.provider));
			const deleted = found.map(({id}) => id);
			return success({deleted, notFound: ids.filter(id => !deleted.includes(id)), failed: []});
		},
		teamToken: async () => problem('unavailable'),
		scopeRequirements: async () => problem('unavailable'),
	};
	return {api, upserts, store, rows: () => [...rows.values()], reads: () => reads};
}

const keyOf = ({environment, region}: Place, teamId: string, provider: string): string =>
	[environment, region, teamId, provider].join('/');

const told = {message: 'It did not work.', advice: 'Try again.'};

export const busy = (status: 429 | 503, delaySeconds?: number): Result<never> =>
	failure({kind: 'retry', status, ...told, ...(delaySeconds === undefined ? {} : {delaySeconds})});

export const problem = (kind: Exclude<Problem['kind'], 'correct'>): Result<never> => failure({kind, ...told});

export const secret = new Secret('a client secret');
