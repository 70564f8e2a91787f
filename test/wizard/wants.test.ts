import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {failure, type Problem, success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Launch} from '../../source/wizard/launch.ts';
import type {RequestKind} from '../../source/wizard/requests.ts';
import {currentStep, type Wizard, type WizardEvent} from '../../source/wizard/state.ts';
import {beforeOf, loaded, wants} from '../../source/wizard/wants.ts';
import {startWizard, update} from '../../source/wizard/wizard.ts';
import {teamId} from '../support/credentials.ts';
import {answer, given, organizationAnswer, otherTeamId, stored, submit} from '../support/play.ts';
import {answeredBy, arrival, teams, type World} from '../support/world.ts';

// The whole conversation, loading and failing included, without a terminal and without a world.

const told = {message: 'It did not work.', advice: 'Try again.'};
const refused: Problem = {kind: 'reauthenticate', status: 401, ...told};
const broken: Problem = {kind: 'retry', ...told};
const missing: Problem = {kind: 'unavailable', status: 404, ...told};

const launch: Launch = {key: {secret: new Secret('mg_key'), generation: 'junction', from: 'a variable'}};

const kinds = (wizard: Wizard): readonly RequestKind[] => wants(wizard).map(({kind}) => kind);

/** A conversation through these events, in which the world answers after each. */
const converse = (
	events: readonly WizardEvent[],
	world: World = {},
	start = startWizard({}, launch),
): Wizard =>
	events.reduce((wizard, event) => answeredBy(update(wizard, event), world), answeredBy(start, world));

const untilTeam = [
	answer('organization', organizationAnswer),
	answer('environment', 'sandbox'),
	answer('region', 'us'),
];
const untilRegister = [
	...untilTeam,
	answer('team', {id: teamId, name: 'Runners'}),
	answer('provider', {slug: 'strava'}),
];
const untilFields = [...untilRegister, answer('register', {steps: []})];
const untilReview = [
	...untilFields,
	answer('client-id', given('12345')),
	answer('client-secret', given(new Secret('a secret'))),
	answer('redirect-url-override', {kind: 'empty'}),
];

suite('a conversation with a world in which all is well', () => {
	test('wants nothing before an organization is known', () => {
		assert.deepEqual(kinds(startWizard({}, launch)), []);
	});

	test('proves the key that is at hand, unasked, and then reads the teams and remembers', () => {
		const wizard = update(startWizard({}, launch), answer('organization', organizationAnswer));
		assert.deepEqual(kinds(wizard), ['proof']);
		const proved = answeredBy(wizard, {}, ['teams', 'memory']);
		assert.equal(currentStep(proved), 'environment');
		assert.equal(proved.answers['organization-key']?.organizationName, 'Acme');
		assert.deepEqual(proved.trail, ['organization']);
		assert.deepEqual(kinds(proved), ['teams', 'memory']);
	});

	test('looks at what is stored once the team is known, and stops at the portal whatever the API names', () => {
		for (const world of [{}, {preparation: failure(broken)}, {preparation: failure(missing)}]) {
			const wizard = converse(untilRegister, world);
			assert.equal(currentStep(wizard), 'register');
			assert.equal(loaded(wizard, 'stored').status, 'loaded');
		}
	});

	test('saves once, tells how far it is, and looks again at what is stored', () => {
		const wizard = update(converse(untilReview), submit());
		assert.deepEqual(kinds(wizard), ['save']);
		const [request] = wants(wizard);
		assert.ok(request?.kind === 'save' && request.planned.before.ok);
		const progress = {kind: 'sending'} as const;
		const sending = update(wizard, {type: 'told', kind: 'save', key: request.key, progress});
		assert.deepEqual(sending.phase, {status: 'submitting', progress});
		assert.deepEqual(kinds(sending), ['save']);
		const done = update(sending, arrival(request, {}));
		assert.equal(done.phase.status, 'done');
		assert.deepEqual(kinds(done), ['stored']);
	});

	test('offers what is stored in its fields, before the first of them is asked', () => {
		const world = {stored: success({rows: [stored]})};
		const wizard = converse(untilFields, world);
		assert.deepEqual(wizard.drafts['client-id'], given('12345'));
	});
});

