import {storedValue} from '../domain/body/stored.ts';
import {isObject, placed as placedIn} from '../domain/body/walk.ts';
import type {BodyObject, BodyValue, PlacedCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import {bodyName, fieldOfPath, fieldsOf, isDetail} from '../domain/fields.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {placeholderOf} from '../domain/text.ts';
import type {ManifestEntry} from './manifest-entry.ts';
import {rowFields} from './row-fields.ts';
import type {SecretNames} from './secret-names.ts';

/** What is stored, as if it were of another provider: what its secrets are named after, and its row is for. */
export const movedTo = ({stored, ...placed}: PlacedCredential, {slug}: Provider): PlacedCredential => ({
	...placed,
	stored: {...stored, provider: slug},
});

/**
A row for the application that is still to be made at the provider: of what is stored only where it belongs is known.
The rest stands there as placeholders, which no manifest is taken with, and secrets as references to variables.
*/
export function movedEntryOf(moved: PlacedCredential, to: Provider, names: SecretNames): ManifestEntry {
	const fields = fieldsOf(to);
	const valueOfField = (field: Field): BodyValue => {
		if (field.kind === 'secret') return {env: names.nameFor(moved, field.path)};
		const placeholder = placeholderOf(`${wordsFor(field)} of the new ${to.name} application`);
		return field.kind === 'list' ? [placeholder] : placeholder;
	};
	const details = fields
		.filter(field => isDetail(field) && field.isRequired)
		.reduce<BodyObject>((whole, field) => placedIn(whole, field.path, valueOfField(field)), {}).details;
	const values = rowFields.flatMap((field): readonly (readonly [string, BodyValue])[] => {
		const name = bodyName(field);
		if (name === 'details') return isObject(details) ? [[name, details]] : [];
		const own = fieldOfPath(field.path, fields);
		if (!own || !(own.isRequired || isNeeded(own, moved, to))) return [];
		return [[name, valueOfField(own)]];
	});
	const {place, stored} = moved;
	return {
		row: {
			team: stored.teamId,
			env: place.environment,
			region: place.region,
			provider: to.slug,
			...(Object.fromEntries(values) as ManifestEntry['row']),
		},
		left: [],
	};
}

/** A redirect URL override is another one at another provider, and whoever had one will need one. */
const isNeeded = (field: Field, {place, stored}: PlacedCredential, to: Provider): boolean =>
	field.isTriable === true &&
	(storedValue(stored, field) !== undefined ||
		(to.needsOwnRedirectDomain !== undefined && place.environment === 'production'));

/** The title within a sentence; what is written in capitals stays so. */
const wordsFor = ({title}: Field): string => title.replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase());
