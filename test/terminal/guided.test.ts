import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {forwarders} from '../../source/demo/forwarders.ts';
import {contested} from '../../source/demo/seed-credentials.ts';
import {keys} from '../support/keys.ts';
import {startServer, startWizard, storedFor, straightToFields, writesTo} from '../support/wizard-terminal.ts';
import {answerStep, at, organizationKey, stepOn, walkTo} from '../support/wizard-walk.ts';

suite('what to register', () => {
	test('is a checklist with its pages, its traps and its values, copied byte for byte', async t => {
		const {terminal} = await startWizard(t, {rows: 30, ...straightToFields('strava')});
		await at(terminal, 'Register');
		assert.match(terminal.screen(), /^❯ ○ 1 Sign in to Strava/m);
		assert.match(terminal.screen(), /https:\/\/www\.strava\.com\/register$/m);
		terminal.write(keys.down.repeat(4));
		await terminal.waitFor(/^❯ ○ 5 Enter the callback domain/m);
		assert.match(terminal.screen(), /^ +api\.sandbox\.us\.junction\.com$/m);
		assert.match(terminal.screen(), /: no https, no port, no path\.$/m);
		terminal.write(keys.enter);
		await terminal.waitFor('Copied, if your terminal allows');
		const copied = `\u001B]52;c;${Buffer.from('api.sandbox.us.junction.com').toString('base64')}\u0007`;
		assert.ok(terminal.raw().includes(copied));
	});

	test('is there with a step for each provider where the API names nothing', async t => {
		const {terminal} = await startWizard(t, {rows: 30, ...straightToFields('oura')});
		await at(terminal, 'Register');
		assert.match(terminal.screen(), /names nothing more to register/);
		assert.match(terminal.screen(), /^❯ ○ 1 Have an Oura account/m);
	});

	test('has its ticks in the next run, also after one that was killed', async t => {
		const server = await startServer(t);
		const first = await startWizard(t, {server, ...straightToFields('strava')});
		await at(first.terminal, 'Register');
		first.terminal.write(' ');
		await first.terminal.waitFor(/^❯ ✔ 1 /m);
		first.terminal.signal('SIGKILL');
		await first.terminal.exited;
		const {terminal} = await startWizard(t, {server, folder: first.folder, ...straightToFields('strava')});
		await at(terminal, 'Register');
		assert.match(terminal.screen(), /^ {2}✔ 1 .*\n❯ ○ 2 /m);
		assert.match(terminal.screen(), / 6 still open$/m);
	});

	for (const preparations of ['missing', 'failing'] as const) {
		test(`is there, and says what is missing, where the API’s answer is ${preparations}`, async t => {
			const server = await startServer(t, {preparations});
			const {terminal} = await startWizard(t, {server, rows: 30, ...straightToFields('strava')});
			await at(terminal, 'Register');
			assert.match(
				terminal.screen().replace(/\s+/g, ' '),
				/So values that Junction names are missing here\./,
			);
			await walkTo(terminal, 'Client ID');
			assert.match(terminal.screen(), /! Register with Strava +0 of 7 steps done +review says why/);
		});
	}
});

suite('what is stored', () => {
	test('is seen in the provider list, offered in its fields and compared at review', async t => {
		const {terminal} = await startWizard(t);
		await walkTo(terminal, 'Provider');
		terminal.write('strava');
		await terminal.waitFor(/^❯ Strava +set 3 days ago/m);
		terminal.write(keys.enter);
		await walkTo(terminal, 'Client ID');
		assert.match(terminal.screen(), /^❯ 104872$/m);
		terminal.write(keys.enter);
		await at(terminal, 'Client secret');
		assert.match(terminal.screen(), /it cannot be read back, so it is asked again/);
		await walkTo(terminal, 'Review');
		assert.match(
			terminal.screen(),
			/Replaces the secret of what was set 3 days ago by what you entered;\n {2}nothing else changes\./,
		);
		await answerStep(terminal);
		await terminal.waitFor(/The server shows another secret than\n +before\./);
	});

	test('another client ID is said to be another application, and what it was', async t => {
		const {terminal} = await startWizard(t, straightToFields('strava'));
		await walkTo(terminal, 'Review', {clientId: '555'});
		assert.match(terminal.screen(), /Another client ID is another application/);
		assert.match(terminal.screen(), /^ +Client ID +555 +was: 104872$/m);
	});

	test('changed by a colleague between review and write: nothing is sent before another look', async t => {
		const {terminal, server} = await startWizard(t);
		const answers = {team: contested.teamName, provider: 'strava', clientId: contested.clientId};
		await walkTo(terminal, 'Provider', answers);
		// What is stored has been read: the colleague counts the reads after the preparation.
		terminal.write('strava');
		await terminal.waitFor(/^❯ Strava +set 8 days ago/m);
		terminal.write(keys.enter);
		await walkTo(terminal, 'Review', answers);
		terminal.write(keys.home + keys.enter);
		await terminal.waitFor('Someone else changed what is stored meanwhile. Nothing was sent.');
		assert.equal(writesTo(server), 0);
		assert.match(terminal.screen(), new RegExp(`was: ${contested.changedClientId}`));
		terminal.write(keys.home + keys.enter);
		await at(terminal, 'Saved');
		assert.equal(writesTo(server), 1);
	});
});