suite('a late answer', () => {
	test('is dropped where nobody wants it any more', () => {
		const wizard = update(startWizard({}, launch), answer('organization', organizationAnswer));
		const [request] = wants(wizard);
		assert.ok(request);
		const back = update(wizard, {type: 'went-back'});
		assert.equal(update(back, arrival(request, {})), back);
	});

	test('to a first try is dropped once it is tried again', () => {
		const start = [answer('organization', organizationAnswer)].reduce(update, startWizard({}, launch));
		const failed = answeredBy(start, {proof: failure(broken)});
		const again = update(failed, {type: 'retried', kind: 'proof'});
		const [first] = wants(start);
		assert.ok(first);
		assert.equal(update(again, arrival(first, {})), again);
		assert.equal(currentStep(answeredBy(again)), 'environment');
	});

	test('of a save is told by its attempt', () => {
		const wizard = update(converse(untilReview), submit());
		const [request] = wants(wizard);
		assert.ok(request);
		const failed = update(wizard, arrival(request, {save: success({kind: 'failed', problem: broken})}));
		const again = update(failed, submit());
		assert.equal(update(again, arrival(request, {})), again);
		assert.equal(
			update(again, {type: 'told', kind: 'save', key: request.key, progress: {kind: 'sending'}}),
			again,
		);
	});
});

suite('what goes wrong', () => {
	test('with a key that is refused: it is asked for, with the words of the server, and not tried again by itself', () => {
		const wizard = converse([answer('organization', organizationAnswer)], {proof: failure(refused)});
		assert.equal(currentStep(wizard), 'organization-key');
		assert.equal(wizard.refusals['organization-key'], 'It did not work. Try again.');
		assert.deepEqual(kinds(wizard), []);
		const key = {secret: new Secret('mg_other'), generation: 'junction', isAsked: true} as const;
		const given = update(wizard, {type: 'key-given', key});
		assert.deepEqual(kinds(given), ['proof']);
		assert.deepEqual(answeredBy(given).trail, ['organization', 'organization-key']);
	});

	test('where the API does not tell whose key it is: it goes on, with a note', () => {
		const wizard = converse([answer('organization', organizationAnswer)], {proof: failure(missing)});
		assert.equal(currentStep(wizard), 'environment');
		assert.match(wizard.answers['organization-key']?.note ?? '', /does not say whose key/);
	});

	test('with the network: it stands as a problem until it is tried again', () => {
		const wizard = converse([answer('organization', organizationAnswer)], {proof: failure(broken)});
		assert.equal(loaded(wizard, 'proof').status, 'failed');
		assert.equal(currentStep(answeredBy(update(wizard, {type: 'retried', kind: 'proof'}))), 'environment');
	});

	test('with a key that a later request shows to be wrong: its step is asked again', () => {
		const wizard = converse(untilRegister, {preparation: failure(refused)});
		assert.equal(currentStep(wizard), 'organization-key');
	});

	test('where nobody can say what to register: that can be tried again', () => {
		const wizard = converse(untilRegister, {preparation: failure(broken)});
		assert.equal(loaded(wizard, 'preparation').status, 'failed');
		const again = answeredBy(update(wizard, {type: 'retried', kind: 'preparation'}));
		assert.equal(loaded(again, 'preparation').status, 'loaded');
	});
});

suite('a team that a flag names', () => {
	const byFlag = (team: string, world: World = {}) =>
		converse(untilTeam, world, startWizard({}, {...launch, team}));

	test('is chosen by its name or its ID, and Back never asks for it', () => {
		for (const team of ['runners ', teamId.toUpperCase()]) {
			const wizard = byFlag(team);
			assert.equal(wizard.answers.team?.id, teamId);
			assert.ok(!wizard.trail.includes('team'));
		}
	});

	test('is taken by its ID where the teams cannot be listed', () => {
		assert.deepEqual(byFlag(teamId, {teams: failure(broken)}).answers.team, {id: teamId});
	});

	test('is asked for where its name is not the only one, or nobody can tell', () => {
		const twice = success({rows: [...teams, {id: otherTeamId, name: 'Runners', region: 'us'}]});
		const part = success({rows: teams, warning: 'The list may be incomplete.'});
		for (const world of [{teams: twice}, {teams: part}, {teams: failure(broken)}])
			assert.equal(currentStep(byFlag('Runners', world)), 'team');
	});
});

