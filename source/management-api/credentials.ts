import {credentialsPath, removalCall, saveCall} from '../domain/body/calls.ts';
import {opened} from '../domain/body/seal.ts';
import {secretsOf} from '../domain/body/secrets-of.ts';
import type {Credential, Place, StoredCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import type {Listing, ListOptions, Removal, RequestOptions} from '../domain/ports.ts';
import {type Result, success} from '../domain/problem.ts';
import {readPages} from './pages.ts';
import {request} from './request.ts';
import {parseCredential, parseCredentialPage, parseRemoval} from './schemas.ts';
import type {Transport} from './transport.ts';

/**
`GET /v1/org/{org_id}/team_custom_credentials/{env}/{region}`, all pages, for one team or for all. Rows of other
teams are dropped here too. The provider is not asked for: the filter takes fewer slugs than the upsert.
*/
export const readCredentials = (
	transport: Transport,
	place: Place,
	teamId: string | undefined,
	options: ListOptions<StoredCredential>,
): Promise<Result<Listing<StoredCredential>>> =>
	readPages(
		transport,
		{
			method: 'GET',
			path: credentialsPath(place),
			...(teamId !== undefined && {query: new URLSearchParams({team_id: teamId})}),
			intent: 'read',
			subject: 'the stored credentials',
			place,
			parse(json) {
				const page = parseCredentialPage(json);
				const isWanted = (row: StoredCredential) => teamId === undefined || isSame(row.teamId, teamId);
				return page && {...page, rows: page.rows.filter(isWanted).map(row => shown(row, transport))};
			},
		},
		options,
	);

/**
`POST /v1/org/{org_id}/team_custom_credentials/{env}/{region}`, sent once. Every key is always in the body,
null where there is no value, because the API does not say what an omitted one does. `fields` are those of the
provider, for the names of refused ones.
*/
export const upsertCredential = (
	transport: Transport,
	{place, credential, fields}: {place: Place; credential: Credential; fields: readonly Field[]},
	options: RequestOptions,
): Promise<Result<StoredCredential>> => {
	for (const secret of secretsOf(credential)) transport.secrets.add(secret);
	const call = saveCall(place, credential);
	return request(
		transport,
		{
			...call,
			// The one place of this room where secrets are revealed, besides the key's header.
			body: opened(call.body),
			intent: 'save',
			subject: 'the credential',
			place,
			fields,
			parse(json) {
				const stored = parseCredential(json);
				return stored && shown(stored, transport);
			},
		},
		options,
	);
};

/**
`DELETE /v1/org/{org_id}/team_custom_credentials/{env}/{region}`, sent once, and not at all without an ID. An ID
that the answer does not mention counts as failed.
*/
export async function deleteCredentials(
	transport: Transport,
	place: Place,
	ids: readonly string[],
	options: RequestOptions,
): Promise<Result<Removal>> {
	if (ids.length === 0) return success({deleted: [], notFound: [], failed: []});
	const call = removalCall(place, ids);
	return request(
		transport,
		{
			...call,
			intent: 'remove',
			subject: 'the removal',
			place,
			parse: json => parseRemoval(json, call.query.getAll('credential_id')),
		},
		options,
	);
}

/**
A server may echo a secret where it has no place. What is sent again stays exactly as it was read, and what is compared
loses no sign that a short secret shares with it.
*/
function shown(stored: StoredCredential, {secrets: {hideEchoes, hideWhole}}: Transport): StoredCredential {
	const {clientSecretHash, appUrl} = stored;
	return {
		...stored,
		id: hideEchoes(stored.id),
		teamId: hideEchoes(stored.teamId),
		provider: hideEchoes(stored.provider),
		clientSecretHash: clientSecretHash === null ? null : hideEchoes(clientSecretHash),
		appUrl: appUrl === null ? null : hideWhole(appUrl),
		createdAt: hideEchoes(stored.createdAt),
		updatedAt: hideEchoes(stored.updatedAt),
	};
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
