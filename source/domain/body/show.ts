import type {BodyObject, BodyValue, Json} from '../credential.ts';
import type {Field} from '../field.ts';
import {bodyFields, bodyName, fieldsOf, isDetail} from '../fields.ts';
import {providerOfSlug} from '../providers/find-providers.ts';
import {mask} from '../secret.ts';
import {shownName} from '../text.ts';
import {beginsWith, isObject, isSamePath, isTexts, type Path, valueAt} from './walk.ts';

/** Values of a credential, to be sent or as stored. */
type Body = {readonly provider: string; readonly values: BodyObject};

/** A value that may be shown. */
export type OpenValue = string | number | boolean | readonly string[];

/** Whether a field's value may be shown. JSON of any shape may hold secrets, so it is as closed as a secret. */
export const isOpen = ({kind}: Field): boolean => kind !== 'secret' && kind !== 'json';

/** A mask in place of a value, null where there is none. */
export const hidden = (value: BodyValue | undefined): string | null =>
	value === undefined || value === null ? null : mask;

/** The value of a field as it may be shown, null where there is none: of JSON only the names. */
export function shownValue(field: Field, value: Json): Json {
	if (isOpen(field)) return value;
	return isObject(value)
		? Object.fromEntries(Object.keys(value).map(name => [shownName(name), mask]))
		: hidden(value);
}

/**
Whether the value at this path of the body may be shown: of the target, of a field that is known as no secret, or an
entry of a list that is one. Any other may be a secret, whatever it looks like.
*/
export const mayShow = (provider: string, path: Path): boolean =>
	!bodyFields.some(field => bodyName(field) === path[0]) ||
	placesOf(provider).some(field => {
		const end = field.kind === 'list' ? path.slice(0, -1) : path;
		return isOpen(field) && isSamePath(field.path, end);
	});

/** The fields of a provider that have a value which may be shown, in their order. */
export const openValues = ({
	provider,
	values,
}: Body): readonly {readonly field: Field; readonly value: OpenValue}[] =>
	fieldsOf(providerOfSlug(provider)).flatMap(field => {
		const value = isOpen(field) ? valueAt(values, field.path) : undefined;
		return isOpenValue(value) ? [{field, value}] : [];
	});

/** The values as they are, but a mask for each that may be a secret. null stays null. */
export function masked({provider, values}: Body): BodyObject {
	const fields = placesOf(provider);
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, maskedAt([name], value, fields)]),
	);
}

/** An object is shown from within only where fields are in it; of details that nobody knows, the names are. */
function maskedAt(path: Path, value: BodyValue, fields: readonly Field[]): BodyValue {
	const within = fields.filter(field => beginsWith(field.path, path));
	const field = within.find(candidate => isSamePath(candidate.path, path));
	if (isObject(value) && within.length > 0 && (!field || field.kind === 'json')) {
		return Object.fromEntries(
			Object.entries(value).map(([name, inside]) => [
				shownName(name),
				maskedAt([...path, name], inside, within),
			]),
		);
	}
	return field && isOpen(field) && isOpenValue(value) ? value : hidden(value);
}

/** Every field by its title, safe to show. Of details that nobody knows only the names are said. */
export const shownLines = ({provider, values}: Body): readonly ShownLine[] =>
	bodyFields.flatMap(field =>
		field.kind === 'json' ? detailLines(provider, valueAt(values, field.path)) : [lineOf(field, values)],
	);

export type ShownLine = {readonly title: string; readonly value: string};

function lineOf(field: Field, values: BodyObject): ShownLine {
	const value = valueAt(values, field.path) ?? null;
	if (value === null) return {title: field.title, value: 'none'};
	const isShown = isOpen(field) && isOpenValue(value);
	return {title: field.title, value: isShown ? wordsOf(value) : 'set, not shown'};
}

function detailLines(provider: string, details: BodyValue | undefined): readonly ShownLine[] {
	const fields = detailsOf(provider);
	const heads = new Set(fields.map(({path}) => path[1]));
	const others = isObject(details) ? Object.keys(details).filter(name => !heads.has(name)) : [];
	const lines = fields.map(field => lineOf(field, {details: details ?? null}));
	const unknown = {title: 'Other details', value: `${others.map(shownName).join(', ')}; values not shown`};
	return others.length === 0 ? lines : [...lines, unknown];
}

/** The fields at the top of the body, and those inside of a provider's details. */
const placesOf = (provider: string): readonly Field[] => [...bodyFields, ...detailsOf(provider)];

const detailsOf = (provider: string): readonly Field[] => fieldsOf(providerOfSlug(provider)).filter(isDetail);

const isOpenValue = (value: BodyValue | undefined): value is OpenValue =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || isTexts(value);

function wordsOf(value: OpenValue): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return typeof value === 'object' ? value.join(', ') : String(value);
}
