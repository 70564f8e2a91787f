import type {Region, Team} from '../domain/credential.ts';
import type {Listing, RequestOptions} from '../domain/ports.ts';
import type {Result} from '../domain/problem.ts';
import {readPages} from './pages.ts';
import type {Transport} from './request.ts';
import {parseTeamPage} from './schemas.ts';

/**
`GET /v1/org/{org_id}/team`, all pages. The region is asked for and also applied here; a team whose region the
API does not tell is kept. `onPage` is told how many teams were read so far.
*/
export const readTeams = (
	transport: Transport,
	{region}: {readonly region?: Region},
	options: RequestOptions & {readonly onPage?: (count: number) => void},
): Promise<Result<Listing<Team>>> =>
	readPages(
		transport,
		{
			path: '/team',
			...(region && {query: new URLSearchParams({region})}),
			subject: 'the teams',
			parse(json) {
				const page = parseTeamPage(json);
				return page && {...page, rows: page.rows.filter(team => isIn(team, region))};
			},
		},
		options,
	);

const isIn = (team: Team, region: Region | undefined): boolean =>
	region === undefined || team.region === undefined || team.region.toLowerCase() === region;
