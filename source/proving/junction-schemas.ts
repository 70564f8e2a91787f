import * as z from 'zod/mini';
import {isLoopback} from '../domain/api-generation.ts';
import type {TestUser} from '../domain/proof/ports.ts';

// Loose on purpose, as those of the Management API: what is not known yet is no reason to fail.

const id = z.string().check(z.minLength(1), z.maxLength(200));
const token = z.string().check(z.regex(/^[\x21-\x7e]{1,8192}$/));
const address = z.string().check(z.minLength(1), z.maxLength(16_384));
const optionalText = z.catch(z.nullish(z.string()), undefined);

const userSchema = z.looseObject({user_id: id, client_user_id: z.string()});
const linkSchema = z.looseObject({link_token: token, link_web_url: address});
const sourceSchema = z.looseObject({oauth_url: z.nullish(address)});
const deletedSchema = z.looseObject({success: z.boolean()});
const providersSchema = z.looseObject({providers: z.array(z.unknown())});

const connectionSchema = z.looseObject({
	slug: z.string(),
	status: optionalText,
	external_user_id: optionalText,
	error_details: z.catch(
		z.nullish(z.looseObject({error_type: optionalText, error_message: optionalText})),
		undefined,
	),
});

/** A connection as it was sent. */
export type RawConnection = {
	readonly provider: string;
	readonly status: string;
	readonly account?: string;
	readonly error?: {readonly type: string; readonly message: string};
};

/** The user of `POST /v2/user`, `GET /v2/user/{id}` and `GET /v2/user/resolve/{client_user_id}`. */
export function parseUser(json: unknown): TestUser | undefined {
	const {data} = z.safeParse(userSchema, json);
	return data && {id: data.user_id, clientUserId: data.client_user_id};
}

/**
What `POST /v2/link/token` of the API at a base URL answers. Its address is handed to browsers and people: over TLS, or at
this computer where the API is, without a user name, and in the form that a browser gives it.
*/
export function parseLink(
	json: unknown,
	apiUrl: string,
): {readonly token: string; readonly address: string} | undefined {
	const {data} = z.safeParse(linkSchema, json);
	const url = data && URL.canParse(data.link_web_url) ? new URL(data.link_web_url) : undefined;
	if (!data || !url || url.username !== '' || url.password !== '') return undefined;
	const isHere = url.protocol === 'http:' && isLoopback(url) && isLoopback(new URL(apiUrl));
	return url.protocol === 'https:' || isHere ? {token: data.link_token, address: url.href} : undefined;
}

/** What `GET /v2/link/provider/oauth/{provider}` answers, which may have no address. */
export function parseConsent(json: unknown): {readonly address?: string} | undefined {
	const {data} = z.safeParse(sourceSchema, json);
	return data && (data.oauth_url == null ? {} : {address: data.oauth_url});
}

/** What `DELETE /v2/user/{id}` answers, where it was deleted. */
export const parseDeletion = (json: unknown): object | undefined =>
	z.safeParse(deletedSchema, json).data?.success === true ? {} : undefined;

const connectionsAtMost = 100;

/** What `GET /v2/user/providers/{user_id}` answers. One that cannot be read is left out. */
export function parseConnections(json: unknown): readonly RawConnection[] | undefined {
	const {data} = z.safeParse(providersSchema, json);
	return data?.providers.slice(0, connectionsAtMost).flatMap(one => {
		const read = z.safeParse(connectionSchema, one).data;
		return read ? [connectionOf(read)] : [];
	});
}

function connectionOf(read: z.infer<typeof connectionSchema>): RawConnection {
	const {slug, status, external_user_id: account, error_details: error} = read;
	return {
		provider: slug,
		status: status ?? '',
		...(account == null || account === '' ? {} : {account}),
		...(error == null
			? {}
			: {error: {type: error.error_type ?? 'unknown', message: error.error_message ?? ''}}),
	};
}
