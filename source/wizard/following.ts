import type {StoredCredential} from '../domain/credential.ts';
import {knownOf} from '../domain/loading.ts';
import {chosenTeam, type TeamChoice, teamIdOf} from '../domain/team-choice.ts';
import {answered, storedRead} from './answering.ts';
import {isOfTarget} from './answers.ts';
import {consideringLeft} from './considering.ts';
import type {Loads, RequestKind} from './requests.ts';
import {currentStep, type KeyCandidate, type Wizard} from './state.ts';
import {stepsFor} from './steps.ts';
import {teamGiven, teamListed} from './team-step.ts';
import {beforeOf, loaded, needs} from './wants.ts';

/**
The conversation with all that follows without anybody being asked: a key that is at hand, a team that a flag named,
what is stored as the draft of its fields. What nobody needs any more is let go.
*/
export function followed(wizard: Wizard): Wizard {
	const next = rules.reduce((state, rule) => rule(state), wizard);
	return next === wizard ? wizard : followed(next);
}

const rules: readonly ((wizard: Wizard) => Wizard)[] = [
	keyEntryLeft,
	teamEntryLeft,
	consideringLeft,
	keyAtHand,
	teamByFlag,
	teamListed,
	storedOffered,
	loadsLeft,
];

function keyEntryLeft(wizard: Wizard): Wizard {
	if (wizard.keyEntry === undefined || currentStep(wizard) === 'organization-key') return wizard;
	const {keyEntry: _, ...rest} = wizard;
	return rest;
}

function teamEntryLeft(wizard: Wizard): Wizard {
	if (wizard.teamEntry === undefined || currentStep(wizard) === 'team') return wizard;
	const {teamEntry: _, ...rest} = wizard;
	return rest;
}

/** The key from the environment is tried first, unless it belongs to another API than the organization. */
function keyAtHand(wizard: Wizard): Wizard {
	const {answers, drafts, refusals, keyEntry, launch} = wizard;
	const {organization} = answers;
	if (currentStep(wizard) !== 'organization-key' || keyEntry !== undefined || !organization) return wizard;
	if (refusals['organization-key'] !== undefined || drafts['organization-key'] || organization.isDemo)
		return wizard;
	const {key, apiUrl, generation} = launch;
	const wanted = generation ?? (apiUrl === undefined ? organization.api?.generation : undefined);
	if (!key || (wanted !== undefined && wanted !== key.generation)) return wizard;
	return keyGiven(wizard, {secret: key.secret, generation: key.generation, isAsked: false});
}

/** A key to be proved; without one it is asked for. */
export const keyGiven = (wizard: Wizard, key: KeyCandidate | undefined): Wizard => ({
	...wizard,
	keyEntry: key ?? 'by-hand',
	keyCount: key ? wizard.keyCount + 1 : wizard.keyCount,
});

/** The team that a flag names, where it is to be chosen by that. */
function flagsTeam(wizard: Wizard): string | undefined {
	const {attempt, drafts, refusals, launch, teamEntry} = wizard;
	// It is that of the first credential, not of those that follow a save.
	const isOpen = drafts.team === undefined && refusals.team === undefined && teamEntry === undefined;
	return attempt === 0 && isOpen && currentStep(wizard) === 'team' ? launch.team : undefined;
}

/**
The team that a flag names, as far as the list tells; undefined where none is named or nobody can tell yet: while the list
is on its way, whether a name is the only one, and whether an ID is not in it.
*/
export function teamAskedFor(wizard: Wizard): TeamChoice | undefined {
	const team = flagsTeam(wizard);
	if (team === undefined) return undefined;
	const teams = loaded(wizard, 'teams');
	const known = knownOf(teams);
	if (teams.status !== 'loading') return chosenTeam(team, wizard.answers.region, known);
	if (!known || teamIdOf(team) === undefined) return undefined;
	const choice = chosenTeam(team, wizard.answers.region, known);
	return choice.kind === 'unlisted' ? undefined : choice;
}

/** Whether the team that a flag names can be told only once more of the list is here. */
export const isTeamAwaited = (wizard: Wizard): boolean =>
	flagsTeam(wizard) !== undefined && teamAskedFor(wizard) === undefined;

function teamByFlag(wizard: Wizard): Wizard {
	const choice = teamAskedFor(wizard);
	if (choice?.kind === 'found') {
		const {id, name} = choice.team;
		const answer = name === undefined ? {id} : {id, name};
		return answered(wizard, {step: 'team', answer, isAsked: false});
	}
	return choice?.kind === 'unlisted' && !choice.isLooked
		? teamGiven(wizard, {id: choice.id, isAsked: false})
		: wizard;
}

/** What is stored is offered as it is, before the first field is asked, and again at review. */
function storedOffered(wizard: Wizard): Wizard {
	const {status} = wizard.phase;
	const row = status === 'submitting' || status === 'done' ? undefined : storedRow(wizard);
	return row ? storedRead(wizard, row) : wizard;
}

function storedRow(wizard: Wizard): StoredCredential | undefined {
	const step = currentStep(wizard);
	if (step === 'review') {
		const before = beforeOf(wizard);
		return before?.ok && before.value && isOfTarget(before.value, wizard.answers) ? before.value : undefined;
	}
	if (stepsFor(wizard.answers).find(({id}) => id === step)?.kind !== 'field') return undefined;
	const stored = loaded(wizard, 'stored');
	return stored.status === 'loaded'
		? stored.value.rows.find(row => isOfTarget(row, wizard.answers))
		: undefined;
}

function loadsLeft(wizard: Wizard): Wizard {
	const needed = new Set(needs(wizard).map(({kind, key}) => `${kind} ${key}`));
	const entries = Object.entries(wizard.loads) as [RequestKind, {readonly key: string}][];
	const kept = entries.filter(([kind, {key}]) => needed.has(`${kind} ${key}`));
	return kept.length === entries.length
		? wizard
		: {...wizard, loads: Object.fromEntries(kept) as unknown as Loads};
}
