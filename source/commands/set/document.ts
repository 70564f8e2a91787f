import type {Field, FieldId} from '../../domain/field.ts';
import {
	type FieldAnswer,
	type FieldAnswers,
	type FieldValue,
	isSecretValue,
} from '../../domain/field-values.ts';
import {fieldsOf} from '../../domain/fields.ts';
import {type FieldProblem, failure, type Result, success} from '../../domain/problem.ts';
import type {Provider} from '../../domain/providers/provider.ts';
import {documentAnswers, documentFields} from '../../domain/values/document-answers.ts';
import type {SecretReader} from '../../secret-sources/secret-reader.ts';
import {exactFields} from '../flags/exact-flags.ts';
import {badFlags} from '../shared/scripted.ts';
import {about, type Given} from './given.ts';
import {documentSource} from './sources.ts';
import type {Beside} from './taken.ts';

/** What the document of `--from` gives, its client secret among it. */
export type FromDocument = Given & {
	readonly redirectUris: readonly string[];
	/** The fields that only follow from another one: whatever else gives them goes before. */
	readonly derived: readonly FieldId[];
};

const noDocument: FromDocument = {answers: {}, notes: [], redirectUris: [], derived: []};

/** Reads the document of `--from`: every field of the provider that it holds, through the one door. */
export async function readDocument(
	reader: SecretReader,
	provider: Provider,
	{values, others}: Beside,
): Promise<Result<FromDocument>> {
	const source = documentSource(values);
	if (!source) return success(noDocument);
	const text = await reader.read(source);
	if (!text.ok) return failure({...text.problem, message: `--from: ${text.problem.message}`});
	const document = documentFields(text.value, provider);
	if (!document.ok) return failure(badFlags([about('from', `--from: ${document.message}`)]));
	const {name, fields, redirectUris} = document;
	const {answers, problems} = documentAnswers(fields, provider, {
		exact: exactFields(values, provider),
		keepsWhitespace: values['keep-whitespace'] === true,
		others,
	});
	const isWithoutSecret = !fields.some(({field}) => field === 'client-secret');
	const missing = isWithoutSecret
		? [about('client-secret', `--from: No client secret is in it (${name}).`)]
		: [];
	if (missing.length + problems.length > 0) return failure(badFlags([...missing, ...problems]));
	const derived = fieldsOf(provider)
		.map(({id}) => id)
		.filter(id => fields.some(({field, isDerived}) => field === id && isDerived));
	return success({answers, notes: [], redirectUris, derived});
}

/**
What of the document is not given besides. The same value twice is fine; another one is told, by the name of its field.
*/
export function notGivenBesides(
	{answers, derived}: FromDocument,
	besides: FieldAnswers,
	provider: Provider,
	problems: FieldProblem[],
): FieldAnswers {
	const kept = fieldsOf(provider).flatMap((field): readonly (readonly [FieldId, FieldAnswer])[] => {
		const found = answers[field.id];
		const given = besides[field.id];
		if (found?.kind !== 'given') return [];
		if (given === undefined) return [[field.id, found]];
		const isSame = given.kind === 'given' && isSameValue(given.value, found.value);
		if (!isSame && !derived.includes(field.id)) problems.push(differs(field));
		return [];
	});
	return Object.fromEntries(kept);
}

const differs = ({id, title}: Field): FieldProblem =>
	about(id, `${title}: The document of --from has another value than is given besides. Give it in one way.`);

const isSameValue = (one: FieldValue, other: FieldValue): boolean =>
	isSecretValue(one) && isSecretValue(other) ? one.is(other.reveal()) : one === other;
