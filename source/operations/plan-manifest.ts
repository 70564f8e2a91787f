import type {Place, StoredCredential, Team} from '../domain/credential.ts';
import type {FieldAnswers} from '../domain/field-values.ts';
import type {ManifestProblem, ManifestRow} from '../domain/manifest.ts';
import {type Before, endsJob} from '../domain/outcome.ts';
import type {PlannedRow} from '../domain/plan.ts';
import {planSave} from '../domain/plan-save.ts';
import type {Listing, ManagementApi, RequestOptions} from '../domain/ports.ts';
import {type Problem, type Result, success} from '../domain/problem.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import {teamIdOf} from '../domain/team-choice.ts';
import {normal} from '../domain/text.ts';
import {byRow} from '../domain/values/same.ts';
import type {Warning} from '../domain/warnings.ts';
import {type FoundTeam, foundTeam} from './find-team.ts';
import {onlyOne} from './read-before.ts';

/** A row whose secrets have been fetched: all of them are in `answers`. */
export type ResolvedRow = {readonly row: ManifestRow; readonly answers: FieldAnswers};

/** The plan, or all that is wrong with its rows, or why nothing could be planned at all. */
export type ManifestPlan =
	| {readonly kind: 'planned'; readonly rows: readonly PlannedRow[]; readonly warnings: readonly Warning[]}
	| {readonly kind: 'refused'; readonly problems: readonly ManifestProblem[]}
	| {readonly kind: 'failed'; readonly problem: Problem};

/**
What applying the rows would do, row by row. The teams are listed once, and the stored credentials once for each
environment and region; nothing is written. `others` are the rows of the same manifest that are not planned here:
none of them may be for the same team and provider.
*/
export async function planManifest(
	api: ManagementApi,
	rows: readonly ResolvedRow[],
	options: RequestOptions,
	others: readonly ManifestRow[] = [],
): Promise<ManifestPlan> {
	const teams = await api.teams({}, options);
	if (!teams.ok && endsJob(teams.problem)) return {kind: 'failed', problem: teams.problem};
	const read = await readPlaces(api, rows, options);
	if (!read.ok) return {kind: 'failed', problem: read.problem};
	const {beforeFor} = read.value;

	const problems: ManifestProblem[] = [];
	const planned: PlannedRow[] = [];
	const warnings: Warning[] = [...read.value.warnings];
	const names = teams.ok ? indexOf(teams.value) : undefined;
	const lines = new Map<string, number>();
	for (const row of others) {
		const team = teamOf(row, names);
		if (team.ok) lines.set(keyOf(row.place, team.value.id, row.provider), row.at.line);
	}
	for (const resolved of rows) {
		const {row, answers} = resolved;
		const team = teamOf(row, names);
		if (!team.ok) {
			problems.push(...problemsAt(row, team.problem, 'team'));
			continue;
		}
		const {id: teamId, name: teamName, warning} = team.value;
		if (warning !== undefined) warnings.push({code: 'team-not-listed', message: warning, at: row.at});
		const key = keyOf(row.place, teamId, row.provider);
		const first = lines.get(key);
		if (first !== undefined) {
			problems.push({...row.at, message: `The same team and provider as the row in line ${first}.`});
			continue;
		}
		lines.set(key, row.at.line);
		const provider = providerOfSlug(row.provider);
		const wanted = {place: row.place, teamId, provider, answers, exactly: byRow(row.exact ?? [])};
		const before = beforeFor(row, teamId);
		if (!before.ok && endsJob(before.problem)) {
			problems.push(...problemsAt(row, before.problem));
			continue;
		}
		const plan = planSave(teamName === undefined ? wanted : {...wanted, teamName}, before);
		if (plan.ok) planned.push({...plan.value, row});
		else problems.push(...problemsAt(row, plan.problem));
	}
	return problems.length > 0 ? {kind: 'refused', problems} : {kind: 'planned', rows: planned, warnings};
}

/** The listed teams by ID and by name, so that ten thousand rows find theirs. */
type TeamIndex = {
	readonly warning?: string;
	readonly byId: ReadonlyMap<string, Team>;
	readonly byName: ReadonlyMap<string, readonly Team[]>;
};

function indexOf({rows, warning}: Listing<Team>): TeamIndex {
	const byName = new Map<string, Team[]>();
	for (const team of rows) {
		if (team.name === undefined) continue;
		const name = normal(team.name);
		const known = byName.get(name);
		if (known) known.push(team);
		else byName.set(name, [team]);
	}
	return {
		...(warning === undefined ? {} : {warning}),
		byId: new Map(rows.map(team => [team.id.toLowerCase(), team])),
		byName,
	};
}

/** As for a single save, among the few that the index has under the ID or the name. */
function teamOf({team, place: {region}}: ManifestRow, index: TeamIndex | undefined): Result<FoundTeam> {
	if (!index) return foundTeam(team, region, undefined);
	const id = teamIdOf(team);
	const rows = id === undefined ? (index.byName.get(normal(team)) ?? []) : [index.byId.get(id) ?? []].flat();
	return foundTeam(team, region, {...index, rows});
}

type ReadPlaces = {
	readonly beforeFor: (row: ManifestRow, teamId: string) => Before;
	readonly warnings: readonly Warning[];
};

/** Reads what is stored in every environment and region that a row names. */
async function readPlaces(
	api: ManagementApi,
	rows: readonly ResolvedRow[],
	options: RequestOptions,
): Promise<Result<ReadPlaces>> {
	const places = new Map(rows.map(({row: {place}}) => [placeKey(place), place]));
	const listings = new Map<string, Result<Listing<StoredCredential>>>();
	const stored = new Map<string, StoredCredential[]>();
	const warnings: Warning[] = [];
	for (const [key, place] of places) {
		const listing = await api.credentials(place, undefined, options);
		if (!listing.ok && endsJob(listing.problem)) return listing;
		listings.set(key, listing);
		const why = listing.ok ? listing.value.warning : listing.problem.message;
		if (why !== undefined) {
			const message = `${place.environment}, ${place.region}: ${why} What is left out of a row may be erased.`;
			warnings.push({code: 'stored-unreadable', message});
		}
		for (const one of listing.ok ? listing.value.rows : []) {
			const key = keyOf(place, one.teamId, one.provider);
			stored.set(key, [...(stored.get(key) ?? []), one]);
		}
	}
	const beforeFor = (row: ManifestRow, teamId: string): Before => {
		const listing = listings.get(placeKey(row.place));
		if (!listing?.ok) return listing ?? success(undefined);
		return onlyOne(stored.get(keyOf(row.place, teamId, row.provider)) ?? [], listing.value.warning);
	};
	return success({beforeFor, warnings});
}

const placeKey = ({environment, region}: Place): string => `${environment}/${region}`;

const keyOf = (place: Place, teamId: string, provider: string): string =>
	`${placeKey(place)}/${teamId.toLowerCase()}/${provider}`;

/** The problem's fields, each at its place in the file as far as that is known. */
function problemsAt(row: ManifestRow, problem: Problem, key?: string): readonly ManifestProblem[] {
	const fields = problem.kind === 'correct' ? problem.fields : [];
	if (fields.length === 0 || key !== undefined) {
		const ids = fields.map(({message}) => message).filter(message => message !== problem.message);
		const message = [problem.message, ...ids, problem.advice].join(' ');
		return [{...row.at, path: key === undefined ? row.at.path : `${row.at.path}.${key}`, message}];
	}
	return fields.map(({field, message}) => ({
		...row.at,
		path: `${row.at.path}.${field.startsWith('details') ? field : field.replaceAll('-', '_')}`,
		message,
	}));
}
