import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Answers} from '../../source/wizard/answers.ts';
import {answered, mountApp} from '../support/conversation.tsx';
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
