import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {readRows} from '../support/emulator.ts';
import {personalEnvironment} from '../support/environment.ts';
import {keys} from '../support/keys.ts';
import {launch, nodeUnderTest, type Terminal} from '../support/terminal.ts';
import {assertRestored, settingsFolder, startWizard, straightToFields} from '../support/wizard-terminal.ts';
import {answerStep, at, organizationId, walkTo} from '../support/wizard-walk.ts';

/** Runs the built program without a terminal. */
const run = (...args: readonly string[]) =>
	spawnSync(nodeUnderTest, ['dist/cli.js', ...args], {
		env: personalEnvironment({BYOO_CONFIG_DIR: '/nonexistent/byoo'}),
		encoding: 'utf8',
		input: '',
	});

test('without a terminal nobody is asked: exit 2, and what to do instead', () => {
	const {status, stdout, stderr} = run('--org', organizationId);
	assert.equal(status, 2);
	assert.equal(stdout, '');
	assert.match(
		stderr,
		/^The wizard needs a terminal to ask in, and there is none here\. Nothing was sent\.\n/,
	);
	assert.match(stderr, /Flags answer steps in advance/);
});

test('help and version go to stdout', () => {
	for (const flag of ['--help', '-h']) {
		const help = run(flag);
		assert.deepEqual([help.status, help.stderr], [0, '']);
		assert.match(help.stdout, /^byoo gives a Vital \(Junction\) team its own OAuth application/);
		assert.match(help.stdout, /--redirect-url-override URL/);
	}
	const version = run('--version');
	assert.deepEqual([version.status, version.stderr], [0, '']);
	assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
});

test('a wrong flag is refused without repeating what was typed', () => {
	for (const args of [['--client-secret=hunter2'], ['--hunter2'], ['hunter2'], ['--org', 'hunter2']]) {
		const {status, stdout, stderr} = run(...args);
		assert.deepEqual([status, stdout], [2, '']);
		assert.doesNotMatch(stderr, /hunter2/);
		assert.notEqual(stderr, '');
	}
});

test('NO_COLOR and --no-color draw no colour', async t => {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
	const colour = /\u001B\[[0-9;]*(3[0-9]|4[0-9]|9[0-9])[0-9;]*m/;
	const coloured = await startWizard(t, straightToFields());
	await walkTo(coloured.terminal, 'Client secret');
	assert.match(coloured.terminal.raw(), colour);

	const {args, env} = straightToFields();
	for (const more of [
		{args, env: {...env, NO_COLOR: '1'}},
		{args: [...args, '--no-color'], env},
	]) {
		const {terminal} = await startWizard(t, more);
		await walkTo(terminal, 'Review');
		assert.doesNotMatch(terminal.raw(), colour);
	}
});

test('CI in the environment of a person does not stop it from painting', async t => {
	for (const CI of ['true', '']) {
		const {terminal} = await startWizard(t, {env: {CI}});
		await walkTo(terminal, 'Organization key');
		terminal.write(keys.ctrlC + keys.ctrlC);
		assert.equal((await terminal.exited).exitCode, 130);
	}
});

test('a dumb terminal is none', async () => {
	const terminal = launch({
		args: ['dist/cli.js', 'demo'],
		env: {TERM: 'dumb', BYOO_CONFIG_DIR: settingsFolder()},
	});
	assert.equal((await terminal.exited).exitCode, 2);
	assert.match(terminal.all(), /^The wizard needs a terminal/);
});

/** Rows that stayed behind above the frame: a frame that is too high or too wide leaves copies of itself. */
const copiesOf = (terminal: Terminal, title: string): number =>
	readRows(terminal.all())
		.split('\n')
		.filter(row => row.startsWith(title)).length;

for (const size of [
	{columns: 100, rows: 40},
	{columns: 60, rows: 20},
	{columns: 40, rows: 12},
	{columns: 20, rows: 10},
]) {
	test(`${size.columns} by ${size.rows}: the whole walk fits, and leaves no copies of itself`, async t => {
		const {terminal} = await startWizard(t, {...straightToFields(), ...size});
		for (const [title, text, prompt] of [
			['Register', keys.end, /^❯ +Go on/m],
			['Client ID', '104873', /^❯ 104873/m],
			['Client secret', '0123456789'.repeat(4), /^❯ •+ {2}40/m],
			['Redirect URL', '', /^❯/m],
			['Review', keys.home, /^❯ Submit/m],
			['Saved', '', /^❯ Done/m],
		] as const) {
			await terminal.waitFor(new RegExp(`^${title}.*\n(.*\n)*❯`, 'm'));
			terminal.write(text);
			await terminal.waitFor(prompt);
			assert.ok(terminal.screen().split('\n').length < size.rows, terminal.screen());
			assert.equal(copiesOf(terminal, title), 1, terminal.all());
			terminal.write(keys.enter);
		}
		assert.equal((await terminal.exited).exitCode, 0);
		assertRestored(terminal);
	});
}

test('a window that changes its size in the middle of a run shows one frame, and goes on with the same answers', async t => {
	const {terminal} = await startWizard(t, {columns: 100, rows: 40});
	await walkTo(terminal, 'Team');
	for (const size of [
		{columns: 60, rows: 20},
		{columns: 20, rows: 10},
		{columns: 40, rows: 12},
		{columns: 90, rows: 30},
	]) {
		terminal.resize(size);
		terminal.write(keys.down);
		await terminal.waitFor(function oneFrameThatFits() {
			const rows = terminal.screen().split('\n');
			const isOne = ['◆', 'Team'].every(sign => rows.filter(row => row.startsWith(sign)).length === 1);
			return isOne && rows.length < size.rows;
		});
	}
	await at(terminal, 'Team');
	await walkTo(terminal, 'Saved');
	await answerStep(terminal);
	assert.equal((await terminal.exited).exitCode, 0);
});