suite('review', () => {
	test('looks anew each time that it is reached, and keeps its look while the credential is sent', () => {
		const wizard = converse(untilReview);
		assert.deepEqual(beforeOf(wizard), success(undefined));
		const edited = update(wizard, {type: 'reopened', step: 'client-id'});
		const back = update(edited, answer('client-id', given('another')));
		assert.equal(currentStep(back), 'review');
		assert.deepEqual(kinds(back), ['look']);
		assert.deepEqual(beforeOf(update(answeredBy(back), submit())), success(undefined));
	});

	test('shows what someone else stored since', () => {
		const changed = success({kind: 'changed', before: success(stored)});
		const wizard = answeredBy(update(converse(untilReview), submit()), {save: changed});
		assert.equal(wizard.phase.status, 'asking');
		assert.deepEqual(beforeOf(wizard), success(stored));
	});
});

suite('what a person asks for', () => {
	test('a try of a redirect endpoint is wanted until it is over', () => {
		const address = 'https://connect.example.com/callback';
		const wizard = update(converse(untilFields), {type: 'check-wanted', address});
		const [request] = wants(wizard);
		assert.ok(request?.kind === 'check');
		assert.deepEqual([request.address, request.target.environment], [address, 'sandbox']);
		assert.equal(loaded(answeredBy(wizard), 'check').status, 'loaded');
		assert.deepEqual(kinds(update(wizard, {type: 'check-wanted'})), []);
	});

	test('a report is written once each time, and once unasked where a flag names its file', () => {
		const done = converse([...untilReview, submit()]);
		assert.deepEqual(kinds(done), []);
		const asked = update(done, {type: 'report-wanted'});
		assert.deepEqual(kinds(update(asked, {type: 'report-wanted'})), ['report']);
		const written = answeredBy(asked);
		assert.deepEqual(loaded(written, 'report'), {status: 'loaded', value: 'report.md'});
		const byFlag = update(
			converse(untilReview, {}, startWizard({}, {...launch, reportFile: 'report.md'})),
			submit(),
		);
		assert.deepEqual(kinds(answeredBy(byFlag, {}, ['report'])), ['report']);
	});

	test('the demo is started, and its organizations are known', () => {
		const wizard = answeredBy(update(startWizard(), {type: 'demo-wanted'}));
		assert.equal(wizard.demo?.url, 'http://127.0.0.1:1');
		const failed = answeredBy(update(startWizard(), {type: 'demo-wanted'}), {demo: failure(broken)});
		assert.equal(loaded(failed, 'demo').status, 'failed');
	});
});

test('no key of a request holds a secret', () => {
	const seen: string[] = [];
	let wizard = startWizard({}, launch);
	for (const event of [...untilReview, submit()]) {
		wizard = update(wizard, event);
		seen.push(...wants(wizard).map(({key}) => key));
		wizard = answeredBy(wizard);
	}
	assert.ok(seen.length > 5);
	assert.doesNotMatch(seen.join('\n'), /mg_key|a secret/);
});

suite('a look at review that failed', () => {
	test('lets nothing be sent where another try may help, and is wanted once more', () => {
		const review = converse(untilReview, {look: success({before: failure(broken)})});
		const submitted = update(review, submit());
		assert.equal(submitted.phase.status, 'asking');
		assert.deepEqual(kinds(submitted), []);
		const again = update(submitted, {type: 'retried', kind: 'look'});
		assert.deepEqual(kinds(again), ['look']);
		assert.equal(update(answeredBy(again), submit()).phase.status, 'submitting');
	});

	test('asks for the key again where it was refused', () => {
		const review = converse(untilReview, {look: success({before: failure(refused)})});
		assert.equal(currentStep(review), 'organization-key');
		assert.match(review.refusals['organization-key'] ?? '', /It did not work/);
	});

	test('leaves the decision to the person where the API offers no look', () => {
		const review = converse(untilReview, {look: success({before: failure(missing)})});
		assert.equal(update(review, submit()).phase.status, 'submitting');
	});
});
