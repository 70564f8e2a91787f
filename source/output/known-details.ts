import type {Credential, CredentialDetails, DetailValue} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import {fieldsOf} from '../domain/fields.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import {mask, Secret} from '../domain/secret.ts';
import {shownName} from '../domain/text.ts';

/** A detail that may be shown, by its path inside of `details`. */
export type KnownDetail = {
	readonly path: string;
	readonly value: string | number | boolean | readonly string[];
};

/** The details of a credential, to be sent or as stored. */
type Detailed = Pick<Credential, 'provider' | 'details'>;

/** The details that the catalogue knows as no secrets. Any other may be one, whatever it looks like. */
export const knownDetails = ({provider, details}: Detailed): readonly KnownDetail[] =>
	detailFields(provider).flatMap(field => {
		const value = field.kind === 'secret' ? undefined : valueAt(details, field.path.slice(1));
		return isKnown(value) ? [{path: field.path.slice(1).join('.'), value}] : [];
	});

/** Whether the value at this path of the body is a known detail, or an entry of one, and no secret. */
export const isKnownPath = (provider: string, path: readonly string[]): boolean =>
	detailFields(provider).some(
		field =>
			field.kind !== 'secret' &&
			path.length === field.path.length + (field.kind === 'list' ? 1 : 0) &&
			field.path.every((part, index) => path[index] === part),
	);

/** Every detail by its title, safe to show. Of those that the catalogue does not know only the names are said. */
export function detailLines(
	credential: Detailed,
): readonly {readonly title: string; readonly value: string}[] {
	const fields = detailFields(credential.provider);
	const known = new Map(knownDetails(credential).map(({path, value}) => [path, wordsOf(value)]));
	const heads = new Set(fields.map(field => field.path[1]));
	const others = Object.keys(credential.details ?? {}).filter(key => !heads.has(key));
	const lines = fields.map(({title, path}) => {
		const inside = path.slice(1);
		const isSet = (valueAt(credential.details, inside) ?? null) !== null;
		return {title, value: known.get(inside.join('.')) ?? (isSet ? 'set, not shown' : 'none')};
	});
	const unknown = {
		title: 'Other details',
		value: `${others.map(shownName).join(', ')}; values not shown`,
	};
	return others.length === 0 ? lines : [...lines, unknown];
}

/** The details as they are, but with a mask in place of every value that may be a secret. null stays null. */
export function maskedDetails({provider, details}: Detailed): CredentialDetails | null {
	const fields = detailFields(provider);
	const entries = Object.entries(details ?? {});
	return (
		details &&
		Object.fromEntries(entries.map(([key, value]) => [shownName(key), masked(value, [key], fields)]))
	);
}

/** The value at this path inside of `details`. Only an object that a known field is in is shown from within. */
function masked(value: DetailValue, path: readonly string[], fields: readonly Field[]): DetailValue {
	if (value === null) return null;
	const within = fields.filter(field => path.every((part, index) => field.path[index + 1] === part));
	const field = within.find(candidate => candidate.path.length === path.length + 1);
	if (field) return field.kind !== 'secret' && isKnown(value) ? value : mask;
	if (within.length === 0 || !isDetails(value)) return mask;
	return Object.fromEntries(
		Object.entries(value).map(([key, inside]) => [shownName(key), masked(inside, [...path, key], within)]),
	);
}

/** The fields inside of `details`. One whose shape is not known has none. */
const detailFields = (provider: string): readonly Field[] =>
	fieldsOf(providerOfSlug(provider)).filter(({path}) => path[0] === 'details' && path.length > 1);

const valueAt = (details: CredentialDetails | null, path: readonly string[]): DetailValue | undefined =>
	path.reduce<DetailValue | undefined>(
		(inside, key) => (isDetails(inside) ? inside[key] : undefined),
		details,
	);

const isDetails = (value: DetailValue | undefined): value is CredentialDetails =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Secret);

const isKnown = (value: DetailValue | undefined): value is KnownDetail['value'] =>
	typeof value === 'string' ||
	typeof value === 'number' ||
	typeof value === 'boolean' ||
	(Array.isArray(value) && value.every(entry => typeof entry === 'string'));

function wordsOf(value: KnownDetail['value']): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return typeof value === 'object' ? value.join(', ') : String(value);
}
