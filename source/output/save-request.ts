import {describeApi} from '../domain/api-generation.ts';
import type {Credential, CredentialDetails} from '../domain/credential.ts';
import type {HandOff} from '../domain/hand-off.ts';
import type {Connection} from '../domain/ports.ts';
import {maskedDetails} from './known-details.ts';

/** A request as it may be printed: the names of its headers, and its body with every secret masked. */
export type ShownRequest = {
	readonly method: 'POST' | 'DELETE';
	readonly url: string;
	readonly headers: readonly string[];
	readonly body: object | null;
};

/** Where the credentials of a place are: `{url}/v1/org/{org_id}/team_custom_credentials/{env}/{region}`. */
export const credentialsUrl = ({
	url,
	organizationId,
	place,
}: Pick<HandOff, 'url' | 'organizationId' | 'place'>) =>
	`${url}/v1/org/${encodeURIComponent(organizationId)}/team_custom_credentials/${place.environment}/${place.region}`;

/** The body of a save. Its secrets are still sealed. */
export const saveBody = (credential: Credential) =>
	({
		team_id: credential.teamId,
		provider: credential.provider,
		client_id: credential.clientId,
		client_secret: credential.clientSecret,
		details: credential.details,
		redirect_url_override: credential.redirectUrlOverride,
	}) satisfies CredentialDetails;

/** The request of a save, as a dry run shows it. */
export const shownSave = (
	connection: Connection,
	{place, credential}: Pick<HandOff, 'place' | 'credential'>,
): ShownRequest => ({
	method: 'POST',
	url: credentialsUrl({...connection, place}),
	headers: ['accept', 'content-type', 'user-agent', describeApi(connection.generation).keyHeader],
	body: {...saveBody(credential), details: maskedDetails(credential)},
});

/** The request of a removal, as a dry run shows it. */
export function shownRemoval(
	connection: Connection,
	place: HandOff['place'],
	ids: readonly string[],
): ShownRequest {
	const query = new URLSearchParams(ids.map(id => ['credential_id', id] as [string, string]));
	return {
		method: 'DELETE',
		url: `${credentialsUrl({...connection, place})}?${query}`,
		headers: ['accept', 'user-agent', describeApi(connection.generation).keyHeader],
		body: null,
	};
}
