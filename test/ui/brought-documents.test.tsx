import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {success} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {fakeServices} from '../support/fake-services.ts';
import {keys} from '../support/keys.ts';

const secret = '0123456789abcdef0123456789abcdef01234567';
const uri = 'https://api.example.com/callback';
const document = (text: string) => ({launch: {document: new Secret(text)}});
const block = `STRAVA_CLIENT_ID=12345\nSTRAVA_CLIENT_SECRET=${secret}\n`;

const toRegister = () =>
	fakeServices({
		api: {
			prepare: async () =>
				success({steps: [{type: 'redirect_uri', key: 'redirect', value: uri, description: ''}]}),
		},
	}).services;

suite('the document of a flag', () => {
	test('is offered at the first field, once its provider was chosen', async () => {
		const app = mountApp(answered.team, undefined, document(block));
		await app.waitFor(/providers$/m);
		await app.press('strava');
		await app.press(keys.enter);
		await app.waitFor(/^Register with Strava$/m);
		await app.press(keys.end, keys.enter);
		await app.waitFor(/^This is a settings file, with:$/m);
		assert.match(app.screen(), /^❯ Use both\n {2}Only the client ID\n {2}Type it instead$/m);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Client secret +•{8}$/m);
		assert.match(app.screen(), /^Redirect URL override$/m);
		assert.ok(!app.raw().includes(secret));
		await app.unmount();
	});

	test('that is not wanted leaves the fields to be typed', async () => {
		const app = mountApp(
			{...answered.team, provider: {slug: 'oura'}, register: {steps: []}},
			undefined,
			document(block),
		);
		await app.waitFor('Its names are those of another provider');
		assert.match(app.screen(), /^❯ Type it instead$/m);
		await app.press(keys.enter);
		await app.waitFor(/^❯$/m);
		assert.match(app.screen(), /^Client ID$/m);
		await app.unmount();
	});

	test('has what is doubted in it asked at its field at once', async () => {
		const preset = {...answered.team, provider: {slug: 'strava'}, register: {steps: []}};
		const app = mountApp(preset, undefined, document(`CLIENT_ID="12 345"\nCLIENT_SECRET=abcd****wxyz\n`));
		await app.waitFor(/^! There is a space \(U\+0020\) at position 3/m);
		assert.match(app.screen(), /^Client ID$/m);
		await app.press(keys.enter);
		await app.waitFor(/^❯ Enter it again|^❯$|^✔ Client ID/m);
		if (!/^✔ Client ID/m.test(app.screen())) {
			await app.paste('12345');
			await app.press(keys.enter);
		}
		await app.waitFor(/^Client secret$/m);
		await app.waitFor(/^! A part is hidden at position 5/m);
		assert.ok(!app.raw().includes('abcd'));
		await app.unmount();
	});

	test('has its redirect URI compared where what to register is shown, first of all', async () => {
		const app = mountApp(
			{...answered.team, provider: {slug: 'strava'}},
			toRegister(),
			document(`${block}REDIRECT_URI=${uri}/\n`),
		);
		await app.waitFor('❯ ○');
		assert.match(
			app.screen().replace(/\s+/g, ' '),
			/! The document of --from: the redirect URI to register is not in it: \S+\/callback\. In it: \S+\/callback\/\./,
		);
		await app.press(keys.end, keys.enter);
		await app.waitFor(/^Redirect URL override$/m);
		await app.press(keys.enter);
		await app.waitFor(/^❯ Submit/m);
		assert.match(
			app.screen().replace(/\s+/g, ' '),
			/! The document of --from: the redirect URI to register is not in it/,
		);
		await app.unmount();
	});
});

