import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keys} from '../support/keys.ts';
import type {Terminal} from '../support/terminal.ts';
import {onUsualDays} from '../support/thorough.ts';
import {
	assertRestored,
	settingsIn,
	startWizard,
	storedFor,
	straightToFields,
} from '../support/wizard-terminal.ts';
import {answerStep, at, pasteSecret, usual, walkTo} from '../support/wizard-walk.ts';

const assertLeft = async (terminal: Terminal, words: RegExp): Promise<void> => {
	assert.deepEqual(await terminal.exited, {exitCode: 130, signal: undefined});
	assert.match(terminal.all(), words);
	assertRestored(terminal);
};

test('Ctrl+C leaves at once where nothing would be lost', async t => {
	const {terminal} = await startWizard(t);
	await at(terminal, 'Organization');
	terminal.write(keys.ctrlC);
	await assertLeft(terminal, /^Left\. Nothing was saved\.$/m);
	assert.doesNotMatch(terminal.all(), /Add an organization/);
});

test('Ctrl+C asks at every later step, and the second one leaves', async t => {
	const titles = ['Client ID', 'Team', 'Organization key', 'Environment', 'Region', 'Provider'];
	for (const title of onUsualDays(2, titles)) {
		const {terminal} = await startWizard(t);
		await walkTo(terminal, title);
		terminal.write(keys.ctrlC);
		await terminal.waitFor('Leave? What you entered is lost. Ctrl+C again leaves.');
		terminal.write(keys.ctrlC);
		await assertLeft(terminal, /^Left\. Nothing was saved\.$/m);
	}
});

test('any other key stays, and Ctrl+C asks once more', async t => {
	const {terminal} = await startWizard(t, straightToFields());
	for (const title of ['Client secret', 'Redirect URL override', 'Review']) {
		await walkTo(terminal, title);
		terminal.write(keys.ctrlC);
		await terminal.waitFor('Ctrl+C again leaves.');
		terminal.write(keys.down);
		await terminal.waitFor(() => !terminal.screen().includes('Ctrl+C again leaves.'));
	}
	terminal.write(keys.ctrlC + keys.ctrlC);
	await assertLeft(terminal, /^Left\. Nothing was saved\.$/m);
});

test('nothing of a revealed secret is left behind, on the screen or above it', async t => {
	const secret = 'wQ7-canary-3c9a52e061b74f7e';
	const {terminal} = await startWizard(t, straightToFields());
	await walkTo(terminal, 'Client secret');
	await pasteSecret(terminal, secret);
	terminal.write(keys.ctrlR);
	await terminal.waitFor(secret);
	terminal.write(keys.ctrlC + keys.ctrlC);
	await assertLeft(terminal, /^Left\. Nothing was saved\.$/m);
	assert.ok(!terminal.all().includes(secret));
});

test('Ctrl+C while it is sent leaves at once and says that it may be stored', async t => {
	const {terminal, server} = await startWizard(t, straightToFields());
	await walkTo(terminal, 'Review', {clientId: 'demo-timeout-stored'});
	await answerStep(terminal);
	await terminal.waitFor(() => storedFor(server).length === 1);
	terminal.write(keys.shiftTab); // there is no way back from here
	terminal.write(keys.ctrlC);
	await assertLeft(terminal, /^Sent, may be stored: Oura for Ashbourne Cardiology \(sandbox, us\)\.$/m);
});

test('signals end it as they end any program, and the terminal is given back', async t => {
	for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
		const {terminal} = await startWizard(t, straightToFields());
		await walkTo(terminal, 'Client ID');
		terminal.signal(signal);
		assert.equal((await terminal.exited).signal, signal);
		assertRestored(terminal);
	}
});

test('a run that was killed goes on with the cursor where it was', async t => {
	const env = {JUNCTION_MANAGEMENT_KEY: usual.key};
	const {terminal, server, folder} = await startWizard(t, {env});
	await walkTo(terminal, 'Client ID', {environment: 'production', team: 'Marigold Cardiology'});
	await terminal.waitFor(() => settingsIn(folder).includes('oura'));
	await terminal.close();

	const again = (await startWizard(t, {env, server, folder})).terminal;
	await at(again, 'Organization');
	await again.waitFor(/❯ Quillfeather Health {3}production, us, just now/);
	for (const next of ['Environment', 'Region', 'Team', 'Provider', 'Register']) {
		again.write(keys.enter);
		await at(again, next);
	}
	await walkTo(again, 'Client ID');
	assert.match(again.screen(), /^.* ! PRODUCTION ! .* › us › Marigold.* › Oura/m);
	assert.match(again.screen(), /^❯ *$/m);
});

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
	test(`a revealed secret is wiped before ${signal} ends the program`, async t => {
		const {terminal} = await startWizard(t, straightToFields());
		await walkTo(terminal, 'Client secret');
		await pasteSecret(terminal, 'revealed-secret-7f3a');
		terminal.write(keys.ctrlR);
		await terminal.waitFor('revealed-secret-7f3a');
		terminal.signal(signal);
		assert.equal((await terminal.exited).signal, signal);
		assert.doesNotMatch(terminal.all(), /revealed-secret/);
		assertRestored(terminal);
	});
}
