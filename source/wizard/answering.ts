import {storedAnswer, storedDetails} from '../domain/body/stored.ts';
import type {StoredCredential} from '../domain/credential.ts';
import type {Field} from '../domain/field.ts';
import type {FoundField} from '../domain/values/applications.ts';
import {
	type Answered,
	type Answers,
	draftsFrom,
	type FieldAnswered,
	omit,
	pick,
	type StepId,
} from './answers.ts';
import {withoutProofs} from './proving.ts';
import {asking, currentStep, targetIds, type Wizard} from './state.ts';
import {dependentsOf, problemOf, stepsFor} from './steps.ts';

/** The step answered, if the answer can stand. What depended on another answer is asked again. */
export function answered(wizard: Wizard, event: Answered & {readonly isAsked?: boolean}): Wizard {
	const {step, answer} = event;
	if (problemOf(event, wizard.answers) !== undefined) return wizard;
	const isSame = isSameAnswer(event, wizard.drafts);
	const {[step]: dependents, ...held} = wizard.held;
	const isLeft = !isSame && places.includes(step) && isKeptOnly(wizard);
	const drafts = isLeft ? omit(wizard.drafts, ['details']) : wizard.drafts;
	const {[step]: _refusal, ...refusals} = wizard.refusals;
	const known: Answers = {
		...wizard.answers,
		...(isLeft ? {details: {kind: 'empty'}} : {}),
		...(isSame ? dependents : {}),
		[step]: answer,
	};
	const isElsewhere = !isSame && (step === 'organization' || step === 'provider');
	// A draft may be the provider remembered from last time, of which no field was answered yet.
	const isNewProvider = step === 'provider' && !(isSame && dependents);
	const next: Wizard = {
		...withoutProofs(wizard),
		presetFields: isNewProvider ? {} : wizard.presetFields,
		answers: isNewProvider ? {...known, ...fieldsByRule(known, presetFor(event, wizard))} : known,
		drafts: isSame ? omit(drafts, [step]) : draftsAfter(event, drafts),
		doubted: isElsewhere ? {} : withoutDoubt(wizard.doubted, step),
		held: isElsewhere ? {} : held,
		refusals: isElsewhere ? {} : refusals,
		trail: event.isAsked === false ? wizard.trail : [...wizard.trail.filter(id => id !== step), step],
		phase: asking,
	};
	return currentStep(next) === 'review' ? endedEdit(next) : next;
}

/**
Several fields answered at once, wherever their steps stand. Only where a field is asked, or what is to be done at the
provider's portal, which gives some of them; the one that is asked comes last, so that an edit from review is over with it. In the trail they stand in the order of their steps.
*/
export function answeredTogether(
	wizard: Wizard,
	given: readonly FieldAnswered[],
	doubted: readonly FoundField[] = [],
): Wizard {
	const open = currentStep(wizard);
	const order = stepsFor(wizard.answers);
	if (!order.some(({id, kind}) => id === open && (kind === 'field' || id === 'register'))) return wizard;
	const asked = Object.fromEntries(doubted.map(({field, value}) => [field, value]));
	const ids = order.map(({id}) => id).filter(id => given.some(({step}) => step === id));
	const lastly = given.toSorted((a, b) => Number(a.step === open) - Number(b.step === open));
	const next = lastly.reduce<Wizard>(answered, {...wizard, doubted: {...wizard.doubted, ...asked}});
	if (wizard.beforeEdit) return next;
	const before = next.trail.filter(id => !ids.includes(id));
	return {...next, trail: [...before, ...ids.filter(id => next.trail.includes(id))]};
}

/** The fields of flags, unless they came with another provider, which was asked about and is not taken. */
const presetFor = (event: Answered, {launch, presetFields}: Wizard): Answers =>
	event.step === 'provider' && ![undefined, event.answer.slug].includes(launch.provider) ? {} : presetFields;

const withoutDoubt = (doubted: Wizard['doubted'], step: StepId): Wizard['doubted'] =>
	step in doubted ? Object.fromEntries(Object.entries(doubted).filter(([id]) => id !== step)) : doubted;

const places: readonly StepId[] = ['organization', 'environment', 'region', 'team'];

/** Whether the details are what is stored for the team so far, which means nothing in another place. */
const isKeptOnly = ({answers, drafts, trail}: Wizard): boolean =>
	answers.details?.kind === 'given' && answers.details === drafts.details && !trail.includes('details');

/** What is still offered again after a new answer: nothing of another organization, no field of another provider. */
function draftsAfter(event: Answered, drafts: Answers): Answers {
	if (event.step === 'organization') return draftsFrom(event.answer.remembered);
	return event.step === 'provider'
		? pick(
				drafts,
				targetIds.filter(id => id !== 'provider'),
			)
		: omit(drafts, [event.step]);
}

