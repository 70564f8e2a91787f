import type {Environment} from '../domain/credential.ts';
import type {RequestOptions} from '../domain/ports.ts';
import {type Result, success} from '../domain/problem.ts';
import type {ScopeRequirements, TeamToken} from '../domain/proof/team.ts';
import {request} from './request.ts';
import {parseScopeRequirements, parseTeamToken} from './team-access-schemas.ts';
import type {Transport} from './transport.ts';

// The API's description has the first name, a page of its documentation the second.
const tokenOperations = ['create_api_access_token', 'create_access_token'] as const;

/** `POST /v1/org/{org_id}/team/{team_id}/create_api_access_token`: it may be sent again, as a read. */
export async function createTeamToken(
	transport: Transport,
	{teamId, environment}: {readonly teamId: string; readonly environment: Environment},
	options: RequestOptions,
): Promise<Result<TeamToken>> {
	const ask = (operation: string) =>
		request(
			transport,
			{
				method: 'POST',
				path: `${teamPath(teamId)}/${operation}`,
				body: {env: environment},
				intent: 'read',
				subject: 'the token of the team',
				parse: json => tokenIn(json, transport),
			},
			options,
		);
	const [documented, other] = tokenOperations;
	const asked = await ask(documented);
	return !asked.ok && asked.problem.status === 404 ? ask(other) : asked;
}

/** `GET /v1/org/{org_id}/team/{team_id}/scope_requirements`, of one provider. */
export const readScopeRequirements = (
	transport: Transport,
	{teamId, provider}: {readonly teamId: string; readonly provider: string},
	options: RequestOptions,
): Promise<Result<ScopeRequirements | undefined>> =>
	request(
		transport,
		{
			method: 'GET',
			path: `${teamPath(teamId)}/scope_requirements`,
			query: new URLSearchParams({provider}),
			intent: 'read',
			subject: 'the scopes that the team requires',
			parse: json => parseScopeRequirements(json, {teamId, provider}),
		},
		options,
	).then(asked => (asked.ok ? success(asked.value.requirements) : asked));

const teamPath = (id: string): string => `/team/${encodeURIComponent(id.toWellFormed())}`;

function tokenIn(json: unknown, {secrets, now = Date.now}: Transport): TeamToken | undefined {
	const token = parseTeamToken(json, now());
	if (token) secrets.add(token.secret);
	return token;
}
