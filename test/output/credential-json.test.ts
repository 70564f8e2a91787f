import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {JsonObject} from '../../source/domain/credential.ts';
import {credentialJson} from '../../source/output/credential-json.ts';
import {jsonDocument} from '../../source/output/json.ts';
import {assertNoSecret, detailSecretText, firstTime, teamId} from '../support/credentials.ts';
import {hostile, placed} from './placed.ts';

const mask = '••••••••';

const detailsOf = (provider: string, details: JsonObject | null): unknown => {
	const text = jsonDocument(credentialJson(placed({provider, details})));
	assertNoSecret(text);
	assert.doesNotMatch(text, /canary/);
	return JSON.parse(text).details;
};

suite('a credential as JSON', () => {
	test('has its fields in their order and nothing else', () => {
		const more = {...placed({redirect_url_override: 'https://a.example/b'})};
		const text = jsonDocument(credentialJson({...more, stored: {...more.stored, ...{extra: 'canary'}}}));
		assert.equal(
			text,
			`{
  "id": "c1",
  "provider": "strava",
  "clientId": "12345",
  "clientSecretHash": "hash-1",
  "details": null,
  "redirectUrlOverride": "https://a.example/b",
  "appUrl": null,
  "createdAt": "${firstTime}",
  "updatedAt": "2026-03-07T10:00:00Z",
  "env": "sandbox",
  "region": "us",
  "team": {
    "id": "${teamId}",
    "name": "Runners"
  }
}
`,
		);
	});

	test('says null where the team’s name is not known, and names exactly as they are', () => {
		const teamOf = (teamName: string) =>
			JSON.parse(jsonDocument(credentialJson(placed({}, {teamName})))).team.name;
		assert.equal(teamOf(''), null);
		assert.equal(teamOf(hostile), JSON.parse(JSON.stringify(hostile)));
	});

	test('shows of details only what is known to be no secret', () => {
		const tokens = {workout_verify_token: detailSecretText, sleep_verify_token: null, is_hr_enabled: true};
		assert.deepEqual(detailsOf('fitbit', {fitbit: {...tokens, other: {deep: 'canary'}}, more: ['canary']}), {
			fitbit: {workout_verify_token: mask, sleep_verify_token: null, is_hr_enabled: true, other: mask},
			more: mask,
		});
		assert.deepEqual(detailsOf('google_fit', {data_scopes: ['openid'], redirect_uri: 'https://a.example'}), {
			data_scopes: ['openid'],
			redirect_uri: 'https://a.example',
		});
		assert.deepEqual(detailsOf('google_health', {project_number: 42, service_account_email: 'a@b.example'}), {
			project_number: 42,
			service_account_email: 'a@b.example',
		});
		assert.deepEqual(detailsOf('polar', {webhook_secret: detailSecretText}), {webhook_secret: mask});
	});

	test('masks what has another shape than a known detail, as a whole', () => {
		assert.deepEqual(detailsOf('google_health', {project_number: {token: 'canary'}}), {project_number: mask});
		assert.deepEqual(detailsOf('google_fit', {data_scopes: ['a', {token: 'canary'}]}), {data_scopes: mask});
		assert.deepEqual(detailsOf('fitbit', {fitbit: ['canary']}), {fitbit: mask});
	});

	test('masks every detail of a provider without any, and of one that is not known', () => {
		for (const provider of ['strava', 'brand_new', '__proto__']) {
			const details = {token: 'canary', pin: 4711, isOn: true, none: null, deep: {token: 'canary'}};
			const masked = {token: mask, pin: mask, isOn: mask, none: null, deep: mask};
			assert.deepEqual(detailsOf(provider, details), masked);
			assert.deepEqual(detailsOf(provider, {}), {});
		}
	});
});
