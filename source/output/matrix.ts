import {
	type Environment,
	environments,
	type Place,
	type PlacedCredential,
	type StoredCredential,
} from '../domain/credential.ts';
import {compareNames, teamLabels} from './credential-list.ts';

/** `gap`: missing in production, set in sandbox. `unread`: nobody can tell. */
export type State = StoredCredential | 'gap' | 'unread' | 'none';

/** What a team has for a provider in each environment. */
export type Cell = Readonly<Record<Environment, State>>;

/** One team in one region, with a cell for each provider of the matrix. */
export type MatrixRow = {
	readonly teamId: string;
	readonly label: string;
	readonly region: Place['region'];
	readonly cells: readonly Cell[];
};

/** Providers by their slugs. Those are there that are set anywhere. */
export type Matrix = {readonly providers: readonly string[]; readonly rows: readonly MatrixRow[]};

/**
The credentials by team and provider, both in the order of their names. Of several in one place the newest counts.
`places` are those that were read, all of them unless told: where one was not, nothing is called missing.
*/
export function matrixOf(credentials: readonly PlacedCredential[], places?: readonly Place[]): Matrix {
	const labels = teamLabels(credentials);
	const found = new Map<string, StoredCredential>();
	const teams = new Map<string, Pick<MatrixRow, 'teamId' | 'region'>>();
	for (const {place, stored} of credentials) {
		const {environment, region} = place;
		const {teamId, provider} = stored;
		const key = keyOf(teamId, region, environment, provider);
		found.set(key, newest(found.get(key), stored));
		teams.set(keyOf(teamId, region), {teamId, region});
	}
	const providers = [...new Set(credentials.map(({stored}) => stored.provider))].toSorted(compareNames);
	const rows = [...teams.values()].map(({teamId, region}) => {
		const stateAt = (environment: Environment, provider: string): State =>
			found.get(keyOf(teamId, region, environment, provider)) ??
			(isRead({environment, region}, places) ? 'none' : 'unread');
		const cells = providers.map(provider =>
			cellOf(stateAt('sandbox', provider), stateAt('production', provider)),
		);
		return {teamId, label: labels.get(teamId) ?? '', region, cells};
	});
	return {
		providers,
		rows: rows.toSorted((a, b) => compareNames(a.label, b.label) || compareNames(a.region, b.region)),
	};
}

/** Every state of the row, provider by provider, with the environment it is about. */
export const statesOf = ({
	cells,
}: MatrixRow): readonly {
	readonly index: number;
	readonly environment: Environment;
	readonly state: State;
}[] =>
	cells.flatMap((cell, index) =>
		environments.map(environment => ({index, environment, state: cell[environment]})),
	);

const cellOf = (sandbox: State, production: State): Cell => ({
	sandbox,
	production: typeof sandbox === 'object' && production === 'none' ? 'gap' : production,
});

const isRead = ({environment, region}: Place, places: readonly Place[] | undefined): boolean =>
	places?.some(place => place.environment === environment && place.region === region) ?? true;

const newest = (known: StoredCredential | undefined, other: StoredCredential): StoredCredential =>
	known && Date.parse(known.updatedAt) >= Date.parse(other.updatedAt) ? known : other;

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
