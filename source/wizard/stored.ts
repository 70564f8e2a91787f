import type {Json, JsonObject, StoredCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import type {FieldAnswer} from '../domain/schemas.ts';
import {Secret} from '../domain/secret.ts';
import {looksMasked} from '../domain/text.ts';
import type {Answers} from './answers.ts';
import {stepsFor} from './steps.ts';

const fieldsIn = (answers: Answers): readonly Field[] =>
	stepsFor(answers).flatMap(step => (step.kind === 'field' ? [step.field] : []));

/** Whether the stored credential is one of the team and provider that the answers mean. */
export const isOfTarget = (stored: StoredCredential, {team, provider}: Answers): boolean =>
	stored.teamId.toLowerCase() === team?.id.toLowerCase() && stored.provider === provider?.slug;

/**
What is stored, offered where its field is asked, so that a value nobody wants to change is sent again. Secrets
and whatever looks masked cannot be offered and are asked for.
*/
export function draftsFromStored(stored: StoredCredential, answers: Answers): Answers {
	const drafts = fieldsIn(answers).flatMap(field => {
		const value = storedValue(stored, field);
		const answer = answerOf(field, value);
		return answer ? [[field.id, answer] as const] : [];
	});
	return Object.fromEntries(drafts);
}

/** The stored value of a field, raw; undefined where there is none. */
export function storedValue(stored: StoredCredential, field: Field): Json | undefined {
	const [head, ...rest] = field.path;
	switch (head) {
		case 'client_id':
			return stored.clientId ?? undefined;
		case 'redirect_url_override':
			return stored.redirectUrlOverride ?? undefined;
		case 'details':
			return (
				rest.reduce<Json | undefined>(
					(inside, key) => (isObject(inside) ? inside[key] : undefined),
					stored.details ?? undefined,
				) ?? undefined
			);
		default:
			return undefined;
	}
}

function answerOf(field: Field, value: Json | undefined): FieldAnswer | undefined {
	if (value === undefined || value === null || field.kind === 'secret' || hasMask(value)) return undefined;
	switch (field.kind) {
		case 'yes-no':
			return typeof value === 'boolean' ? {kind: 'given', value} : undefined;
		case 'list':
			return isTexts(value) ? {kind: 'given', value} : undefined;
		case 'json':
			return isObject(value) ? {kind: 'given', value: new Secret(JSON.stringify(value))} : undefined;
		default:
			return typeof value === 'string' ? {kind: 'given', value} : undefined;
	}
}

/** Whether a mask is anywhere inside the value. */
export const hasMask = (value: Json): boolean => {
	if (typeof value === 'string') return looksMasked(value);
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasMask);
};

/** The stored details that no field of the provider asks about, raw; a masked one cannot be kept. */
export function keptDetails(answers: Answers, stored: StoredCredential | undefined): JsonObject | null {
	if (!stored?.details || !isOfTarget(stored, answers)) return null;
	const asked = fieldsIn(answers)
		.filter(field => field.path[0] === 'details')
		.map(field => field.path.slice(1));
	if (asked.some(path => path.length === 0)) return null;
	const kept = without(stored.details, asked);
	return Object.keys(kept).length > 0 ? kept : null;
}

/** What the save would erase, by its path: stored details that are masked, and that no field asks about. */
export function lostDetails(answers: Answers, stored: StoredCredential): readonly string[] {
	const asked = fieldsIn(answers).map(field => field.path.join('.'));
	return maskedPaths(stored.details ?? {}, ['details']).filter(
		path =>
			isOfTarget(stored, answers) && !asked.some(known => path === known || path.startsWith(`${known}.`)),
	);
}

const maskedPaths = (object: JsonObject, path: readonly string[]): readonly string[] =>
	Object.entries(object).flatMap(([key, value]) => {
		if (isObject(value)) return maskedPaths(value, [...path, key]);
		return hasMask(value) ? [[...path, key].join('.')] : [];
	});

function without(object: JsonObject, paths: readonly (readonly string[])[]): JsonObject {
	const entries = Object.entries(object).flatMap(([key, value]) => {
		const inside = paths.filter(path => path[0] === key).map(path => path.slice(1));
		if (inside.some(path => path.length === 0)) return [];
		if (inside.length === 0 && !hasMask(value)) return [[key, value] as const];
		const rest = isObject(value) ? without(value, inside) : {};
		return Object.keys(rest).length > 0 ? [[key, rest] as const] : [];
	});
	return Object.fromEntries(entries);
}

const isObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: Json): value is readonly string[] =>
	Array.isArray(value) && value.every(entry => typeof entry === 'string');
