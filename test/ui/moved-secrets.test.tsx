import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Answers} from '../../source/wizard/answers.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {keys} from '../support/keys.ts';

const atField = (slug: string, more: Answers = {}) =>
	mountApp({...answered.team, provider: {slug}, register: {steps: []}, ...more});

const google = 'GOCSPX-canary0123456789abcdefghijkl';
const hexadecimal = 'ca0a01234567890123456789abcdef00';

test('what is a secret by its form alone is masked in every other line too', async () => {
	const places = [
		{app: mountApp({}), before: [keys.enter]},
		{app: mountApp(answered.region), before: []},
		{app: mountApp(answered.team), before: []},
	];
	for (const {app, before} of places) {
		await app.press(...before);
		for (const text of [google, 'mg_canary_0123456789abcdef']) {
			await app.paste(text);
			await app.waitFor(/•{6}/);
			await app.press(keys.ctrlU);
		}
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	}
});

suite('a secret in a field that is none', () => {
	test('that may be one of several is asked about by their names, and Enter alone gives it to none', async () => {
		const app = atField('fitbit');
		await app.paste(hexadecimal);
		assert.match(app.screen(), /^❯ •{6} {2}32 characters$/m);
		await app.press(keys.enter);
		assert.match(app.screen(), /^ {2}Use it as the client secret$/m);
		assert.match(app.screen(), /^ {2}Use it as the \w+ verify token$/m);
		assert.match(app.screen(), /^❯ Enter it again$/m);
		await app.press(keys.up, keys.enter);
		await app.waitFor(/^✔ \w+ verify token +•{8}$/m);
		assert.match(app.screen(), /^Client ID$/m);
		assert.match(app.screen(), /^❯$/m);
		assert.ok(!app.raw().includes(hexadecimal));
		await app.unmount();
	});

	test('that is a client secret by its form alone is offered to that field, from other secrets and addresses too', async () => {
		const given = {'client-id': {kind: 'given', value: '4d3c2b1a-0000-4000-8000-000000000000'}} as const;
		const app = atField('polar', {...given, 'redirect-url-override': {kind: 'empty'}});
		await app.waitFor(/^Client secret$/m);
		await app.paste(google);
		await app.press(keys.enter);
		await app.press(keys.enter);
		await app.waitFor(/^Webhook secret$/m);
		await app.paste(google.replace('canary', 'canaRY'));
		await app.press(keys.enter);
		assert.match(app.screen(), /^❯ Use it as the client secret$/m);
		await app.press(keys.enter);
		assert.match(app.screen(), /^Webhook secret$/m);
		assert.match(app.screen(), /^❯$/m);
		assert.ok(!/canary/i.test(app.raw()));
		await app.unmount();
	});

	test('is offered from an address', async () => {
		const app = atField('google_health', {
			'client-id': {kind: 'given', value: '1-a.apps.googleusercontent.com'},
			'details.project_number': {kind: 'given', value: '1'},
			'details.service_account_email': {kind: 'given', value: 'a@b.example'},
		});
		await app.waitFor(/^Client secret$/m);
		await app.paste('canary-secret-of-another-kind');
		await app.press(keys.enter, keys.enter);
		await app.waitFor(/^Redirect URL override$/m);
		await app.paste(google);
		assert.match(app.screen(), /^❯ •{6} {2}35 characters$/m);
		await app.press(keys.enter);
		assert.match(app.screen(), /^❯ Use it as the client secret$/m);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});
});
