import type {Before, SaveOutcome} from '../domain/outcome.ts';
import type {Problem} from '../domain/problem.ts';
import {type Answered, type Answers, omit, pick, type StepId} from './answers.ts';
import {isConfirmed} from './confirmation.ts';
import {credentialOf} from './credential-of.ts';
import {type Refusals, refusalsOf} from './refusal.ts';
import {draftsFrom} from './remembering.ts';
import {fieldsByRule, isUnchanged} from './rules.ts';
import {dependentsOf, openStep, stepsFor, targetSteps} from './steps.ts';
import {problemOf} from './validity.ts';

export type Phase =
	| {readonly status: 'asking'}
	| {readonly status: 'submitting'}
	| {readonly status: 'failed'; readonly problem: Problem}
	| {readonly status: 'unconfirmed'; readonly problem: Problem; readonly differences: readonly string[]}
	| {readonly status: 'done'; readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>};

/** Everything the conversation is: what was answered, what is offered again, in which order, and what happens now. */
export type Wizard = {
	/** Fields that flags gave for the provider that is chosen first. */
	readonly presetFields: Answers;
	readonly answers: Answers;
	/** Earlier values, offered again where their step is asked. */
	readonly drafts: Answers;
	/** What the person answered, in order. Flags and rules are not in it, so Back never reopens them. */
	readonly trail: readonly StepId[];
	/** What a reopened step unsettled, to be settled again if its answer turns out the same. */
	readonly held: {readonly [Id in StepId]?: Answers};
	/** What a step's answer was refused for by the server, shown where it is asked again. */
	readonly refusals: Refusals;
	/** How things stood at review before a line of it was edited; Back out of the edit restores it. */
	readonly beforeEdit?: {
		readonly answers: Answers;
		readonly drafts: Answers;
		readonly trail: readonly StepId[];
	};
	/** What someone else stored since review looked. It stands until review is left, for the next save compares with it. */
	readonly changedMeanwhile?: Before;
	readonly phase: Phase;
	/** Counts submissions, so that a late outcome is told from the one that is waited for. */
	readonly attempt: number;
};

export type WizardEvent =
	| ({readonly type: 'answered'; readonly isAsked?: boolean} & Answered)
	| {readonly type: 'refused'; readonly step: StepId; readonly message: string}
	| {readonly type: 'went-back'}
	| {readonly type: 'reopened'; readonly step: StepId}
	| {readonly type: 'submitted'; readonly confirmation: string}
	| {readonly type: 'save-settled'; readonly attempt: number; readonly outcome: SaveOutcome}
	| {readonly type: 'started-again'; readonly keeping: readonly StepId[]};

const asking: Phase = {status: 'asking'};
const targetIds = targetSteps.map(step => step.id);

/** A conversation in which the preset answers, from flags, are given already. */
export function startWizard(preset: Answers = {}): Wizard {
	const isProviderKnown = preset.provider !== undefined;
	const targets = pick(preset, targetIds);
	return {
		presetFields: isProviderKnown ? {} : omit(preset, targetIds),
		answers: isProviderKnown ? {...targets, ...fieldsByRule(targets, preset)} : targets,
		drafts: {},
		trail: [],
		held: {},
		refusals: {},
		phase: asking,
		attempt: 0,
	};
}

/** The step that is asked now, or `review` where every answer is given. */
export const currentStep = (wizard: Wizard): StepId | 'review' => openStep(wizard.answers)?.id ?? 'review';

export const canGoBack = (wizard: Wizard): boolean =>
	wizard.phase.status !== 'submitting' &&
	wizard.phase.status !== 'done' &&
	(wizard.beforeEdit !== undefined || lastOfTrail(wizard) !== undefined);

/** The conversation after an event. Events that come too late, or make no sense now, change nothing. */
export function update(wizard: Wizard, event: WizardEvent): Wizard {
	const isBusy = wizard.phase.status === 'submitting' || wizard.phase.status === 'done';
	switch (event.type) {
		case 'answered':
			return isBusy || event.step !== currentStep(wizard) ? wizard : answered(wizard, event);
		case 'refused':
			return isBusy || event.step !== currentStep(wizard)
				? wizard
				: {...wizard, refusals: {...wizard.refusals, [event.step]: event.message}};
		case 'went-back':
			return isBusy ? wizard : wentBack(wizard);
		case 'reopened':
			return isBusy || currentStep(wizard) !== 'review' ? wizard : edited(wizard, event.step);
		case 'submitted':
			return isBusy ? wizard : submitted(wizard, event.confirmation);
		case 'save-settled':
			return wizard.phase.status === 'submitting' && event.attempt === wizard.attempt
				? settled(wizard, event.outcome)
				: wizard;
		case 'started-again':
			return wizard.phase.status === 'done' ? startedAgain(wizard, event.keeping) : wizard;
	}
}

