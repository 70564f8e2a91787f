import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import {keys} from '../support/keys.ts';
import {processesOn} from '../support/remains.ts';
import {bringTo, programAt, stageNamed, stageSecret} from '../support/stages.ts';
import {launch, nodeUnderTest, type Terminal} from '../support/terminal.ts';
import {assertRestored, startServer} from '../support/wizard-terminal.ts';

const revealed = stageNamed('Client secret, revealed');
const sent = stageNamed('Review, while it is sent');

/** A shell with job control, in which the wizard was started as people type it, and brought to a stage. */
async function inShell(t: TestContext, stage = revealed, line = (program: string) => program) {
	const server = await startServer(t, stage.server);
	const {args, env} = programAt(stage, server);
	const terminal = launch({
		file: 'bash',
		args: ['--norc', '--noprofile', '--noediting', '-i'],
		env: {...env, PS1: '$ ', HISTFILE: undefined},
		columns: 240,
	});
	t.after(() => terminal.close());
	await terminal.waitFor(/^\$$/m);
	terminal.write(`${line([nodeUnderTest, ...args].join(' '))}\r`);
	await stage.reach(terminal, server);
	await assertFromTheTop(terminal);
	return terminal;
}

/** Wherever the cursor of the shell was. */
const assertFromTheTop = (terminal: Terminal): Promise<void> =>
	terminal.waitFor(function nameInTheFirstRow() {
		return /^ ?byoo /.test(terminal.painted());
	});

const stopped = (terminal: Terminal): Promise<void> => terminal.waitFor(/Stopped.+\n\$/s);

/** Goes on where a revealed secret stands, and shows that it takes keys. */
async function assertGoesOn(terminal: Terminal): Promise<void> {
	await terminal.waitFor(`❯ ${stageSecret}`);
	await terminal.waitFor(() => terminal.modes().hasBracketedPaste && terminal.stty().isRaw);
	terminal.write('X');
	await terminal.waitFor(`❯ ${stageSecret}X`);
	await assertFromTheTop(terminal);
}

async function assertLeaves(terminal: Terminal): Promise<void> {
	terminal.write(keys.ctrlC + keys.ctrlC);
	await terminal.waitFor(/Left\. Nothing was saved\.\n.*\$$/s);
	assertRestored(terminal);
	assert.ok(!terminal.all().includes(stageSecret));
}

suite('Ctrl+Z', () => {
	const lines = {
		'a shell': (program: string) => program,
		'a program that was started by another one, as npx does,': (program: string) =>
			`sh -c '${program}; exit'`,
	};
	for (const [name, line] of Object.entries(lines)) {
		test(`gives the terminal back to ${name} without a trace, and fg goes on where it was`, async t => {
			const terminal = await inShell(t, revealed, line);
			terminal.write(keys.ctrlZ);
			await stopped(terminal);
			assertRestored(terminal);
			assert.ok(!terminal.all().includes(stageSecret), 'the secret is still to be seen');
			terminal.write('fg\r');
			await assertGoesOn(terminal);
			await assertLeaves(terminal);
		});
	}

	test('is nothing where no shell could go on with it', async t => {
		const {terminal} = await bringTo(t, revealed);
		terminal.write(keys.ctrlZ);
		await assertGoesOn(terminal);
	});

	test('works under the help too, and the help is there again', async t => {
		const terminal = await inShell(t);
		terminal.write(keys.ctrlG);
		await terminal.waitFor('Help: Client secret');
		terminal.write(keys.ctrlZ);
		await stopped(terminal);
		terminal.write('fg\r');
		await terminal.waitFor('Help: Client secret');
		terminal.write(keys.ctrlG);
		await assertGoesOn(terminal);
	});
});

suite('a wizard that is stopped from outside', () => {
	for (const signal of ['SIGTSTP', 'SIGSTOP'] as const) {
		test(`by ${signal} goes on with fg, painted and with its keys`, async t => {
			const terminal = await inShell(t);
			const [pid = 0] = processesOn(terminal).filter(candidate => candidate !== terminal.pid);
			process.kill(pid, signal);
			await stopped(terminal);
			assert.deepEqual(terminal.stty(), {isRaw: false, hasEcho: true, hasSignals: true});
			if (signal === 'SIGTSTP') assertRestored(terminal);
			terminal.write('fg\r');
			await assertGoesOn(terminal);
			await assertLeaves(terminal);
		});
	}

	test('and then ended says what was sent', async t => {
		const terminal = await inShell(t, sent);
		terminal.write(keys.ctrlZ);
		await stopped(terminal);
		terminal.write('kill %1\r');
		await terminal.waitFor(() => sent.words.test(terminal.all().replaceAll(/^\$ /gm, '')));
		await terminal.waitFor(() => processesOn(terminal).length === 1);
		terminal.write('\r'); // a shell tells what ended at its next prompt
		await terminal.waitFor('Terminated');
		assertRestored(terminal);
	});
});
