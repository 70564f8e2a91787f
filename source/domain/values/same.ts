import type {Field, FieldId} from '../field.ts';
import type {FieldAnswers} from '../field-values.ts';
import {fieldsOf} from '../fields.ts';
import type {FieldProblem} from '../problem.ts';
import type {Provider} from '../providers/provider.ts';
import {Secret} from '../secret.ts';
import {shownPath} from '../text.ts';
import {askedOf} from './asked.ts';
import {readValue} from './doubts.ts';

/** The fields that are taken as they come, and how it is said of one that it is to be. */
export type Exactly = {readonly exact: readonly FieldId[]; readonly say: (field: Field) => string};

export const byFlag = (exact: readonly FieldId[]): Exactly => ({
	exact,
	say: ({id}) => `--exact ${shownPath(id)}`,
});

export const byRow = (exact: readonly FieldId[]): Exactly => ({
	exact,
	say: ({path}) => `exact: [${shownPath(path.join('.'))}] to its row`,
});

/**
The fields given that have the value of the client ID or the client secret, which no other field has, or show the secret
in theirs, in whatever order they came. `beside` are all answers, those among them that are stored and kept. Each pair is told once.
*/
export const sameAnswers = (
	provider: Provider,
	given: FieldAnswers,
	beside: FieldAnswers,
	{exact, say}: Exactly,
): readonly FieldProblem[] =>
	fieldsOf(provider).flatMap(field => {
		const isToldOfOther = field.id === 'client-id' && given['client-secret'] !== undefined;
		if (isToldOfOther || exact.includes(field.id)) return [];
		const messages = textsOf(given, field).flatMap(text => sameAs(text, field, provider, beside));
		return [...new Set(messages)].map(message => ({
			field: field.id,
			message: `${field.title}: ${message} If it is meant as it is, add ${say(field)}.`,
		}));
	});

function textsOf(answers: FieldAnswers, {id, kind}: Field): readonly string[] {
	const answer = answers[id];
	if (answer?.kind !== 'given' || kind === 'json') return [];
	const {value} = answer;
	if (value instanceof Secret) return [value.reveal()];
	return [value].flat().filter(text => typeof text === 'string');
}

const codes = ['same-as-other', 'client-secret-elsewhere'] as const;

function sameAs(text: string, field: Field, provider: Provider, others: FieldAnswers): readonly string[] {
	const {context} = askedOf(field, provider, {others, keepsWhitespace: true});
	// Nearly always there is nothing in common, and the manifests are long.
	if (!context.others?.some(({value}) => text.includes(value.reveal().trim()))) return [];
	const {doubts} = readValue(text, context);
	return doubts.filter(({code}) => codes.some(one => one === code)).map(({message}) => message);
}
