import {
	environments,
	type Place,
	type PlacedCredential,
	regions,
	type StoredCredential,
	type Team,
} from '../domain/credential.ts';
import type {Listing, ManagementApi} from '../domain/ports.ts';
import {failure, isForbidden, type Problem, type Result, success} from '../domain/problem.ts';
import {findTeam} from '../operations/find-team.ts';
import type {TargetFlags} from './flags/target-flags.ts';
import type {Context} from './shared/scripted.ts';

/** What is stored, with the names of its teams. `isWhole` is false where something could not be read. */
export type StoredCredentials = {
	readonly credentials: readonly PlacedCredential[];
	/** Those that could be read. */
	readonly places: readonly Place[];
	/** Those of which nothing is missing. */
	readonly wholePlaces: readonly Place[];
	readonly isWhole: boolean;
	/** The team that was named. */
	readonly teamId?: string;
	/** The teams that could be looked at: all of them, or the one that was named, by its name. */
	readonly teams?: Listing<Team>;
	/** Why the rest was not read any more, where that goes on. */
	readonly ended?: Problem;
};

type Reading = {
	/** Whether what was read before is given, where a key is refused or nothing answers any more. */
	readonly isPatient?: true;
};

/** Every environment and region that the flags leave open. */
export const placesOf = ({environment, region}: TargetFlags): readonly Place[] =>
	environments
		.filter(candidate => candidate === (environment ?? candidate))
		.flatMap(one =>
			regions
				.filter(candidate => candidate === (region ?? candidate))
				.map(other => ({environment: one, region: other})),
		);

/**
Reads what is stored in the places, of one team or of all. What cannot be read is said, and the rest goes on; a
problem is given where nothing could be read, or the key is refused.
*/
export async function readStored(
	context: Context,
	api: ManagementApi,
	flags: TargetFlags,
	places: readonly Place[],
	reading: Reading = {},
): Promise<Result<StoredCredentials>> {
	const found = await readTeams(api, flags, context.signal);
	if (!found.ok) return found;
	const {names, teamId, teams, warnings, isForbidden: isOfTeam = false} = found.value;
	context.voice.note(...warnings);
	const read = await readPlaces(context, api, teamId, places, reading);
	if (!read.ok) return isOfTeam ? failure(ofAllTeams(read.problem)) : read;
	const {rows, ...others} = read.value;
	return success({
		...others,
		credentials: rows.map(({place, stored}) => placed(place, stored, names)),
		isWhole: others.isWhole && warnings.length === 0,
		...(teamId === undefined ? {} : {teamId}),
		...(teams ? {teams} : {}),
	});
}

type PlacesRead = Omit<StoredCredentials, 'credentials' | 'teamId' | 'teams'> & {
	readonly rows: readonly {readonly place: Place; readonly stored: StoredCredential}[];
};

async function readPlaces(
	{voice, signal}: Context,
	api: ManagementApi,
	teamId: string | undefined,
	places: readonly Place[],
	{isPatient}: Reading,
): Promise<Result<PlacesRead>> {
	const rows: {place: Place; stored: StoredCredential}[] = [];
	const readable: Place[] = [];
	const wholePlaces: Place[] = [];
	let first: Problem | undefined;
	let ended: Problem | undefined;
	for (const place of places) {
		const listing = await api.credentials(place, teamId, {signal});
		const why = listing.ok ? listing.value.warning : listing.problem.message;
		const isEnd = !listing.ok && (endsAll(listing.problem) || signal.aborted);
		if (isEnd && !(isPatient && readable.length > 0)) return listing;
		if (why !== undefined) voice.note(`${place.environment}, ${place.region}: ${why}`);
		if (listing.ok) {
			readable.push(place);
			if (why === undefined) wholePlaces.push(place);
			for (const stored of listing.value.rows) rows.push({place, stored});
			continue;
		}
		first ??= listing.problem;
		ended = isEnd ? listing.problem : undefined;
		if (isEnd) break;
	}
	if (first && readable.length === 0) return failure(first);
	const isWhole = wholePlaces.length === places.length;
	return success({rows, places: readable, wholePlaces, isWhole, ...(ended ? {ended} : {})});
}

/** What every other read would end with too. */
const endsAll = ({kind}: Problem): boolean => kind === 'reauthenticate' || kind === 'unreachable';

/** A management key of one team may be allowed to read what is of that team, and no more. */
const ofAllTeams = (problem: Problem): Problem =>
	isForbidden(problem)
		? {
				...problem,
				advice: `A team’s management key reads its own team only: name it with --team ID. ${problem.advice}`,
			}
		: problem;

const placed = (
	place: Place,
	stored: StoredCredential,
	names: ReadonlyMap<string, string>,
): PlacedCredential => {
	const teamName = names.get(stored.teamId.toLowerCase());
	return {place, stored, ...(teamName === undefined ? {} : {teamName})};
};

type TeamNames = {
	readonly names: ReadonlyMap<string, string>;
	readonly teamId?: string;
	readonly teams?: Listing<Team>;
	readonly warnings: readonly string[];
	/** The key may not list the teams: it is probably that of one team. */
	readonly isForbidden?: boolean;
};

/** The one team that was named, or the names of all. Names are good to have: without them the IDs stand. */
async function readTeams(
	api: ManagementApi,
	{team, region}: TargetFlags,
	signal: AbortSignal,
): Promise<Result<TeamNames>> {
	if (team !== undefined) {
		const found = await findTeam(api, team, region, {signal});
		if (!found.ok) return found;
		const {id, name, warning} = found.value;
		const rows = name === undefined ? [] : [{id, name}];
		return success({
			names: namesOf(rows),
			teamId: id,
			...(name === undefined ? {} : {teams: {rows}}),
			warnings: [warning ?? []].flat(),
		});
	}
	const listing = await api.teams(region === undefined ? {} : {region}, {signal});
	if (listing.ok) {
		const {rows, warning} = listing.value;
		return success({names: namesOf(rows), teams: listing.value, warnings: [warning ?? []].flat()});
	}
	if ((endsAll(listing.problem) && !isForbidden(listing.problem)) || signal.aborted) return listing;
	return success({
		names: new Map(),
		warnings: [`The teams have no names here. ${listing.problem.message}`],
		isForbidden: isForbidden(listing.problem),
	});
}

const namesOf = (teams: readonly Team[]): ReadonlyMap<string, string> =>
	new Map(teams.flatMap(({id, name}) => (name === undefined ? [] : [[id.toLowerCase(), name] as const])));
