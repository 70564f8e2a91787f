import assert from 'node:assert/strict';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {launch} from '../support/terminal.ts';
import {isGone, linesOf, temporaryFolder, until} from './sources.ts';

/** Reads a command on a terminal of its own and shows the result; SIGUSR1 stops it. */
const script = `
	import {readSource} from './source/secret-sources/read-source.ts';
	const stop = new AbortController();
	process.on('SIGUSR1', () => stop.abort());
	const source = {kind: 'command', command: process.env.COMMAND_UNDER_TEST};
	console.log(await readSource(source, {stdin: process.stdin, environment: process.env, signal: stop.signal}));
`;

const run = (command: string) =>
	launch({
		args: ['--import', 'tsx', '--input-type=module', '--eval', script],
		env: {COMMAND_UNDER_TEST: command},
	});

suite('a command on a terminal', () => {
	test('can say what it waits for, and ask there', async () => {
		const terminal = run('printf "Pass""word: " >&2; read word < /dev/tty; printf %s "got $word"');
		await terminal.waitFor('Password:');
		terminal.write('abc\r');
		await terminal.waitFor("value: 'got abc'");
		assert.deepEqual(await terminal.exited, {exitCode: 0, signal: undefined});
	});

	test('is stopped with all it started when the run is', async t => {
		const file = join(await temporaryFolder(t), 'pids');
		const terminal = run(
			`echo $$ >> '${file}'; (trap '' TERM; sh -c 'echo $PPID' >> '${file}'; sleep 300) | (sh -c 'echo $PPID' >> '${file}'; cat)`,
		);
		const pids = await linesOf(file, 3);
		terminal.signal('SIGUSR1');
		await terminal.waitFor('Reading was stopped');
		assert.deepEqual(await terminal.exited, {exitCode: 0, signal: undefined});
		await until(() => pids.every(isGone));
	});
});
