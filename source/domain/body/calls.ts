import type {BodyObject, Credential, Place} from '../credential.ts';
import type {Connection} from '../ports.ts';
import {bodyOf} from './encode.ts';

/** A request to the API as it is described, shown and sent: below `/v1/org/{org_id}`, its secrets still sealed. */
export type ApiCall = {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** For example `/team`. */
	readonly path: string;
	readonly query?: URLSearchParams;
	readonly body?: BodyObject;
};

/** Where the credentials of a place are read, saved and removed. */
export const credentialsPath = ({environment, region}: Place): string =>
	`/team_custom_credentials/${environment}/${region}`;

/** The upsert. A dry run, the curl and the client of the API all take it from here. */
export const saveCall = (place: Place, credential: Credential) =>
	({method: 'POST', path: credentialsPath(place), body: bodyOf(credential)}) satisfies ApiCall;

/** The removal of credentials by their IDs, each once in whatever case. */
export const removalCall = (place: Place, ids: readonly string[]) => {
	const unique = [...new Map(ids.map(id => [id.toLowerCase(), id])).values()];
	const query = new URLSearchParams(unique.map((id): [string, string] => ['credential_id', id]));
	return {method: 'DELETE', path: credentialsPath(place), query} satisfies ApiCall;
};

/** The whole address of a request. */
export function addressOf(
	{url, organizationId}: Pick<Connection, 'url' | 'organizationId'>,
	{path, query}: Pick<ApiCall, 'path' | 'query'>,
): string {
	const organization = encodeURIComponent(organizationId.toWellFormed());
	return `${url}/v1/org/${organization}${path}${query?.size ? `?${query}` : ''}`;
}
