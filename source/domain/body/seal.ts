import type {BodyObject, BodyValue, Json, JsonObject} from '../credential.ts';
import {Secret} from '../secret.ts';
import {isList, isObject} from './walk.ts';

/** The JSON object that a secret text is; undefined where it is none. */
export function jsonOf(secret: Secret): JsonObject | undefined {
	try {
		const value: Json = JSON.parse(secret.reveal());
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** An object of unknown shape, in which any text may be a secret: every text sealed, the names as they are. */
export const sealed = (object: JsonObject): BodyObject =>
	Object.fromEntries(Object.entries(object).map(([name, value]) => [name, sealedValue(value)]));

/** The object as JSON, every secret opened: for the request that carries it. */
export const opened = (object: BodyObject): JsonObject =>
	Object.fromEntries(Object.entries(object).map(([name, value]) => [name, openedValue(value)]));

function sealedValue(value: Json): BodyValue {
	if (typeof value === 'string') return new Secret(value);
	if (isList(value)) return value.map(sealedValue);
	return isObject(value) ? sealed(value) : value;
}

function openedValue(value: BodyValue): Json {
	if (value instanceof Secret) return value.reveal();
	if (isList(value)) return value.map(openedValue);
	return isObject(value) ? opened(value) : value;
}

/** Every secret inside of a value, those of lists too. */
export function secretsIn(value: BodyValue): readonly Secret[] {
	if (value instanceof Secret) return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}
