import {junctionUrlFor, pairIn, proofTargetOf} from './proving.ts';
import {connectionKey, connectionOf, keyOf} from './request-keys.ts';
import type {Request} from './requests.ts';
import {currentStep, type Wizard} from './state.ts';

/** The pair at review, or the consent alone, asked of its provider. */
export function pair(wizard: Wizard): Request<'pair'> | undefined {
	const {proving, answers, demo: session} = wizard;
	const known = pairIn(wizard);
	if (!known || currentStep(wizard) !== 'review' || wizard.phase.status === 'done') return undefined;
	if (proving?.proof !== 'pair' && proving?.proof !== 'consent') return undefined;
	const demoUrl = answers.organization?.isDemo ? session?.url : undefined;
	return {
		kind: 'pair',
		key: keyOf(wizard, 'pair', proving.count),
		pair: known,
		isConsent: proving.proof === 'consent',
		apiUrl: answers['organization-key']?.url ?? '',
		...(demoUrl === undefined ? {} : {demoUrl}),
	};
}

/** What the proofs after a save need, for the one that is wanted. */
function provingOf(wizard: Wizard, proof: 'application' | 'connection') {
	const {proving, phase} = wizard;
	if (phase.status !== 'done' || proving?.proof !== proof) return undefined;
	const target = proofTargetOf(wizard, phase.outcome.stored);
	const found = connectionOf(wizard);
	const junctionUrl = junctionUrlFor(wizard);
	if (!target || !found || junctionUrl === undefined) return undefined;
	return {key: keyOf(wizard, proof, proving.count), connection: found, junctionUrl, target};
}

export function application(wizard: Wizard): Request<'application'> | undefined {
	const found = provingOf(wizard, 'application');
	return found && {kind: 'application', ...found};
}

export function connection(wizard: Wizard): Request<'connection'> | undefined {
	const found = provingOf(wizard, 'connection');
	return found && {kind: 'connection', ...found};
}

/** Test users of earlier runs, deleted with the key that was proved. */
export function left(wizard: Wizard): Request<'left'> | undefined {
	const {leftUsers} = wizard;
	const found = connectionOf(wizard);
	if (!found || !leftUsers?.isDeletionWanted) return undefined;
	return {
		kind: 'left',
		key: keyOf(wizard, 'left', connectionKey(wizard)),
		connection: found,
		users: leftUsers.users,
	};
}