/** An edit that led back to review is over; its steps take their places in the trail. */
function endedEdit(wizard: Wizard): Wizard {
	const {beforeEdit, ...rest} = wizard;
	if (!beforeEdit) return wizard;
	const asked = new Set([...beforeEdit.trail, ...wizard.trail]);
	const order = stepsFor(wizard.answers).map(step => step.id);
	return {...rest, trail: order.filter(id => asked.has(id))};
}

/**
The step asked again: its answer, and what depends on it, become drafts. Review is left, and takes a new look
at what is stored when it is reached again.
*/
export function reopen({changedMeanwhile: _, leftEdit: __, ...wizard}: Wizard, step: StepId): Wizard {
	const dependents = dependentsOf(step, wizard.answers);
	const unsettled = [step, ...dependents];
	return {
		...wizard,
		answers: omit(wizard.answers, unsettled),
		drafts: {...wizard.drafts, ...pick(wizard.answers, unsettled)},
		held: {...wizard.held, [step]: pick(wizard.answers, dependents)},
		trail: wizard.trail.filter(id => id !== step),
		phase: asking,
	};
}

/** The step that Back reopens. It stands before the current one, which a refusal may have put amid later answers. */
export function lastOfTrail({answers, trail}: Wizard): StepId | undefined {
	const steps = stepsFor(answers);
	const open = steps.findIndex(step => answers[step.id] === undefined);
	const earlier = new Set<StepId>(steps.slice(0, open === -1 ? undefined : open).map(step => step.id));
	return trail.findLast(id => earlier.has(id));
}

export function wentBack(wizard: Wizard): Wizard {
	const last = lastOfTrail(wizard);
	if (last !== undefined) return reopen(wizard, last);
	if (!wizard.beforeEdit) return wizard;
	const {
		beforeEdit: {step: leftEdit, ...before},
		...rest
	} = wizard;
	return {...rest, ...before, leftEdit, held: {}, refusals: {}, phase: asking};
}

/** A line of review asked again; Back out of it restores review as it was. */
export function lineReopened(wizard: Wizard, step: StepId): Wizard {
	if (wizard.answers[step] === undefined) return wizard;
	const {answers, drafts, trail} = wizard;
	return reopen({...wizard, trail: [], beforeEdit: {answers, drafts, trail, step}}, step);
}

/**
What is stored becomes the draft of every field that has no answer and no draft yet. Details of unknown shape,
which are never asked, are kept as they are; where a mask makes that impossible they are asked after all.
*/
export function storedRead(wizard: Wizard, stored: StoredCredential): Wizard {
	const known = draftsFromStored(stored, wizard.answers);
	const isUntouched = wizard.answers.details?.kind === 'empty' && !wizard.trail.includes('details');
	const isNew = Object.keys(known).some(id => !Object.hasOwn(wizard.drafts, id));
	const drafts = isNew ? {...known, ...wizard.drafts} : wizard.drafts;
	if (!isUntouched || storedDetails(stored) === null) return isNew ? {...wizard, drafts} : wizard;
	if (known.details) {
		const {details} = known;
		return {...wizard, drafts: {...drafts, details}, answers: {...wizard.answers, details}};
	}
	return {
		...wizard,
		drafts,
		answers: omit(wizard.answers, ['details']),
		refusals: {...wizard.refusals, details: unsendableDetails},
	};
}

export const keyRefused = (wizard: Wizard, message: string): Wizard => ({
	...reopen(wizard, 'organization-key'),
	refusals: {...wizard.refusals, 'organization-key': message},
});

const unsendableDetails =
	'What is stored cannot be sent again: it is masked, or has a number too long to be exact. Enter it again, or nothing to clear it.';

/**
What follows once the provider is known, so that nobody is asked: fields that flags gave, and details that
have no known shape, which can be added from review.
*/
export function fieldsByRule(answers: Answers, preset: Answers): Answers {
	const fields = stepsFor(answers).flatMap(step => (step.kind === 'field' ? [step.id] : []));
	const emptyDetails: Answers = fields.includes('details') ? {details: {kind: 'empty'}} : {};
	return {...emptyDetails, ...pick(preset, fields)};
}

/** Whether the answer means what the draft meant, so that all that depends on it may stay. */
export function isSameAnswer({step, answer}: Answered, drafts: Answers): boolean {
	switch (step) {
		case 'organization': {
			const draft = drafts.organization;
			return draft?.id === answer.id && draft.isDemo === answer.isDemo && draft.api?.url === answer.api?.url;
		}
		case 'team':
			return drafts.team?.id === answer.id;
		case 'provider':
			return drafts.provider?.slug === answer.slug;
		default:
			return drafts[step] === answer;
	}
}

/** What is stored, offered where its field is asked. What cannot be sent again is not offered. */
export function draftsFromStored(stored: StoredCredential, answers: Answers): Answers {
	const drafts = fieldsIn(answers).flatMap(field => {
		const answer = storedAnswer(stored, field);
		return answer ? [[field.id, answer] as const] : [];
	});
	return Object.fromEntries(drafts);
}

const fieldsIn = (answers: Answers): readonly Field[] =>
	stepsFor(answers).flatMap(step => (step.kind === 'field' ? [step.field] : []));
