import type {FieldAnswers} from '../domain/field-values.ts';
import type {ManifestProblem, ManifestRow} from '../domain/manifest.ts';
import {endsJob} from '../domain/outcome.ts';
import type {PlannedRow} from '../domain/plan.ts';
import {planSave} from '../domain/plan-save.ts';
import type {ManagementApi, RequestOptions} from '../domain/ports.ts';
import type {Problem, Result} from '../domain/problem.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import {teamIdOf} from '../domain/team-choice.ts';
import {byRow} from '../domain/values/same.ts';
import type {Warning} from '../domain/warnings.ts';
import type {FoundTeam} from './find-team.ts';
import {placesOfTeams, readPlaces, targetKey} from './read-places.ts';
import {teamsFor} from './team-index.ts';

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
	const named = rows.map(({row}) => ({team: row.team, region: row.place.region}));
	const teams = await teamsFor(api, named, options);
	if (!teams.ok) return {kind: 'failed', problem: teams.problem};
	const teamOf = ({team, place}: ManifestRow): Result<FoundTeam> => teams.value.find(team, place.region);
	if (teams.value.isForbidden && rows.some(({row}) => teamIdOf(row.team) === undefined))
		return refusedTeams(rows, teamOf);
	const targets = rows.map(({row}) => ({place: row.place, teamId: teamIdOf(row.team)}));
	const read = await readPlaces(api, placesOfTeams(targets), options);
	if (!read.ok) return {kind: 'failed', problem: read.problem};
	const {beforeFor} = read.value;

	const problems: ManifestProblem[] = [];
	const planned: PlannedRow[] = [];
	const warnings: Warning[] = [...read.value.warnings];
	const lines = new Map<string, number>();
	for (const row of others) {
		const team = teamOf(row);
		if (team.ok) lines.set(targetKey(row.place, team.value.id, row.provider), row.at.line);
	}
	for (const resolved of rows) {
		const {row, answers} = resolved;
		const team = teamOf(row);
		if (!team.ok) {
			problems.push(...problemsAt(row, team.problem, 'team'));
			continue;
		}
		const {id: teamId, name: teamName, warning} = team.value;
		if (warning !== undefined) warnings.push({code: 'team-not-listed', message: warning, at: row.at});
		const key = targetKey(row.place, teamId, row.provider);
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

/** The rows whose teams cannot be found, where that is known before anything that is stored was read. */
const refusedTeams = (
	rows: readonly ResolvedRow[],
	teamOf: (row: ManifestRow) => Result<FoundTeam>,
): ManifestPlan => ({
	kind: 'refused',
	problems: rows.flatMap(({row}) => {
		const team = teamOf(row);
		return team.ok ? [] : problemsAt(row, team.problem, 'team');
	}),
});

/** The problem's fields, each at its place in the file as far as that is known. */
function problemsAt(row: ManifestRow, problem: Problem, key?: string): readonly ManifestProblem[] {
	const fields = problem.kind === 'correct' ? problem.fields : [];
	if (fields.length === 0 || key !== undefined) {
		const ids = fields.map(({message}) => message).filter(message => message !== problem.message);
		const named = ids.length === 0 ? [] : [`${ids.join('; ').replace(/\.*$/, '')}.`];
		const message = [problem.message, ...named, problem.advice].join(' ');
		return [{...row.at, path: key === undefined ? row.at.path : `${row.at.path}.${key}`, message}];
	}
	return fields.map(({field, message}) => ({
		...row.at,
		path: `${row.at.path}.${field.startsWith('details') ? field : field.replaceAll('-', '_')}`,
		message,
	}));
}
