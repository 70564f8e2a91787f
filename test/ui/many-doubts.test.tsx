import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {StoredCredential} from '../../source/domain/credential.ts';
import {success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const row = (provider: string, values: StoredCredential['values']): StoredCredential => ({
	id: '0b6e8a1e-3333-4a4a-8a8a-000000000001',
	teamId: answered.team.team?.id ?? '',
	provider,
	values: {client_id: '12345', details: null, redirect_url_override: null, ...values},
	clientSecretHash: '5f2b1c9d',
	appUrl: null,
	createdAt: '2026-01-01T00:00:00Z',
	updatedAt: '2026-03-01T12:00:00Z',
});

suite('details as JSON', () => {
	const secret = new Secret('0123456789abcdef0123456789abcdef01234567');
	/** Details are asked for from review alone. */
	const atDetails = async () => {
		const app = mountApp({
			...answered.team,
			provider: {slug: 'strava'},
			register: {steps: []},
			'client-id': {kind: 'given', value: '12345'},
			'client-secret': {kind: 'given', value: secret},
			'redirect-url-override': {kind: 'empty'},
		});
		await app.waitFor(/^❯ Submit/m);
		while (!/^❯ Details/m.test(app.screen())) await app.press(keys.down);
		await app.press(keys.enter);
		await app.waitFor(/^Details \(JSON\)$/m);
		return app;
	};

	test('have what is doubted in them said by its name, and Enter again keeps it', async () => {
		const app = await atDetails();
		await app.paste('{"token": "canary****wxyz", "urls": ["{{CALLBACK}}"], "level": 3, "empty": ""}');
		await app.press(keys.enter);
		const said = app.screen().replace(/\s+/g, ' ');
		assert.match(said, /details\.token: A part is hidden at position 7/);
		assert.match(said, /details\.urls: It says where the value is, and is not the value/);
		assert.match(said, /Enter again keeps it as it is\./);
		await app.press(keys.enter);
		await app.waitFor(/^ {2}Details \(JSON\) +token, urls, level, empty/m);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});

	test('are not taken with what cannot be right, however often', async () => {
		const app = await atDetails();
		await app.paste('{"token": "a\\u0007b", "half": "\\ud800"}');
		await app.press(keys.enter, keys.enter);
		const said = app.screen().replace(/\s+/g, ' ');
		assert.match(said, /details\.token: There is a sign \(U\+0007\) at position 2/);
		assert.match(said, /details\.half: Half of a character is at position 1/);
		assert.match(app.screen(), /^Details \(JSON\)$/m);
		await app.press(keys.ctrlC, keys.ctrlC);
		await app.unmount();
	});

	test('that are a document with client ID and secret are not stored whole by Enter alone', async () => {
		const app = await atDetails();
		await app.paste('{"app": {"client_id": "54321", "client_secret": "canary-89abcdef0123456789abcdef01"}}');
		await app.press(keys.enter);
		assert.match(app.screen(), /^This is JSON, with:$/m);
		assert.match(app.screen(), /^ {2}Keep it as the details \(JSON\)$/m);
		assert.match(app.screen(), /^❯ Type it instead$/m);
		await app.press(keys.up, keys.enter);
		await app.waitFor(/^❯ •{8} {2}\d+ characters/m);
		await app.press(keys.enter);
		await app.waitFor(/^ {2}Details \(JSON\) +app/m);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});
});

suite('a list that is stored', () => {
	const atList = async (scopes: readonly string[]) => {
		const stored = row('google_fit', {
			details: {redirect_uri: 'https://a.example/fit', data_scopes: scopes},
		});
		const {services} = fakeServices({api: {credentials: async () => success({rows: [stored]})}});
		const app = mountApp(
			{
				...answered.team,
				provider: {slug: 'google_fit'},
				register: {steps: []},
				'client-id': {kind: 'given', value: '1-a.apps.googleusercontent.com'},
				'client-secret': {kind: 'given', value: new Secret('GOCSPX-canary0123456789abcdefghijkl')},
				'details.redirect_uri': {kind: 'given', value: 'https://a.example/fit'},
			},
			services,
		);
		await app.waitFor(/^Data scopes$/m);
		await app.settle();
		return app;
	};

	test('is labelled, and shows what cannot be seen in an entry', async () => {
		const app = await atList(['openid\u200b']);
		assert.match(app.screen(), /^Chosen is what is stored; Enter keeps it\.$/m);
		await app.press(keys.end);
		assert.match(app.screen(), /\[x\] openid\\u\{200b\}$/m);
		await app.press(keys.enter);
		assert.match(
			app.screen().replace(/\s+/g, ' '),
			/Entry 1: A zero-width space \(U\+200B\) is at position 7/,
		);
		await app.press(keys.enter);
		await app.waitFor(/^Redirect URL override$/m);
		await app.unmount();
	});

	test('has a note go once another entry is chosen', async () => {
		const app = await atList(['"openid"']);
		await app.press(keys.enter);
		assert.match(app.screen(), /It is wrapped in quotes/);
		await app.press(keys.home, ' ');
		assert.doesNotMatch(app.screen(), /It is wrapped in quotes/);
		await app.unmount();
	});
});

suite('an address that is stored', () => {
	const atOverride = async (text: string) => {
		const stored = row('strava', {redirect_url_override: text});
		const {services} = fakeServices({api: {credentials: async () => success({rows: [stored]})}});
		const app = mountApp(
			{
				...answered.team,
				provider: {slug: 'strava'},
				register: {steps: []},
				'client-id': {kind: 'given', value: '12345'},
				'client-secret': {kind: 'given', value: new Secret('0123456789abcdef0123456789abcdef01234567')},
			},
			services,
		);
		await app.waitFor(/^Redirect URL override$/m);
		await app.settle();
		return app;
	};

	test('is labelled, and replaced by pasting', async () => {
		const app = await atOverride('https://a.example/callback');
		assert.match(
			app.screen(),
			/^Stored: https:\/\/a\.example\/ca…, Enter keeps it, typing or pasting replaces it$/m,
		);
		await app.paste('https://b.example/callback');
		assert.match(app.screen(), /^❯ https:\/\/b\.example\/callback$/m);
		assert.doesNotMatch(app.screen(), /^Stored/m);
		await app.unmount();
	});

	test('may be a secret, and is not shown then', async () => {
		const app = await atOverride('GOCSPX-canary0123456789abcdefghijkl');
		assert.match(app.screen(), /^Stored: •{8}, Enter keeps it/m);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});
});