suite('the check of a redirect endpoint', () => {
	const words: Readonly<Record<string, RegExp>> = {
		right: /It forwards with 307, to the right place, the query unchanged/,
		302: /302/,
		're-encoded': /changes the query|re-encode|query/i,
		dropped: /query/i,
		'other-environment': /production|sandbox/i,
		page: /something of its own/,
	};
	for (const {path, what} of forwarders) {
		const way = path.split('/').at(-1) ?? '';
		test(`${way}: ${what}`, async t => {
			const {terminal, server} = await startWizard(t, {rows: 30, ...straightToFields('strava')});
			await walkTo(terminal, 'Redirect URL override');
			terminal.write(`${server.url}${path}/sandbox/us/strava${keys.enter}`);
			await terminal.waitFor(/^❯ Check it/m);
			terminal.write(keys.enter);
			const isRight = way === 'right';
			await terminal.waitFor(isRight ? /^❯ Use it\n +Change it$/m : /^❯ Change it\n +Use it all the same$/m);
			const [, found = ''] = /Empty for none\.\n[^\n]+\n((?:.|\n)*?)❯/.exec(terminal.screen()) ?? [];
			assert.match(found, words[way] ?? /never/);
			assert.equal(/^✔/m.test(found), isRight, found);
			terminal.write(isRight ? keys.enter : keys.down + keys.enter);
			await at(terminal, 'Review');
		});
	}
});

test('help covers a step and gives it back as it was', async t => {
	const {terminal} = await startWizard(t, straightToFields('strava'));
	await walkTo(terminal, 'Client ID');
	terminal.write(`${keys.ctrlU}777`);
	await terminal.waitFor(/^❯ 777$/m);
	terminal.write(keys.ctrlG);
	await terminal.waitFor(/^Help: Client ID$/m);
	assert.match(terminal.screen(), /https:\/\/www\.strava\.com\/settings\/api/);
	terminal.write('x');
	await terminal.waitFor(/^❯ 777$/m);
});

suite('after a save', () => {
	test('the report is written where it was asked for, without a secret, and never over what somebody else wrote', async t => {
		const folder = mkdtempSync(join(os.tmpdir(), 'byoo-report-'));
		t.after(() => rmSync(folder, {recursive: true, force: true}));
		const file = join(folder, 'report.md');
		const start = straightToFields('strava');
		const {terminal} = await startWizard(t, {...start, args: [...start.args, '--report', file]});
		await walkTo(terminal, 'Saved', {secret: '0123456789012345678901234567890123456789'});
		await terminal.waitFor('The report is in');
		const report = readFileSync(file, 'utf8');
		assert.match(report, /^# Strava for Ashbourne Cardiology, sandbox$/m);
		assert.doesNotMatch(report, /0123456789/);
		assert.ok(!report.includes(organizationKey));
		writeFileSync(file, 'My own notes.');
		terminal.write(keys.end + keys.up + keys.up + keys.enter);
		await terminal.waitFor('There is a file of that name already; it was left alone.');
		assert.equal(readFileSync(file, 'utf8'), 'My own notes.');
	});

	test('the same provider elsewhere is asked for its own environment, with that environment’s values', async t => {
		const {terminal, server} = await startWizard(t, straightToFields('strava'));
		await walkTo(terminal, 'Saved');
		chooseAfterSave(terminal.write, 3);
		await at(terminal, 'Environment');
		const walked = await walkTo(terminal, 'Register', {environment: 'production'});
		assert.deepEqual(walked, ['Environment', 'Region', 'Team']);
		terminal.write(keys.down.repeat(4));
		await terminal.waitFor(/^ +api\.us\.junction\.com$/m);
		await walkTo(terminal, 'Client secret', {environment: 'production'});
		assert.match(terminal.screen(), /Enter keeps the one from before/);
		assert.equal(storedFor(server, 'strava').length, 1);
	});

	test('another provider keeps the target and asks the rest anew', async t => {
		const {terminal} = await startWizard(t, straightToFields('strava'));
		await walkTo(terminal, 'Saved');
		chooseAfterSave(terminal.write, 1);
		await at(terminal, 'Provider');
		await walkTo(terminal, 'Client ID', {provider: 'oura'});
		assert.match(terminal.screen(), /^❯ ?$/m);
		assert.equal(stepOn(terminal.screen()), 'Client ID');
	});
});

function chooseAfterSave(write: (text: string) => void, downs: number): void {
	write(keys.down.repeat(downs) + keys.enter);
}
