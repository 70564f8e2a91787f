import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {failure, type Problem, success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {memoryOf} from '../../source/wizard/answers.ts';
import type {Launch} from '../../source/wizard/launch.ts';
import {reviewLines} from '../../source/wizard/review.ts';
import {currentStep, type Wizard, type WizardEvent} from '../../source/wizard/state.ts';
import {loaded, wants} from '../../source/wizard/wants.ts';
import {canGoBack, startWizard, update} from '../../source/wizard/wizard.ts';
import {teamId} from '../support/credentials.ts';
import {answer, back, organizationAnswer, otherTeamId} from '../support/play.ts';
import {answeredBy, teams, type World} from '../support/world.ts';

const told = {message: 'It did not work.', advice: 'Try again.'};
const forbidden: Problem = {kind: 'reauthenticate', status: 403, ...told};
const refused: Problem = {kind: 'reauthenticate', status: 401, ...told};
const missing: Problem = {kind: 'unavailable', status: 404, ...told};
const offline: Problem = {kind: 'unreachable', ...told};

const launch: Launch = {key: {secret: new Secret('mg_key'), generation: 'junction', from: 'a variable'}};
/** A world for the management key of one team. */
const ofTeam: World = {proof: failure(forbidden), teams: failure(forbidden)};

const untilTeam = [
	answer('organization', organizationAnswer),
	answer('environment', 'sandbox'),
	answer('region', 'us'),
];
const give = (id: string): WizardEvent => ({type: 'team-given', team: {id, isAsked: true}});

const converse = (
	events: readonly WizardEvent[],
	world: World = {},
	start: Wizard = startWizard({}, launch),
): Wizard =>
	events.reduce((wizard, event) => answeredBy(update(wizard, event), world), answeredBy(start, world));

const kinds = (wizard: Wizard) => wants(wizard).map(({kind}) => kind);
const notes = ({answers}: Wizard) => reviewLines(answers).flatMap(line => line.notes);

suite('a key that may not read the organization', () => {
	const atTeam = converse(untilTeam, ofTeam);

	test('is no refusal: it is probably a team’s, and the step of the team is asked', () => {
		assert.equal(currentStep(atTeam), 'team');
		assert.match(notes(atTeam).join(), /probably a team’s management key/);
		assert.deepEqual(atTeam.refusals, {});
	});

	test('is proved by the team, which gives its name', () => {
		const looking = update(atTeam, give(teamId));
		assert.deepEqual([kinds(looking), currentStep(looking)], [['team'], 'team']);
		const proved = answeredBy(looking, ofTeam);
		assert.deepEqual(proved.answers.team, {id: teamId, name: 'Runners'});
		assert.deepEqual(notes(proved), []);
		assert.ok(proved.trail.includes('team'));
	});

	test('is remembered without the name of its organization', () => {
		const start = [answer('organization', {id: organizationAnswer.id, isDemo: false}), ...untilTeam.slice(1)];
		const {answers} = converse([...start, give(teamId)], ofTeam);
		const memory = memoryOf(answers, 'now');
		assert.ok(memory && !('name' in memory));
		assert.deepEqual(memory.team, {id: teamId, name: 'Runners'});
	});

	test('that the API does not accept after all is asked for again, and the team’s ID is offered again', () => {
		const wizard = converse([...untilTeam, give(teamId)], {...ofTeam, team: failure(refused)});
		assert.equal(currentStep(wizard), 'organization-key');
		assert.match(wizard.refusals['organization-key'] ?? '', /It did not work/);
		assert.deepEqual(wizard.drafts.team, {id: teamId});
	});

	test('that is not of the team asks for the team again', () => {
		const wizard = converse([...untilTeam, give(teamId)], {...ofTeam, team: failure(forbidden)});
		assert.equal(currentStep(wizard), 'team');
		assert.match(wizard.refusals.team ?? '', /^This key does not belong to this team \(403\)\./);
		assert.deepEqual(kinds(wizard), []);
		const again = converse([give(otherTeamId)], {...ofTeam, team: success(teams[1])}, wizard);
		assert.deepEqual([again.answers.team?.name, again.refusals], ['Walkers', {}]);
	});

	test('goes on with a note where nothing is told of the team', () => {
		const wizard = converse([...untilTeam, give(teamId)], {...ofTeam, team: failure(missing)});
		assert.equal(currentStep(wizard), 'provider');
		assert.match(notes(wizard).join(), /there may be none with this ID/);
		assert.deepEqual(memoryOf(wizard.answers, 'now')?.team, {id: teamId});
	});

	test('goes on with a note where another team is described, whatever its region', () => {
		const other = success({...teams[1], region: 'eu'});
		const wizard = converse([...untilTeam, give(teamId)], {...ofTeam, team: other});
		assert.match(wizard.answers.team?.note ?? '', /another team/);
	});

	test('asks for the team again where it lives in another region', () => {
		const wizard = converse([...untilTeam, give(teamId)], {
			...ofTeam,
			team: success({...teams[0], region: 'eu'}),
		});
		assert.equal(wizard.refusals.team, 'This team lives in eu. Go back and choose that region.');
	});

	test('waits for another try where nobody answers', () => {
		const wizard = converse([...untilTeam, give(teamId)], {...ofTeam, team: failure(offline)});
		assert.equal(loaded(wizard, 'team').status, 'failed');
		const again = answeredBy(update(wizard, {type: 'retried', kind: 'team'}), ofTeam);
		assert.equal(again.answers.team?.name, 'Runners');
		assert.equal(update(wizard, {type: 'team-given'}).teamEntry, 'by-hand');
	});

	test('is proved by the team of a flag, unasked', () => {
		const start = startWizard({}, {...launch, team: teamId});
		const wizard = converse(untilTeam, ofTeam, start);
		assert.equal(wizard.answers.team?.name, 'Runners');
		assert.ok(!wizard.trail.includes('team'));
		const refusal = converse(untilTeam, {...ofTeam, team: failure(forbidden)}, start);
		assert.equal(currentStep(refusal), 'team');
		assert.deepEqual(kinds(refusal), []);
	});

	test('in place of another one proves itself by the team that was chosen before', () => {
		const chosen = converse([...untilTeam, answer('team', {id: teamId, name: 'Runners'})]);
		const asked = converse([answer('provider', {slug: 'strava'})], {preparation: failure(refused)}, chosen);
		assert.equal(currentStep(asked), 'organization-key');
		const key = {secret: new Secret('mg_other'), generation: 'junction', isAsked: true} as const;
		const given = answeredBy(update(asked, {type: 'key-given', key}), ofTeam, ['team']);
		assert.deepEqual([currentStep(given), given.teamEntry], ['team', {id: teamId, isAsked: true}]);
		assert.deepEqual(answeredBy(given, ofTeam).answers.team, {id: teamId, name: 'Runners'});
	});

	test('goes on with a list that it may read', () => {
		const wizard = converse(untilTeam, {proof: failure(forbidden)});
		assert.equal(loaded(wizard, 'teams').status, 'loaded');
	});
});

test('a list that the key may not read is no obstacle, and the team is looked up', () => {
	const wizard = converse([...untilTeam, give(teamId)], {teams: failure(forbidden)});
	assert.deepEqual(wizard.answers.team, {id: teamId, name: 'Runners'});
});

test('an ID is taken as it is where the key is proved and the list merely failed', () => {
	const wizard = converse([...untilTeam, give(teamId)], {teams: failure(offline)});
	assert.deepEqual(wizard.answers.team, {id: teamId});
});

suite('a new team', () => {
	const team = {id: otherTeamId, name: 'Night Owls', region: 'us'} as const;
	const want: WizardEvent = {type: 'creation-wanted', team};
	const atTeam = converse(untilTeam);
	const creating = update(atTeam, want);
	const ended = (value: object) => ({creation: success(value)});
	const lost = {kind: 'uncertain', problem: {kind: 'uncertain', ...told}};

	test('is sent once, and nothing is taken back meanwhile', () => {
		assert.deepEqual(kinds(creating), ['creation']);
		assert.equal(canGoBack(creating), false);
		for (const event of [back, want, {type: 'creation-wanted'}, answer('team', {id: teamId})] as const)
			assert.equal(update(creating, event), creating);
	});

	test('is chosen, listed and kept in mind once it is there', () => {
		const wizard = answeredBy(creating, ended({kind: 'created', team}));
		assert.deepEqual(wizard.answers.team, {id: otherTeamId, name: 'Night Owls'});
		assert.equal(currentStep(wizard), 'provider');
		assert.deepEqual(wizard.madeTeams, [{team, isCertain: true}]);
		const list = loaded(wizard, 'teams');
		assert.ok(list.status === 'loaded' && list.value.rows.at(-1)?.name === 'Night Owls');
	});

	test('of which nobody knows is only looked for when it is wanted once more', () => {
		const doubted = answeredBy(creating, ended(lost));
		assert.ok(doubted.phase.status === 'not-created' && doubted.phase.mayBeThere);
		assert.deepEqual(kinds(doubted), []);
		assert.deepEqual(doubted.madeTeams, [{team, isCertain: false}]);
		const [request] = wants(update(doubted, want));
		assert.ok(request?.kind === 'creation' && request.doubt);
		const found = answeredBy(update(doubted, want), ended({kind: 'created', team}));
		assert.deepEqual(found.madeTeams, [{team, isCertain: true}]);
	});

	test('that was refused can be wanted once more, or not', () => {
		const failed = answeredBy(creating, ended({kind: 'failed', problem: forbidden}));
		assert.ok(failed.phase.status === 'not-created' && !failed.phase.mayBeThere);
		assert.deepEqual(failed.madeTeams, []);
		const [request] = wants(update(failed, want));
		assert.ok(request?.kind === 'creation' && !request.doubt);
		assert.equal(update(failed, {type: 'creation-wanted'}).phase.status, 'asking');
		assert.equal(update(failed, answer('team', {id: teamId})).phase.status, 'asking');
	});

	test('asks for the key again where that is not accepted', () => {
		const wizard = answeredBy(creating, ended({kind: 'failed', problem: refused}));
		assert.equal(currentStep(wizard), 'organization-key');
	});

	test('is wanted at the step of the team alone', () => {
		const wizard = converse([...untilTeam, answer('team', {id: teamId})]);
		assert.equal(update(wizard, want), wizard);
	});
});
