import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {StoredCredential} from '../../source/domain/credential.ts';
import {failure, success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const atClientId = (slug: string, more: Answers = {}) =>
	mountApp({...answered.team, provider: {slug}, register: {steps: []}, ...more});

suite('a text that was probably not meant', () => {
	test('is asked about once, and the repaired value is taken', async () => {
		const app = atClientId('strava');
		await app.paste('"12345"');
		await app.press(keys.enter);
		assert.match(app.screen(), /^! It is wrapped in quotes: give it without them\.$/m);
		assert.match(app.screen(), /^❯ Use it repaired \(5 characters\)$/m);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Client ID +12345$/m);
		await app.unmount();
	});

	test('can be kept exactly as it is', async () => {
		const app = atClientId('oura');
		await app.paste('"an-application"');
		await app.press(keys.enter, keys.down, keys.down, keys.enter);
		await app.waitFor(/^! Client ID +"an-application" /m);
		await app.unmount();
	});

	test('is not kept where the field could never take it', async () => {
		const app = atClientId('oura', {
			'client-id': {kind: 'given', value: 'an-application'},
			'client-secret': {kind: 'empty'},
		});
		await app.paste('https://connect.example.com/call*');
		await app.press(keys.enter);
		assert.match(app.screen(), /^! A \* is at position 33/m);
		assert.match(app.screen(), /^❯ Enter it again$/m);
		await app.press(keys.ctrlC);
		await app.unmount();
	});

	test('is said, and not taken, where it cannot be right', async () => {
		const app = atClientId('oura');
		await app.paste('lost\ufffdcharacter');
		await app.press(keys.enter);
		assert.match(app.screen(), /^✖ A character was lost at position 5/m);
		assert.match(app.screen(), /^Client ID$/m);
		await app.unmount();
	});
});

suite('a sign that nobody sees, pasted into a line that holds something', () => {
	for (const [name, pasted, position] of [
		['with others', '3\u200b4', 3],
		['alone', '\u200b', 2],
	] as const) {
		test(`is asked about at once where it comes ${name}, as a part of the whole line`, async () => {
			const app = atClientId('strava');
			await app.press('1', '2', keys.left);
			await app.paste(pasted);
			assert.match(app.screen(), new RegExp(`zero-width space \\(U\\+200B\\) is at position ${position}`));
			await app.press(keys.enter);
			await app.waitFor(new RegExp(`^✔ Client ID +1${pasted.replace('\u200b', '')}2$`, 'm'));
			await app.unmount();
		});
	}

	test('and what cannot be right is said, and the line stays', async () => {
		const app = atClientId('oura');
		await app.press('1', '2');
		await app.paste('3\b4');
		assert.match(app.screen(), /^❯ 12$/m);
		assert.match(app.screen(), /^✖ There is .+ at position 4/m);
		await app.unmount();
	});
});

test('what is unusual is said below the value, and goes when the value changes', async () => {
	const app = atClientId('fitbit');
	await app.paste('ab-1');
	await app.press(keys.enter);
	assert.match(app.screen(), /^❯ ab-1\n! The Fitbit client ID is usually/m);
	await app.press('x');
	assert.doesNotMatch(app.screen(), /usually|Enter again/);
	await app.press(keys.enter);
	assert.match(app.screen(), /^❯ ab-1x\n! The Fitbit client ID is usually/m);
	await app.press(keys.enter);
	await app.waitFor(/^! Client ID +ab-1x /m);
	await app.unmount();
});

test('the API follows from the key without the quotes that stood around it', async () => {
	const app = mountApp(answered.organization);
	await app.paste('"mg_canary_0123456789abcdef"');
	await app.waitFor(/API: .*management\.junction\.com/);
	await app.press(keys.enter);
	assert.match(app.screen(), /^❯ Use it repaired \(26 characters\)$/m);
	await app.unmount();
});

