import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, mkdtempSync, openSync, rmSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {suite, type TestContext, test} from 'node:test';
import {documentOf, spawned, spawnedOnDemo} from '../support/byoo.ts';
import {personalEnvironment} from '../support/environment.ts';
import {launch, nodeUnderTest} from '../support/terminal.ts';
import {place, settingsFolder, startServer, storedFor, writesTo} from '../support/wizard-terminal.ts';

async function world(t: TestContext) {
	const server = await startServer(t);
	const [organization] = server.organizations;
	const api = ['--api-url', server.url, '--org', organization?.id ?? ''];
	return {server, api, key: organization?.key ?? '', ...spawnedOnDemo(server)};
}

/** Runs a shell line in which `byoo` is the program. */
async function shell(line: string, env: Record<string, string>) {
	const child = spawn('bash', ['-c', `byoo() { "$NODE" dist/cli.js "$@"; }; ${line}`], {
		env: personalEnvironment({NODE: nodeUnderTest, BYOO_CONFIG_DIR: settingsFolder(), ...env}),
	});
	const [stdout, stderr, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'close'),
	]);
	return {code, stdout, stderr};
}

suite('standard output', {concurrency: 2}, () => {
	test('has data only, and standard error the rest', async t => {
		const {run} = await world(t);
		const {stdout, stderr} = await run(['list', ...place, '--json', '--debug']);
		assert.ok(JSON.parse(stdout));
		for (const line of stderr.trimEnd().split('\n'))
			assert.match(line, /^GET \/v1\/org\/\S+ 200 in \d+ ms, request \S+$/);
	});

	test('has one document for every failure', async t => {
		const {api, key, run} = await world(t);
		const env = {JUNCTION_MANAGEMENT_KEY: key, VITAL_ORG_KEY: 'another'};
		for (const argv of [
			['list', '--unheard-of'],
			['list', '--env', 'x'],
			['list'],
			['providers', 'nobody'],
			['organizations', 'nothing'],
			['plan'],
			['plan', 'not/there.yaml'],
			['apply', '/dev/null'],
			['delete', ...place, '--id', 'x'],
			['list', ...api, ...place],
		]) {
			const {code, stdout, stderr} = await spawned([...argv, '--json'], {env});
			assert.equal(code, 2, argv.join(' '));
			assert.deepEqual(Object.keys(JSON.parse(stdout).error), [
				...['kind', 'status', 'message', 'advice', 'fields', 'requestId'],
			]);
			assert.equal(stderr, '', argv.join(' '));
		}
		const {code, stdout} = await run(['list', ...place, '--json'], {env: {HTTPS_PROXY: 'socks://x'}});
		assert.deepEqual([code, JSON.parse(stdout).error.kind], [2, 'correct']);
	});

	test('may be closed early, and what was to be written is written', async t => {
		const {server, api, key} = await world(t);
		const env = {JUNCTION_MANAGEMENT_KEY: key, S: 'a-secret'};
		const list = await shell(`set -o pipefail; byoo list ${api.join(' ')} --all | head -1`, env);
		assert.deepEqual([list.code, list.stderr], [0, '']);
		assert.equal(list.stdout.split('\n').length, 2);
		const target = `${api.join(' ')} ${place.join(' ')} --team ${server.teams[0]?.id} --provider oura --client-id a`;
		const set = await shell(`set -o pipefail; byoo set ${target} --client-secret-env S | true`, env);
		assert.deepEqual([set.code, set.stderr, writesTo(server)], [0, '', 1]);
	});

	test('has one document, too, where standard input cannot be read', async t => {
		const folder = mkdtempSync(join(os.tmpdir(), 'byoo-stdin-'));
		t.after(() => rmSync(folder, {recursive: true, force: true}));
		const stdin = openSync(join(folder, 'only-writable'), 'w');
		t.after(() => closeSync(stdin));
		const {code, stdout} = await spawned(['plan', '-', '--json'], {
			stdin,
			env: {JUNCTION_MANAGEMENT_KEY: 'mg_any'},
		});
		assert.equal(code, 2);
		assert.match(JSON.parse(stdout).error.message, /Standard input could not be read/);
	});

	test('has colour only where it is asked for', async t => {
		const {run} = await world(t);
		const hasColour = async (env: Record<string, string>, ...flags: readonly string[]) =>
			(await run(['list', '--all', ...flags], {env})).stdout.includes('\u001b[');
		assert.equal(await hasColour({}), false);
		assert.equal(await hasColour({FORCE_COLOR: '1'}), true);
		assert.equal(await hasColour({FORCE_COLOR: '0'}), false);
		assert.equal(await hasColour({FORCE_COLOR: '1'}, '--no-color'), false);
		assert.equal(await hasColour({FORCE_COLOR: '1'}, '--plain'), false);
		assert.equal(await hasColour({FORCE_COLOR: '1'}, '--json'), false);
	});

	test('is plain lines with --plain, their columns by tabs', async t => {
		const {stdout} = await (await world(t)).run(['list', ...place, '--plain']);
		for (const line of stdout.trimEnd().split('\n')) assert.equal(line.split('\t').length, 6, line);
	});
});

