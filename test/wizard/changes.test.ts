import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Secret} from '../../source/domain/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {assertNoSecret, detailSecretText, secretText} from '../support/credentials.ts';
import {fieldAnswers, fieldsFor} from '../support/field-answers.ts';
import {changesFrom, empty, given, otherTeamId, stored, targetAnswers} from '../support/play.ts';
import {altered, type StoredChanges} from '../support/values.ts';

type Row = {
	readonly slug: string;
	readonly was: StoredChanges;
	readonly is: Answers;
	/** Each change: its field, and what it was and will be in words. */
	readonly changes: readonly (readonly [id: string, from: string, to: string])[];
};

const secret = given(new Secret(secretText));
const idOnly: Answers = {'client-id': given('12345'), 'client-secret': secret};
const plain: Answers = {...idOnly, 'redirect-url-override': empty, details: empty};
const json = (text: string): Answers => ({...plain, details: given(new Secret(text))});
const override = (text: string): Answers => ({...plain, 'redirect-url-override': given(text)});
const health: Answers = {
	...idOnly,
	'redirect-url-override': empty,
	'details.project_number': given('42'),
	'details.service_account_email': given('a@b.example'),
};
const healthDetails = {project_number: '42', service_account_email: 'a@b.example'};
const scopes = (...values: readonly string[]): Answers => ({
	...idOnly,
	'redirect-url-override': empty,
	'details.redirect_uri': given('https://a.example/fit'),
	'details.data_scopes': given(values),
});
const fitDetails = {redirect_uri: 'https://A.example:443/fit', data_scopes: ['openid', 'email']};
const heartRate = (value: boolean): Answers => ({
	...Object.fromEntries(fieldsFor('fitbit').map(({id}) => [id, empty])),
	...idOnly,
	'redirect-url-override': empty,
	'details.fitbit.is_hr_enabled': given(value),
});
const heartRateTitle = 'details.fitbit.is_hr_enabled';

