import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {RememberedOrganization} from '../../source/domain/ports.ts';
import {Secret} from '../../source/domain/secret.ts';
import {type OrganizationAnswer, omit} from '../../source/wizard/answers.ts';
import {currentStep} from '../../source/wizard/state.ts';
import {canGoBack, startWizard} from '../../source/wizard/wizard.ts';
import {firstTime, teamId} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {
	answer,
	answering,
	back,
	confirmed,
	credentialOf,
	empty,
	given,
	keyAnswer,
	organizationAnswer,
	otherOrganizationId,
	play,
	playFrom,
	reopen,
	settle,
	submit,
	targetAnswers,
	update,
} from '../support/play.ts';
import {revealed} from '../support/revealed.ts';

const target = targetAnswers('strava');
const review = play(...answering({...target, ...fieldAnswers('strava')}));

const registered = answer('register', {steps: []});

const remembered = (changes: Partial<RememberedOrganization>): OrganizationAnswer => ({
	id: otherOrganizationId,
	isDemo: false,
	remembered: {
		id: otherOrganizationId,
		generation: 'junction',
		url: 'https://api.management.junction.com',
		lastUsed: firstTime,
		...changes,
	},
});

suite('Back', () => {
	test('is not there at the first step', () => {
		assert.equal(canGoBack(startWizard()), false);
		assert.deepEqual(update(startWizard(), back), startWizard());
	});

	test('asks the last answered step again, with its answer as a draft', () => {
		const wizard = update(review, back);
		assert.equal(currentStep(wizard), 'redirect-url-override');
		assert.equal(wizard.drafts['redirect-url-override'], review.answers['redirect-url-override']);
	});

	test('never asks what a flag or the environment answered', () => {
		const wizard = playFrom(
			startWizard({organization: organizationAnswer, environment: 'sandbox'}),
			{type: 'answered', step: 'organization-key', answer: keyAnswer(), isAsked: false},
			answer('region', 'us'),
			back,
		);
		assert.equal(currentStep(wizard), 'region');
		assert.equal(canGoBack(wizard), false);
	});

	test('as far as the provider and forward keeps every field', () => {
		const wizard = playFrom(
			play(...answering({...target, 'client-id': given('42')})),
			...[back, back, back],
			answer('provider', {slug: 'strava', isAccepted: true}),
			registered,
		);
		assert.equal(currentStep(wizard), 'client-id');
		assert.deepEqual(wizard.drafts['client-id'], given('42'));
		assert.deepEqual(wizard.answers.details, empty);
	});

	test('to another region asks for the team of that region', () => {
		const beforeProvider = omit(target, ['provider', 'register']);
		const wizard = playFrom(play(...answering(beforeProvider)), back, back, answer('region', 'eu'));
		assert.equal(currentStep(wizard), 'team');
		assert.equal(wizard.answers.team, undefined);
	});

	test('to another organization brings no team of the first one along', () => {
		const {team = {id: ''}} = target;
		const wizard = playFrom(
			play(...answering(omit(target, ['team', 'provider', 'register']))),
			{type: 'answered', step: 'team', answer: team, isAsked: false},
			...[back, back, back, back],
			answer('organization', remembered({region: 'us'})),
			answer('organization-key', keyAnswer({organizationId: otherOrganizationId})),
			answer('environment', 'sandbox'),
			answer('region', 'us'),
		);
		assert.equal(currentStep(wizard), 'team');
	});

	test('to an organization that remembers another provider hands it no secret', () => {
		const {'redirect-url-override': _, ...fields} = fieldAnswers('strava');
		const asked = play(...answering({...target, ...fields}));
		const toOrganization = Array.from({length: 9}, () => back);
		const wizard = playFrom(
			playFrom(asked, ...toOrganization),
			answer('organization', remembered({provider: 'oura'})),
			answer('organization-key', keyAnswer({organizationId: otherOrganizationId})),
			answer('environment', 'sandbox'),
			answer('region', 'us'),
			...answering({team: target.team ?? {id: ''}}),
			answer('provider', {slug: 'oura'}),
			registered,
		);
		assert.equal(currentStep(wizard), 'client-id');
		assert.deepEqual(
			[wizard.answers['client-secret'], wizard.drafts['client-secret']],
			[undefined, undefined],
		);
	});
});

