import type {Credential, DetailValue, Json, Place, StoredCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import type {Listing, RequestOptions} from '../domain/ports.ts';
import type {Result} from '../domain/problem.ts';
import {opened} from '../domain/sealed.ts';
import {Secret} from '../domain/secret.ts';
import {readPages} from './pages.ts';
import {request, type Transport} from './request.ts';
import {parseCredential, parseCredentialPage} from './schemas.ts';

const path = ({environment, region}: Place) => `/team_custom_credentials/${environment}/${region}`;

/**
`GET /v1/org/{org_id}/team_custom_credentials/{env}/{region}`, all pages, for one team. Rows of other teams are
dropped here too. The provider is not asked for: the filter takes fewer slugs than the upsert.
*/
export const readCredentials = (
	transport: Transport,
	place: Place,
	teamId: string,
	options: RequestOptions,
): Promise<Result<Listing<StoredCredential>>> =>
	readPages(
		transport,
		{
			path: path(place),
			query: new URLSearchParams({team_id: teamId}),
			subject: 'the stored credentials',
			place,
			parse(json) {
				const page = parseCredentialPage(json);
				return page && {...page, rows: page.rows.filter(row => isSame(row.teamId, teamId))};
			},
		},
		options,
	);

/**
`POST /v1/org/{org_id}/team_custom_credentials/{env}/{region}`, sent once. All six keys are always in the body,
null where there is no value, because the API does not say what an omitted one does. `fields` are those of the
provider, for the names of refused ones.
*/
export const upsertCredential = (
	transport: Transport,
	{place, credential, fields}: {place: Place; credential: Credential; fields: readonly Field[]},
	options: RequestOptions,
): Promise<Result<StoredCredential>> => {
	for (const secret of secretsIn({secret: credential.clientSecret, details: credential.details})) {
		transport.secrets.add(secret);
	}
	return request(
		transport,
		{
			path: path(place),
			body: bodyOf(credential),
			subject: 'the credential',
			place,
			fields,
			parse: parseCredential,
		},
		options,
	);
};

// The one place of this room where secrets are revealed, besides the key's header.
const bodyOf = (credential: Credential): {readonly [key: string]: Json} => ({
	team_id: credential.teamId,
	provider: credential.provider,
	client_id: credential.clientId,
	client_secret: credential.clientSecret?.reveal() ?? null,
	details: credential.details && opened(credential.details),
	redirect_url_override: credential.redirectUrlOverride,
});

function secretsIn(value: DetailValue): readonly Secret[] {
	if (value instanceof Secret) return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
