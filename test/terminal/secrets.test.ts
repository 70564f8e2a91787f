import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {bracketed, keys} from '../support/keys.ts';
import type {Terminal} from '../support/terminal.ts';
import {hashOf, place, startWizard, storedFor, straightToFields} from '../support/wizard-terminal.ts';
import {at, organizationId, organizationKey, pasteSecret, walkTo} from '../support/wizard-walk.ts';

const secret = 'wQ7-canary-3c9a52e061b74f7e';

async function atSecret(t: TestContext) {
	const wizard = await startWizard(t, straightToFields());
	await walkTo(wizard.terminal, 'Client secret');
	return wizard;
}

/** Ends a walk that stands at the client secret, and gives the hash of what was stored of it. */
async function storedAfter({terminal, server}: Awaited<ReturnType<typeof atSecret>>): Promise<string> {
	terminal.write(keys.enter);
	await at(terminal, 'Redirect URL override');
	await walkTo(terminal, 'Saved');
	return storedFor(server)[0]?.clientSecretHash ?? '';
}

const assertUndrawn = (terminal: Terminal, text = secret): void => {
	assert.ok(!terminal.raw().includes(text));
	assert.ok(!terminal.all().includes(text));
};

for (const [name, send] of [
	['bracketed', bracketed],
	['plain', (text: string) => text],
] as const) {
	test(`a ${name} paste loses its final line break, and it is said`, async t => {
		for (const lineBreak of ['\n', '\r', '\r\n']) {
			const wizard = await atSecret(t);
			wizard.terminal.write(send(secret + lineBreak));
			await wizard.terminal.waitFor(
				/^❯ •{8} {2}27 characters\n! A final line break was removed\. Enter goes on\.$/m,
			);
			assert.equal(await storedAfter(wizard), hashOf(secret));
			assertUndrawn(wizard.terminal);
		}
	});

	test(`a ${name} paste with a line break in its middle is asked about, and nothing reaches the next step`, async t => {
		const wizard = await atSecret(t);
		const {terminal} = wizard;
		terminal.write(send(`${secret}\r\nclient_id=4711`));
		await terminal.waitFor(/^❯ •{8} {2}\d+ characters$/m);
		terminal.write(keys.enter);
		await terminal.waitFor('It has several lines');
		assert.match(terminal.screen(), /^Client secret$/m);
		assertUndrawn(terminal);
		terminal.write(keys.escape);
		await terminal.waitFor(() => !terminal.screen().includes('several lines'));
		await pasteSecret(terminal, secret);
		assert.equal(await storedAfter(wizard), hashOf(secret));
		assertUndrawn(terminal, '4711');
	});

	test(`a ${name} paste of 10 kB with wide characters is taken whole`, async t => {
		const wizard = await atSecret(t);
		const long = `${'a1漢é👍'.repeat(1500)}end`;
		wizard.terminal.write(send(`${long}\n`));
		await wizard.terminal.waitFor(/^❯ •{8} {2}7503 characters$/m);
		wizard.terminal.write(keys.enter);
		await wizard.terminal.waitFor(/^ {2}Keep it exactly as it is \(\d+ characters\)$/m);
		wizard.terminal.write(keys.down);
		assert.equal(await storedAfter(wizard), hashOf(long));
		assertUndrawn(wizard.terminal, 'a1漢');
		assert.ok(wizard.terminal.raw().length < 60_000);
	});
}

test('a paste that ends in a Return of its own piece waits for the person all the same', async t => {
	const wizard = await atSecret(t);
	const {terminal} = wizard;
	terminal.write(secret);
	terminal.write('\r');
	await terminal.waitFor('27 characters');
	assert.match(terminal.screen(), /^Client secret$/m);
	assert.equal(await storedAfter(wizard), hashOf(secret));
});

test('typed keys arrive one by one, and every one of them counts', async t => {
	const wizard = await atSecret(t);
	await wizard.terminal.type(secret);
	await wizard.terminal.waitFor('27 characters');
	assert.equal(await storedAfter(wizard), hashOf(secret));
});

test('Ctrl+R shows the secret until Enter, and nothing of it stays on the screen', async t => {
	const {terminal} = await atSecret(t);
	await pasteSecret(terminal, secret);
	terminal.write(keys.ctrlR);
	await terminal.waitFor(`❯ ${secret}`);
	terminal.write(keys.enter);
	await at(terminal, 'Redirect URL override');
	assert.ok(!terminal.all().includes(secret));
	terminal.write(keys.shiftTab);
	await at(terminal, 'Client secret');
	assert.match(terminal.screen(), /Enter keeps the one from before/);
	assert.ok(!terminal.all().includes(secret));
});

test('an arrow and Enter in one piece choose the row that the arrow reached', async t => {
	const {terminal} = await startWizard(t, {
		args: ['--org', organizationId, ...place],
		env: {JUNCTION_MANAGEMENT_KEY: organizationKey},
	});
	await at(terminal, 'Team');
	terminal.write(keys.down + keys.down + keys.down + keys.enter);
	await at(terminal, 'Provider');
	assert.match(terminal.screen(), /✔ Team +Copper Hollow Research/);
});

test('two Returns in one piece choose once', async t => {
	const {terminal} = await startWizard(t);
	await walkTo(terminal, 'Environment');
	terminal.write(keys.home + keys.enter + keys.enter);
	await at(terminal, 'Region');
	terminal.write(keys.home);
	await terminal.waitFor(/❯ us/);
	terminal.write(keys.enter + keys.enter);
	await at(terminal, 'Team');
});
