import {valuesFrom} from '../domain/body/encode.ts';
import {jsonOf} from '../domain/body/seal.ts';
import {isList, isObject} from '../domain/body/walk.ts';
import type {Json} from '../domain/credential.ts';
import type {Field, FieldId} from '../domain/field.ts';
import {isSecretValue} from '../domain/field-values.ts';
import {fieldsOf} from '../domain/fields.ts';
import type {PlannedSave} from '../domain/plan.ts';
import {providerOfSlug} from '../domain/providers/find-providers.ts';
import {mask} from '../domain/secret.ts';
import {clean} from '../domain/text.ts';
import {contextOf} from '../domain/values/context.ts';
import type {Doubt} from '../domain/values/doubt.ts';
import {readValue, stopping} from '../domain/values/doubts.ts';
import type {Context} from '../domain/values/kind.ts';
import {targetWarnings} from '../domain/warnings.ts';
import type {Answers, StepId} from './answers.ts';
import {contextFor} from './field-context.ts';
import {shownUnlessSecret, shownValue} from './shown.ts';
import {providerOf, type Step, stepsFor} from './steps.ts';

/** One line of review: what was answered, safe to show, and what is worth saying about it. */
export type ReviewLine = {
	readonly id: StepId;
	readonly title: string;
	readonly value: string;
	readonly notes: readonly string[];
};

/** One field that a save would change, in words; an empty one means none. */
export type ReviewChange = {
	readonly id: FieldId | undefined;
	readonly title: string;
	readonly from: string;
	readonly to: string;
};

/** Every answer in the order of its steps. Secrets are masked, names of servers cleaned. */
export const reviewLines = (answers: Answers): readonly ReviewLine[] =>
	stepsFor(answers)
		.filter(step => answers[step.id] !== undefined)
		.map(step => ({
			id: step.id,
			title: step.title,
			value: answerWords(step, answers),
			notes: notesOf(step, answers),
		}));

/** The answers that stand above a step, without the details that nobody was asked for. */
export const trailLines = (answers: Answers): readonly ReviewLine[] =>
	reviewLines(answers).filter(({id}) => id !== 'details' || answers.details?.kind === 'given');

/** What deserves a second look before saving, beyond the single lines. */
export function reviewWarnings(answers: Answers, today: Date): readonly string[] {
	const provider = providerOf(answers);
	if (!provider) return [];
	const values = valuesFrom(provider, answers);
	return targetWarnings(provider, answers.environment, values, today).map(({message}) => message);
}

function answerWords(step: Step, answers: Answers): string {
	if (step.kind === 'field') return fieldValue(step.field, answers);
	switch (step.id) {
		case 'organization': {
			const name = answers['organization-key']?.organizationName ?? answers.organization?.name;
			return named(answers.organization?.id ?? '', name);
		}
		case 'organization-key':
			return mask;
		case 'team':
			return named(answers.team?.id ?? '', answers.team?.name);
		case 'provider':
			return providerOf(answers)?.name ?? '';
		case 'register':
			return progressWords(answers.register?.progress);
		default:
			return answers[step.id] ?? '';
	}
}

/** How far the steps at the portal are. Going on with open ones is the person's word. */
const progressWords = (progress: NonNullable<Answers['register']>['progress']): string =>
	!progress
		? 'steps shown'
		: progress.done === progress.of
			? `all ${progress.of} steps done`
			: `${progress.done} of ${progress.of} steps done`;

/** What the save changes, field by field. */
export const reviewChanges = ({changes, credential}: PlannedSave): readonly ReviewChange[] =>
	changes.map(({id, title, from, to}) => {
		const provider = providerOfSlug(credential.provider);
		const field = fieldsOf(provider).find(one => one.id === id);
		const context = field && contextOf(field, provider);
		const [was, is] = [changedWords(from, context), changedWords(to, context)];
		// What differs where nobody sees it must not look as if nothing did.
		return {id, title, from: was, to: was === is ? `${is} (another one)` : is};
	});

/** A value in words; none is an empty text, and of an object only the names are shown. */
function changedWords(value: Json, context: Context | undefined): string {
	if (value === null) return '';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	const texts = isList(value) ? value : isObject(value) ? Object.keys(value) : [value];
	return texts.map(text => shownUnlessSecret(String(text), context)).join(', ');
}

/** The value of one field in words. Details of unknown shape show their keys only, for they may hold secrets. */
function fieldValue(field: Field, answers: Answers): string {
	const answer = answers[field.id];
	if (answer?.kind !== 'given') return 'none';
	const {value} = answer;
	if (isSecretValue(value))
		return field.kind === 'json'
			? Object.keys(jsonOf(value) ?? {})
					.map(shownValue)
					.join(', ')
			: String(value);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	const context = contextFor(field, answers);
	return [value]
		.flat()
		.map(text => shownUnlessSecret(text, context))
		.join(', ');
}

function notesOf(step: Step, answers: Answers): readonly string[] {
	if (step.id === 'register') return [answers.register?.note ?? []].flat();
	if (step.id === 'organization-key' || step.id === 'team') return [answers[step.id]?.note ?? []].flat();
	const answer = step.kind === 'field' ? answers[step.field.id] : undefined;
	if (step.kind !== 'field' || answer?.kind !== 'given') return [];
	const text = isSecretValue(answer.value) ? answer.value.reveal() : answer.value;
	const context = contextFor(step.field, answers);
	const doubts = typeof text === 'string' && context ? doubtsOf(text, context) : [];
	return [...[answer.note ?? []].flat(), ...doubts.map(({message}) => message)];
}

/** What the person kept although it was asked about, and what is unusual about it all the same. */
const doubtsOf = (text: string, context: Context): readonly Doubt[] => [
	...stopping(readValue(text, context)),
	...readValue(text, {...context, isExact: true}).doubts.filter(({severity}) => severity === 'note'),
];

const named = (id: string, name = ''): string => (clean(name) === '' ? id : `${clean(name)} (${id})`);
