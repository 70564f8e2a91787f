import type {ApiGeneration} from '../domain/api-generation.ts';
import type {NewTeam, Team} from '../domain/credential.ts';
import type {FieldId} from '../domain/field.ts';
import type {Before, SaveOutcome, SaveProgress} from '../domain/outcome.ts';
import type {Listing, RedirectCheck, Waiting} from '../domain/ports.ts';
import type {Problem} from '../domain/problem.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import type {ConnectionProgress, NotedUser} from '../domain/proof/ports.ts';
import type {Secret} from '../domain/secret.ts';
import type {FoundField} from '../domain/values/applications.ts';
import type {Answered, Answers, FieldAnswered, StepId} from './answers.ts';
import type {DemoSession, Launch} from './launch.ts';
import type {Arrival, Loads, RequestKind} from './requests.ts';
import {openStep, targetSteps} from './steps.ts';

/** The server's words for each step that it refused. */
export type Refusals = {readonly [Id in StepId]?: string};

export type Phase =
	| {readonly status: 'asking'}
	/** `doubt`: it was sent before, and is only looked for. */
	| {readonly status: 'creating'; readonly team: NewTeam; readonly doubt?: Problem}
	/** No team as far as anybody knows; where `mayBeThere`, it was sent and may still be created. */
	| {
			readonly status: 'not-created';
			readonly team: NewTeam;
			readonly problem: Problem;
			readonly mayBeThere: boolean;
	  }
	| {readonly status: 'submitting'; readonly progress?: SaveProgress}
	| {readonly status: 'failed'; readonly problem: Problem}
	| {readonly status: 'unconfirmed'; readonly problem: Problem; readonly differences: readonly string[]}
	| {readonly status: 'done'; readonly outcome: Extract<SaveOutcome, {kind: 'confirmed'}>};

/** A key that is to be proved. `isAsked`: the person gave it, and it did not come with the environment. */
export type KeyCandidate = {
	readonly secret: Secret;
	readonly generation: ApiGeneration;
	readonly isAsked: boolean;
};

/** A team that is to be looked up by its ID. `isAsked`: the person gave it. */
export type TeamCandidate = {readonly id: string; readonly isAsked: boolean};

/** A team that was sent to be created in this conversation, and whether it is certain that it was. */
export type MadeTeam = {readonly team: NewTeam; readonly isCertain: boolean};

/** A proof that a person can ask for: the pair and its consent before a save, the others after one. */
export type WantedProof = 'pair' | 'consent' | 'application' | 'connection';

/** The proof that is wanted now, and how many were wanted before, so that each try is one of its own. */
export type Proving = {readonly proof: WantedProof; readonly count: number};

/** Which test users were left by earlier runs, and what the person wants to become of them. */
export type LeftUsers = {readonly users: readonly NotedUser[]; readonly isDeletionWanted: boolean};

/** Everything the conversation is: what was answered, what is offered again, in which order, and what happens now. */
export type Wizard = {
	readonly launch: Launch;
	/** The demo, once it runs, whether asked for by the command or from the first screen. */
	readonly demo?: DemoSession;
	readonly isDemoWanted?: boolean;
	/** The key that is being proved; `by-hand` where the person is to give another one. */
	readonly keyEntry?: KeyCandidate | 'by-hand';
	/** The team that is being looked up; `by-hand` where the person is to give another ID. */
	readonly teamEntry?: TeamCandidate | 'by-hand';
	/** Teams that were created in this conversation, or may have been. */
	readonly madeTeams: readonly MadeTeam[];
	/** How many keys were tried so far, so that requests with one are told from those with another. */
	readonly keyCount: number;
	/** What came back of what was wanted. */
	readonly loads: Loads;
	/** How often each kind was asked for anew. */
	readonly retries: {readonly [Kind in RequestKind]?: number};
	/** The provider that the pointer rests on, before it is chosen. */
	readonly considering?: string;
	/** The redirect endpoint that is being tried. */
	readonly checking?: string;
	/** What the last try of the endpoint that is stored showed. */
	readonly checked?: {readonly address: string; readonly outcome: RedirectCheck};
	/** How often a report of this save was asked for. */
	readonly reports: number;
	/** What was proved of the values that are asked about, or were saved. */
	readonly proofs: Proofs;
	readonly proving?: Proving;
	/** How many proofs were asked for so far. */
	readonly proofCount: number;
	/** How far a real connection is. */
	readonly connecting?: ConnectionProgress;
	/** Test users of earlier runs, once they are offered for deletion. */
	readonly leftUsers?: LeftUsers;
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
		readonly step: StepId;
	};
	/** The line of review whose edit was just given up. */
	readonly leftEdit?: StepId;
	/** The document that a flag brought; `isOpen` until it is settled what of it is used. */
	readonly document?: {readonly text: Secret; readonly isOpen: boolean};
	/** What a document holds for fields that is to be asked about where each of them is asked. */
	readonly doubted: {readonly [Id in FieldId]?: Secret};
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
	/** Several fields at once, the one that is asked among them or not, as where a document holds them. */
	| {
			readonly type: 'answered-together';
			readonly answers: readonly FieldAnswered[];
			/** What the document holds besides, to be asked about where its field is asked. */
			readonly doubted?: readonly FoundField[];
	  }
	/** The document that a flag brought was settled: used, or left. */
	| {readonly type: 'document-settled'}
	| {readonly type: 'went-back'}
	| {readonly type: 'reopened'; readonly step: StepId}
	| {readonly type: 'submitted'; readonly confirmation: string}
	| {readonly type: 'started-again'; readonly keeping: readonly StepId[]}
	/** A key to be proved; without one the person wants to give another. */
	| {readonly type: 'key-given'; readonly key?: KeyCandidate}
	/** A team by its ID, to be looked up where the key is not proved yet; without one another ID is to be given. */
	| {readonly type: 'team-given'; readonly team?: TeamCandidate}
	/** This team is to be created, as a person confirmed, or looked for where it may be there; without one, neither. */
	| {readonly type: 'creation-wanted'; readonly team?: NewTeam}
	| {readonly type: 'demo-wanted'}
	/** The pointer rests on this provider; without one it left that. */
	| {readonly type: 'considered'; readonly provider?: string | undefined}
	/** A redirect endpoint to be tried; without one the try is over. */
	| {readonly type: 'check-wanted'; readonly address?: string}
	| {readonly type: 'report-wanted'}
	/** This proof is to be tried; without one its result was seen. */
	| {readonly type: 'proof-wanted'; readonly proof?: WantedProof}
	/** Test users that earlier runs left are to be deleted, or asked about no more in this run. */
	| {readonly type: 'left-users-settled'; readonly left: LeftUsers}
	/** The same once more, after it failed. */
	| {readonly type: 'retried'; readonly kind: RequestKind}
	/** How far a request is. */
	| {
			readonly type: 'told';
			readonly kind: RequestKind;
			readonly key: string;
			readonly waiting?: Waiting;
			/** All teams that came of a list so far. */
			readonly soFar?: Listing<Team>;
			readonly progress?: SaveProgress;
			readonly connecting?: ConnectionProgress;
	  }
	/** A request was answered, at this time in milliseconds. */
	| ({readonly type: 'arrived'; readonly at: number} & Arrival);

export const asking: Phase = {status: 'asking'};
export const targetIds = targetSteps.map(step => step.id);

/** The step that is asked now, or `review` where every answer is given. */
export const currentStep = (wizard: Wizard): StepId | 'review' => openStep(wizard.answers)?.id ?? 'review';
