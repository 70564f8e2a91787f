import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {progressOf} from '../../source/wizard/phases.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import {organizationId} from '../support/credentials.ts';
import {answering, keyAnswer, playFrom, targetAnswers} from '../support/play.ts';

const statesOf = (wizard: ReturnType<typeof startWizard>) =>
	progressOf(wizard).phases.map(({name, state}) => `${name} ${state}`);

suite('how far the conversation is', () => {
	test('begins with the first of the steps that most providers have', () => {
		const progress = progressOf(startWizard());
		assert.deepEqual([progress.step, progress.of], [1, 11]);
		assert.deepEqual(statesOf(startWizard()), [
			'Where current',
			'Provider open',
			'Portal open',
			'Credentials open',
			'Review open',
		]);
	});

	test('leaves out of the count what a flag or the environment has settled', () => {
		const wizard = startWizard({environment: 'sandbox', region: 'us'});
		assert.deepEqual([progressOf(wizard).step, progressOf(wizard).of], [1, 9]);
	});

	test('goes on with each answer, and keeps what was answered in the count', () => {
		const organization = {id: organizationId, isDemo: false};
		const wizard = playFrom(startWizard(), ...answering({organization, 'organization-key': keyAnswer()}));
		assert.deepEqual([progressOf(wizard).step, progressOf(wizard).of], [3, 11]);
	});

	test('comes to the provider once it is known where', () => {
		const {provider: _, ...where} = targetAnswers('oura');
		assert.deepEqual(statesOf(startWizard(where)).slice(0, 2), ['Where done', 'Provider current']);
	});

	test('has no portal where nothing is registered', () => {
		const wizard = startWizard(targetAnswers('kardia'));
		assert.ok(!statesOf(wizard).some(state => state.startsWith('Portal')));
	});
});