suite('a remembered provider that is chosen again', () => {
	const wizard = playFrom(
		startWizard({'client-id': given('from a flag')}),
		answer('organization', remembered({provider: 'strava'})),
		answer('organization-key', keyAnswer({organizationId: otherOrganizationId})),
		answer('environment', 'sandbox'),
		answer('region', 'us'),
		...answering({team: target.team ?? {id: ''}}),
		answer('provider', {slug: 'strava'}),
		registered,
	);

	test('takes the fields that flags gave', () => {
		assert.equal(currentStep(wizard), 'client-secret');
		assert.deepEqual(wizard.answers['client-id'], given('from a flag'));
	});

	test('asks no details of unknown shape', () => {
		assert.deepEqual(wizard.answers.details, empty);
	});
});

test('a flag’s field counts for the provider that is chosen first, and is asked for another', () => {
	const wizard = playFrom(startWizard({'client-id': given('42')}), ...answering(target));
	assert.equal(currentStep(wizard), 'client-secret');
	const other = playFrom(wizard, back, back, answer('provider', {slug: 'oura'}), registered);
	assert.equal(currentStep(other), 'client-id');
	assert.equal(other.drafts['client-id'], undefined);
});

suite('an edit from review', () => {
	test('to another provider asks its fields only, and sends none of the earlier one', () => {
		const edited = playFrom(
			review,
			reopen('provider'),
			answer('provider', {slug: 'polar'}),
			registered,
			answer('client-id', given('polar-id')),
			answer('client-secret', given(new Secret('polar-secret'))),
			answer('details.webhook_secret', given(new Secret('hook'))),
			answer('redirect-url-override', empty),
		);
		assert.equal(currentStep(edited), 'review');
		assert.equal(edited.answers.details, undefined);
		assert.deepEqual(revealed(credentialOf(edited.answers)?.values.client_secret), {secret: 'polar-secret'});
	});

	test('to another organization asks for its key, its team and what to register, and keeps the rest', () => {
		const wizard = playFrom(review, reopen('organization'), answer('organization', remembered({})));
		assert.equal(currentStep(wizard), 'organization-key');
		const key = keyAnswer({organizationId: otherOrganizationId});
		const proved = update(wizard, answer('organization-key', key));
		assert.equal(currentStep(proved), 'team');
		const found = playFrom(proved, answer('team', {id: teamId}));
		assert.equal(currentStep(found), 'register');
		assert.equal(currentStep(update(found, registered)), 'review');
	});

	test('ends with Back as it began, also from amid it', () => {
		const amid = playFrom(review, reopen('region'), answer('region', 'eu'));
		assert.equal(currentStep(amid), 'team');
		const restored = playFrom(amid, back, back);
		assert.equal(currentStep(restored), 'review');
		assert.deepEqual(restored.answers, review.answers);
		assert.deepEqual(restored.trail, review.trail);
	});

	test('is followed by the same way back as before', () => {
		const edited = playFrom(review, reopen('region'), answer('region', 'us'));
		assert.deepEqual(edited.trail, review.trail);
	});
});

suite('starting again after a save', () => {
	const done = playFrom(review, submit(), settle(1, confirmed));

	test('for another provider keeps the team and asks for the provider', () => {
		const keeping = ['organization', 'organization-key', 'environment', 'region', 'team'] as const;
		const wizard = update(done, {type: 'started-again', keeping});
		assert.equal(currentStep(wizard), 'provider');
		assert.deepEqual(wizard.drafts, {});
	});

	test('for the same provider elsewhere asks every field again, but no details of unknown shape', () => {
		const keeping = ['organization', 'organization-key', 'provider'] as const;
		const asked = update(done, {type: 'started-again', keeping});
		assert.equal(currentStep(asked), 'environment');
		const {'redirect-url-override': _, ...fields} = fieldAnswers('strava');
		const {environment = 'sandbox', region = 'us', team = {id: ''}} = target;
		const wizard = playFrom(
			asked,
			...answering({environment, region, team, register: {steps: []}, ...fields}),
		);
		assert.equal(currentStep(wizard), 'redirect-url-override');
	});

	test('keeps nothing of which the ground is gone', () => {
		const wizard = update(done, {type: 'started-again', keeping: ['team', 'client-secret']});
		assert.deepEqual(wizard.answers, {});
	});

	test('is for what was saved only', () => {
		assert.equal(update(review, {type: 'started-again', keeping: []}), review);
	});
});
