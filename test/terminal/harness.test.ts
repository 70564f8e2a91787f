import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keys} from '../support/keys.ts';
import {launch} from '../support/terminal.ts';

// The tests of the app are worth as much as the terminal they run on.

const run = (script: string, options: Partial<Parameters<typeof launch>[0]> = {}) =>
	launch({args: ['--input-type=module', '--eval', script], ...options});

/** Shows every key as JSON, and ends with `q`. */
const echo = `
	process.stdin.setRawMode(true).on('data', data => {
		if (String(data) === 'q') process.exit(3);
		console.log(JSON.stringify(String(data)));
	});
	process.stdout.write('ready\\x1b[?2004h\\x1b[?25l\\n');
	process.on('exit', () => process.stdout.write('\\x1b[?2004l\\x1b[?25h'));
`;

test('the last words of a program are never lost', async () => {
	const lines = Array.from({length: 1000}, (_, index) => `${index}`.padStart(42, '.')).join('\n');
	for (let round = 0; round < 20; round++) {
		const terminal = run(`process.stdout.write(${JSON.stringify(lines)}); process.exit(0)`);
		await terminal.exited;
		assert.equal(terminal.raw().replaceAll('\r', ''), lines, `round ${round}`);
		assert.equal(terminal.all(), lines);
	}
});

test('a program is seen to end, with its code or its signal', async () => {
	assert.deepEqual(await run('process.exit(5)').exited, {exitCode: 5, signal: undefined});

	const terminal = run('setInterval(() => {}, 1000); console.log("ready")');
	await terminal.waitFor('ready');
	terminal.signal('SIGTERM');
	assert.equal((await terminal.exited).signal, 'SIGTERM');
});

test('raw mode is seen while it lasts and after the end', async () => {
	const terminal = run(echo);
	await terminal.waitFor('ready');
	assert.deepEqual(terminal.stty(), {isRaw: true, hasEcho: false, hasSignals: false});
	terminal.write('q');
	assert.equal((await terminal.exited).exitCode, 3);
	assert.deepEqual(terminal.stty(), {isRaw: false, hasEcho: true, hasSignals: true});
});

test('keys arrive as a terminal sends them', async () => {
	const terminal = run(echo);
	await terminal.waitFor('ready');
	terminal.write(keys.shiftTab);
	await terminal.waitFor('"\\u001b[Z"');
	await terminal.type('hé👍');
	await terminal.waitFor(() => terminal.screen().replaceAll(/["\n]/g, '').endsWith('hé👍'));
	await terminal.close();
});

test('a paste is marked for an app that asked for it, and for no other', async () => {
	const terminal = run(echo);
	await terminal.waitFor('ready');
	terminal.paste('two\nlines');
	await terminal.waitFor(JSON.stringify('\u001B[200~two\nlines\u001B[201~'));

	const other = run(echo.replace('\\x1b[?2004h', ''));
	await other.waitFor('ready');
	other.paste('two\nlines');
	await other.waitFor(JSON.stringify('two\nlines'));
});

test('the cursor and the modes of the terminal are seen', async () => {
	const terminal = run(echo);
	await terminal.waitFor('ready');
	assert.deepEqual(terminal.cursor(), {column: 0, row: 1, isVisible: false});
	assert.equal(terminal.modes().hasBracketedPaste, true);
	terminal.write('q');
	await terminal.exited;
	assert.equal(terminal.cursor().isVisible, true);
	assert.equal(terminal.modes().hasBracketedPaste, false);
});

test('a program is told the size of its terminal, also when it changes', async () => {
	const size = 'console.log(process.stdout.columns, process.stdout.rows)';
	const terminal = run(`${size}; process.stdout.on('resize', () => ${size}); setInterval(() => {}, 1000)`, {
		columns: 61,
		rows: 17,
	});
	await terminal.waitFor('61 17');
	terminal.resize({columns: 44, rows: 11});
	await terminal.waitFor('44 11');
});

test('a program finds the environment of a person, not that of a test', async () => {
	process.env.CI = 'true';
	const {CI, NODE_TEST_CONTEXT, TERM, ADDED} = await environmentOf({ADDED: 'yes'});
	assert.deepEqual([CI, NODE_TEST_CONTEXT, TERM, ADDED], [undefined, undefined, 'xterm-256color', 'yes']);
	assert.equal((await environmentOf({PATH: undefined})).PATH, undefined);
	assert.equal((await environmentOf({CI: '1', TERM: 'dumb'})).TERM, 'dumb');
});

test('what does not come is said together with what came instead', async () => {
	await assert.rejects(run('console.log("bye")').waitFor('hello'), /ended \(0\).*hello.*│ bye/s);
	await assert.rejects(
		run('console.log("bye"); setInterval(() => {}, 1000)').waitFor(/hello/, {seconds: 1}),
		/within 1 s.*hello.*│ bye/s,
	);
});

async function environmentOf(env: Readonly<Record<string, string | undefined>>) {
	const terminal = run('console.log(JSON.stringify(process.env))', {env, columns: 500});
	await terminal.exited;
	return JSON.parse(terminal.raw());
}
