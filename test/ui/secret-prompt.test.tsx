import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Secret} from '../../source/domain/secret.ts';
import {SecretPrompt} from '../../source/ui/prompts/secret-prompt.tsx';
import {mountPrompt} from '../support/conversation.tsx';
import {bracketed, keys} from '../support/keys.ts';

const value = 'wQ7-canary-3c9a52e0';

/** A prompt, and the secrets that it handed over. */
function prompt(props: Partial<Parameters<typeof SecretPrompt>[0]> = {}) {
	const given: string[] = [];
	const app = mountPrompt(
		<SecretPrompt
			onSubmit={secret => {
				given.push(secret.reveal());
				return undefined;
			}}
			{...props}
		/>,
	);
	return {app, given};
}

test('a paste is masked with a fixed width, and its characters are counted', async () => {
	const {app, given} = prompt();
	for (const [text, count] of [
		[value, 19],
		['漢é👍', 22],
	] as const) {
		await app.paste(text);
		assert.match(app.screen(), new RegExp(`^❯ •{8} {2}${count} characters$`, 'm'));
	}
	await app.press(keys.enter);
	assert.match(app.screen(), /^! There is .+ at position 20, which is not ASCII/m);
	await app.press(keys.down, keys.enter);
	assert.deepEqual(given, [`${value}漢é👍`]);
	assert.ok(!app.raw().includes(value));
	await app.unmount();
});

for (const [name, sent] of [
	['bracketed', bracketed],
	['plain', (text: string) => text],
] as const) {
	test(`${name}: one final line break is removed, said, and never submits`, async () => {
		for (const lineBreak of ['\n', '\r', '\r\n']) {
			const {app, given} = prompt();
			await app.press(sent(value + lineBreak));
			await app.waitFor('A final line break was removed. Enter goes on.');
			assert.deepEqual(given, []);
			await app.press(keys.enter);
			assert.deepEqual(given, [value]);
			await app.unmount();
		}
	});

	test(`${name}: a line break inside is asked about, and both can be had`, async () => {
		for (const [choice, expected] of [
			[[keys.enter], []],
			[[keys.up, keys.enter], [`${value}second`]],
			[[keys.down, keys.enter], [`${value}\r\nsecond`]],
			[[keys.escape], []],
		] as const) {
			const {app, given} = prompt();
			await app.press(sent(`${value}\r\nsecond`));
			await app.waitFor('26 characters');
			await app.press(keys.enter);
			assert.match(app.screen(), /It has several lines, the first of which ends at position 20/);
			await app.press(...choice);
			assert.deepEqual(given, expected);
			assert.ok(!app.raw().includes(value));
			await app.unmount();
		}
	});

	test(`${name}: 10 kB are taken whole and cost little to draw`, async () => {
		const {app, given} = prompt();
		const long = 'a1b2c3d4e5'.repeat(1000);
		await app.press(sent(`${long}\n`));
		await app.waitFor('10000 characters');
		await app.press(keys.enter);
		assert.deepEqual(given, [long]);
		assert.ok(!app.raw().includes('a1b2'));
		assert.ok(app.raw().length < 10_000);
		await app.unmount();
	});
}

test('text and Return in one piece are not submitted, a lone Return is', async () => {
	const {app, given} = prompt();
	await app.press('abc\r');
	assert.deepEqual(given, []);
	assert.match(app.screen(), /3 characters/);
	await app.press(keys.enter);
	assert.deepEqual(given, ['abc']);
	await app.unmount();
});

test('Return on the empty field asks for the secret, or keeps the earlier one', async () => {
	const empty = prompt();
	await empty.app.press(keys.enter);
	assert.match(empty.app.screen(), /Paste or type it first\./);
	assert.deepEqual(empty.given, []);
	await empty.app.unmount();

	const kept = prompt({kept: new Secret('earlier')});
	await kept.app.settle();
	assert.match(kept.app.screen(), /^❯ Enter keeps the one from before$/m);
	await kept.app.press(keys.enter);
	assert.deepEqual(kept.given, ['earlier']);
	await kept.app.unmount();

	const optional = prompt({isOptional: true});
	await optional.app.press(keys.enter);
	assert.deepEqual(optional.given, ['']);
	await optional.app.unmount();
});

