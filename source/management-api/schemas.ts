import * as z from 'zod/mini';
import {isObject} from '../domain/body/walk.ts';
import type {Json, JsonObject, Organization, StoredCredential, Team} from '../domain/credential.ts';
import type {FieldKind} from '../domain/field.ts';
import {bodyName, readableFields} from '../domain/fields.ts';
import type {Preparation, PreparationStep, Removal} from '../domain/ports.ts';
import {findProvider} from '../domain/providers/find-providers.ts';

// Loose on purpose: fields, slugs and enum values that are not known yet are no reason to fail.

const optionalText = z.catch(z.nullish(z.string()), undefined);
const nullableText = z.nullish(z.string());

// What an update sends again is kept as it was read, objects as the same ones.
const valueSchemas: Readonly<Record<FieldKind, z.ZodMiniType<Json | undefined>>> = {
	text: nullableText,
	url: nullableText,
	secret: z.undefined(),
	'yes-no': z.nullish(z.boolean()),
	list: z.nullish(z.array(z.string())),
	json: z.nullish(z.custom<JsonObject>(value => isObject(value) && isShallow(value, 32))),
};

const organizationSchema = z.looseObject({
	id: z.string(),
	name: optionalText,
	expires_at: optionalText,
});

const teamSchema = z.looseObject({
	id: z.string().check(z.minLength(1)),
	name: optionalText,
	region: optionalText,
	created_on: optionalText,
});

const credentialSchema = z.looseObject({
	id: z.string().check(z.minLength(1)),
	team_id: z.string(),
	source: z.string(),
	client_secret_hash: nullableText,
	app_url: optionalText,
	created_at: optionalText,
	updated_at: optionalText,
});

// Of any other type, the page is unreadable: a list that ends early without a word is worse.
const cursor = z.nullish(z.union([z.string(), z.number()]));
const teamPage = z.looseObject({teams: z.array(z.unknown()), next_cursor: cursor});
const credentialPage = z.looseObject({credentials: z.array(z.unknown()), next_cursor: cursor});

const stepSchema = z.looseObject({
	type: z.string(),
	key: nullableText,
	value: z.string(),
	description: optionalText,
});

const preparationSchema = z.looseObject({
	status: optionalText,
	preparation_steps: z.nullish(z.array(z.unknown())),
});

const ids = z.catch(z.nullish(z.array(z.unknown())), undefined);
const removalSchema = z.looseObject({success: ids, failure: ids, not_found: ids});

/** One page of a list: the rows that could be read, how many could not, and where the next page begins. */
export type Page<Row> = {
	readonly rows: readonly Row[];
	readonly unreadable: number;
	readonly cursor?: string;
};

/** The organization of `GET /v1/org/{org_id}`, or `undefined` where the answer holds none. */
export function parseOrganization(json: unknown): Organization | undefined {
	const {data} = z.safeParse(organizationSchema, json);
	if (!data) return undefined;
	return {
		id: data.id,
		...(data.name != null && {name: data.name}),
		...(data.expires_at !== undefined && {expiresAt: data.expires_at}),
	};
}

/** A page of `GET /v1/org/{org_id}/team`. */
export function parseTeamPage(json: unknown): Page<Team> | undefined {
	const {data} = z.safeParse(teamPage, json);
	return data && page(data.teams, parseTeam, data.next_cursor);
}

/** A page of `GET /v1/org/{org_id}/team_custom_credentials/{env}/{region}`. */
export function parseCredentialPage(json: unknown): Page<StoredCredential> | undefined {
	const {data} = z.safeParse(credentialPage, json);
	return data && page(data.credentials, parseCredential, data.next_cursor);
}

/** A stored credential, which is also the answer to an upsert. A time that is missing becomes an empty text. */
export function parseCredential(json: unknown): StoredCredential | undefined {
	const {data} = z.safeParse(credentialSchema, json);
	const values = data && valuesIn(data);
	if (!values) return undefined;
	return {
		id: data.id,
		teamId: data.team_id,
		provider: slugOf(data.source),
		values,
		clientSecretHash: data.client_secret_hash ?? null,
		appUrl: data.app_url ?? null,
		createdAt: data.created_at ?? '',
		updatedAt: data.updated_at ?? '',
	};
}