suite('a secret in a field that is none', () => {
	const secret = 'GOCSPX-canary0123456789abcdefghijkl';

	test('is masked at once, and offered to its own field', async () => {
		const app = atClientId('google_health');
		await app.paste(secret);
		assert.match(app.screen(), /^❯ •{6} {2}35 characters$/m);
		await app.press(keys.enter);
		assert.match(app.screen(), /^! This looks like the client secret/m);
		await app.press(keys.enter);
		await app.waitFor(/^Client ID$/m);
		const id = '123456789012-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com';
		await app.paste(id);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Client secret +•{8}$/m);
		assert.doesNotMatch(app.screen(), /^Client secret$/m);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});

	test('stays masked where it is kept all the same', async () => {
		const app = atClientId('google_health');
		await app.paste(secret);
		await app.press(keys.enter, keys.down, keys.down, keys.enter);
		await app.press(keys.enter);
		await app.waitFor(/^Client secret$/m);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});
});

suite('a document in a field', () => {
	const id = '123456789012-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com';
	const secret = 'GOCSPX-canary0123456789abcdefghijkl';
	const uri = 'https://api.example.com/callback';
	const steps = [{type: 'redirect_uri', key: 'redirect', value: uri, description: ''}];
	const atGoogle = async () => {
		const {services} = fakeServices({api: {prepare: async () => success({steps})}});
		const app = mountApp({...answered.team, provider: {slug: 'google_health'}}, services);
		await app.waitFor('❯ ○');
		await app.press(keys.end, keys.enter);
		await app.waitFor(/^Client ID$/m);
		return app;
	};
	const google = (kind: string, redirect = uri) =>
		JSON.stringify({[kind]: {client_id: id, client_secret: secret, redirect_uris: [redirect]}}, undefined, 2);

	test('says where it would take the place of what was entered before', async () => {
		const {services} = fakeServices({api: {prepare: async () => success({steps})}});
		const project = {kind: 'given', value: '555'} as const;
		const app = mountApp(
			{...answered.team, provider: {slug: 'google_health'}, 'details.project_number': project},
			services,
		);
		await app.waitFor('❯ ○');
		await app.press(keys.end, keys.enter);
		await app.waitFor(/^Client ID$/m);
		await app.paste(google('web'));
		assert.match(app.screen(), /^Project number: 12 characters, in place of what was entered$/m);
		assert.match(app.screen(), /^Client secret: 35 characters$/m);
		await app.unmount();
	});

	test('answers all of its fields, the project number of a Google client among them', async () => {
		const app = await atGoogle();
		await app.paste(google('web'));
		assert.match(app.screen(), /^This is Google's client file, with:$/m);
		assert.match(app.screen(), /^Client secret: 35 characters$/m);
		assert.doesNotMatch(app.screen(), /The redirect URI to register/);
		assert.match(app.screen(), /^❯ Use all 3\n {2}Only the client ID\n {2}Type it instead$/m);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Project number +123456789012$/m);
		assert.match(app.screen(), /^✔ Client secret +•{8}$/m);
		assert.ok(!app.raw().includes('canary'));
		await app.unmount();
	});

	test('gives only the field that is asked, where that is chosen', async () => {
		const app = await atGoogle();
		await app.paste(google('web'));
		await app.press(keys.down, keys.enter);
		await app.waitFor(/^Client secret$/m);
		await app.unmount();
	});

	test('says first where its redirect URI is another than the one to register', async () => {
		const app = await atGoogle();
		await app.paste(google('web', `${uri}/`));
		assert.match(
			app.screen().replace(/\s+/g, ' '),
			/! The redirect URI to register is not in it: \S+callback\. In it: \S+callback\/\..*This is/,
		);
		await app.unmount();
	});

	test('of another kind is refused, with what is needed', async () => {
		const app = await atGoogle();
		await app.paste(google('installed'));
		assert.match(app.screen(), /^❯ Type it instead$/m);
		assert.match(app.screen(), /Web application/);
		await app.press(keys.enter);
		assert.match(app.screen(), /^❯$/m);
		await app.unmount();
	});

	test('with two applications is asked about, and Enter alone takes neither', async () => {
		const app = atClientId('strava');
		await app.paste(
			'A_CLIENT_ID=11111\nA_CLIENT_SECRET=canary1\nB_CLIENT_ID=22222\nB_CLIENT_SECRET=canary2\n',
		);
		assert.match(app.screen(), /Several applications are in it/);
		assert.match(app.screen(), /^❯ Type it instead$/m);
		await app.press(keys.up, keys.enter);
		assert.match(app.screen(), /^❯ Use both$|^Client secret: /m);
		await app.unmount();
	});

	test('at the client secret gives the client ID as well, once Return was pressed', async () => {
		const app = atClientId('strava', {'client-id': {kind: 'given', value: '99999'}});
		await app.paste(
			'STRAVA_CLIENT_ID=12345\nSTRAVA_CLIENT_SECRET=0123456789abcdef0123456789abcdef01234567\n',
		);
		await app.press(keys.enter);
		assert.match(app.screen(), /^❯ Use both$/m);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Client ID +12345$/m);
		assert.ok(!app.raw().includes('0123456789abcdef0'));
		await app.unmount();
	});
});