suite('what is doubted in a pasted document', () => {
	test('is asked about at its own field, after the rest was used', async () => {
		const app = mountApp({...answered.team, provider: {slug: 'strava'}, register: {steps: []}});
		await app.waitFor(/^❯$/m);
		await app.paste(`CLIENT_ID=12345\nCLIENT_SECRET=abcd****wxyz\n`);
		assert.match(app.screen(), /^! Client secret: A part is hidden/m);
		assert.match(app.screen(), /^❯ Use the client ID$/m);
		await app.press(keys.enter);
		await app.waitFor(/^Client secret$/m);
		assert.match(app.screen(), /^! A part is hidden at position 5/m);
		assert.ok(!app.raw().includes('abcd'));
		await app.unmount();
	});

	test('is asked about in the field itself, where that is the doubted one', async () => {
		const app = mountApp({...answered.team, provider: {slug: 'strava'}, register: {steps: []}});
		await app.waitFor(/^❯$/m);
		await app.paste(`CLIENT_ID=\${ID}\nCLIENT_SECRET=${secret}\n`);
		assert.match(app.screen(), /^❯ Type it instead$/m);
		await app.press(keys.up, keys.enter);
		await app.waitFor(/^✔ Client secret +•{8}$/m);
		assert.match(app.screen(), /^! It says where the value is/m);
		assert.match(app.screen(), /^Client ID$/m);
		await app.unmount();
	});
});

suite('a dropped file', () => {
	const at = (text: string, field: 'client-id' | 'client-secret' | 'redirect-url-override') => {
		const paths: string[] = [];
		const {services} = fakeServices({
			async readDropped(path) {
				paths.push(path);
				return success(new Secret(text));
			},
		});
		const before = {
			'client-id': {},
			'client-secret': {'client-id': {kind: 'given', value: '12345'}},
			'redirect-url-override': {
				'client-id': {kind: 'given', value: '12345'},
				'client-secret': {kind: 'given', value: new Secret(secret)},
			},
		} as const;
		return {
			app: mountApp(
				{...answered.team, provider: {slug: 'strava'}, register: {steps: []}, ...before[field]},
				services,
			),
			paths,
		};
	};

	test('with nothing but a secret is that secret, at the field of one', async () => {
		const {app} = at(`${secret}\n`, 'client-secret');
		await app.waitFor(/^Client secret$/m);
		await app.paste('/home/me/strava.secret');
		await app.press(keys.enter);
		await app.waitFor('This is the path of a file');
		await app.press(keys.enter);
		await app.waitFor(/^❯ •{8} {2}40 characters$/m);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Client secret +•{8}$/m);
		assert.ok(!app.raw().includes(secret));
		await app.unmount();
	});

	test('with nothing but a secret is offered to its own field from another one', async () => {
		const {app} = at(`${secret}\n`, 'client-id');
		await app.waitFor(/^❯$/m);
		await app.paste('/home/me/strava.secret');
		await app.press(keys.enter);
		await app.waitFor(/^❯ Use it as the client secret$/m);
		await app.press(keys.enter);
		await app.waitFor(/^✔ Client secret +•{8}$/m);
		assert.match(app.screen(), /^Client ID$/m);
		assert.ok(!app.raw().includes(secret));
		await app.unmount();
	});

	test('with several lines and no names is never put together as one value', async () => {
		const {app} = at('first line\nsecond', 'client-id');
		await app.waitFor(/^❯$/m);
		await app.paste('/home/me/notes.txt');
		await app.press(keys.enter);
		await app.waitFor(/^! It has several lines/m);
		assert.match(app.screen(), /^❯ Enter it again$/m);
		await app.unmount();
	});

	test('is asked about where an address is asked for', async () => {
		const {app, paths} = at('https://connect.example.com/callback\n', 'redirect-url-override');
		await app.waitFor(/^Redirect URL override$/m);
		await app.paste('file:///home/me/call%20back.txt');
		assert.match(app.screen(), /^This is the path of a file: \/home\/me\/call back\.txt$/m);
		await app.press(keys.enter);
		await app.waitFor(/^https:\/\/connect\.example\.com\/callback$/m);
		assert.deepEqual(paths, ['/home/me/call back.txt']);
		await app.unmount();
	});
});
