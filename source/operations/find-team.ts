import type {Region, Team} from '../domain/credential.ts';
import {nearest} from '../domain/nearest.ts';
import type {Listing, ManagementApi, RequestOptions} from '../domain/ports.ts';
import {failure, type Problem, type Result, success} from '../domain/problem.ts';
import {uuid} from '../domain/schemas.ts';
import {clean, normal} from '../domain/text.ts';

/** A team as it was found. `warning` says what could not be checked. */
export type FoundTeam = {readonly id: string; readonly name?: string; readonly warning?: string};

/** The ID that the text is, in the API's spelling, or undefined where it must be a name. */
export const teamIdOf = (text: string): string | undefined => uuid.safeParse(text).data;

/**
The team that an ID or a name means. An ID is looked up only for its name and its region, and stands where that
fails. A name must be that of exactly one team of the region, or of the organization where no region is named; all
pages of the list are read.
*/
export async function findTeam(
	api: ManagementApi,
	text: string,
	region: Region | undefined,
	options: RequestOptions,
): Promise<Result<FoundTeam>> {
	const id = teamIdOf(text);
	const listing = await api.teams(
		id !== undefined ? {teamId: id} : region === undefined ? {} : {region},
		options,
	);
	if (!listing.ok && listing.problem.kind === 'reauthenticate') return listing;
	if (id !== undefined) return byId(id, region, listing.ok ? listing.value.rows : undefined);
	return listing.ok ? byName(text, listing.value) : failure(unlisted(listing.problem));
}

/** The team of this ID, if it lives in the region. `teams` is undefined where they could not be listed. */
export function byId(
	id: string,
	region: Region | undefined,
	teams: readonly Team[] | undefined,
): Result<FoundTeam> {
	const team = teams?.find(candidate => candidate.id.toLowerCase() === id);
	if (teams === undefined) return success({id});
	if (!team) return success({id, warning: 'The organization does not list a team with this ID.'});
	const home = team.region?.toLowerCase();
	if (home !== undefined && region !== undefined && home !== region) {
		return failure(
			aboutTeam(`This team lives in ${clean(home, 20)}, not in ${region}.`, 'Check the region.'),
		);
	}
	return success({id, ...(team.name === undefined ? {} : {name: team.name})});
}

/** The one team of this name. A list that is not whole cannot say that there is only one. */
export function byName(text: string, {rows, warning}: Listing<Team>): Result<FoundTeam> {
	const found = rows.filter(({name}) => name !== undefined && normal(name) === normal(text));
	const [team] = found;
	if (!team) return failure(notFound(text, rows));
	if (found.length > 1) {
		return failure({
			...aboutTeam(`${found.length} teams have this name.`, 'Give the ID of the one you mean.'),
			fields: found.slice(0, 20).map(({id, createdOn}) => ({
				field: 'team',
				message: `${clean(id, 60)}${createdOn ? `, created ${clean(createdOn.slice(0, 10))}` : ''}`,
			})),
		});
	}
	if (warning !== undefined) {
		return failure(aboutTeam(`${warning} Another team may have this name too.`, 'Give the team’s ID.'));
	}
	return success({id: team.id, ...(team.name === undefined ? {} : {name: team.name})});
}

function notFound(text: string, teams: readonly Team[]) {
	const names = nearest(
		text,
		teams.flatMap(({name}) => name ?? []),
	);
	const shown = [...new Set(names.map(name => `“${clean(name, 60)}”`))].join(', ');
	const near = shown === '' ? '' : ` The nearest: ${shown}.`;
	return aboutTeam(
		`No team here has this name.${near}`,
		'Check the name and the region, or give the team’s ID.',
	);
}

const aboutTeam = (message: string, advice: string) =>
	({kind: 'correct', message, advice, fields: [{field: 'team', message}]}) as const;

const unlisted = ({message}: Problem): Problem =>
	aboutTeam(`The teams cannot be listed, so a name cannot be looked up. ${message}`, 'Give the team’s ID.');