function answered(wizard: Wizard, event: Answered & {readonly isAsked?: boolean}): Wizard {
	const {step, answer} = event;
	if (problemOf(event, wizard.answers) !== undefined) return wizard;
	const isSame = isUnchanged(event, wizard.drafts);
	const {[step]: dependents, ...held} = wizard.held;
	const {[step]: _refusal, ...refusals} = wizard.refusals;
	const known: Answers = {...wizard.answers, ...(isSame ? dependents : {}), [step]: answer};
	const isElsewhere = !isSame && (step === 'organization' || step === 'provider');
	// A draft may be the provider remembered from last time, of which no field was answered yet.
	const isNewProvider = step === 'provider' && !(isSame && dependents);
	const next: Wizard = {
		...wizard,
		presetFields: isNewProvider ? {} : wizard.presetFields,
		answers: isNewProvider ? {...known, ...fieldsByRule(known, wizard.presetFields)} : known,
		drafts: isSame ? omit(wizard.drafts, [step]) : draftsAfter(event, wizard.drafts),
		held: isElsewhere ? {} : held,
		refusals: isElsewhere ? {} : refusals,
		trail: event.isAsked === false ? wizard.trail : [...wizard.trail.filter(id => id !== step), step],
		phase: asking,
	};
	return currentStep(next) === 'review' ? endedEdit(next) : next;
}

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
function reopen({changedMeanwhile: _, ...wizard}: Wizard, step: StepId): Wizard {
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
function lastOfTrail({answers, trail}: Wizard): StepId | undefined {
	const steps = stepsFor(answers);
	const open = steps.findIndex(step => answers[step.id] === undefined);
	const earlier = new Set<StepId>(steps.slice(0, open === -1 ? undefined : open).map(step => step.id));
	return trail.findLast(id => earlier.has(id));
}

function wentBack(wizard: Wizard): Wizard {
	const last = lastOfTrail(wizard);
	if (last !== undefined) return reopen(wizard, last);
	if (!wizard.beforeEdit) return wizard;
	const {beforeEdit, ...rest} = wizard;
	return {...rest, ...beforeEdit, held: {}, refusals: {}, phase: asking};
}

function edited(wizard: Wizard, step: StepId): Wizard {
	if (wizard.answers[step] === undefined) return wizard;
	const {answers, drafts, trail} = wizard;
	return reopen({...wizard, trail: [], beforeEdit: {answers, drafts, trail}}, step);
}

function submitted(wizard: Wizard, confirmation: string): Wizard {
	if (!credentialOf(wizard.answers) || !isConfirmed(wizard.answers, confirmation)) return wizard;
	return {...wizard, phase: {status: 'submitting'}, attempt: wizard.attempt + 1};
}

function settled(wizard: Wizard, outcome: SaveOutcome): Wizard {
	switch (outcome.kind) {
		case 'confirmed':
			return {...wizard, phase: {status: 'done', outcome}};
		case 'uncertain':
			return {
				...wizard,
				phase: {status: 'unconfirmed', problem: outcome.problem, differences: outcome.differences ?? []},
			};
		case 'changed':
			return {...wizard, changedMeanwhile: outcome.before, phase: asking};
		case 'failed': {
			const refusals = refusalsOf(outcome.problem, wizard.answers);
			const refused = stepsFor(wizard.answers)
				.map(step => step.id)
				.filter(id => refusals[id] !== undefined);
			if (refused.length === 0) return {...wizard, phase: {status: 'failed', problem: outcome.problem}};
			// The last one first, so that none is held, and settled unasked, by another one that it depends on.
			return {...refused.reduceRight(reopen, wizard), refusals};
		}
	}
}

/**
After a save: the kept target stays, without what depends on a step that is asked again. Every field is asked
again, without drafts of what was secret.
*/
function startedAgain(wizard: Wizard, keeping: readonly StepId[]): Wizard {
	const unsettled = targetIds
		.filter(id => !keeping.includes(id))
		.flatMap(id => [id, ...dependentsOf(id, wizard.answers)]);
	return {
		...startWizard(omit(pick(wizard.answers, targetIds), unsettled)),
		trail: wizard.trail.filter(id => keeping.includes(id)),
		attempt: wizard.attempt,
	};
}
