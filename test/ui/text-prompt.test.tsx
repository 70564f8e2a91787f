import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TextPrompt} from '../../source/ui/prompts/text-prompt.tsx';
import {mountPrompt} from '../support/conversation.tsx';
import {bracketed, keys} from '../support/keys.ts';

function prompt(props: Partial<Parameters<typeof TextPrompt>[0]> = {}, size = {}) {
	const given: string[] = [];
	const node = (
		<TextPrompt
			onSubmit={text => {
				given.push(text);
				return undefined;
			}}
			{...props}
		/>
	);
	return {app: mountPrompt(node, size), given};
}

/** What the keys make of a text. */
async function edited(initial: string, ...pieces: readonly string[]): Promise<string | undefined> {
	const {app, given} = prompt({initial});
	await app.press(...pieces, keys.enter);
	await app.unmount();
	return given[0];
}

test('the keys of every shell edit the line', async () => {
	assert.equal(await edited('bc', keys.home, 'a', keys.end, 'd'), 'abcd');
	assert.equal(await edited('bc', keys.ctrlA, 'a', keys.ctrlE, 'd'), 'abcd');
	assert.equal(await edited('abc', keys.left, keys.ctrlU), 'c');
	assert.equal(await edited('abc', keys.ctrlA, keys.right, keys.ctrlK), 'a');
	assert.equal(await edited('one two', keys.ctrlW), 'one ');
	assert.equal(await edited('one two', keys.altB, 'X', keys.ctrlLeft, keys.ctrlLeft, 'Y'), 'Yone Xtwo');
	assert.equal(await edited('one two', keys.home, keys.altF, 'X', keys.ctrlRight, 'Y'), 'oneX twoY');
	assert.equal(await edited('a👍🏽b', keys.left, keys.backspace), 'ab');
	assert.equal(await edited('abc', keys.home, keys.delete, keys.delete, keys.backspace), 'c');
});

test('keys that come in one piece all count', async () => {
	assert.equal(await edited('', `ab${keys.backspace}c${keys.left}${keys.left}x`), 'xac');
});

test('text and Return in one piece are both meant', async () => {
	const {app, given} = prompt();
	await app.press('abc\r');
	assert.deepEqual(given, ['abc']);
	await app.unmount();
});

test('a paste never submits, and only its first line is taken', async () => {
	const {app, given} = prompt();
	await app.press(bracketed('first\r\n'));
	assert.match(app.screen(), /^❯ first$/m);
	await app.press(keys.ctrlU, bracketed('one\ntwo'));
	assert.match(app.screen(), /^❯ one$/m);
	assert.match(app.screen(), /Only the first line was taken\./);
	await app.press(keys.ctrlU, bracketed('in\u200Bvisible'));
	assert.match(app.screen(), /Invisible characters were left out\./);
	assert.deepEqual(given, []);
	await app.unmount();
});

/** The mark of the step and the pointer, each with a blank. */
const beside = 2 + 2;

test('the terminal’s own cursor stands where the next character goes', async () => {
	const {app} = prompt({initial: '漢字x'});
	await app.settle();
	assert.deepEqual(app.cursor(), {column: beside + 5, row: 0, isVisible: true});
	await app.press(keys.left, keys.left);
	assert.deepEqual(app.cursor(), {column: beside + 2, row: 0, isVisible: true});
	await app.unmount();
});

test('a line longer than the screen scrolls with its cursor, on one row', async () => {
	const long = 'abcdefghij'.repeat(12);
	const {app, given} = prompt({initial: long});
	await app.settle();
	assert.match(app.screen(), /j\n\nEnter next/);
	await app.press(keys.home);
	assert.match(app.screen(), /^❯ abcdefghij/);
	assert.equal(app.cursor().column, beside);
	await app.press(keys.enter);
	assert.deepEqual(given, [long]);
	await app.unmount();
});

test('what is wrong is said below, and stays until the next try', async () => {
	const {app} = prompt({onSubmit: () => 'That cannot be.', placeholder: 'like this'});
	await app.settle();
	assert.match(app.screen(), /^❯ like this$/m);
	await app.press(keys.enter);
	assert.match(app.screen(), /^✖ That cannot be\.$/m);
	await app.unmount();
});

test('what is stored is replaced by typing and pasting, and changed by the keys that edit', async () => {
	for (const [pieces, expected] of [
		[['x', 'y'], 'xy'],
		[[bracketed('pasted')], 'pasted'],
		[[keys.end, 'x'], 'storedx'],
		[[keys.backspace], 'store'],
		[[], 'stored'],
	] as const) {
		const {app, given} = prompt({initial: 'stored', isReplaced: true});
		await app.press(...pieces, keys.enter);
		assert.deepEqual(given, [expected]);
		await app.unmount();
	}
});

test('of several lines only the first is taken, and only a second Enter hands it over', async () => {
	const {app, given} = prompt();
	await app.press(bracketed('one\ntwo'), keys.enter);
	assert.deepEqual(given, []);
	assert.match(app.screen(), /^✖ Only the first line was taken\. Enter again goes on with it\.$/m);
	await app.press(keys.enter);
	assert.deepEqual(given, ['one']);
	await app.unmount();
});
