import type {NewTeam, Team} from '../domain/credential.ts';
import {knownOf} from '../domain/loading.ts';
import {failure, isForbidden, type Problem, type Result, sentencesOf, success} from '../domain/problem.ts';
import type {TeamCreation} from '../domain/team-creation.ts';
import {proofOf} from '../domain/team-proof.ts';
import {answered, keyRefused} from './answering.ts';
import type {TeamAnswer} from './answers.ts';
import {asking, type MadeTeam, type TeamCandidate, type Wizard} from './state.ts';
import {loaded} from './wants.ts';

/** Whether only a team can prove the key: the organization or the list of its teams may not be read with it. */
export function isProvedByTeam(wizard: Wizard): boolean {
	const teams = loaded(wizard, 'teams');
	const isListForbidden = teams.status === 'failed' && isForbidden(teams.problem);
	return isListForbidden || wizard.answers['organization-key']?.mayBeOfTeam === true;
}

/**
A team by its ID: looked up where it is to prove the key, or the list that may have it is on its way, else taken as it
is. Without one it is asked for.
*/
export function teamGiven(wizard: Wizard, team: TeamCandidate | undefined): Wizard {
	if (!team) return {...wizard, teamEntry: 'by-hand'};
	return isProvedByTeam(wizard) || loaded(wizard, 'teams').status === 'loading'
		? {...wizard, teamEntry: team}
		: answered(wizard, {step: 'team', answer: {id: team.id}, isAsked: team.isAsked});
}

/** What the team tells: it is taken, or the key or the team is asked for again. Anything else can be tried again. */
export function teamProved(wizard: Wizard, looked: Result<Team>): Wizard {
	const {teamEntry, answers} = wizard;
	if (typeof teamEntry !== 'object') return wizard;
	const {id, isAsked} = teamEntry;
	const proof = proofOf(id, answers.region, looked);
	const taken = (from: Wizard, answer: TeamAnswer) => answered(from, {step: 'team', answer, isAsked});
	switch (proof.kind) {
		case 'found':
			return taken(withProvedKey(wizard), answerOf({...proof.team, id}));
		case 'unproved':
			return taken(wizard, {id, note: proof.note});
		case 'elsewhere':
			return teamRefused(wizard, id, `This team lives in ${proof.region}. Go back and choose that region.`);
		case 'refused':
			return isForbidden(proof.problem)
				? teamRefused(wizard, id, sentencesOf(proof.problem))
				: keyRefused(withDraft(wizard, id), sentencesOf(proof.problem));
		case 'failed':
			return wizard;
	}
}

/** Of a team that was looked up by its ID the API tells nothing. */
function untoldProblem(wizard: Wizard): Problem | undefined {
	const looked = loaded(wizard, 'team');
	return looked.status === 'failed' && looked.problem.kind === 'unavailable' ? looked.problem : undefined;
}

/** Whether such a team waits for the list, which may have it. */
export const isListAwaited = (wizard: Wizard): boolean =>
	untoldProblem(wizard) !== undefined && loaded(wizard, 'teams').status === 'loading';

/** Such a team, once the list has it or is here. */
export function teamListed(wizard: Wizard): Wizard {
	const {teamEntry} = wizard;
	const problem = untoldProblem(wizard);
	if (typeof teamEntry !== 'object' || !problem) return wizard;
	const row = knownOf(loaded(wizard, 'teams'))?.rows.find(({id}) => id.toLowerCase() === teamEntry.id);
	if (!row && isListAwaited(wizard)) return wizard;
	return teamProved(wizard, row ? success(row) : failure(problem));
}

const answerOf = ({id, name}: Team): TeamAnswer => (name === undefined ? {id} : {id, name});

/** What was to be said of the key is said by its team. */
function withProvedKey(wizard: Wizard): Wizard {
	const key = wizard.answers['organization-key'];
	if (!key?.mayBeOfTeam) return wizard;
	const {note: _, ...proved} = key;
	return {...wizard, answers: {...wizard.answers, 'organization-key': proved}};
}

const teamRefused = (wizard: Wizard, id: string, words: string): Wizard => ({
	...withDraft(wizard, id),
	refusals: {...wizard.refusals, team: words},
	teamEntry: 'by-hand',
});

/** The ID is offered again where it is asked for. */
const withDraft = (wizard: Wizard, id: string): Wizard => ({
	...wizard,
	drafts: {...wizard.drafts, team: {id}},
});

/** The team to be created; one that may be there already is only looked for. Without one the step is asked as before. */
export function creationWanted(wizard: Wizard, team: NewTeam | undefined): Wizard {
	if (!team) return {...wizard, phase: asking};
	const {phase} = wizard;
	const doubt =
		phase.status === 'not-created' && phase.mayBeThere && phase.team.id === team.id
			? phase.problem
			: undefined;
	// The same may be wanted once more, and is another request then.
	const retries = {...wizard.retries, creation: (wizard.retries.creation ?? 0) + 1};
	return {...wizard, retries, phase: {status: 'creating', team, ...(doubt ? {doubt} : {})}};
}

/** What became of it: the step is answered with it, or asked again with what happened. */
export function creationEnded(wizard: Wizard, creation: TeamCreation): Wizard {
	const {phase} = wizard;
	if (phase.status !== 'creating') return wizard;
	const {team} = phase;
	if (creation.kind !== 'created') {
		const {problem} = creation;
		if (problem.kind === 'reauthenticate' && !isForbidden(problem))
			return keyRefused(wizard, sentencesOf(problem));
		const mayBeThere = creation.kind === 'uncertain';
		const made = mayBeThere ? withMade(wizard, {team, isCertain: false}) : wizard;
		return {...made, phase: {status: 'not-created', team, problem, mayBeThere}};
	}
	const {id, name = team.name, region = team.region} = creation.team;
	const made = withMade(wizard, {team: {...team, id, name}, isCertain: true}, team.id);
	return answered(withListed(made, {id, name, region}), {step: 'team', answer: {id, name}});
}

const withMade = (wizard: Wizard, made: MadeTeam, replaced = made.team.id): Wizard => ({
	...wizard,
	madeTeams: [...wizard.madeTeams.filter(({team}) => team.id !== replaced), made],
});

/** A team that was made while the list was on its way is listed all the same. */
export function withMadeListed(wizard: Wizard): Wizard {
	const chosen = (wizard.answers.team ?? wizard.drafts.team)?.id;
	const made = wizard.madeTeams.find(({team, isCertain}) => isCertain && team.id === chosen);
	const rows = knownOf(loaded(wizard, 'teams'))?.rows ?? [];
	return made && !rows.some(({id}) => id === chosen) ? withListed(wizard, made.team) : wizard;
}

/** Listed with the others, for who comes back to the step. */
function withListed(wizard: Wizard, team: Team): Wizard {
	const teams = wizard.loads.teams;
	if (teams?.load.status !== 'loaded') return wizard;
	const {rows} = teams.load.value;
	const load = {...teams.load, value: {...teams.load.value, rows: [...rows, team]}};
	return {...wizard, loads: {...wizard.loads, teams: {...teams, load}}};
}