const rows: Readonly<Record<string, Row>> = {
	'nothing, where only the secret is another one': {slug: 'strava', was: {}, is: plain, changes: []},
	'another client ID': {
		slug: 'strava',
		was: {client_id: '999'},
		is: plain,
		changes: [['client-id', '999', '12345']],
	},
	'a client ID where there was none': {
		slug: 'strava',
		was: {client_id: null},
		is: plain,
		changes: [['client-id', '', '12345']],
	},
	'a client ID in another case': {
		slug: 'strava',
		was: {client_id: 'AbC'},
		is: {...plain, 'client-id': given('abc')},
		changes: [['client-id', 'AbC', 'abc']],
	},
	'a client ID that looks like an address, in another spelling': {
		slug: 'strava',
		was: {client_id: 'https://App.example'},
		is: {...plain, 'client-id': given('https://app.example/')},
		changes: [['client-id', 'https://App.example', 'https://app.example/']],
	},
	'nothing, where a practice ID is in another case': {
		slug: 'freestyle_libre',
		was: {client_id: 'PRACTICE-1'},
		is: {'client-id': given('practice-1')},
		changes: [],
	},
	'an override that is new': {
		slug: 'strava',
		was: {},
		is: override('https://a.example/b'),
		changes: [['redirect-url-override', '', 'https://a.example/b']],
	},
	'an override that is cleared': {
		slug: 'strava',
		was: {redirect_url_override: 'https://a.example/b'},
		is: plain,
		changes: [['redirect-url-override', 'https://a.example/b', '']],
	},
	'nothing, where an address is spelled otherwise': {
		slug: 'strava',
		was: {redirect_url_override: 'https://A.Example:443'},
		is: override('https://a.example/'),
		changes: [],
	},
	'an address with another path': {
		slug: 'strava',
		was: {redirect_url_override: 'https://a.example/B'},
		is: override('https://a.example/b'),
		changes: [['redirect-url-override', 'https://a.example/B', 'https://a.example/b']],
	},
	'nothing, where what is empty is stored as an empty text': {
		slug: 'strava',
		was: {redirect_url_override: ''},
		is: plain,
		changes: [],
	},
	'nothing of details that are the same': {
		slug: 'google_health',
		was: {details: {...healthDetails, unasked: 'kept'}},
		is: health,
		changes: [],
	},
	'each detail for itself': {
		slug: 'google_health',
		was: {details: {...healthDetails, project_number: '41', service_account_email: null}},
		is: health,
		changes: [
			['details.project_number', '41', '42'],
			['details.service_account_email', '', 'a@b.example'],
		],
	},
	'nothing, where a list is in another order': {
		slug: 'google_fit',
		was: {details: fitDetails},
		is: scopes('email', 'openid'),
		changes: [],
	},
	'a list with another entry': {
		slug: 'google_fit',
		was: {details: fitDetails},
		is: scopes('openid'),
		changes: [['details.data_scopes', 'openid, email', 'openid']],
	},
	'nothing, where no is stored as nothing': {
		slug: 'fitbit',
		was: {details: {fitbit: {}}},
		is: heartRate(false),
		changes: [],
	},
	'yes instead of nothing': {
		slug: 'fitbit',
		was: {details: null},
		is: heartRate(true),
		changes: [[heartRateTitle, '', 'yes']],
	},
	'no instead of yes': {
		slug: 'fitbit',
		was: {details: {fitbit: {is_hr_enabled: true}}},
		is: heartRate(false),
		changes: [[heartRateTitle, 'yes', 'no']],
	},
	'nothing, where details of unknown shape are written otherwise': {
		slug: 'strava',
		was: {details: {b: [1, 2], a: {c: true}}},
		is: json('{ "a": {"c": true}, "b": [2, 1] }'),
		changes: [],
	},
	'details of unknown shape by their keys': {
		slug: 'strava',
		was: {details: {token: detailSecretText}},
		is: json(`{"token": ${JSON.stringify(secretText)}, "level": 1}`),
		changes: [['details', 'token', 'token, level']],
	},
	'details of unknown shape that are cleared': {
		slug: 'strava',
		was: {details: {token: detailSecretText}},
		is: plain,
		changes: [['details', 'token', '']],
	},
	'nothing, where it is stored for another team': {
		slug: 'strava',
		was: {teamId: otherTeamId, client_id: '999'},
		is: plain,
		changes: [],
	},
	'nothing, where it is stored for another provider': {
		slug: 'strava',
		was: {provider: 'polar', client_id: '999'},
		is: plain,
		changes: [],
	},
};

suite('what a save would change', () => {
	for (const [name, {slug, was, is, changes}] of Object.entries(rows)) {
		test(`is ${name}`, () => {
			const found = changesFrom(altered(stored, {provider: slug, ...was}), {...targetAnswers(slug), ...is});
			assert.deepEqual(
				found.map(({id, from, to}) => [id, from, to]),
				changes,
			);
			assertNoSecret(found);
		});
	}

	test('is never a secret, old or new', () => {
		const answers = {...targetAnswers('polar'), ...fieldAnswers('polar'), 'details.webhook_secret': secret};
		const row = altered(stored, {provider: 'polar', details: {webhook_secret: detailSecretText}});
		const found = changesFrom(row, answers);
		assert.deepEqual(
			found.map(({id}) => id),
			['client-id', 'details.webhook_secret', 'redirect-url-override'],
		);
		assertNoSecret(found);
	});

	test('shows what cannot be seen by its escapes, and has the titles of its lines', () => {
		const [change] = changesFrom(altered(stored, {client_id: '9\u001b[2J\u202e9'}), {
			...targetAnswers('strava'),
			...plain,
		});
		assert.deepEqual(change, {
			id: 'client-id',
			title: 'Client ID',
			from: '9\\u{1b}[2J\\u{202e}9',
			to: '12345',
		});
	});
});
