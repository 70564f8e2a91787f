import {isExact} from '../domain/body/sendable.ts';
import {storedAnswer, storedDetails, storedValue} from '../domain/body/stored.ts';
import {beginsWith, isList, isObject, type Path} from '../domain/body/walk.ts';
import type {Json, JsonObject, PlacedCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import {type FieldAnswers, problemWith} from '../domain/field-values.ts';
import {bodyName, fieldOfPath, fieldsOf, isDetail} from '../domain/fields.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {isStopped} from '../domain/values/stopped.ts';
import {rowFields} from './row-fields.ts';
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
	const nameFor = (path: Path) => ({env: names.nameFor(placed, path)});
	const writtenValue = ({kind, path}: Field): Json | undefined => {
		if (kind === 'json') {
			return provider.ownOAuth === 'practice' ? undefined : detailsOf(placed, fields, nameFor, left);
		}
		const field = fieldOfPath(path, fields);
		if (!field || kind === 'secret') return field && nameFor(path);
		const value = writable(placed, field);
		if (value === undefined && storedValue(stored, field) !== undefined) left.push(bodyName(field));
		return value;
	};
	const values = rowFields.flatMap(field => {
		const value = writtenValue(field);
		return value === undefined ? [] : [[bodyName(field), value] as const];
	});
	const exact = exactOf(placed, fields);
	return {
		row: {
			team: stored.teamId,
			env: place.environment,
			region: place.region,
			provider: stored.provider,
			...Object.fromEntries(values),
			...(exact.length > 0 && {exact}),
		},
		left,
	};
}

/** The fields whose stored values a script would refuse, and that are meant as they are. */
const exactOf = (placed: PlacedCredential, fields: readonly Field[]): readonly string[] =>
	fields
		.filter(field => field.kind !== 'secret' && field.kind !== 'json')
		.filter(field => isStopped(field, providerOf(placed), writable(placed, field), {others: pairOf(placed)}))
		.map(({path}) => path.join('.'));

const providerOf = ({stored}: PlacedCredential): Provider => providerOfSlug(stored.provider);

/** What no other field of a row may be without a word: its client ID. */
const pairOf = ({stored}: PlacedCredential): FieldAnswers => {
	const field = fieldsOf(providerOfSlug(stored.provider)).find(({id}) => id === 'client-id');
	const answer = field && storedAnswer(stored, field);
	return answer ? {'client-id': answer} : {};
};

/** The stored value of a field, if it could be entered as it is. */
function writable({stored}: PlacedCredential, field: Field): Json | undefined {
	const answer = storedAnswer(stored, field);
	if (answer?.kind !== 'given' || problemWith(field, answer) !== undefined) return undefined;
	const value = storedValue(stored, field);
	return isStopped(field, providerOfSlug(stored.provider), value, {isExact: true}) ? undefined : value;
}

function detailsOf(
	placed: PlacedCredential,
	fields: readonly Field[],
	nameFor: (path: Path) => {readonly env: string},
	left: string[],
): JsonObject | undefined {
	const known = fields.filter(isDetail);

	function writtenAt(value: Json, path: Path): Json | undefined {
		const field = fieldOfPath(path, known);
		if (value === null || path.length > depthLimit) return undefined;
		if (field) return field.kind === 'secret' ? nameFor(path) : writable(placed, field);
		if (isObject(value)) return objectAt(value, path);
		// Where a field of the provider has its map, nothing else is taken.
		if (known.some(candidate => beginsWith(candidate.path, path))) return undefined;
		if (typeof value === 'string') return nameFor(path);
		if (typeof value === 'number' && !isExact(value)) return undefined;
		return isList(value) && !isPlain(value) ? undefined : value;
	}

	function objectAt(object: JsonObject, path: Path): JsonObject | undefined {
		const entries = Object.entries(object).flatMap(([key, value]) => {
			const at = [...path, key];
			const written = writtenAt(value, at);
			if (written === undefined && value !== null) left.push(at.join('.'));
			return written === undefined ? [] : [[key, written] as const];
		});
		// With one of these names alone it would be read as a reference.
		const [only] = entries.length === 1 ? entries : [];
		if (only && path.length > 1 && ['env', 'file', 'command'].includes(only[0])) return undefined;
		return entries.length > 0 ? Object.fromEntries(entries) : undefined;
	}

	return objectAt(storedDetails(placed.stored) ?? {}, ['details']);
}

/** A list without any text in it, which might be a secret, or a null, which would stand for one. */
const isPlain = (value: readonly Json[]): boolean =>
	value.every(item => (typeof item === 'number' && isExact(item)) || typeof item === 'boolean');
