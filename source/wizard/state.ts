import type {StoredCredential} from '../domain/credential.ts';
import type {Before, SaveOutcome} from '../domain/outcome.ts';
import type {Problem} from '../domain/problem.ts';
import type {Answered, Answers, StepId} from './answers.ts';
import type {Refusals} from './refusal.ts';
import {openStep, targetSteps} from './steps.ts';

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
	/** Whether an earlier submission was sent and never confirmed, so that it may still arrive. */
	readonly mayHaveArrived?: boolean;
	readonly phase: Phase;
	/** Counts submissions, so that a late outcome is told from the one that is waited for. */
	readonly attempt: number;
};

export type WizardEvent =
	| ({readonly type: 'answered'; readonly isAsked?: boolean} & Answered)
	| {readonly type: 'refused'; readonly step: StepId; readonly message: string}
	/** A later request showed that the key does not do. */
	| {readonly type: 'key-refused'; readonly message: string}
	| {readonly type: 'went-back'}
	| {readonly type: 'reopened'; readonly step: StepId}
	/** What is stored for the team was read, when the provider list opened. */
	| {readonly type: 'stored-read'; readonly stored: StoredCredential}
	/** `stored` is what review showed, so that what nobody changed is sent again. */
	| {
			readonly type: 'submitted';
			readonly confirmation: string;
			readonly stored?: StoredCredential | undefined;
	  }
	| {readonly type: 'save-settled'; readonly attempt: number; readonly outcome: SaveOutcome}
	| {readonly type: 'started-again'; readonly keeping: readonly StepId[]};

export const asking: Phase = {status: 'asking'};
export const targetIds = targetSteps.map(step => step.id);

/** The step that is asked now, or `review` where every answer is given. */
export const currentStep = (wizard: Wizard): StepId | 'review' => openStep(wizard.answers)?.id ?? 'review';
