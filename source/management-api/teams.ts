import type {NewTeam, Region, Team} from '../domain/credential.ts';
import type {Listing, ListOptions, RequestOptions} from '../domain/ports.ts';
import type {Result} from '../domain/problem.ts';
import {readPages} from './pages.ts';
import {request} from './request.ts';
import {parseTeam, parseTeamPage} from './schemas.ts';
import type {Transport} from './transport.ts';

type TeamFilter = {readonly region?: Region; readonly teamId?: string};

/**
`GET /v1/org/{org_id}/team`, all pages. Region and ID are asked for and also applied here; a team whose region
the API does not tell is kept.
*/
export const readTeams = (
	transport: Transport,
	filter: TeamFilter,
	options: ListOptions<Team>,
): Promise<Result<Listing<Team>>> =>
	readPages(
		transport,
		{
			method: 'GET',
			path: '/team',
			query: queryOf(filter),
			intent: 'read',
			subject: 'the teams',
			parse(json) {
				const page = parseTeamPage(json);
				return (
					page && {
						...page,
						rows: page.rows.filter(team => isWanted(team, filter)).map(team => shown(team, transport)),
					}
				);
			},
		},
		options,
	);

/** `GET /v1/org/{org_id}/team/{team_id}`: a management key of this one team may read it as well. */
export const readTeam = (transport: Transport, id: string, options: RequestOptions): Promise<Result<Team>> =>
	request(
		transport,
		{
			method: 'GET',
			path: `/team/${encodeURIComponent(id.toWellFormed())}`,
			intent: 'read',
			subject: 'the team',
			parse: json => teamIn(json, transport),
		},
		options,
	);

/** `POST /v1/org/{org_id}/team`, sent once. What is not sent is as the API has it for a new team. */
export const createTeam = (
	transport: Transport,
	{id, name, region}: NewTeam,
	options: RequestOptions,
): Promise<Result<Team>> =>
	request(
		transport,
		{
			method: 'POST',
			path: '/team',
			body: {id, name, region},
			intent: 'create',
			subject: 'the team',
			parse: json => teamIn(json, transport),
		},
		options,
	);

function teamIn(json: unknown, transport: Transport): Team | undefined {
	const team = parseTeam(json);
	return team && shown(team, transport);
}

/**
A server may echo a secret in place of anything, and a message cuts what is long before it is looked at again. What is
compared loses no sign that a short secret shares with it.
*/
function shown({id, name, region, createdOn}: Team, {secrets: {hideEchoes, hideWhole}}: Transport): Team {
	return {
		id: hideEchoes(id),
		...(name !== undefined && {name: hideWhole(name)}),
		...(region !== undefined && {region: hideEchoes(region)}),
		...(createdOn !== undefined && {createdOn: hideEchoes(createdOn)}),
	};
}

const queryOf = ({region, teamId}: TeamFilter): URLSearchParams =>
	new URLSearchParams({...(teamId && {team_id: teamId}), ...(region && {region})});

const isWanted = (team: Team, {region, teamId}: TeamFilter): boolean =>
	(region === undefined || team.region === undefined || team.region.toLowerCase() === region) &&
	(teamId === undefined || team.id.toLowerCase() === teamId.toLowerCase());
