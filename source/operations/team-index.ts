import type {Region, Team} from '../domain/credential.ts';
import {endsJob} from '../domain/outcome.ts';
import type {Listing, ManagementApi, RequestOptions} from '../domain/ports.ts';
import {failure, isForbidden, type Result, success} from '../domain/problem.ts';
import {teamIdOf} from '../domain/team-choice.ts';
import {normal} from '../domain/text.ts';
import {type FoundTeam, foundTeam, provedTeam} from './find-team.ts';

/** Which team an ID or a name means in a region, told at once. */
export type TeamFinder = (text: string, region: Region) => Result<FoundTeam>;

/** The teams of many rows, each looked up once. `isForbidden`: the key may not list them, so that each was read alone. */
export type Teams = {readonly find: TeamFinder; readonly isForbidden: boolean};

/**
Lists the teams once for many rows. Where the key may not list them, the teams that the rows name by their IDs are read
one by one; where there is no list, IDs stand as they are. A refused key, and whatever else ends a job, is a problem.
*/
export async function teamsFor(
	api: ManagementApi,
	rows: readonly {readonly team: string; readonly region: Region}[],
	options: RequestOptions,
): Promise<Result<Teams>> {
	const listing = await api.teams({}, options);
	if (!listing.ok && isForbidden(listing.problem)) return provedTeams(api, rows, options);
	if (!listing.ok && endsJob(listing.problem)) return listing;
	return success({find: finderIn(listing.ok ? listing.value : undefined), isForbidden: false});
}

/** Finds teams among those that were listed; where there is no list, only IDs. */
export function finderIn(listing: Listing<Team> | undefined): TeamFinder {
	const index = listing && indexOf(listing);
	return (text, region) => foundIn(index, text, region);
}

async function provedTeams(
	api: ManagementApi,
	rows: readonly {readonly team: string; readonly region: Region}[],
	options: RequestOptions,
): Promise<Result<Teams>> {
	const found = new Map<string, Result<FoundTeam>>();
	for (const {team, region} of rows) {
		const id = teamIdOf(team);
		const key = `${id} ${region}`;
		if (id === undefined || found.has(key)) continue;
		const proved = await provedTeam(api, id, region, options);
		if (!proved.ok && proved.problem.kind === 'reauthenticate') {
			const {message} = proved.problem;
			return failure({...proved.problem, message: `Team ${id}: ${message}`});
		}
		found.set(key, proved);
	}
	return success({
		find: (text, region) => found.get(`${teamIdOf(text)} ${region}`) ?? foundTeam(text, region, undefined),
		isForbidden: true,
	});
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
function foundIn(index: TeamIndex | undefined, text: string, region: Region): Result<FoundTeam> {
	if (!index) return foundTeam(text, region, undefined);
	const id = teamIdOf(text);
	const rows = id === undefined ? (index.byName.get(normal(text)) ?? []) : [index.byId.get(id) ?? []].flat();
	return foundTeam(text, region, {...index, rows});
}