suite('the path of a dropped file', () => {
	const secret = '0123456789abcdef0123456789abcdef01234567';
	const text = `STRAVA_CLIENT_ID=12345\nSTRAVA_CLIENT_SECRET=${secret}\n`;

	test('is read after a question, and answers what is in the file', async () => {
		const paths: string[] = [];
		const {services} = fakeServices({
			async readDropped(path) {
				paths.push(path);
				return success(new Secret(text));
			},
		});
		const app = mountApp({...answered.team, provider: {slug: 'strava'}, register: {steps: []}}, services);
		await app.waitFor(/^Client ID$/m);
		await app.paste("'/home/me/my keys.env' ");
		assert.match(app.screen(), /^This is the path of a file: \/home\/me\/my keys\.env$/m);
		assert.deepEqual(paths, []);
		await app.press(keys.enter);
		await app.waitFor(/^❯ Use both$/m);
		assert.deepEqual(paths, ['/home/me/my keys.env']);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Client secret +•{8}$/m);
		assert.ok(!app.raw().includes(secret));
		await app.unmount();
	});

	test('that cannot be read is said, and the value is typed instead', async () => {
		const {services} = fakeServices({
			readDropped: async () =>
				failure({
					kind: 'correct',
					message: 'That file is larger than 64 kB.',
					advice: 'Paste it.',
					fields: [],
				}),
		});
		const app = mountApp({...answered.team, provider: {slug: 'strava'}, register: {steps: []}}, services);
		await app.waitFor(/^Client ID$/m);
		await app.paste('/home/me/large.env');
		await app.press(keys.enter);
		await app.waitFor('That file is larger than 64 kB.');
		await app.press(keys.enter);
		await app.waitFor(/^❯$/m);
		await app.unmount();
	});
});

test('a stored value is labelled, kept by Enter, and replaced by typing', async () => {
	const row: StoredCredential = {
		id: '0b6e8a1e-3333-4a4a-8a8a-000000000001',
		teamId: answered.team.team?.id ?? '',
		provider: 'strava',
		values: {client_id: '11111', details: null, redirect_url_override: null},
		clientSecretHash: '5f2b1c9d',
		appUrl: null,
		createdAt: '2026-01-01T00:00:00Z',
		updatedAt: '2026-03-01T12:00:00Z',
	};
	const {services} = fakeServices({api: {credentials: async () => success({rows: [row]})}});
	const app = mountApp({...answered.team, provider: {slug: 'strava'}, register: {steps: []}}, services);
	await app.waitFor(/^Stored: 11111, Enter keeps it, typing or pasting replaces it\n❯ 11111$/m);
	await app.press('2', '2', keys.enter);
	await app.waitFor(/^✔ Client ID +22$/m);
	await app.unmount();
});