test('Ctrl+R shows the secret and hides it again, and submitting hides it too', async () => {
	const {app} = prompt({
		context: {role: 'client-secret', others: [{title: 'Client ID', value: new Secret(value)}]},
	});
	await app.press(keys.ctrlR);
	await app.paste(value);
	await app.press(keys.ctrlR);
	assert.match(app.screen(), new RegExp(`^❯ ${value} {2}19 characters$`, 'm'));
	assert.match(app.screen(), /Ctrl\+R hide/);
	await app.press(keys.ctrlR);
	assert.ok(!app.all().includes(value));
	await app.press(keys.ctrlR, keys.enter);
	assert.match(app.screen(), /It is the same as the client ID: copy the right one\./);
	assert.ok(!app.all().includes(value));
	await app.unmount();
});

test('a terminal’s typed paste key is doubted, and Ctrl+V names the right key', async () => {
	const {app, given} = prompt();
	await app.press('\u0016');
	assert.match(app.screen(), /The terminal has its own key to paste, often Ctrl\+Shift\+V\./);
	await app.press('^V', keys.enter);
	assert.match(app.screen(), /\^V, which the terminal typed instead of pasting/);
	assert.deepEqual(given, []);
	await app.unmount();
});

test('editing keys edit what is not seen', async () => {
	const {app, given} = prompt();
	await app.press('bcd', keys.home, 'a', keys.end, 'x', keys.backspace, keys.left, keys.left, keys.delete);
	await app.press(keys.enter);
	assert.deepEqual(given, ['abd']);
	await app.press(keys.ctrlU);
	assert.match(app.screen(), /1 character$/m);
	await app.unmount();
});

test('Ctrl+C ends a paste whose end never comes', async () => {
	const {app, given} = prompt();
	await app.press('\u001B[200~never ends');
	assert.doesNotMatch(app.screen(), /characters/);
	await app.press(keys.ctrlC);
	assert.match(app.screen(), /10 characters/);
	assert.deepEqual(given, []);
	await app.unmount();
});

test('what cannot be right is said, and never handed over', async () => {
	const {app, given} = prompt();
	await app.paste('lost\ufffdcharacter');
	await app.press(keys.enter);
	assert.match(app.screen(), /^! A character was lost at position 5/m);
	assert.deepEqual(given, []);
	await app.unmount();
});

test('the repaired value is proposed with its length, unless the repair could lose a part of it', async () => {
	for (const [text, pointed] of [
		[`"${value}"`, /^❯ Use it repaired \(19 characters\)$/m],
		[`${value}.`, /^❯ Enter it again$/m],
		['abcd****wxyz', /^❯ Enter it again$/m],
	] as const) {
		const {app} = prompt();
		await app.paste(text);
		await app.press(keys.enter);
		assert.match(app.screen(), pointed);
		await app.unmount();
	}
});

test('what the person keeps exactly as it is, is not asked about again', async () => {
	const texts: string[] = [];
	const {app} = prompt({
		onSubmit: secret => {
			texts.push(secret.reveal());
			return 'Enter again keeps it as it is.';
		},
	});
	await app.paste(`"${value}"`);
	await app.press(keys.enter, keys.down, keys.down, keys.enter, keys.enter);
	assert.deepEqual(texts, [`"${value}"`, `"${value}"`]);
	await app.unmount();
});

test('what is kept exactly as it is, is all that the field holds', async () => {
	const {app, given} = prompt();
	await app.paste(`${value}\n\n`);
	await app.press(keys.enter);
	await app.waitFor('Keep it exactly as it is (21 characters)');
	await app.press(keys.down, keys.down, keys.enter);
	assert.deepEqual(given, [`${value}\n\n`]);
	await app.unmount();
});
