import type {Json, JsonObject, StoredCredential} from '../credential.ts';
import type {Field} from '../field.ts';
import type {FieldAnswer} from '../field-values.ts';
import {isDetail, readableFields} from '../fields.ts';
import {Secret} from '../secret.ts';
import {isSendable} from './sendable.ts';
import {
	beginsWith,
	isBare,
	isObject,
	isSamePath,
	isTexts,
	leavesIn,
	type Path,
	valueAt,
	without,
} from './walk.ts';

/** The stored value of a field, raw; undefined where there is none. */
export const storedValue = ({values}: StoredCredential, {path}: Field): Json | undefined =>
	valueAt(values, path) ?? undefined;

/** The addresses that are stored of endpoints which can be tried, by the titles of their fields. */
export const endpointsIn = (
	stored: StoredCredential,
): readonly {readonly title: string; readonly address: string}[] =>
	readableFields.flatMap(field => {
		const address = field.isTriable ? storedValue(stored, field) : undefined;
		return typeof address === 'string' ? [{title: field.title, address}] : [];
	});

/** The details as they are stored; null where there are none. */
export function storedDetails({values: {details}}: StoredCredential): JsonObject | null {
	return isObject(details) ? details : null;
}

/**
What is stored as the answer to its field, so that a value nobody wants to change is sent again. Undefined for
secrets, for what cannot be sent as it is stored, and for a value that is not of the field's kind.
*/
export function storedAnswer(stored: StoredCredential, field: Field): FieldAnswer | undefined {
	const value = storedValue(stored, field);
	if (value === undefined || field.kind === 'secret' || !isSendable(value)) return undefined;
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

/** The stored details that none of the fields asks about, raw; one that cannot be sent as it is stored cannot be kept. */
export function keptDetails(stored: StoredCredential, fields: readonly Field[]): JsonObject | null {
	const details = storedDetails(stored);
	if (!details || fields.some(({path}) => isSamePath(path, ['details']))) return null;
	const asked = fields.filter(isDetail).map(({path}) => path.slice(1));
	const kept = without(details, (path, value) => {
		const isLeaf = !isObject(value) || isBare(value);
		// A leaf above a field stands in place of the object that the field is in.
		const isAsked = asked.some(one => isSamePath(one, path) || (isLeaf && beginsWith(one, path)));
		return isAsked || (isLeaf && !isSendable(value));
	});
	return isBare(kept) ? null : kept;
}

/**
Where a save would erase something: stored details that cannot be sent as they are stored, and that none of the fields
asks about.
*/
export function lostDetails(stored: StoredCredential, fields: readonly Field[]): readonly Path[] {
	const details = storedDetails(stored) ?? {};
	const unsendable = leavesIn(details, ['details']).filter(
		({path, value}) => !isSendable(value) && !fields.some(field => beginsWith(path, field.path)),
	);
	return [...unsendable.map(({path}) => path), ...displacedDetails(details, fields)];
}

/** Values that stand where the fields have an object, such as a text for `fitbit` of `fitbit.is_hr_enabled`. */
function displacedDetails(details: JsonObject, fields: readonly Field[]): readonly Path[] {
	const heads = new Set(fields.flatMap(({path: [, head = '', leaf]}) => (leaf === undefined ? [] : [head])));
	return [...heads].flatMap(head => {
		const value = valueAt(details, [head]) ?? null;
		return value === null || isObject(value) || !isSendable(value) ? [] : [['details', head]];
	});
}
