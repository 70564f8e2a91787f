import {isExact} from '../domain/body/sendable.ts';
import {beginsWith, isBare, type Path} from '../domain/body/walk.ts';
import type {Json, JsonObject} from '../domain/credential.ts';
import type {Field, FieldId} from '../domain/field.ts';
import {type FieldAnswer, problemWith} from '../domain/field-values.ts';
import {detailName, fieldOfPath, isDetail} from '../domain/fields.ts';
import type {SecretReference} from '../domain/manifest.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {Secret} from '../domain/secret.ts';
import {askedOf, secretDetail} from '../domain/values/asked.ts';
import {type Taken, take} from '../domain/values/take.ts';
import type {Entry, Value} from './document.ts';
import {isReference, secretOf} from './read-secret.ts';
import {type ReadingState, readText, report, taken, within} from './reading.ts';

/** The answers of a row so far, and the secrets that are still to be fetched. */
export type Found = {
	readonly answers: Map<FieldId, FieldAnswer>;
	readonly secrets: SecretReference[];
	/** The fields whose values are taken exactly as they come. */
	readonly exact: readonly FieldId[];
	readonly provider: Provider;
};

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

/** Reads the value of one field of the credential, wherever in a row it stands. */
export function readRowField(
	reading: ReadingState,
	value: Value,
	path: string,
	field: Field,
	found: Found,
): void {
	if (value.kind === 'null') {
		if (field.isRequired) report(reading, value, path, `${field.title} is needed and cannot be cleared.`);
		else found.answers.set(field.id, {kind: 'empty'});
		return;
	}
	const given = givenValue(reading, value, path, field, found);
	if (given === undefined) return;
	const answer: FieldAnswer = {kind: 'given', value: given};
	// What is to be taken as it comes is not looked at once more.
	const message = found.exact.includes(field.id) ? undefined : problemWith(field, answer);
	if (message === undefined) found.answers.set(field.id, answer);
	else report(reading, value, path, message);
}

function givenValue(reading: ReadingState, value: Value, path: string, field: Field, found: Found) {
	switch (field.kind) {
		case 'secret': {
			const secret = secretOf(reading, value, path, field.path, text => takenFrom(text, field, found));
			if (secret?.kind === 'reference') found.secrets.push(secret.reference);
			return secret?.kind === 'literal' ? secret.secret : undefined;
		}
		case 'yes-no':
			if (value.kind === 'boolean') return value.isTrue;
			report(reading, value, path, 'It takes true or false.');
			return undefined;
		case 'list':
			return listOf(reading, value, path, field, found);
		default:
			return textOf(reading, value, path, field, found);
	}
}

/** A text of the file, as it is to be sent; reported where it is doubted. */
function textOf(
	reading: ReadingState,
	value: Value,
	path: string,
	field: Field,
	found: Found,
): string | undefined {
	if (value.kind !== 'text' && value.kind !== 'number') return readText(reading, value, path);
	const taken = takenFrom(value.text, field, found);
	if (taken.ok) return taken.value.reveal();
	report(reading, value, path, taken.message);
	return undefined;
}

/** A line break at the end of a text that stands in a file is no copy's doing: it is doubted like other white space. */
function takenFrom(text: string, field: Field, {provider, exact, answers}: Found): Taken {
	if (text.trim() === '') return {ok: false, message: blank};
	const how = {isExact: exact.includes(field.id), others: Object.fromEntries(answers)};
	const exactly = `exact: [${field.path.join('.')}] to its row`;
	const taken = take(text, askedOf(field, provider, how), exactly);
	const hasEnding = taken.ok && taken.notes.some(({code}) => code === 'final-line-break-removed');
	return hasEnding ? {ok: false, message: `${blank} If it is meant as it is, add ${exactly}.`} : taken;
}

const blank = 'There is white space at its end, or nothing else.';

function listOf(
	reading: ReadingState,
	value: Value,
	path: string,
	field: Field,
	found: Found,
): readonly string[] | undefined {
	if (value.kind !== 'list') {
		report(reading, value, path, 'A list of texts is needed.');
		return undefined;
	}
	const texts = Array.from(value.items(), (item, index) =>
		textOf(reading, item, `${path}[${index}]`, field, found),
	);
	const whole = texts.filter(text => text !== undefined);
	return whole.length === texts.length ? whole : undefined;
}

/** A value of unknown meaning as JSON; null stands where a secret goes. */
function otherValue(
	reading: ReadingState,
	value: Value,
	path: string,
	bodyPath: Path,
	found: Found,
	isInList = false,
): Json {
	if (isReference(value) || value.kind === 'text') {
		if (isInList && isReference(value)) {
			report(reading, value, path, 'A secret cannot be part of a list here.');
			return null;
		}
		const field = secretDetail(bodyPath);
		const secret = secretOf(reading, value, path, bodyPath, text => takenFrom(text, field, found));
		if (secret?.kind === 'reference') found.secrets.push(secret.reference);
		return secret?.kind === 'literal' ? secret.secret.reveal() : null;
	}
	switch (value.kind) {
		case 'map':
			return Object.fromEntries(
				taken(reading, value.entries, path).map(({key, value: inside}) => [
					key,
					otherValue(reading, inside, within(path, key), [...bodyPath, key], found, isInList),
				]),
			);
		case 'list':
			return Array.from(value.items(), (item, index) =>
				otherValue(reading, item, `${path}[${index}]`, bodyPath, found, true),
			);
		case 'number':
			return numberOf(reading, value, path);
		case 'boolean':
			return value.isTrue;
		case 'unusable':
			report(reading, value, path, value.message);
			return null;
		default:
			return null;
	}
}

/** As JSON spells numbers. Zeros before it, which an ID may have, and other bases would be lost on the way. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

const notExact =
	'This number would not arrive as it is written. Put it in quotes, or write it as a plain decimal number.';

/** A number that arrives as it is written. */
function numberOf(
	reading: ReadingState,
	value: Value & {readonly number: number; readonly text: string},
	path: string,
): Json {
	const {number, text} = value;
	// Who writes a power of ten means no digits beyond those written.
	const isMeant = isExact(number) || (/e/i.test(text) && Number.isFinite(number));
	if (jsonNumber.test(text) && isMeant) return number;
	report(reading, value, path, notExact);
	return null;
}
