import {answered, answeredTogether, fieldsByRule, lastOfTrail, lineReopened, wentBack} from './answering.ts';
import {type Answers, omit, pick, type StepId} from './answers.ts';
import {arrived, told} from './arriving.ts';
import {considered} from './considering.ts';
import {documentSettled, withDocument} from './documents.ts';
import {followed, keyGiven} from './following.ts';
import type {Launch} from './launch.ts';
import {proofWanted} from './proving.ts';
import type {RequestKind} from './requests.ts';
import {asking, currentStep, type Phase, targetIds, type Wizard, type WizardEvent} from './state.ts';
import {dependentsOf} from './steps.ts';
import {isConfirmedBy, plannedSave} from './submission.ts';
import {creationWanted, teamGiven} from './team-step.ts';
import {beforeOf, loaded, obstacleIn} from './wants.ts';

/** A conversation in which the preset answers, from flags, are given already. */
export const startWizard = (preset: Answers = {}, launch: Launch = {}): Wizard =>
	followed(withDocument(begun(preset, launch), launch.document));

function begun(preset: Answers, launch: Launch): Wizard {
	const isProviderKnown = preset.provider !== undefined;
	const targets = pick(preset, [...targetIds, 'register']);
	return {
		launch,
		...(launch.demo ? {demo: launch.demo} : {}),
		keyCount: 0,
		madeTeams: [],
		loads: {},
		retries: {},
		reports: 0,
		proofs: {},
		proofCount: 0,
		presetFields: isProviderKnown ? {} : omit(preset, targetIds),
		answers: isProviderKnown ? {...targets, ...fieldsByRule(targets, preset)} : targets,
		drafts: {},
		trail: [],
		held: {},
		refusals: {},
		doubted: {},
		phase: asking,
		attempt: 0,
	};
}

type PhaseName = Phase['status'];

const beforeSaving: readonly PhaseName[] = ['asking', 'failed', 'unconfirmed', 'not-created'];
const always: readonly PhaseName[] = [...beforeSaving, 'creating', 'submitting', 'done'];

/** The phases in which an event counts; in any other it comes too late, or makes no sense. */
export const phasesFor: Readonly<Record<WizardEvent['type'], readonly PhaseName[]>> = {
	answered: beforeSaving,
	'answered-together': beforeSaving,
	'document-settled': beforeSaving,
	'went-back': beforeSaving,
	reopened: beforeSaving,
	'key-given': beforeSaving,
	'team-given': beforeSaving,
	'creation-wanted': beforeSaving,
	'demo-wanted': beforeSaving,
	considered: beforeSaving,
	submitted: beforeSaving,
	'started-again': ['done'],
	'report-wanted': ['done'],
	'proof-wanted': always,
	'left-users-settled': beforeSaving,
	'check-wanted': always,
	retried: always,
	told: always,
	arrived: always,
};

export const canGoBack = (wizard: Wizard): boolean =>
	phasesFor['went-back'].includes(wizard.phase.status) &&
	(wizard.beforeEdit !== undefined || lastOfTrail(wizard) !== undefined);

/** The conversation after an event. One that does not count now changes nothing. */
export const update = (wizard: Wizard, event: WizardEvent): Wizard =>
	phasesFor[event.type].includes(wizard.phase.status) ? followed(changedBy(wizard, event)) : wizard;

function changedBy(wizard: Wizard, event: WizardEvent): Wizard {
	switch (event.type) {
		case 'answered':
			return event.step === currentStep(wizard) ? answered(wizard, event) : wizard;
		case 'answered-together':
			return answeredTogether(wizard, event.answers, event.doubted);
		case 'document-settled':
			return documentSettled(wizard);
		case 'went-back':
			return wentBack(wizard);
		case 'reopened':
			return currentStep(wizard) === 'review' ? lineReopened(wizard, event.step) : wizard;
		case 'submitted':
			return submitted(wizard, event.confirmation);
		case 'started-again':
			return startedAgain(wizard, event.keeping);
		case 'key-given':
			return currentStep(wizard) === 'organization-key' ? keyGiven(wizard, event.key) : wizard;
		case 'team-given':
			return currentStep(wizard) === 'team' ? teamGiven(wizard, event.team) : wizard;
		case 'creation-wanted':
			return currentStep(wizard) === 'team' ? creationWanted(wizard, event.team) : wizard;
		case 'demo-wanted':
			return retried({...wizard, isDemoWanted: true}, 'demo');
		case 'considered':
			return considered(wizard, event.provider);
		case 'check-wanted':
			return withCheck(wizard, event.address);
		case 'report-wanted':
			return isWriting(wizard) ? wizard : {...wizard, reports: wizard.reports + 1};
		case 'proof-wanted':
			return proofWanted(wizard, event.proof);
		case 'left-users-settled':
			return {...wizard, leftUsers: event.left};
		case 'retried':
			return retried(wizard, event.kind);
		case 'told':
			return told(wizard, event);
		case 'arrived':
			return arrived(wizard, event);
	}
}

const retried = (wizard: Wizard, kind: RequestKind): Wizard => ({
	...wizard,
	retries: {...wizard.retries, [kind]: (wizard.retries[kind] ?? 0) + 1},
});

function withCheck({checking: _, ...wizard}: Wizard, address: string | undefined): Wizard {
	return address === undefined ? wizard : {...wizard, checking: address};
}

const isWriting = (wizard: Wizard): boolean =>
	wizard.reports > 0 && loaded(wizard, 'report').status === 'loading';

/**
After a save: the kept target stays, without what depends on a step that is asked again. Where the provider is
kept, its fields are offered again, and each is asked; nothing of one provider is offered to another.
*/
function startedAgain(wizard: Wizard, keeping: readonly StepId[]): Wizard {
	const unsettled = targetIds
		.filter(id => !keeping.includes(id))
		.flatMap(id => [id, ...dependentsOf(id, wizard.answers)]);
	const fields = keeping.includes('provider')
		? omit(wizard.answers, [...targetIds, 'register', 'details'])
		: {};
	// The provider of a flag was asked about before the first save.
	const {provider: _, ...launch} = wizard.launch;
	return {
		...begun(omit(pick(wizard.answers, targetIds), unsettled), launch),
		...(wizard.demo ? {demo: wizard.demo} : {}),
		keyCount: wizard.keyCount,
		madeTeams: wizard.madeTeams,
		loads: wizard.loads,
		retries: wizard.retries,
		drafts: fields,
		trail: wizard.trail.filter(id => keeping.includes(id)),
		attempt: wizard.attempt,
		proofCount: wizard.proofCount,
		...(wizard.leftUsers ? {leftUsers: wizard.leftUsers} : {}),
	};
}

/** Sends, if every answer is given and production was confirmed; otherwise nothing changes. */
export function submitted(wizard: Wizard, confirmation: string): Wizard {
	if (!plannedSave(wizard.answers) || obstacleIn(beforeOf(wizard))) return wizard;
	if (!isConfirmedBy(wizard.answers, confirmation)) return wizard;
	return {
		...wizard,
		phase: {status: 'submitting'},
		attempt: wizard.attempt + 1,
	};
}
