import type {Json, JsonObject, StoredCredential} from './credential.ts';
import type {Field} from './field.ts';
import type {FieldAnswer} from './schemas.ts';
import {isJsonObject} from './sealed.ts';
import {Secret} from './secret.ts';
import {looksMasked} from './text.ts';

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
					(inside, key) => (isJsonObject(inside) ? inside[key] : undefined),
					stored.details ?? undefined,
				) ?? undefined
			);
		default:
			return undefined;
	}
}

/**
What is stored as the answer to its field, so that a value nobody wants to change is sent again. Undefined for
secrets, for what cannot be sent as it is stored, and for a value that is not of the field's kind.
*/
export function storedAnswer(stored: StoredCredential, field: Field): FieldAnswer | undefined {
	const value = storedValue(stored, field);
	if (value === undefined || value === null || field.kind === 'secret' || isUnsendable(value))
		return undefined;
	switch (field.kind) {
		case 'yes-no':
			return typeof value === 'boolean' ? {kind: 'given', value} : undefined;
		case 'list':
			return isTexts(value) ? {kind: 'given', value} : undefined;
		case 'json':
			return isJsonObject(value) ? {kind: 'given', value: new Secret(JSON.stringify(value))} : undefined;
		default:
			return typeof value === 'string' ? {kind: 'given', value} : undefined;
	}
}

/** Whether anything inside the value could not be sent as it is stored: a mask, or a number that lost its digits. */
const isUnsendable = (value: Json): boolean => {
	if (typeof value === 'string') return looksMasked(value);
	if (typeof value === 'number') return !Number.isFinite(value) || isBeyondExact(value);
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(isUnsendable);
};

const isBeyondExact = (value: number): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);

/** The stored details that none of the fields asks about, raw; one that cannot be sent as it is stored cannot be kept. */
export function keptDetails(details: JsonObject | null, fields: readonly Field[]): JsonObject | null {
	if (!details) return null;
	const asked = fields.filter(field => field.path[0] === 'details').map(field => field.path.slice(1));
	if (asked.some(path => path.length === 0)) return null;
	const kept = without(details, asked);
	return Object.keys(kept).length > 0 ? kept : null;
}

/** What a save would erase, by its path: stored details that cannot be sent as they are stored, and that none of the fields asks about. */
export function lostDetails(details: JsonObject | null, fields: readonly Field[]): readonly string[] {
	const asked = fields.map(field => field.path.join('.'));
	const unsendable = unsendablePaths(details ?? {}, ['details']).filter(
		path => !asked.some(known => path === known || path.startsWith(`${known}.`)),
	);
	return [...unsendable, ...displacedPaths(details ?? {}, fields)];
}

/** Values that stand where the fields have an object, such as a text for `fitbit` of `fitbit.is_hr_enabled`. */
const displacedPaths = (details: JsonObject, fields: readonly Field[]): readonly string[] => {
	const heads = new Set(
		fields.flatMap(({path}) => (path.length > 2 && path[1] !== undefined ? [path[1]] : [])),
	);
	return [...heads].flatMap(head => {
		const value = Object.hasOwn(details, head) ? details[head] : undefined;
		const isDisplaced = value !== undefined && value !== null && !isJsonObject(value) && !isUnsendable(value);
		return isDisplaced ? [`details.${head}`] : [];
	});
};

const unsendablePaths = (object: JsonObject, path: readonly string[]): readonly string[] =>
	Object.entries(object).flatMap(([key, value]) => {
		if (isJsonObject(value)) return unsendablePaths(value, [...path, key]);
		return isUnsendable(value) ? [[...path, key].join('.')] : [];
	});

function without(object: JsonObject, paths: readonly (readonly string[])[]): JsonObject {
	const entries = Object.entries(object).flatMap(([key, value]) => {
		const inside = paths.filter(path => path[0] === key).map(path => path.slice(1));
		if (inside.some(path => path.length === 0)) return [];
		if (inside.length === 0 && !isUnsendable(value)) return [[key, value] as const];
		const rest = isJsonObject(value) ? without(value, inside) : {};
		return Object.keys(rest).length > 0 ? [[key, rest] as const] : [];
	});
	return Object.fromEntries(entries);
}

const isTexts = (value: Json): value is readonly string[] =>
	Array.isArray(value) && value.every(entry => typeof entry === 'string');
