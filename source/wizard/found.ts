import {callbackIn} from '../domain/callback.ts';
import type {Field} from '../domain/field.ts';
import type {FoundField} from '../domain/values/applications.ts';
import {readValue, stopping} from '../domain/values/doubts.ts';
import {shownInvisible} from '../domain/values/signs.ts';
import {lengthOf} from '../domain/values/words.ts';
import type {Answers, FieldAnswered} from './answers.ts';
import {answerOf, contextFor} from './field-context.ts';
import {stepsFor} from './steps.ts';

/** What of a document can be used: the answers in the order of their steps, and all that is found, in words. */
export type FoundAnswers = {
	readonly answers: readonly (FieldAnswered & {readonly title: string})[];
	/** Never a value: a title and a length, or what is to be asked about it where its own field is asked. */
	readonly lines: readonly {readonly isDoubted: boolean; readonly text: string}[];
};

/** What the fields of a document come to. What is doubted is not used, and asked in its own field. */
export function foundAnswers(found: readonly FoundField[], answers: Answers): FoundAnswers {
	const each = stepsFor(answers).flatMap(step => {
		const one = step.kind === 'field' && found.find(({field}) => field === step.id);
		return one && step.kind === 'field' ? [{field: step.field, ...told(step.field, one, answers)}] : [];
	});
	return {
		answers: each.flatMap(({field, answer}) => (answer ? [{...answer, title: field.title}] : [])),
		lines: each.map(({answer, text}) => ({isDoubted: answer === undefined, text})),
	};
}

function told(field: Field, {value}: FoundField, answers: Answers) {
	const answer = answerOf(field, value, answers);
	const context = contextFor(field, answers);
	const doubts = context ? stopping(readValue(value.reveal(), context)) : [];
	const doubted = doubts[0]?.message ?? 'It does not fit this field.';
	return {answer, text: `${field.title}: ${answer ? lengthOf(value) : doubted}`};
}

/**
What is different about the redirect URIs of a document, compared byte for byte with the one to register, or with the
customer's own where users return there first. Nothing where it names none, or where none is known.
*/
export function redirectDifference(found: readonly string[], answers: Answers): string | undefined {
	const needed = callbackIn(answers.register?.steps);
	const own = [answers['redirect-url-override'], answers['details.redirect_uri']].flatMap(answer =>
		answer?.kind === 'given' && typeof answer.value === 'string' ? [answer.value] : [],
	);
	if (found.length === 0 || needed === undefined) return undefined;
	if (found.some(uri => uri === needed || own.includes(uri))) return undefined;
	return `The redirect URI to register is not in it: ${needed}. In it: ${found.map(shownInvisible).join(', ')}.`;
}
