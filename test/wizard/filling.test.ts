import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Team} from '../../source/domain/credential.ts';
import {failure, type Problem, success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {isTeamAwaited, teamAskedFor} from '../../source/wizard/following.ts';
import type {Launch} from '../../source/wizard/launch.ts';
import {currentStep, type Wizard, type WizardEvent} from '../../source/wizard/state.ts';
import {loaded, wants} from '../../source/wizard/wants.ts';
import {startWizard, update} from '../../source/wizard/wizard.ts';
import {teamId} from '../support/credentials.ts';
import {answer, organizationAnswer, otherTeamId} from '../support/play.ts';
import {answeredBy, arrival, teams, type World} from '../support/world.ts';

// The list of teams while its pages come, without a terminal and without a world.

const words = {message: 'It did not work.', advice: 'Try again.'};
const busy: Problem = {kind: 'retry', status: 429, ...words};
const refused: Problem = {kind: 'reauthenticate', status: 401, ...words};

const launch: Launch = {key: {secret: new Secret('mg_key'), generation: 'junction', from: 'a variable'}};
const [runners, walkers] = teams as readonly [Team, Team];

const requestOf = (wizard: Wizard, kind: 'teams' | 'team' | 'creation') =>
	wants(wizard).find(request => request.kind === kind) ?? assert.fail(`${kind} is not wanted`);

/** The conversation at the step of the team, before anything of the list came. */
const atTeam = (more: Launch = {}): Wizard =>
	[
		answer('organization', organizationAnswer),
		answer('environment', 'sandbox'),
		answer('region', 'us'),
	].reduce(
		(wizard, event) => answeredBy(update(wizard, event), {}, ['teams']),
		startWizard({}, {...launch, ...more}),
	);

const tell = (wizard: Wizard, more: object): Wizard =>
	update(wizard, {type: 'told', kind: 'teams', key: requestOf(wizard, 'teams').key, ...more});
const withRows = (wizard: Wizard, ...rows: readonly Team[]): Wizard => tell(wizard, {soFar: {rows}});
const ended = (wizard: Wizard, world: World = {}): Wizard =>
	update(wizard, arrival(requestOf(wizard, 'teams'), world));
const soFar = (wizard: Wizard) => {
	const load = loaded(wizard, 'teams');
	return load.status === 'loading' ? load.soFar?.rows : load;
};

suite('a list that fills', () => {
	test('is read from the key on, while environment and region are still asked', () => {
		const proved = answeredBy(
			update(startWizard({}, launch), answer('organization', organizationAnswer)),
			{},
			['teams'],
		);
		assert.equal(currentStep(proved), 'environment');
		const filling = withRows(proved, runners);
		const inRegion = update(filling, answer('environment', 'sandbox'));
		assert.equal(currentStep(inRegion), 'region');
		assert.equal(requestOf(inRegion, 'teams').key, requestOf(proved, 'teams').key);
		assert.deepEqual(soFar(update(inRegion, answer('region', 'us'))), [runners]);
	});

	test('has what is there so far, and is still wanted', () => {
		const wizard = withRows(atTeam(), runners);
		assert.deepEqual(soFar(wizard), [runners]);
		assert.deepEqual(soFar(withRows(wizard, runners, walkers)), [runners, walkers]);
		assert.deepEqual(loaded(ended(wizard), 'teams'), {status: 'loaded', value: {rows: teams}});
	});

	test('keeps what is there while its next page has to be asked for once more', () => {
		const waiting = {attempt: 2, seconds: 7, because: 'busy', problem: busy};
		const wizard = tell(withRows(atTeam(), runners), {waiting});
		assert.deepEqual(loaded(wizard, 'teams'), {status: 'loading', waiting, soFar: {rows: [runners]}});
		const on = loaded(withRows(wizard, runners, walkers), 'teams');
		assert.deepEqual(on, {status: 'loading', soFar: {rows: [runners, walkers]}});
	});

	test('is not on its way again by a word that comes after it', () => {
		const filling = withRows(atTeam(), runners);
		const {key} = requestOf(filling, 'teams');
		const whole = ended(filling);
		assert.equal(update(whole, {type: 'told', kind: 'teams', key, soFar: {rows: [runners]}}), whole);
	});

	test('of which a team was chosen goes on, and changes nothing of the choice', () => {
		const chosen = update(withRows(atTeam(), runners), answer('team', {id: teamId, name: 'Runners'}));
		assert.equal(currentStep(chosen), 'provider');
		const more = withRows(chosen, walkers, runners);
		for (const world of [{}, {teams: failure(busy)}, {teams: failure(refused)}])
			assert.deepEqual(ended(more, world).answers.team, {id: teamId, name: 'Runners'});
	});

	test('fails as a whole where the key is refused at a later page', () => {
		const wizard = ended(withRows(atTeam(), runners), {teams: failure(refused)});
		assert.equal(loaded(wizard, 'teams').status, 'failed');
	});
});

suite('a team that a flag names, while the list fills', () => {
	test('is not chosen by its name before the last page: another one may have it too', () => {
		const wizard = withRows(atTeam({team: 'Runners'}), runners);
		assert.equal(currentStep(wizard), 'team');
		assert.ok(isTeamAwaited(wizard));
		assert.equal(ended(wizard).answers.team?.id, teamId);
		const twins = success({rows: [runners, {...walkers, name: 'Runners'}]});
		const several = ended(wizard, {teams: twins});
		assert.equal(currentStep(several), 'team');
		assert.equal(teamAskedFor(several)?.kind, 'several');
		assert.ok(!isTeamAwaited(several));
	});

	test('is chosen by its ID as soon as it is there', () => {
		const before = withRows(atTeam({team: otherTeamId}), runners);
		assert.ok(isTeamAwaited(before));
		const wizard = withRows(before, runners, walkers);
		assert.deepEqual(wizard.answers.team, {id: otherTeamId, name: 'Walkers'});
		assert.ok(!wizard.trail.includes('team'));
	});

	test('is said to live elsewhere as soon as that is known of its ID', () => {
		const wizard = withRows(atTeam({team: teamId}), {...runners, region: 'eu'});
		assert.deepEqual(teamAskedFor(wizard), {kind: 'elsewhere', region: 'eu'});
	});

	test('is not missed before the last page', () => {
		const wizard = withRows(atTeam({team: otherTeamId}), runners);
		const whole = ended(wizard, {teams: success({rows: [runners]})});
		assert.equal(teamAskedFor(wizard), undefined);
		assert.equal(teamAskedFor(whole)?.kind, 'unlisted');
	});
});

suite('an ID by hand, while the list fills', () => {
	const given: WizardEvent = {type: 'team-given', team: {id: otherTeamId, isAsked: true}};
	const wizard = update(withRows(atTeam(), runners), given);

	test('is looked up, since its team may be on a later page', () => {
		assert.equal(currentStep(wizard), 'team');
		const world = {team: success(walkers)};
		const looked = update(wizard, arrival(requestOf(wizard, 'team'), world));
		assert.deepEqual(looked.answers.team, {id: otherTeamId, name: 'Walkers'});
	});

	test('is refused where its team lives elsewhere', () => {
		const world = {team: success({...walkers, region: 'eu'})};
		const looked = update(wizard, arrival(requestOf(wizard, 'team'), world));
		assert.match(looked.refusals.team ?? '', /lives in eu/);
	});

	test('of which the API tells nothing waits for the list', () => {
		const world = {team: failure({kind: 'unavailable', status: 404, ...words})};
		const untold = update(wizard, arrival(requestOf(wizard, 'team'), world));
		assert.equal(currentStep(untold), 'team');
		const {name} = withRows(untold, runners, walkers).answers.team ?? {};
		assert.equal(name, 'Walkers');
		const far = ended(untold, {teams: success({rows: [{...walkers, region: 'eu'}]})});
		assert.match(far.refusals.team ?? '', /lives in eu/);
		for (const answer of [success({rows: []}), failure(busy)])
			assert.equal(ended(untold, {teams: answer}).answers.team?.id, otherTeamId);
	});
});

suite('a team that is made while the list fills', () => {
	const team = {id: otherTeamId, name: 'Night Owls', region: 'us'} as const;
	const creating = update(withRows(atTeam(), runners), {type: 'creation-wanted', team});
	const made = update(
		creating,
		arrival(requestOf(creating, 'creation'), {creation: success({kind: 'created', team})}),
	);

	test('is listed once, whether the list has it or not', () => {
		assert.equal(made.answers.team?.id, otherTeamId);
		for (const rows of [[runners], [runners, team]]) {
			const load = loaded(ended(made, {teams: success({rows})}), 'teams');
			assert.ok(load.status === 'loaded');
			assert.deepEqual(load.value.rows, [runners, team]);
		}
	});
});
