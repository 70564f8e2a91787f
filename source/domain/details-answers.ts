import type {Json, JsonObject} from './credential.ts';
import type {Field, FieldId} from './field.ts';
import {fieldsOf} from './fields.ts';
import type {FieldProblem} from './problem.ts';
import type {Provider} from './providers/provider.ts';
import {type FieldAnswer, type FieldAnswers, type FieldValue, problemWith} from './schemas.ts';
import {isJsonObject, jsonOf} from './sealed.ts';
import {Secret} from './secret.ts';

/** What a details object answers, and what of it cannot be taken. No message repeats a value. */
export type DetailsReading = {
	readonly answers: FieldAnswers;
	readonly problems: readonly FieldProblem[];
	/** The paths of details that the provider is not known to have. They are sent all the same. */
	readonly unknown: readonly string[];
};

/**
The answers that a whole details object amounts to: a known field by its path, null clears it. Whatever no field
knows is gathered in `details`, sealed, since it may be a secret.
*/
export function answersFromDetails(provider: Provider, details: JsonObject): DetailsReading {
	const fields = fieldsOf(provider).filter(field => field.path[0] === 'details' && field.path.length > 1);
	const known: [FieldId, FieldAnswer][] = [];
	const problems: FieldProblem[] = [];
	let others = details;
	for (const field of fields) {
		const path = field.path.slice(1);
		const value = valueAt(details, path);
		if (value === undefined) continue;
		others = without(others, path);
		const answer = answerOf(field, value);
		const message = answer ? problemWith(field, answer) : expected[field.kind];
		if (message !== undefined) problems.push({field: field.id, message: `${field.title}: ${message}`});
		else if (answer) known.push([field.id, answer]);
	}
	if (Object.hasOwn(details, 'details')) problems.push({field: 'details', message: wrapped});
	const names = Object.keys(others);
	const answers: FieldAnswers = Object.fromEntries(known);
	const hasOthers = fields.length === 0 || names.length > 0;
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
		return isShared && isJsonObject(value) ? Object.keys(value).map(inner => `${key}.${inner}`) : [key];
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
			return Array.isArray(value) && value.every(entry => typeof entry === 'string')
				? given(value)
				: undefined;
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

const valueAt = (object: JsonObject, path: readonly string[]): Json | undefined =>
	path.reduce<Json | undefined>(
		(inside, key) => (isJsonObject(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined),
		object,
	);

/** The object without what is at the path, and without what that leaves empty. */
function without(object: JsonObject, [head = '', ...rest]: readonly string[]): JsonObject {
	const inner = object[head];
	const left = rest.length > 0 && isJsonObject(inner) ? without(inner, rest) : {};
	const kept = Object.entries(object).filter(([key]) => key !== head);
	return Object.fromEntries(Object.keys(left).length > 0 ? [...kept, [head, left]] : kept);
}
