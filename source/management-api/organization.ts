import type {Organization} from '../domain/credential.ts';
import type {RequestOptions} from '../domain/ports.ts';
import type {Result} from '../domain/problem.ts';
import {request} from './request.ts';
import {parseOrganization} from './schemas.ts';
import type {Transport} from './transport.ts';

/** `GET /v1/org/{org_id}`: proves the key, and tells the organization's name and when the key's plan ends. */
export const readOrganization = (
	transport: Transport,
	options: RequestOptions,
): Promise<Result<Organization>> =>
	request(
		transport,
		{
			method: 'GET',
			path: '',
			intent: 'read',
			subject: 'the organization',
			parse(json) {
				const organization = parseOrganization(json);
				return organization && shown(organization, transport);
			},
		},
		options,
	);

function shown(
	{id, name, expiresAt}: Organization,
	{secrets: {hideEchoes, hideWhole}}: Transport,
): Organization {
	return {
		id: hideEchoes(id),
		...(name !== undefined && {name: hideWhole(name)}),
		...(expiresAt !== undefined && {expiresAt: expiresAt && hideEchoes(expiresAt)}),
	};
}
