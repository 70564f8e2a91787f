import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, suite, test} from 'node:test';
import {spawned} from '../support/byoo.ts';
import {nodeUnderTest} from '../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'byoo-compiled-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const kept = join(folder, 'byoo/compiled');
const run = (env: Readonly<Record<string, string>>) => spawned(['providers', 'strava'], {env});
const canKeep =
	spawnSync(nodeUnderTest, ['-p', 'typeof process.getBuiltinModule("node:module").enableCompileCache'], {
		encoding: 'utf8',
	}).stdout.trim() === 'function';

suite('what Node compiled of the program', () => {
	test('is kept for its version alone, where nobody else can write to it, and changes nothing', async () => {
		mkdirSync(join(kept, '0.0.1'), {recursive: true});
		const first = await run({XDG_CACHE_HOME: folder});
		const second = await run({XDG_CACHE_HOME: folder});
		assert.deepEqual([first.code, first.stderr, second], [0, '', first]);
		if (!canKeep) return assert.deepEqual(readdirSync(kept), ['0.0.1'], 'this Node cannot keep it');
		const [version = '', ...others] = readdirSync(kept);
		assert.match(version, /^\d+\.\d+\.\d+$/);
		assert.notEqual(version, '0.0.1');
		assert.deepEqual(others, []);
		assert.equal(statSync(join(kept, version)).mode & 0o777, 0o700);
		assert.ok(readdirSync(join(kept, version)).length > 0);
	});

	test('is left alone where somebody else may have written it, or it is not wanted', async () => {
		const [open, closed] = ['open', 'closed'].map(name => join(folder, name)) as [string, string];
		mkdirSync(join(open, 'byoo/compiled'), {recursive: true});
		chmodSync(join(open, 'byoo/compiled'), 0o777);
		const {code, stderr} = await run({XDG_CACHE_HOME: open});
		assert.deepEqual([code, stderr], [0, '']);
		for (const name of readdirSync(join(open, 'byoo/compiled')))
			assert.deepEqual(readdirSync(join(open, 'byoo/compiled', name)), []);
		await run({XDG_CACHE_HOME: closed, NODE_DISABLE_COMPILE_CACHE: '1'});
		assert.ok(!existsSync(closed));
	});

	test('is not missed where it cannot be kept', async () => {
		const file = join(folder, 'file');
		writeFileSync(file, '');
		const {code, stderr} = await run({XDG_CACHE_HOME: file});
		assert.deepEqual([code, stderr], [0, '']);
		assert.ok(!existsSync(join(folder, 'file/byoo')));
	});
});
