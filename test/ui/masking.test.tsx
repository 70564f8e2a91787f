import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Secret} from '../../source/domain/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {answered, mountApp} from '../support/conversation.tsx';
import {keys} from '../support/keys.ts';

const hex = '0123456789abcdef0123456789abcdef01234567';

const atField = (slug: string, more: Answers = {}) =>
	mountApp({...answered.team, provider: {slug}, register: {steps: []}, ...more});

const given = (value: string | Secret) => ({kind: 'given', value}) as const;

suite('at the client ID, a secret is masked at once', () => {
	for (const text of [`"${hex}"`, `12345 ${hex}`, `12345:${hex}`, `Bearer ${hex}`]) {
		test(`in ${text.replace(hex, '…')}`, async () => {
			const app = atField('strava');
			await app.waitFor(/^Client ID$/m);
			await app.paste(text);
			assert.match(app.screen(), /^❯ •{6} {2}\d+ characters$/m);
			await app.press(keys.enter);
			assert.ok(!app.raw().includes(hex));
			await app.unmount();
		});
	}

	test('in an object on one line, which is offered as the document it is', async () => {
		const app = atField('strava');
		await app.waitFor(/^Client ID$/m);
		await app.paste(`{client_id: '12345', client_secret: '${hex}'}`);
		await app.waitFor(/^❯ Use both$/m);
		assert.ok(!app.raw().includes(hex));
		await app.unmount();
	});

	test('and what is left of it too, until the line is empty', async () => {
		const app = atField('strava');
		await app.waitFor(/^Client ID$/m);
		await app.paste(hex);
		await app.press(keys.backspace, keys.backspace);
		assert.match(app.screen(), /^❯ •{6} {2}38 characters$/m);
		await app.press('x');
		assert.ok(!app.raw().includes(hex.slice(0, 20)));
		await app.press(keys.ctrlU, '12345');
		assert.match(app.screen(), /^❯ 12345$/m);
		await app.unmount();
	});
});

suite('at the redirect URL override, the secret that was given is masked', () => {
	for (const text of [
		`secret=${hex}`,
		`https://x.example.com/cb?k=${hex}`,
		`https://x.example.com/cb?k=${hex.toUpperCase()}`,
	]) {
		for (const slug of ['strava', 'oura']) {
			test(`in ${text.replace(/[0-9a-f]{40}/i, '…')}, for ${slug}`, async () => {
				const app = atField(slug, {'client-id': given('12345'), 'client-secret': given(new Secret(hex))});
				await app.waitFor(/^Redirect URL override$/m);
				await app.paste(text);
				assert.match(app.screen(), /^❯ •{6} {2}\d+ characters$/m);
				await app.press(keys.enter);
				assert.doesNotMatch(app.screen(), /Use it as/);
				assert.ok(!app.raw().toLowerCase().includes(hex));
				await app.unmount();
			});
		}
	}
});
