import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {failure, type Problem, success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {currentStep, type Wizard, type WizardEvent} from '../../source/wizard/state.ts';
import {loaded, needs, wants} from '../../source/wizard/wants.ts';
import {startWizard, update} from '../../source/wizard/wizard.ts';
import {teamId} from '../support/credentials.ts';
import {answer, back, organizationAnswer} from '../support/play.ts';
import {answeredBy, arrival} from '../support/world.ts';

// What is to be registered, read while the pointer rests on a provider.

const words = {message: 'It did not work.', advice: 'Try again.'};
const broken: Problem = {kind: 'retry', ...words};
const refused: Problem = {kind: 'reauthenticate', status: 401, ...words};

const start = startWizard(
	{},
	{key: {secret: new Secret('mg_key'), generation: 'junction', from: 'a variable'}},
);
const converse = (from: Wizard, ...events: readonly WizardEvent[]): Wizard =>
	events.reduce((wizard, event) => answeredBy(update(wizard, event)), from);
const atProvider = converse(
	start,
	answer('organization', organizationAnswer),
	answer('environment', 'sandbox'),
	answer('region', 'us'),
	answer('team', {id: teamId, name: 'Runners'}),
);

const rests = (provider?: string): WizardEvent => ({type: 'considered', provider});
const preparations = (wizard: Wizard) =>
	needs(wizard).flatMap(request => (request.kind === 'preparation' ? [request] : []));
const requestOf = (wizard: Wizard) => preparations(wizard)[0] ?? assert.fail('Nothing is to be read.');
const isWanted = (wizard: Wizard) => wants(wizard).some(({kind}) => kind === 'preparation');

suite('a provider that the pointer rests on', () => {
	const resting = update(atProvider, rests('strava'));

	test('is read in advance, as its step would ask', () => {
		assert.equal(preparations(atProvider).length, 0);
		const {key, provider, teamId: team} = requestOf(resting);
		assert.deepEqual([provider, team], ['strava', teamId]);
		assert.equal(requestOf(update(resting, answer('provider', {slug: 'strava'}))).key, key);
	});

	test('opens its step at once where the answer is there by then', () => {
		const read = update(resting, arrival(requestOf(resting), {}));
		assert.ok(!isWanted(read));
		const chosen = update(read, answer('provider', {slug: 'strava'}));
		assert.equal(currentStep(chosen), 'register');
		assert.equal(loaded(chosen, 'preparation').status, 'loaded');
		assert.ok(!isWanted(chosen));
	});

	test('is asked about once where the answer is still on its way', () => {
		const chosen = update(resting, answer('provider', {slug: 'strava'}));
		const refusal = update(chosen, arrival(requestOf(resting), {preparation: failure(broken)}));
		assert.equal(loaded(refusal, 'preparation').status, 'failed');
	});

	test('is no longer read where the pointer leaves it, by itself, for another one, or by Back', () => {
		assert.equal(preparations(update(resting, rests())).length, 0);
		assert.equal(requestOf(update(resting, rests('oura'))).provider, 'oura');
		assert.equal(preparations(update(resting, back)).length, 0);
		const other = update(resting, answer('provider', {slug: 'oura'}));
		assert.equal(requestOf(other).provider, 'oura');
	});

	test('leaves an answer that comes too late without effect', () => {
		const left = update(resting, rests());
		assert.equal(update(left, arrival(requestOf(resting), {})), left);
	});
});

suite('reading in advance', () => {
	test('fails without a word, be the key refused, and its step asks anew', () => {
		for (const problem of [broken, refused]) {
			const resting = update(atProvider, rests('strava'));
			const failed = update(resting, arrival(requestOf(resting), {preparation: failure(problem)}));
			assert.deepEqual([currentStep(failed), failed.refusals], ['provider', {}]);
			assert.equal(preparations(failed).length, 0);
			const chosen = update(failed, answer('provider', {slug: 'strava'}));
			assert.ok(isWanted(chosen));
			assert.notEqual(requestOf(chosen).key, requestOf(resting).key);
			const read = update(chosen, arrival(requestOf(chosen), {preparation: success({steps: []})}));
			assert.equal(loaded(read, 'preparation').status, 'loaded');
		}
	});

	test('is given up where the server asks for a pause', () => {
		const resting = update(atProvider, rests('strava'));
		const {key} = requestOf(resting);
		const waiting = {attempt: 2, seconds: 7, because: 'busy', problem: broken};
		const told = update(resting, {type: 'told', kind: 'preparation', key, waiting});
		assert.equal(preparations(told).length, 0);
	});

	test('is for providers with something to register, and while they are asked for', () => {
		assert.equal(preparations(update(atProvider, rests('zwift'))).length, 0);
		const before = update(atProvider, back);
		assert.equal(update(before, rests('strava')), before);
		const after = converse(atProvider, answer('provider', {slug: 'strava'}), answer('register', {steps: []}));
		assert.equal(update(after, rests('oura')), after);
	});
});
