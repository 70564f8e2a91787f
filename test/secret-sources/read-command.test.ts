import assert from 'node:assert/strict';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {success} from '../../source/domain/problem.ts';
import {readSource, type SourceAccess} from '../../source/secret-sources/read-source.ts';
import {keyText, secretText} from '../support/credentials.ts';
import {access, isGone, linesOf, messageOf, problemOf, temporaryFolder, until} from './sources.ts';

const run = (command: string, changes: Partial<SourceAccess> = {}, limit?: number) =>
	readSource({kind: 'command', command}, access(changes), limit);

const node = JSON.stringify(process.execPath);

suite('a command', () => {
	test('gives what it prints, to its end', async () => {
		const script = `process.stdout.write('a b'); setTimeout(() => process.stdout.write('\\n'), 20)`;
		assert.deepEqual(await run(`${node} -e ${JSON.stringify(script)}`), success('a b\n'));
	});

	test('is run by the shell', async () => {
		assert.deepEqual(
			await run(`printf '%s' "$WORD" | tr a-z A-Z`, {environment: {WORD: 'ab'}}),
			success('AB'),
		);
	});

	test('cannot read our standard input', async () => {
		assert.deepEqual(await run('cat; echo end'), success('end\n'));
	});

	test('is done when its output is closed and it has ended, whichever comes first', async () => {
		assert.deepEqual(await run('(sleep 0.1; echo late) & echo early'), success('early\nlate\n'));
		assert.match(messageOf(await run('echo early; exec >&-; sleep 0.1; exit 3')), /exit code 3/);
	});

	test('that fails is refused by its number, and what it printed is not used', async () => {
		const command = `printf %s '${secretText}'; exit 3`;
		const {message, advice} = problemOf(await run(command));
		assert.equal(message, 'The command ended with exit code 3.');
		assert.equal(advice, 'Run it by itself to see what is wrong.');
	});

	test('that does not exist is refused with where to look', async () => {
		const {message, advice} = problemOf(await run("exec 2>&-; 'no-such-program'"));
		assert.equal(message, 'The command ended with exit code 127.');
		assert.match(advice, /not found.*PATH/);
	});

	test('that a signal ends is refused by its name', async () => {
		assert.equal(
			messageOf(await run(`: '${secretText}'; kill -KILL $$`)),
			'The command was ended by SIGKILL.',
		);
	});

	test('that cannot be started is refused', async () => {
		for (const command of [`${secretText}\0`, `: ${secretText.repeat(200_000)}`]) {
			assert.equal(messageOf(await run(command)), 'The command could not be started.');
		}
	});

	test('that prints nothing, or no UTF-8, is refused', async () => {
		assert.equal(messageOf(await run('true')), 'The output of the command is empty.');
		assert.match(messageOf(await run("printf 'secret\\377'")), /not valid UTF-8/);
	});
});

suite('the environment of a command', () => {
	const environment = {
		PATH: process.env.PATH,
		VITAL_ORG_KEY: keyText,
		JUNCTION_MANAGEMENT_KEY: keyText,
		STRAVA_SECRET: secretText,
		KEPT: 'yes',
		ABSENT: undefined,
	};

	test('holds no key, and no variable that a secret is taken from', {skip: noProc()}, async () => {
		const result = await run('cat /proc/$$/environ /proc/self/environ', {
			environment,
			environmentSecrets: ['STRAVA_SECRET'],
		});
		assert.ok(result.ok);
		const variables = result.value.split('\0');
		assert.ok(variables.includes('KEPT=yes'));
		for (const name of ['VITAL_ORG_KEY', 'JUNCTION_MANAGEMENT_KEY', 'STRAVA_SECRET', 'ABSENT']) {
			assert.ok(!variables.some(variable => variable.startsWith(`${name}=`)), name);
		}
		for (const secret of [keyText, secretText]) assert.ok(!result.value.includes(secret));
	});

	test('holds everything else', async () => {
		assert.deepEqual(
			await run('printf %s "$KEPT$STRAVA_SECRET"', {environment}),
			success(`yes${secretText}`),
		);
	});
});

suite('a command that does not end', () => {
	/** A shell and a pipeline, one of which ignores polite requests. Each writes its process ID. */
	const stubborn = (file: string) =>
		`echo $$ >> '${file}'; (trap '' TERM; sh -c 'echo $PPID' >> '${file}'; sleep 300) | (sh -c 'echo $PPID' >> '${file}'; cat)`;

	test('is stopped with all it started when its time is over', async t => {
		const file = join(await temporaryFolder(t), 'pids');
		const reading = run(stubborn(file), {commandSeconds: 1});
		const pids = await linesOf(file, 3);
		assert.equal(messageOf(await reading), 'The command did not end within 1 seconds and was stopped.');
		await until(() => pids.every(isGone));
	});

	test('is stopped with all it started when the run is', async t => {
		const file = join(await temporaryFolder(t), 'pids');
		const stop = new AbortController();
		const reading = run(stubborn(file), {signal: stop.signal});
		const pids = await linesOf(file, 3);
		stop.abort();
		assert.match(messageOf(await reading), /^Reading was stopped/);
		await until(() => pids.every(isGone));
	});

	test('is stopped when it prints too much', async t => {
		const file = join(await temporaryFolder(t), 'pids');
		const endless = `echo $$ >> '${file}'; yes '${secretText.replaceAll("'", '')}'`;
		assert.equal(messageOf(await run(endless, {}, 2048)), 'The output of the command is larger than 2 kB.');
		const pids = await linesOf(file, 1);
		await until(() => pids.every(isGone));
	});

	test('is stopped though it has closed its output', async () => {
		const reading = run('echo early; exec >&-; sleep 300', {commandSeconds: 0.2});
		assert.match(messageOf(await reading), /did not end within/);
	});
});

function noProc(): string | false {
	return process.platform === 'linux' ? false : 'Only Linux shows the environment of a process.';
}
