import {apis} from '../../source/domain/api-generation.ts';
import type {Credential, StoredCredential} from '../../source/domain/credential.ts';
import type {FieldAnswer, FieldValue} from '../../source/domain/field-values.ts';
import type {SaveOutcome} from '../../source/domain/outcome.ts';
import {type FieldProblem, type Problem, success} from '../../source/domain/problem.ts';
import {findProvider, unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {keyRefused, storedRead} from '../../source/wizard/answering.ts';
import {
	type Answers,
	isOfTarget,
	type KeyAnswer,
	type OrganizationAnswer,
	type StepId,
} from '../../source/wizard/answers.ts';
import {saveEnded} from '../../source/wizard/arriving.ts';
import {followed} from '../../source/wizard/following.ts';
import {type ReviewChange, reviewChanges} from '../../source/wizard/review.ts';
import type {Wizard, WizardEvent} from '../../source/wizard/state.ts';
import {plannedSave} from '../../source/wizard/submission.ts';
import {startWizard, update as updated} from '../../source/wizard/wizard.ts';
import {firstTime, keyText, organizationId, teamId} from './credentials.ts';

/** What would be sent, with this stored; undefined while a step is open. */
export const credentialOf = (answers: Answers, stored?: StoredCredential): Credential | undefined =>
	plannedSave(answers, success(stored))?.credential;

/** What review says that the answers change of this. */
export function changesFrom(stored: StoredCredential, answers: Answers): readonly ReviewChange[] {
	const planned = plannedSave(answers, success(stored));
	return planned ? reviewChanges(planned) : [];
}

/** An event, or what an answer of the world comes to, whenever it comes. */
export type Happening =
	| WizardEvent
	| {readonly type: 'stored-read'; readonly stored: StoredCredential}
	| {readonly type: 'save-ended'; readonly attempt: number; readonly outcome: SaveOutcome}
	| {readonly type: 'key-refused'; readonly message: string};

/** The conversation after it. What comes too late changes nothing, as it does by the key of its request. */
export function update(wizard: Wizard, happening: Happening): Wizard {
	const {status} = wizard.phase;
	const isBusy = status === 'submitting' || status === 'done';
	switch (happening.type) {
		case 'stored-read': {
			const {stored} = happening;
			return isBusy || !isOfTarget(stored, wizard.answers) ? wizard : followed(storedRead(wizard, stored));
		}
		case 'save-ended':
			return status === 'submitting' && happening.attempt === wizard.attempt
				? followed(saveEnded(wizard, happening.outcome))
				: wizard;
		case 'key-refused':
			return isBusy || !wizard.answers['organization-key']
				? wizard
				: followed(keyRefused(wizard, happening.message));
		default:
			return updated(wizard, happening);
	}
}

/** A conversation from its beginning, or from where it stands, through these. */
export const play = (...happenings: readonly Happening[]): Wizard => playFrom(startWizard(), ...happenings);
export const playFrom = (wizard: Wizard, ...events: readonly Happening[]): Wizard =>
	events.reduce(update, wizard);

export const otherOrganizationId = '0b6e8a1e-1111-4a4a-8a8a-00000000000b';
export const otherTeamId = '0b6e8a1e-2222-4a4a-8a8a-00000000000b';

export const organizationAnswer: OrganizationAnswer = {id: organizationId, name: 'Acme', isDemo: false};

export const keyAnswer = (changes: Partial<KeyAnswer> = {}): KeyAnswer => ({
	secret: new Secret(keyText),
	organizationId,
	generation: 'junction',
	url: apis[1]?.url ?? '',
	organizationName: 'Acme',
	...changes,
});

export const given = (value: FieldValue): FieldAnswer => ({kind: 'given', value});
export const empty: FieldAnswer = {kind: 'empty'};

export const targetAnswers = (slug: string): Answers => ({
	organization: organizationAnswer,
	'organization-key': keyAnswer(),
	environment: 'sandbox',
	region: 'us',
	team: {id: teamId, name: 'Runners'},
	provider: {slug, isAccepted: true},
	...(hasRegistration(slug) ? {register: {steps: []}} : {}),
});

const hasRegistration = (slug: string): boolean =>
	['yes', 'unknown'].includes((findProvider(slug) ?? unknownProvider(slug)).ownOAuth);

export const answer = <Step extends StepId>(step: Step, value: NonNullable<Answers[Step]>): WizardEvent =>
	({type: 'answered', step, answer: value}) as WizardEvent;

/** The events that give these answers, in their order. */
export const answering = (answers: Answers): readonly WizardEvent[] =>
	Object.entries(answers).map(([step, value]) => ({type: 'answered', step, answer: value}) as WizardEvent);

export const back: WizardEvent = {type: 'went-back'};
export const submit = (confirmation = ''): WizardEvent => ({type: 'submitted', confirmation});
export const reopen = (step: StepId): WizardEvent => ({type: 'reopened', step});
export const settle = (attempt: number, outcome: SaveOutcome): Happening => ({
	type: 'save-ended',
	attempt,
	outcome,
});

const told = {message: 'It was refused.', advice: 'Look at it again.'};

export const refusedFields = (...fields: readonly FieldProblem[]): SaveOutcome => ({
	kind: 'failed',
	problem: {kind: 'correct', fields, status: 422, ...told},
});

export const failedWith = (kind: Exclude<Problem['kind'], 'correct'>): SaveOutcome => ({
	kind: 'failed',
	problem: {kind, ...told},
});

export const stored: StoredCredential = {
	id: 'c1',
	teamId,
	provider: 'strava',
	values: {client_id: '12345', details: null, redirect_url_override: null},
	clientSecretHash: 'hash-1',
	appUrl: null,
	createdAt: firstTime,
	updatedAt: firstTime,
};

export const confirmed: SaveOutcome = {kind: 'confirmed', action: 'created', by: 'read-back', stored};
export const uncertain: SaveOutcome = {kind: 'uncertain', problem: {kind: 'uncertain', ...told}};
export const changed: SaveOutcome = {kind: 'changed', before: {ok: true, value: stored}};
