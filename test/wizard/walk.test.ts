import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Answers, StepId} from '../../source/wizard/answers.ts';
import {currentStep} from '../../source/wizard/state.ts';
import {placeOf} from '../../source/wizard/submission.ts';
import {startWizard} from '../../source/wizard/wizard.ts';
import {teamId} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {
	answer,
	answering,
	confirmed,
	credentialOf,
	empty,
	given,
	play,
	playFrom,
	settle,
	submit,
	targetAnswers,
	update,
} from '../support/play.ts';
import {revealed} from '../support/revealed.ts';

const targetSteps = ['organization', 'organization-key', 'environment', 'region', 'team', 'provider'];

type Walk = {
	readonly slug: string;
	/** Whether there is something to register at the provider first. */
	readonly hasRegistration: boolean;
	readonly fields: Answers;
	/** The body apart from team and provider. */
	readonly body: Readonly<Record<string, unknown>>;
};

const idAndSecret: Answers = {
	'client-id': given('my-id'),
	'client-secret': given(new Secret('my-secret')),
};
const idAndSecretBody = {client_id: 'my-id', client_secret: {secret: 'my-secret'}};

const walks: readonly Walk[] = [
	{
		slug: 'strava',
		hasRegistration: true,
		fields: {...idAndSecret, 'redirect-url-override': empty},
		body: {...idAndSecretBody, details: null, redirect_url_override: null},
	},
	{
		slug: 'google_health',
		hasRegistration: true,
		fields: {
			...idAndSecret,
			'details.project_number': given('42'),
			'details.service_account_email': given('sync@p.iam.gserviceaccount.com'),
			'redirect-url-override': given('https://connect.example.com/callback'),
		},
		body: {
			...idAndSecretBody,
			details: {project_number: '42', service_account_email: 'sync@p.iam.gserviceaccount.com'},
			redirect_url_override: 'https://connect.example.com/callback',
		},
	},
	{
		slug: 'fitbit',
		hasRegistration: true,
		fields: {
			...idAndSecret,
			'details.fitbit.workout_verify_token': given(new Secret('workout')),
			'details.fitbit.sleep_verify_token': given(new Secret('sleep')),
			'details.fitbit.body_verify_token': given(new Secret('body')),
			'details.fitbit.foods_verify_token': empty,
			'details.fitbit.is_hr_enabled': given(false),
			'redirect-url-override': empty,
		},
		body: {
			...idAndSecretBody,
			details: {
				fitbit: {
					workout_verify_token: {secret: 'workout'},
					sleep_verify_token: {secret: 'sleep'},
					body_verify_token: {secret: 'body'},
					foods_verify_token: null,
					is_hr_enabled: false,
				},
			},
			redirect_url_override: null,
		},
	},
	{
		slug: 'polar',
		hasRegistration: true,
		fields: {
			...idAndSecret,
			'details.webhook_secret': given(new Secret('hook')),
			'redirect-url-override': empty,
		},
		body: {...idAndSecretBody, details: {webhook_secret: {secret: 'hook'}}, redirect_url_override: null},
	},
	{
		slug: 'google_fit',
		hasRegistration: true,
		fields: {
			...idAndSecret,
			'details.redirect_uri': given('https://example.com/fit'),
			'details.data_scopes': given(['openid', 'email']),
			'redirect-url-override': empty,
		},
		body: {
			...idAndSecretBody,
			details: {redirect_uri: 'https://example.com/fit', data_scopes: ['openid', 'email']},
			redirect_url_override: null,
		},
	},
	{
		slug: 'my_fitness_pal_v2',
		hasRegistration: true,
		fields: {...idAndSecret, 'details.client': given('pal'), 'redirect-url-override': empty},
		body: {...idAndSecretBody, details: {client: 'pal'}, redirect_url_override: null},
	},
	{
		slug: 'freestyle_libre',
		hasRegistration: false,
		fields: {'client-id': given('practice-1')},
		body: {client_id: 'practice-1', client_secret: null, details: null, redirect_url_override: null},
	},
	{
		slug: 'peloton',
		hasRegistration: false,
		fields: {...idAndSecret, 'redirect-url-override': empty},
		body: {...idAndSecretBody, details: null, redirect_url_override: null},
	},
	{
		slug: 'newer_than_the_catalogue',
		hasRegistration: true,
		fields: {...idAndSecret, 'redirect-url-override': empty},
		body: {...idAndSecretBody, details: null, redirect_url_override: null},
	},
];

suite('a walk from the organization to a saved credential', () => {
	for (const {slug, hasRegistration, fields, body} of walks) {
		test(`for ${slug} asks its fields and sends its body`, () => {
			const asked: (StepId | 'review')[] = [];
			let wizard = startWizard();
			for (const event of answering({...targetAnswers(slug), ...fields})) {
				asked.push(currentStep(wizard));
				wizard = update(wizard, event);
			}
			const register = hasRegistration ? ['register'] : [];
			assert.deepEqual(asked, [...targetSteps, ...register, ...Object.keys(fields)]);
			assert.equal(currentStep(wizard), 'review');

			const submitted = update(wizard, submit());
			assert.deepEqual(submitted.phase, {status: 'submitting'});
			assert.deepEqual(placeOf(submitted.answers), {environment: 'sandbox', region: 'us'});
			assert.deepEqual(revealed(credentialOf(submitted.answers)), {
				teamId,
				provider: slug,
				values: body,
			});

			const {phase} = update(submitted, settle(submitted.attempt, confirmed));
			assert.deepEqual(phase, {status: 'done', outcome: confirmed});
		});
	}

	for (const {slug} of providers) {
		test(`for ${slug} is complete once its fields are answered`, () => {
			const wizard = play(...answering({...targetAnswers(slug), ...fieldAnswers(slug)}));
			assert.equal(currentStep(wizard), 'review');
			const credential = credentialOf(wizard.answers);
			assert.equal(credential?.provider, slug);
			assert.equal(credential.values.client_id, `${slug} client-id 0`);
		});
	}
});

test('details of unknown shape are never asked, and can be added from review', () => {
	const fields = {...idAndSecret, 'redirect-url-override': empty};
	const review = play(...answering({...targetAnswers('strava'), ...fields}));
	const details = given(new Secret('{"extra": {"level": [1, null, "text"]}, "token": "t"}'));
	const added = playFrom(review, {type: 'reopened', step: 'details'}, answer('details', details));
	assert.equal(currentStep(added), 'review');
	const body = credentialOf(added.answers)?.values.details;
	assert.deepEqual(revealed(body), {
		extra: {level: [1, null, {secret: 'text'}]},
		token: {secret: 't'},
	});
});

test('a provider without own OAuth has to be accepted', () => {
	const {provider: _, ...target} = targetAnswers('peloton');
	const asked = play(...answering(target));
	const unaccepted = update(asked, answer('provider', {slug: 'peloton'}));
	assert.equal(currentStep(unaccepted), 'provider');
	const accepted = update(asked, answer('provider', {slug: 'peloton', isAccepted: true}));
	assert.equal(currentStep(accepted), 'client-id');
});

test('a key that was proved for another organization is no answer', () => {
	const wizard = play(...answering({organization: {id: teamId, isDemo: false}}));
	const {'organization-key': key} = targetAnswers('strava');
	assert.ok(key);
	assert.equal(currentStep(update(wizard, answer('organization-key', key))), 'organization-key');
});
