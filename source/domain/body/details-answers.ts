import type {Json, JsonObject} from '../credential.ts';
import type {Field, FieldId} from '../field.ts';
import {type FieldAnswer, type FieldAnswers, type FieldValue, problemWith} from '../field-values.ts';
import {fieldsOf, isDetail} from '../fields.ts';
import type {FieldProblem} from '../problem.ts';
import type {Provider} from '../providers/provider.ts';
import {Secret} from '../secret.ts';
import {jsonOf} from './seal.ts';
import {isBare, isObject, isSamePath, isTexts, type Path, valueAt, without} from './walk.ts';

/** What a details object answers, and what of it cannot be taken. No message repeats a value. */
export type DetailsReading = {
	readonly answers: FieldAnswers;
	readonly problems: readonly FieldProblem[];
	/** The paths of details that the provider is not known to have. They are sent all the same. */
	readonly unknown: readonly string[];
};

/**
The answers that a whole details object amounts to: a known field by its path, null clears it. Whatever no field
knows is gathered in `details`, sealed, since it may be a secret. `problemOf` says why an answer cannot be taken.
*/
export function answersFromDetails(
	provider: Provider,
	details: JsonObject,
	problemOf: (field: Field, answer: FieldAnswer) => string | undefined = problemWith,
): DetailsReading {
	const fields = fieldsOf(provider).filter(isDetail);
	const known: [FieldId, FieldAnswer][] = [];
	const problems: FieldProblem[] = [];
	const found: Path[] = [];
	for (const field of fields) {
		const path = field.path.slice(1);
		const value = valueAt(details, path);
		if (value === undefined) continue;
		found.push(path);
		const answer = answerOf(field, value);
		const message = answer ? problemOf(field, answer) : expected[field.kind];
		if (message !== undefined) problems.push({field: field.id, message: `${field.title}: ${message}`});
		else if (answer) known.push([field.id, answer]);
	}
	if (Object.hasOwn(details, 'details')) problems.push({field: 'details', message: wrapped});
	const others = without(details, path => found.some(one => isSamePath(one, path)));
	const answers: FieldAnswers = Object.fromEntries(known);
	const hasOthers = fields.length === 0 || !isBare(others);
	return {
		answers: hasOthers ? withOtherDetails(answers, others) : answers,
		problems,
		unknown: fields.length === 0 ? [] : pathsOf(others, fields),
	};
}

/** Where the details are that no field knows: beside the known ones, also inside of an object that has some of those. */
const pathsOf = (others: JsonObject, fields: readonly Field[]): readonly string[] =>
	Object.entries(others).flatMap(([key, value]) => {
		const isShared = fields.some(({path}) => path.length > 2 && path[1] === key);
		return isShared && isObject(value) ? Object.keys(value).map(inner => `${key}.${inner}`) : [key];
	});

/** The details that no field knows, as they were answered; empty where they were not. */
export const otherDetails = ({details}: FieldAnswers): JsonObject =>
	details?.kind === 'given' && details.value instanceof Secret ? (jsonOf(details.value) ?? {}) : {};

/** The answers with these details in place of the ones that no field knows, sealed from here on. */
export const withOtherDetails = (answers: FieldAnswers, object: JsonObject): FieldAnswers => ({
	...answers,
	details: {kind: 'given', value: new Secret(JSON.stringify(object))},
});

const wrapped = 'Give what is inside of details, without that name around it.';

function answerOf(field: Field, value: Json): FieldAnswer | undefined {
	if (value === null) return {kind: 'empty'};
	const given = (one: FieldValue): FieldAnswer => ({kind: 'given', value: one});
	switch (field.kind) {
		case 'yes-no':
			return typeof value === 'boolean' ? given(value) : undefined;
		case 'list':
			return isTexts(value) ? given(value) : undefined;
		case 'secret':
			return typeof value === 'string' ? given(new Secret(value)) : undefined;
		default:
			return typeof value === 'string' ? given(value) : undefined;
	}
}

const expected: Readonly<Record<Field['kind'], string>> = {
	text: 'A text is needed, in quotes.',
	url: 'A full https address is needed, in quotes.',
	secret: 'A text is needed, in quotes.',
	'yes-no': 'It takes true or false.',
	list: 'A list of texts is needed.',
	json: 'A JSON object is needed.',
};