suite('on a terminal', {concurrency: 2}, () => {
	test('a table has colour, unless NO_COLOR is set', async t => {
		const {api, key} = await world(t);
		for (const [noColour, hasColour] of [
			[undefined, true],
			['1', false],
		] as const) {
			const env = {JUNCTION_MANAGEMENT_KEY: key, BYOO_CONFIG_DIR: settingsFolder(), NO_COLOR: noColour};
			const terminal = launch({args: ['dist/cli.js', 'list', ...api, '--all'], env});
			assert.equal((await terminal.exited).exitCode, 0);
			assert.equal(terminal.raw().includes('\u001b['), hasColour);
			assert.match(terminal.all(), /gap: set in sandbox, missing in production/);
		}
	});

	test('a table fits the width', async t => {
		const {api, key} = await world(t);
		for (const columns of [40, 60, 120]) {
			const env = {JUNCTION_MANAGEMENT_KEY: key, BYOO_CONFIG_DIR: settingsFolder()};
			const terminal = launch({args: ['dist/cli.js', 'list', ...api, '--all'], env, columns, rows: 60});
			assert.equal((await terminal.exited).exitCode, 0);
			const counts = /6 credentials, 4 teams, 3 gaps/;
			assert.match(terminal.all().replace(/\s+/g, ' '), counts);
			assert.match(terminal.all(), /Ashbourne/);
		}
	});

	test('a secret is never read from the keyboard, where everyone could see it', async t => {
		const {server, api, key} = await world(t);
		const env = {JUNCTION_MANAGEMENT_KEY: key, BYOO_CONFIG_DIR: settingsFolder()};
		const target = [...place, '--team', server.teams[0]?.id ?? '', '--provider', 'oura', '--client-id', 'a'];
		const args = ['dist/cli.js', 'set', ...api, ...target, '--client-secret-stdin'];
		const terminal = launch({args, env});
		assert.equal((await terminal.exited).exitCode, 2);
		assert.match(terminal.all().replace(/\s+/g, ' '), /Standard input is a terminal/);
		assert.equal(server.requests().length, 0);
	});
});

test('a word that is no command is not taken for the wizard', async () => {
	const {code, stderr} = await spawned(['canary']);
	assert.equal(code, 2);
	assert.match(stderr, /^byoo has no such command\.\nThe commands are set, list, /);
	assert.equal(documentOf(await spawned(['canary', '--json'])).error?.kind, 'correct');
	assert.equal((await spawned(['help'])).code, 0);
});

test('a value is a value, also where it looks like a flag for help', async () => {
	for (const argv of [
		['set', '--client-id', '-v'],
		['set', '--team', '--help'],
		['set', '--', '-h'],
	]) {
		assert.equal((await spawned(argv)).code, 2, argv.join(' '));
	}
	for (const flag of ['-h', '--help', '-v', '--version'])
		assert.equal((await spawned(['set', flag])).code, 0);
});

test('a full disk is said, and is not success', async t => {
	const {api, key} = await world(t);
	const env = {JUNCTION_MANAGEMENT_KEY: key};
	const {code, stderr} = await shell(`byoo list ${api.join(' ')} --all > /dev/full`, env);
	assert.deepEqual(
		[code, stderr],
		[1, 'Standard output could not be written; look at the disk or the program that reads it.\n'],
	);
});

test('a save that cannot be told of is told on standard error, and is a save', async t => {
	const {api, key, server} = await world(t);
	const env = {JUNCTION_MANAGEMENT_KEY: key, OURA_SECRET: 'full-canary-4f1c9d20ab'};
	const flags = `--env sandbox --region us --team ${server.teams[0]?.id} --provider oura --client-id abc --client-secret-env OURA_SECRET`;
	const {code, stderr} = await shell(`byoo set ${api.join(' ')} ${flags} > /dev/full`, env);
	assert.deepEqual(
		[code, stderr.split('\n').at(-2)],
		[0, 'The credential was saved and confirmed all the same.'],
	);
	assert.equal(storedFor(server)[0]?.provider, 'oura');
});

test('a system that lets too few files be open is named, without a stack', async t => {
	const {api, key} = await world(t);
	const env = {JUNCTION_MANAGEMENT_KEY: key};
	for (const limit of [32, 40, 64]) {
		const {code, stderr} = await shell(
			`ulimit -n ${limit}; byoo list ${api.join(' ')} --all > /dev/null`,
			env,
		);
		if (code === 0) continue;
		assert.doesNotMatch(stderr, /^\s+at /m, `${limit}`);
		assert.match(stderr, /too few files|could not be/, `${limit}`);
	}
});

test('the wizard names its twin where there is no terminal', async () => {
	const {code, stdout, stderr} = await spawned([]);
	assert.deepEqual([code, stdout], [2, '']);
	assert.match(stderr, /byoo set --help/);
	const {error} = documentOf(await spawned(['--json']));
	assert.match(error?.message ?? '', /byoo set is its twin/);
});
