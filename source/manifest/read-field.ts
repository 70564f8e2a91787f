import type {Field, FieldId} from '../domain/field.ts';
import {type FieldAnswer, problemWith} from '../domain/field-values.ts';
import type {SecretReference} from '../domain/manifest.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {isPlaceholderInWords, shownPath} from '../domain/text.ts';
import {askedOf} from '../domain/values/asked.ts';
import {type Taken, takeWritten} from '../domain/values/take.ts';
import type {Value} from './document.ts';
import {secretOf} from './read-secret.ts';
import {type ReadingState, readText, report, unfilled} from './reading.ts';

/** The answers of a row so far, and the secrets that are still to be fetched. */
export type Found = {
	readonly answers: Map<FieldId, FieldAnswer>;
	readonly secrets: SecretReference[];
	/** The fields whose values are taken exactly as they come. */
	readonly exact: readonly FieldId[];
	readonly provider: Provider;
};

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

/** A text that stands in the row itself. */
export function takenFrom(text: string, field: Field, {provider, exact, answers}: Found): Taken {
	const how = {isExact: exact.includes(field.id), others: Object.fromEntries(answers)};
	const exactly = `exact: [${shownPath(field.path.join('.'))}] to its row`;
	const taken = takeWritten(text, askedOf(field, provider, how), exactly);
	// What is to be filled in is named as that before it is doubted as a value.
	return !taken.ok && isPlaceholderInWords(text)
		? {ok: false, message: `${unfilled} ${taken.message}`}
		: taken;
}

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
