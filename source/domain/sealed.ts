import type {CredentialDetails, DetailValue, Json, JsonObject} from './credential.ts';
import {Secret} from './secret.ts';

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object that a secret text is; undefined where it is none. */
export function jsonOf(secret: Secret): JsonObject | undefined {
	try {
		const value: Json = JSON.parse(secret.reveal());
		return isJsonObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Details of unknown shape, in which any text may be a secret: every text sealed, the keys as they are. */
export const sealed = (object: JsonObject): CredentialDetails =>
	Object.fromEntries(Object.entries(object).map(([key, value]) => [key, sealedValue(value)]));

/** The details as JSON, every secret opened: for the request that carries them. */
export const opened = (details: CredentialDetails): JsonObject =>
	Object.fromEntries(Object.entries(details).map(([key, value]) => [key, openedValue(value)]));

function sealedValue(value: Json): DetailValue {
	if (typeof value === 'string') return new Secret(value);
	if (Array.isArray(value)) return value.map(sealedValue);
	return isJsonObject(value) ? sealed(value) : value;
}

function openedValue(value: DetailValue): Json {
	if (value instanceof Secret) return value.reveal();
	if (isList(value)) return value.map(openedValue);
	return isDetails(value) ? opened(value) : value;
}

const isList = (value: DetailValue): value is readonly DetailValue[] => Array.isArray(value);

const isDetails = (value: DetailValue): value is CredentialDetails =>
	typeof value === 'object' && value !== null;
