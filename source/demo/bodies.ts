import {isObject, valueAt} from '../domain/body/walk.ts';
import {clientIdOf, type Json} from '../domain/credential.ts';
import type {FieldKind} from '../domain/field.ts';
import {bodyFields, bodyName} from '../domain/fields.ts';
import {
	anyObject,
	text as anyText,
	brokenRule,
	type Check,
	type Issue,
	idText,
	listOf,
	nullable,
	object,
	oneOf,
	someText,
	webAddress,
	yesNo,
} from './checks.ts';
import {detailsOf} from './details.ts';
import {preparable, saveable} from './provider-names.ts';
import type {Shelf, Upsert} from './store.ts';
import type {TeamStore} from './team-store.ts';

/** A body as read, or everything that is wrong with it. */
export type BodyReading<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly issues: readonly Issue[]};

const checks: Readonly<Record<FieldKind, Check>> = {
	text: someText,
	secret: someText,
	url: webAddress,
	'yes-no': yesNo,
	list: listOf(anyText),
	json: anyObject,
};

const upsertShape = (body: Json): Check =>
	object({
		required: {team_id: idText, provider: oneOf(saveable)},
		optional: {
			...Object.fromEntries(bodyFields.map(field => [bodyName(field), nullable(checks[field.kind])])),
			details: detailsOf(textAt(body, 'provider') ?? ''),
		},
	});

const preparationShape = object({required: {team_id: idText, provider: oneOf(preparable)}});

/** Reads the body of an upsert on this shelf. */
export function parseUpsert(text: string, shelf: Shelf, teams: TeamStore): BodyReading<Upsert> {
	const parsed = parse(text);
	if (!parsed.ok) return parsed;
	const body = parsed.value;
	const issues = upsertShape(body)(body, ['body']);
	if (issues.length > 0) return {ok: false, issues};
	const upsert: Upsert = {
		...targetOf(body),
		values: Object.fromEntries(bodyFields.map(field => [bodyName(field), valueAt(body, field.path) ?? null])),
	};
	const broken = [...teamRules(upsert.teamId, shelf, teams), ...practiceRules(upsert)];
	return broken.length > 0 ? {ok: false, issues: broken} : {ok: true, value: upsert};
}

/** Which credential a body is about, sound or not, or undefined where it names none. */
export function parseTarget(text: string): Pick<Upsert, 'teamId' | 'provider'> | undefined {
	const parsed = parse(text);
	if (!parsed.ok) return undefined;
	const target = targetOf(parsed.value);
	return target.teamId && target.provider ? target : undefined;
}

/** Reads the body of a preparation on this shelf. */
export function preparationOf(
	text: string,
	shelf: Shelf,
	teams: TeamStore,
): BodyReading<{readonly teamId: string; readonly provider: string}> {
	const parsed = parse(text);
	if (!parsed.ok) return parsed;
	const shapeIssues = preparationShape(parsed.value, ['body']);
	if (shapeIssues.length > 0) return {ok: false, issues: shapeIssues};
	const target = targetOf(parsed.value);
	const issues = teamRules(target.teamId, shelf, teams);
	return issues.length > 0 ? {ok: false, issues} : {ok: true, value: target};
}

/** The JSON of a body, or the refusal of what is none. */
export function parse(text: string): BodyReading<Json> {
	try {
		return {ok: true, value: JSON.parse(text)};
	} catch {
		return {
			ok: false,
			issues: [{type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}}],
		};
	}
}

const targetOf = (body: Json) => ({
	teamId: (textAt(body, 'team_id') ?? '').toLowerCase(),
	provider: textAt(body, 'provider') ?? '',
});

function teamRules(teamId: string, shelf: Shelf, teams: TeamStore): readonly Issue[] {
	const loc = ['body', 'team_id'];
	const team = teams.find(teamId);
	if (!team || team.organizationId !== shelf.organizationId)
		return [brokenRule(loc, 'there is no such team in this organization', teamId)];
	if (team.region === shelf.region) return [];
	return [brokenRule(loc, `this team is in the region ${team.region}, not in ${shelf.region}`, teamId)];
}

/** Freestyle Libre binds a practice: the client ID is the practice ID, and nothing else applies. */
function practiceRules(upsert: Upsert): readonly Issue[] {
	if (upsert.provider !== 'freestyle_libre') return [];
	const message = 'freestyle_libre accepts only client_id';
	const isBare = clientIdOf(upsert) === null;
	return [
		...(isBare ? [brokenRule(['body', 'client_id'], 'a practice ID is needed', null)] : []),
		...Object.entries(upsert.values)
			.filter(([name, value]) => name !== 'client_id' && value !== null)
			.map(([name, value]) => brokenRule(['body', name], message, value)),
	];
}

function textAt(body: Json, name: string): string | null {
	const value = isObject(body) ? body[name] : null;
	return typeof value === 'string' ? value : null;
}
