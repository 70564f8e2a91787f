import {beginsWith, isBare, type Path} from '../domain/body/walk.ts';
import type {Json, JsonObject} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import {detailName, fieldOfPath, isDetail} from '../domain/fields.ts';
import {Secret} from '../domain/secret.ts';
import type {Entry, Value} from './document.ts';
import {type Found, readRowField} from './read-field.ts';
import {otherValue} from './read-other.ts';
import {type ReadingState, report, taken, within} from './reading.ts';

/**
Reads `details` by the fields of the provider. What no field knows is gathered as one JSON object, since its shape
is not known either; a text in it may be a secret and has to be a reference.
*/
export function readDetails(
	reading: ReadingState,
	value: Value,
	path: string,
	fields: readonly Field[],
	found: Found,
): void {
	const known = fields.filter(isDetail);
	if (value.kind === 'null') {
		for (const field of known) readRowField(reading, value, path, field, found);
		if (known.length === 0) found.answers.set('details', {kind: 'empty'});
		return;
	}
	if (value.kind !== 'map') {
		report(
			reading,
			value,
			path,
			value.kind === 'unusable' ? value.message : 'Details are a map of their names and values.',
		);
		return;
	}
	const others = readMap(reading, value.entries, ['details'], path, known, found);
	if (known.length === 0 || !isBare(others)) {
		found.answers.set('details', {kind: 'given', value: new Secret(JSON.stringify(others))});
	}
}

/** Reads the entries of a map; gives what no field knows. */
function readMap(
	reading: ReadingState,
	entries: readonly Entry[],
	bodyPath: Path,
	path: string,
	known: readonly Field[],
	found: Found,
): JsonObject {
	const others: [string, Json][] = [];
	for (const {key, value} of taken(reading, entries, path)) {
		const at = [...bodyPath, key];
		const inside = within(path, key);
		const field = fieldOfPath(at, known);
		const below = known.filter(candidate => beginsWith(candidate.path, at));
		if (field) readRowField(reading, value, inside, field, found);
		else if (below.length > 0 && value.kind === 'map') {
			const left = readMap(reading, value.entries, at, inside, known, found);
			if (!isBare(left)) others.push([key, left]);
		} else if (below.length > 0 && value.kind === 'null') {
			// As if each of them were null.
			for (const each of below) readRowField(reading, value, inside, each, found);
		} else if (below.length > 0) {
			report(reading, value, inside, value.kind === 'unusable' ? value.message : 'A map is needed here.');
		} else {
			const isUnknown = known.length > 0 && value.kind === 'text' && !reading.allowsLiteralSecrets;
			if (isUnknown) report(reading, value, inside, unknownText(known));
			else others.push([key, otherValue(reading, value, inside, at, found)]);
		}
	}
	return Object.fromEntries(others);
}

const unknownText = (known: readonly Field[]): string =>
	`Unknown detail. Known: ${known.map(detailName).join(', ')}. Another one may be a secret: {env: NAME}, {file: PATH} or {command: "…"}.`;
