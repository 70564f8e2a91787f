import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Secret} from '../../source/domain/secret.ts';
import {currentStep} from '../../source/wizard/state.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import {assertNoSecret, detailSecretText, teamId} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {
	answer,
	answering,
	back,
	credentialOf,
	empty,
	given,
	type Happening,
	otherTeamId,
	play,
	playFrom,
	reopen,
	stored,
	submit,
	targetAnswers,
	update,
} from '../support/play.ts';
import {revealed} from '../support/revealed.ts';
import {altered, type StoredChanges} from '../support/values.ts';

const read = (slug: string, changes: StoredChanges = {}): Happening => ({
	type: 'stored-read',
	stored: altered(stored, {provider: slug, ...changes}),
});
const asked = (slug: string) => play(...answering(targetAnswers(slug)));
const registered = answer('register', {steps: []});

suite('what is stored', () => {
	test('is offered where its field is asked, and answers nothing', () => {
		const wizard = update(
			asked('google_health'),
			read('google_health', {
				details: {project_number: '42', service_account_email: 'sync@p.iam.gserviceaccount.com'},
				redirect_url_override: 'https://a.example/',
			}),
		);
		assert.deepEqual(wizard.drafts, {
			'client-id': given('12345'),
			'details.project_number': given('42'),
			'details.service_account_email': given('sync@p.iam.gserviceaccount.com'),
			'redirect-url-override': given('https://a.example/'),
		});
		assert.deepEqual(wizard.answers, asked('google_health').answers);
	});

	test('is offered by the kind of its field', () => {
		const fitbit = update(asked('fitbit'), read('fitbit', {details: {fitbit: {is_hr_enabled: false}}}));
		assert.deepEqual(fitbit.drafts['details.fitbit.is_hr_enabled'], given(false));
		const scopes = update(asked('google_fit'), read('google_fit', {details: {data_scopes: ['openid']}}));
		assert.deepEqual(scopes.drafts['details.data_scopes'], given(['openid']));
	});

	for (const [name, changes] of [
		['a secret', {details: {webhook_secret: 'in the open'}}],
		['a mask', {client_id: '12••••', redirect_url_override: 'https://a.example/***'}],
		['nothing', {client_id: null, redirect_url_override: null}],
	] as const) {
		test(`is not offered where it is ${name}`, () => {
			const {drafts} = update(asked('polar'), read('polar', {client_id: null, ...changes}));
			assert.deepEqual(drafts, {});
		});
	}

	test('is not offered where its shape is another one', () => {
		const details = {project_number: 42, service_account_email: ['a'], data_scopes: 'openid'};
		const google = update(asked('google_health'), read('google_health', {client_id: null, details}));
		assert.deepEqual(google.drafts, {});
		const fitbit = {fitbit: {is_hr_enabled: 'yes'}};
		assert.deepEqual(update(asked('fitbit'), read('fitbit', {client_id: null, details: fitbit})).drafts, {});
	});

	test('never takes the place of an answer, nor of an earlier draft', () => {
		const answered = update(asked('polar'), answer('client-id', given('mine')));
		const late = update(answered, read('polar'));
		assert.deepEqual(late.answers, answered.answers);
		assert.equal(currentStep(late), 'client-secret');
		const returned = playFrom(answered, back, read('polar'));
		assert.deepEqual(returned.drafts['client-id'], given('mine'));
	});

	test('for another team or provider is ignored', () => {
		const wizard = asked('polar');
		assert.equal(update(wizard, read('strava')), wizard);
		assert.equal(update(wizard, read('polar', {teamId: otherTeamId})), wizard);
		assert.equal(update(startWizard(), read('polar')).drafts['client-id'], undefined);
		assert.notEqual(update(wizard, read('polar', {teamId: teamId.toUpperCase()})), wizard);
	});

	test('comes too late while it is being saved', () => {
		const submitting = playFrom(asked('strava'), ...answering(fieldAnswers('strava')), submit());
		assert.equal(submitting.phase.status, 'submitting');
		assert.equal(update(submitting, read('strava', {details: {a: 1}})), submitting);
	});
});

suite('stored details of unknown shape', () => {
	const details = {token: detailSecretText, level: [1, null], deep: {on: false}};
	const kept = playFrom(asked('strava'), read('strava', {details}), ...answering(fieldAnswers('strava')));

	test('are kept without being asked for, sealed', () => {
		assert.equal(currentStep(kept), 'review');
		assertNoSecret(kept);
		const body = credentialOf(kept.answers);
		assertNoSecret(body);
		assert.deepEqual(revealed(body?.values.details), {...details, token: {secret: detailSecretText}});
	});

	test('can be cleared, and stay cleared when they are read again', () => {
		const cleared = playFrom(kept, reopen('details'), answer('details', empty));
		assert.equal(credentialOf(cleared.answers)?.values.details, null);
		const again = update(cleared, read('strava', {details}));
		assert.deepEqual(again.answers.details, empty);
	});

	test('can be replaced, and stay replaced', () => {
		const other = given(new Secret('{"other": 1}'));
		const replaced = playFrom(kept, reopen('details'), answer('details', other), read('strava', {details}));
		assert.deepEqual(credentialOf(replaced.answers)?.values.details, {other: 1});
	});

	for (const masked of [{token: 'abc••••'}, {deep: {list: ['***']}}, {account: 2 ** 60}]) {
		test(`are asked for where they cannot be sent again: ${JSON.stringify(masked)}`, () => {
			const wizard = playFrom(asked('strava'), read('strava', {details: masked}));
			const atDetails = playFrom(
				wizard,
				answer('client-id', given('1')),
				answer('client-secret', given(new Secret('s'))),
			);
			assert.equal(currentStep(atDetails), 'details');
			assert.match(atDetails.refusals.details ?? '', /masked/);
			assert.equal(atDetails.drafts.details, undefined);
			const cleared = playFrom(atDetails, answer('details', empty), read('strava', {details: masked}));
			assert.equal(currentStep(cleared), 'redirect-url-override');
			assert.deepEqual(cleared.refusals, {});
		});
	}

	test('are not taken along to another team, environment or region', () => {
		const team = answer('team', {id: otherTeamId});
		for (const events of [
			[reopen('team'), team],
			[reopen('environment'), answer('environment', 'production')],
			[reopen('region'), answer('region', 'eu'), team],
		]) {
			const moved = playFrom(kept, ...events, registered);
			assert.equal(currentStep(moved), 'review');
			assert.equal(credentialOf(moved.answers)?.values.details, null);
			assert.equal(moved.drafts.details, undefined);
		}
		const other = playFrom(
			kept,
			reopen('team'),
			team,
			read('strava', {teamId: otherTeamId, details: {b: 2}}),
		);
		assert.deepEqual(credentialOf(update(other, registered).answers)?.values.details, {b: 2});
		assert.deepEqual(playFrom(other, back, back).answers, kept.answers);
	});

	test('that were entered go along', () => {
		const own = given(new Secret('{"own": 1}'));
		const entered = playFrom(kept, reopen('details'), answer('details', own));
		const moved = playFrom(entered, reopen('team'), answer('team', {id: otherTeamId}), registered);
		assert.deepEqual(credentialOf(moved.answers)?.values.details, {own: 1});
	});
});
