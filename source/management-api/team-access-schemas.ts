import * as z from 'zod/mini';
import type {ScopeRequirements, TeamToken} from '../domain/proof/team.ts';
import {Secret} from '../domain/secret.ts';
import {canBeCopied} from './schemas.ts';

const tokenSchema = z.looseObject({
	access_token: z.string().check(z.regex(/^[\x21-\x7e]{1,8192}$/)),
	expires_in: z.catch(z.nullish(z.number()), undefined),
});

const scopes = z.catch(z.array(z.string()), []);

const requirementSchema = z.looseObject({
	provider: z.string(),
	team_id: z.catch(z.nullish(z.string()), undefined),
	user_must_grant: scopes,
	user_may_grant: scopes,
});

const requirementsSchema = z.looseObject({requirements: z.array(z.unknown())});

/** How long a token is used whose answer does not say so, in seconds: shorter than the minutes it is documented for. */
const usualTokenSeconds = 60;

/** The answer of `POST …/create_api_access_token`, at this time in milliseconds since 1970. */
export function parseTeamToken(json: unknown, now: number): TeamToken | undefined {
	const {data} = z.safeParse(tokenSchema, json);
	if (!data) return undefined;
	return {
		secret: new Secret(data.access_token),
		endsAt: now + (data.expires_in ?? usualTokenSeconds) * 1000,
	};
}

/** What the answer of `GET …/scope_requirements` says of this team and provider; nothing where it names neither. */
export function parseScopeRequirements(
	json: unknown,
	{teamId, provider}: {readonly teamId: string; readonly provider: string},
): {readonly requirements: ScopeRequirements | undefined} | undefined {
	const {data} = z.safeParse(requirementsSchema, json);
	if (!data) return undefined;
	const found = data.requirements
		.slice(0, requirementLimit)
		.map(one => z.safeParse(requirementSchema, one).data)
		.find(
			one => one?.provider === provider && (one.team_id ?? teamId).toLowerCase() === teamId.toLowerCase(),
		);
	return {
		requirements: found && {must: scopesIn(found.user_must_grant), may: scopesIn(found.user_may_grant)},
	};
}

const requirementLimit = 100;
const scopesIn = (list: readonly string[]): readonly string[] =>
	list.slice(0, 100).filter(scope => scope !== '' && canBeCopied(scope, 200));
