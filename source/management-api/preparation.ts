import type {Place} from '../domain/credential.ts';
import type {Preparation, RequestOptions} from '../domain/ports.ts';
import type {Result} from '../domain/problem.ts';
import {request} from './request.ts';
import {parsePreparation} from './schemas.ts';
import {safeText} from './server-text.ts';
import type {Transport} from './transport.ts';

/**
`POST /v1/org/{org_id}/prepare_team_custom_credentials/{env}/{region}`. It stores nothing, so it is sent again like
a read. Types that are not known yet are kept; values and keys are exactly the server's, everything else that it
says is made safe to show.
*/
export const readPreparation = (
	transport: Transport,
	{environment, region}: Place,
	{teamId, provider}: {readonly teamId: string; readonly provider: string},
	options: RequestOptions,
): Promise<Result<Preparation>> =>
	request(
		transport,
		{
			method: 'POST',
			path: `/prepare_team_custom_credentials/${environment}/${region}`,
			body: {team_id: teamId, provider},
			intent: 'read',
			subject: 'the values to register',
			place: {environment, region},
			parse(json) {
				const preparation = parsePreparation(json);
				return preparation && shown(preparation, transport);
			},
		},
		options,
	);

function shown({steps, ...others}: Preparation, {secrets}: Transport): Preparation {
	const safe = (text: string, limit: number) => safeText(text, secrets, limit);
	return {
		...others,
		steps: steps.map(step => ({
			...step,
			type: safe(step.type, 100),
			description: safe(step.description, 500),
		})),
	};
}
