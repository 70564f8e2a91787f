import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, suite, test} from 'node:test';
import {transformSync} from 'esbuild';
import {personalEnvironment} from '../support/environment.ts';
import {root} from './source-files.ts';

/*
The built entry under Nodes that are too old. They are this Node, which gives itself out for an older one, or with
BYOO_TEST_OLD_NODE that one, whose version this file need not know.
*/

type Node = {readonly file: string; readonly flags: readonly string[]; readonly version: string};

const quietly = {encoding: 'utf8', env: personalEnvironment()} as const;
const entry = join(root, 'dist/cli.js');
const oldest = /\d+\.\d+/.exec(
	JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node,
)?.[0];
const realNode = process.env.BYOO_TEST_OLD_NODE;
const older = realNode ? [realOne(realNode)] : ['0.12.18', '18.20.4', '20.18.3'].map(posing);
const newEnough = ['20.19.0', '21.0.0', '100.0.0-nightly'].map(posing);

suite('the entry', () => {
	for (const node of older) {
		const running = /^\d+\.\d+/.exec(node.version)?.[0];
		const message = `Node ${oldest} or newer is needed, this is ${running}.`;
		const advice = 'Install a newer Node, or switch to one with your version manager, and run byoo again.';

		test(`says on ${node.version} what is needed and what to do`, () => {
			for (const words of [[], ['--version'], ['list', '--all']]) {
				assert.deepEqual(run(node, words), {code: 1, stdout: '', stderr: `${message}\n${advice}\n`});
			}
		});

		test(`answers --json on ${node.version} with one document`, () => {
			const {code, stdout, stderr} = run(node, ['set', '--team', 'Night Runners', '--json']);
			const error = {kind: 'unavailable', status: null, message, advice, fields: [], requestId: null};
			assert.equal(stdout, `${JSON.stringify({error}, null, 2)}\n`);
			assert.deepEqual([code, stderr], [1, '']);
		});
	}

	test('shows no stack where nothing can be written', () => {
		const full = openSync('/dev/full', 'w');
		for (const {file, flags} of older) {
			const {status, stderr} = spawnSync(file, [...flags, entry, '--json'], {
				...quietly,
				stdio: ['ignore', full, 'pipe'],
			});
			assert.deepEqual([status, stderr], [1, '']);
		}
		closeSync(full);
	});

	test('goes on with every Node that is new enough', () => {
		for (const node of newEnough) {
			const {code, stdout, stderr} = run(node, ['--version']);
			assert.match(stdout, /^\d+\.\d+\.\d+\n$/, node.version);
			assert.deepEqual([code, stderr], [0, '']);
		}
	});

	test('says the version as the program does', () => {
		const [newest = posing('20.19.0')] = newEnough;
		for (const flag of ['--version', '-v'])
			assert.deepEqual(run(newest, [flag]), run(newest, ['list', flag]));
		assert.equal(run(newest, ['--version', '--json']).code, 0);
	});

	test('is written in syntax that every Node reads', () => {
		// Whatever came after ES5 would be refused or written anew.
		const [modern, es5] = inBothTargets(readFileSync(entry, 'utf8'));
		assert.equal(modern, es5);
		assert.notEqual(...inBothTargets('() => 1'));
	});
});

suite('an entry whose program is damaged', () => {
	const folder = mkdtempSync(join(tmpdir(), 'byoo-entry-'));
	after(() => rmSync(folder, {recursive: true, force: true}));
	copyFileSync(join(root, 'dist/package.json'), join(folder, 'package.json'));
	const [newest = posing('20.19.0')] = newEnough;
	const cases = [
		{what: 'has no other file', files: ['cli.js']},
		{what: 'lacks a part', files: ['cli.js', 'main.js']},
	];
	for (const {what, files} of cases) {
		test(`that ${what} says so in two lines`, () => {
			for (const file of files) copyFileSync(join(root, 'dist', file), join(folder, file));
			assert.deepEqual(run(newest, ['providers'], join(folder, 'cli.js')), {
				code: 1,
				stdout: '',
				stderr:
					'byoo stopped because of a fault of its own (Error).\nPlease report it with what you did last.\n',
			});
		});
	}
});

function run({file, flags}: Node, words: readonly string[], program = entry) {
	const {status, stdout, stderr} = spawnSync(file, [...flags, program, ...words], quietly);
	return {code: status, stdout, stderr};
}

function realOne(file: string): Node {
	const {stdout} = spawnSync(file, ['--version'], quietly);
	return {file, flags: [], version: stdout.trim().replace('v', '')};
}

function posing(version: string): Node {
	const lie = `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '${version}'}})`;
	return {
		file: process.execPath,
		flags: ['--import', `data:text/javascript,${encodeURIComponent(lie)}`],
		version,
	};
}

const inBothTargets = (text: string): [string, string] => [
	transformSync(text, {target: 'esnext'}).code,
	transformSync(text, {target: 'es5'}).code,
];
