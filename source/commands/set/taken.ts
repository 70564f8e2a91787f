import type {Field} from '../../domain/field.ts';
import type {FieldAnswer, FieldAnswers} from '../../domain/field-values.ts';
import {failure, type Result, success} from '../../domain/problem.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {shownPath} from '../../domain/text.ts';
import {askedOf} from '../../domain/values/asked.ts';
import {takeWritten} from '../../domain/values/take.ts';
import {takeSecret} from '../../secret-sources/take-secret.ts';
import {exactFields} from '../flags/exact-flags.ts';
import type {Values} from '../flags/flags.ts';
import {badFlags} from '../shared/scripted.ts';
import {about, type Given} from './given.ts';

/** What a value is looked at with: the flags, and the identifiers and secrets that were given beside it. */
export type Beside = {readonly values: Values; readonly others: FieldAnswers};

/** One secret through the one door. */
export function takenSecret(
	text: string,
	field: Field,
	provider: Provider,
	{values, others}: Beside,
): Result<Given> {
	const asked = askedOf(field, provider, {
		isExact: exactFields(values, provider).includes(field.id),
		keepsWhitespace: values['keep-whitespace'] === true,
		others,
	});
	const name = shownPath(field.id);
	const taken = takeSecret(text, {what: field.title, asked, exactly: `--exact ${name}`});
	if (!taken.ok) return failure(badFlags([about(name, taken.problem.message)]));
	const {secret, notes} = taken.value;
	const answer: FieldAnswer = {kind: 'given', value: secret};
	return success({
		answers: Object.fromEntries([[field.id, answer]]),
		notes: notes.map(note => ({...note, field: shownPath(field.path.join('.'))})),
	});
}

/** What is doubted about a text of the details that may be shown. */
export function textDoubt(
	text: string,
	field: Field,
	provider: Provider,
	{values, others}: Beside,
): string | undefined {
	const how = {isExact: exactFields(values, provider).includes(field.id), others};
	const taken = takeWritten(text, askedOf(field, provider, how), `--exact ${field.id}`);
	return taken.ok ? undefined : taken.message;
}