/** What is stored at each place of the body; undefined where it is not of the field's kind. */
function valuesIn(row: {readonly [name: string]: unknown}): JsonObject | undefined {
	const read = readableFields.map(field => {
		const name = bodyName(field);
		return {name, parsed: z.safeParse(valueSchemas[field.kind], row[name])};
	});
	if (read.some(({parsed}) => !parsed.success)) return undefined;
	return Object.fromEntries(read.map(({name, parsed}) => [name, parsed.data ?? null]));
}

/** A known provider in any case is that provider; what the catalogue lacks stays as it came. */
const slugOf = (source: string): string => findProvider(source.toLowerCase())?.slug ?? source;

/**
What the answer of `DELETE /v1/org/{org_id}/team_custom_credentials/{env}/{region}` says of each of these IDs, in
any case. One that it says nothing of, or that it also calls a failure, failed.
*/
export function parseRemoval(json: unknown, asked: readonly string[]): Removal | undefined {
	const {data} = z.safeParse(removalSchema, json);
	if (!data) return undefined;
	const [failed, deleted, missing] = [idsIn(data.failure), idsIn(data.success), idsIn(data.not_found)];
	const outcomeOf = (id: string): keyof Removal => {
		if (failed.has(id)) return 'failed';
		if (deleted.has(id)) return 'deleted';
		return missing.has(id) ? 'notFound' : 'failed';
	};
	const those = (outcome: keyof Removal) => asked.filter(id => outcomeOf(id.toLowerCase()) === outcome);
	return {deleted: those('deleted'), notFound: those('notFound'), failed: those('failed')};
}

/**
The answer of `POST /v1/org/{org_id}/prepare_team_custom_credentials/{env}/{region}`. Values and keys are as they
were sent, since they are copied; a step is left out where they hold something that cannot be copied safely
(control and invisible characters, line breaks, no end), and counted. A missing key becomes an empty text. Gives `undefined`
where something is to be done and nothing of it can be read: that is not the same as nothing to do.
*/
export function parsePreparation(json: unknown): Preparation | undefined {
	const {data} = z.safeParse(preparationSchema, json);
	if (!data) return undefined;
	if (data.status === 'no_action_needed') return {steps: []};
	const named = data.preparation_steps ?? [];
	const steps = named
		.slice(0, stepLimit)
		.map(parseStep)
		.filter(step => step !== undefined);
	const leftOut = named.length - steps.length;
	return steps.length > 0 ? {steps, ...(leftOut > 0 ? {leftOut} : {})} : undefined;
}

const idsIn = (list: readonly unknown[] | null | undefined): ReadonlySet<string> =>
	new Set((list ?? []).filter(id => typeof id === 'string').map(id => id.toLowerCase()));

const stepLimit = 50;

function parseStep(json: unknown): PreparationStep | undefined {
	const {data} = z.safeParse(stepSchema, json);
	if (!data?.value) return undefined;
	const {type, value, description = ''} = data;
	const key = data.key ?? '';
	if (!canBeCopied(value, 2000) || !canBeCopied(key, 500)) return undefined;
	return {type, key, value, description: description ?? ''};
}

export const canBeCopied = (text: string, limit: number): boolean =>
	text.length <= limit && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);

/** A team, which is the answer to `GET …/team/{team_id}` and `POST …/team` too. */
export function parseTeam(json: unknown): Team | undefined {
	const {data} = z.safeParse(teamSchema, json);
	if (!data) return undefined;
	return {
		id: data.id,
		...(data.name != null && {name: data.name}),
		...(data.region != null && {region: data.region}),
		...(data.created_on != null && {createdOn: data.created_on}),
	};
}

function page<Row>(
	rows: readonly unknown[],
	parse: (row: unknown) => Row | undefined,
	next: string | number | null | undefined,
): Page<Row> {
	const parsed = rows.map(parse);
	const readable = parsed.filter(row => row !== undefined);
	return {
		rows: readable,
		unreadable: rows.length - readable.length,
		...(next != null && next !== '' && {cursor: String(next)}),
	};
}

// Deeper than any provider's details, and a bound for everything that walks them later.
const isShallow = (value: unknown, depth: number): boolean =>
	typeof value !== 'object' ||
	value === null ||
	(depth > 0 && Object.values(value).every(part => isShallow(part, depth - 1)));
