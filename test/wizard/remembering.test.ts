import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {RememberedOrganization} from '../../source/domain/ports.ts';
import {draftsFrom, memoryOf} from '../../source/wizard/answers.ts';
import {currentStep} from '../../source/wizard/state.ts';
import {assertNoSecret, firstTime, organizationId, secondTime, teamId} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {answer, answering, keyAnswer, organizationAnswer, play, targetAnswers} from '../support/play.ts';

const target = targetAnswers('polar');
const memory: RememberedOrganization = {
	id: organizationId,
	name: 'Acme',
	generation: 'junction',
	url: 'https://api.management.junction.com',
	environment: 'sandbox',
	region: 'us',
	team: {id: teamId, name: 'Runners'},
	provider: 'polar',
	lastUsed: secondTime,
};

suite('what is remembered', () => {
	test('is the target and when it was used', () => {
		assert.deepEqual(memoryOf({...target, ...fieldAnswers('polar')}, secondTime), memory);
	});

	test('has neither the key nor any field', () => {
		const remembered = memoryOf({...target, ...fieldAnswers('polar')}, secondTime);
		assertNoSecret(remembered);
		assert.doesNotMatch(JSON.stringify(remembered), /secret|client/);
	});

	test('is nothing before a key was accepted', () => {
		assert.equal(memoryOf({organization: organizationAnswer}, secondTime), undefined);
	});

	test('is nothing of the demo', () => {
		assert.equal(
			memoryOf({...target, organization: {...organizationAnswer, isDemo: true}}, secondTime),
			undefined,
		);
	});

	test('stays for what is not answered yet', () => {
		const organization = {...organizationAnswer, remembered: {...memory, lastUsed: firstTime}};
		const answers = {organization, 'organization-key': keyAnswer(), environment: 'production'} as const;
		assert.deepEqual(memoryOf(answers, secondTime), {...memory, environment: 'production'});
	});

	test('is where the key was accepted, not where it was last time', () => {
		const organization = {...organizationAnswer, remembered: memory};
		const key = keyAnswer({generation: 'vital', url: 'https://api.tryvital.io/management'});
		const remembered = memoryOf({organization, 'organization-key': key}, secondTime);
		assert.deepEqual([remembered?.generation, remembered?.url], [key.generation, key.url]);
	});
});

suite('what was remembered', () => {
	test('is offered, and answers nothing', () => {
		const wizard = play(answer('organization', {...organizationAnswer, remembered: memory}));
		assert.equal(currentStep(wizard), 'organization-key');
		assert.deepEqual(wizard.drafts, {
			environment: 'sandbox',
			region: 'us',
			team: {id: teamId, name: 'Runners'},
			provider: {slug: 'polar'},
		});
	});

	test('of another organization is offered no more', () => {
		const organization = {...organizationAnswer, remembered: memory};
		const wizard = play(
			answer('organization', organization),
			{type: 'went-back'},
			...answering({organization: {id: teamId, isDemo: false}}),
		);
		assert.deepEqual(wizard.drafts, {});
	});

	test('may be little', () => {
		const {id, generation, url, lastUsed} = memory;
		assert.deepEqual(draftsFrom({id, generation, url, lastUsed}), {});
		assert.deepEqual(draftsFrom(undefined), {});
	});
});
