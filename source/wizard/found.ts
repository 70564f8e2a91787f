import {callbackIn} from '../domain/callback.ts';
import type {Field} from '../domain/field.ts';
import {Secret} from '../domain/secret.ts';
import type {FoundField} from '../domain/values/applications.ts';
import {type Entered, enter} from '../domain/values/door.ts';
import {readValue, stopping} from '../domain/values/doubts.ts';
import {recognise} from '../domain/values/recognise.ts';
import {redirectDifference} from '../domain/values/redirects.ts';
import {lengthOf} from '../domain/values/words.ts';
import type {Answers, FieldAnswered} from './answers.ts';
import {answerOf, contextFor} from './field-context.ts';
import {providerOf, stepsFor} from './steps.ts';

type Found = Exclude<Entered, {readonly kind: 'value'}>;

/** What was entered for a field, where it is more than its value. */
export function documentIn(text: string, field: Field, answers: Answers): Found | undefined {
	const provider = providerOf(answers);
	if (!provider) return undefined;
	const context = contextFor(field, answers);
	// Details are JSON themselves, and may be entered as what else could be a document.
	const entered = context ? enter(text, {field: field.id, context, provider}) : recognise(text, provider);
	return entered.kind === 'value' || mayHoldMore(entered, field, text) ? undefined : entered;
}

/** A secret may stand on a line without a name. What of its lines is named would then be offered in its place. */
const mayHoldMore = (found: Found, field: Field, text: string): boolean =>
	field.kind === 'secret' &&
	found.kind === 'document' &&
	/[\r\n]/.test(text.trim()) &&
	!found.fields.some(one => one.field === field.id);

export type FoundAnswer = FieldAnswered & {readonly title: string};

/** What of a document can be used: the answers in the order of their steps, and all that is found, in words. */
export type FoundAnswers = {
	readonly answers: readonly FoundAnswer[];
	/** What has to be asked about where its own field is asked. */
	readonly doubted: readonly FoundField[];
	/** Never a value: a title and a length, or what there is to ask. */
	readonly lines: readonly {readonly isDoubted: boolean; readonly text: string}[];
};

/** What the fields of a document come to. What is doubted is not used, and asked in its own field. */
export function foundAnswers(found: readonly FoundField[], answers: Answers): FoundAnswers {
	const each = stepsFor(answers).flatMap(step => {
		const one = step.kind === 'field' && found.find(({field}) => field === step.id);
		return one && step.kind === 'field'
			? [{field: step.field, one, answer: answerOf(step.field, one.value, answers)}]
			: [];
	});
	return {
		answers: each.flatMap(({field, answer}) => (answer ? [{...answer, title: field.title}] : [])),
		doubted: each.flatMap(({one, answer}) => (answer ? [] : [one])),
		lines: each.map(({field, one, answer}) => {
			const words = answer
				? `${lengthWords(answer)}${isReplaced(answer, answers) ? ', in place of what was entered' : ''}`
				: doubtWords(field, one, answers);
			return {isDoubted: answer === undefined, text: `${field.title}: ${words}`};
		}),
	};
}

/** As it is used, which may be without what stood around it. */
const lengthWords = ({answer}: FieldAnswered): string => lengthOf(heldBy(answer));

/** Whether another value was entered before, which is not to go unseen. */
function isReplaced({step, answer}: FieldAnswered, answers: Answers): boolean {
	const before = answers[step];
	return before?.kind === 'given' && !heldBy(before).is(heldBy(answer).reveal());
}

function heldBy(answer: FieldAnswered['answer']): Secret {
	const value = answer.kind === 'given' ? answer.value : '';
	return value instanceof Secret ? value : new Secret(String(value));
}

function doubtWords(field: Field, {value}: FoundField, answers: Answers): string {
	const context = contextFor(field, answers);
	const doubts = context ? stopping(readValue(value.reveal(), context)) : [];
	return doubts[0]?.message ?? 'It does not fit this field.';
}

/** What is different about the redirect URIs of a document, where the one to register or one's own is known. */
export function differenceIn(found: readonly string[], answers: Answers): string | undefined {
	const own = [answers['redirect-url-override'], answers['details.redirect_uri']].flatMap(answer =>
		answer?.kind === 'given' && typeof answer.value === 'string' ? [answer.value] : [],
	);
	return redirectDifference(found, callbackIn(answers.register?.steps), own);
}
