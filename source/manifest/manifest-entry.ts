import type {Json, JsonObject, PlacedCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import {fieldsOf} from '../domain/fields.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import {problemWith} from '../domain/schemas.ts';
import {isJsonObject} from '../domain/sealed.ts';
import {storedAnswer, storedValue} from '../domain/stored-fields.ts';
import type {SecretNames} from './secret-names.ts';

/** One credential as a row of a manifest. `left` names what could not be written. */
export type ManifestEntry = {readonly row: JsonObject; readonly left: readonly string[]};

/** What is nested deeper than this is left out: a manifest is read to a limit as well. */
const depthLimit = 50;

/**
What is stored as a row that `readManifest` takes: what may be a secret is a reference to a variable, and what
cannot be sent again as it is shown is left out, and so kept.
*/
export function entryOf(placed: PlacedCredential, names: SecretNames): ManifestEntry {
	const {place, stored} = placed;
	const provider = providerOfSlug(stored.provider);
	const fields = fieldsOf(provider);
	const left: string[] = [];
	const nameFor = (path: readonly string[]) => ({env: names.nameFor(placed, path)});
	const values = (['client_id', 'client_secret', 'redirect_url_override'] as const).flatMap(key => {
		const field = fields.find(candidate => candidate.path.join('.') === key);
		if (!field) return [];
		if (field.kind === 'secret') return [[key, nameFor([key])] as const];
		const value = writable(placed, field);
		if (value === undefined && (storedValue(stored, field) ?? null) !== null) left.push(key);
		return value === undefined ? [] : [[key, value] as const];
	});
	const details = provider.ownOAuth === 'practice' ? {} : detailsOf(placed, fields, nameFor, left);
	return {
		row: {
			team: stored.teamId,
			env: place.environment,
			region: place.region,
			provider: stored.provider,
			...Object.fromEntries(values),
			...(Object.keys(details).length > 0 ? {details} : {}),
		},
		left,
	};
}

/** The stored value of a field, if it could be entered as it is. */
function writable({stored}: PlacedCredential, field: Field): Json | undefined {
	const answer = storedAnswer(stored, field);
	if (answer?.kind !== 'given' || problemWith(field, answer) !== undefined) return undefined;
	return storedValue(stored, field);
}

function detailsOf(
	placed: PlacedCredential,
	fields: readonly Field[],
	nameFor: (path: readonly string[]) => {readonly env: string},
	left: string[],
): JsonObject {
	const known = fields.filter(field => field.path[0] === 'details' && field.path.length > 1);

	function valueAt(value: Json, path: readonly string[]): Json | undefined {
		const field = known.find(candidate => candidate.path.join('\n') === path.join('\n'));
		const isAbove = known.some(candidate => path.every((part, index) => candidate.path[index] === part));
		if (value === null || path.length > depthLimit) return undefined;
		if (field) return field.kind === 'secret' ? nameFor(path) : writable(placed, field);
		if (isJsonObject(value)) return objectAt(value, path);
		// Where a field of the provider has its map, nothing else is taken.
		if (isAbove) return undefined;
		if (typeof value === 'string') return nameFor(path);
		if (typeof value === 'number' && !isExact(value)) return undefined;
		return Array.isArray(value) && !isPlain(value) ? undefined : value;
	}

	function objectAt(object: JsonObject, path: readonly string[]): JsonObject | undefined {
		const entries = Object.entries(object).flatMap(([key, value]) => {
			const at = [...path, key];
			const written = valueAt(value, at);
			if (written === undefined && value !== null) left.push(at.join('.'));
			return written === undefined ? [] : [[key, written] as const];
		});
		// With one of these names alone it would be read as a reference.
		const [only] = entries.length === 1 ? entries : [];
		if (only && path.length > 1 && ['env', 'file', 'command'].includes(only[0])) return undefined;
		return entries.length > 0 ? Object.fromEntries(entries) : undefined;
	}

	return objectAt(placed.stored.details ?? {}, ['details']) ?? {};
}

/** A list without any text in it, which might be a secret, or a null, which would stand for one. */
const isPlain = (value: readonly Json[]): boolean =>
	value.every(item => (typeof item === 'number' && isExact(item)) || typeof item === 'boolean');

/** Whether the digits of a number mean this very number again. */
const isExact = (value: number): boolean => !Number.isInteger(value) || Number.isSafeInteger(value);
