import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {after, suite, test} from 'node:test';
import {root} from '../house/source-files.ts';
import {personalEnvironment} from '../support/environment.ts';
import {keys} from '../support/keys.ts';
import {launch, nodeUnderTest} from '../support/terminal.ts';

// `.ci/run`: the packed program as a stranger has it from npx, on the Node that BYOO_TEST_NODE names. Nothing of a
// person is there: no home, no cache, no network, no other program than Node, npm and what a shell has.

const folder = mkdtempSync(join(os.tmpdir(), 'byoo-packed-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const npm = join(execFileSync('npm', ['root', '--global'], {encoding: 'utf8'}).trim(), 'npm/bin');
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [packed] = JSON.parse(
	execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
		cwd: root,
		encoding: 'utf8',
	}),
);

const [home, work, path] = ['home', 'work', 'path'].map(name => join(folder, name)) as [
	string,
	string,
	string,
];
for (const made of [home, work, path]) mkdirSync(made);
// What the first line of a program finds as `node`.
symlinkSync(nodeUnderTest, join(path, 'node'));

const npx = [
	join(npm, 'npx-cli.js'),
	'--offline',
	'--yes',
	`--package=${join(folder, packed.filename)}`,
	'byoo',
];
const env = {
	HOME: home,
	PATH: `${path}:/usr/bin:/bin`,
	XDG_CONFIG_HOME: undefined,
	XDG_CACHE_HOME: join(folder, 'compiled'),
	npm_config_cache: join(folder, 'cache'),
	npm_config_update_notifier: 'false',
};

suite('npx, of the packed program', () => {
	test('gives its version, and nothing besides', () => {
		const {status, stdout, stderr} = spawnSync(nodeUnderTest, [...npx, '--version'], {
			cwd: work,
			encoding: 'utf8',
			env: personalEnvironment(env),
		});
		assert.deepEqual([status, stdout, stderr], [0, `${version}\n`, '']);
	});

	test('asks the first question on a terminal, and leaves nothing behind but what npm keeps', async () => {
		const terminal = launch({args: npx, env, cwd: work});
		await terminal.waitFor(/^❯ Add an organization/m, {seconds: 60});
		terminal.write(keys.ctrlC);
		await terminal.exited;
		assert.deepEqual(
			[home, work].map(made => readdirSync(made)),
			[[], []],
		);
	});
});
