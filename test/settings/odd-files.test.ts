import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
	chmod,
	lstat,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rename,
	rm,
	stat,
	symlink,
	utimes,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import type {RememberedOrganization} from '../../source/domain/ports.ts';
import {openMemory} from '../../source/settings/memory.ts';
import {oddFiles} from '../support/odd-files.ts';

const organization = (): RememberedOrganization => ({
	id: '0b6e8a1e-1111-4a4a-8a8a-000000000001',
	generation: 'junction',
	url: 'https://api.example.com',
	lastUsed: '2026-01-01T10:00:00.000Z',
});

async function temporaryFolder(t: TestContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'byoo-settings-'));
	t.after(() => rm(folder, {recursive: true}));
	return folder;
}

/** A folder where one organization is remembered, and the path of its file. */
async function remembering(t: TestContext): Promise<{readonly folder: string; readonly path: string}> {
	const folder = await temporaryFolder(t);
	assert.equal(await openMemory(folder).remember(organization()), undefined);
	const [name = ''] = await readdir(folder);
	return {folder, path: join(folder, name)};
}

const otherName = `${'0'.repeat(32)}.json`;
const kind = async (path: string) => (await lstat(path)).mode;

suite('in the place of a settings file', () => {
	const words: Readonly<Record<keyof typeof oddFiles, RegExp>> = {
		'a pipe': /is a pipe, not a file/,
		'a folder': /is a folder, not a file/,
		'a socket': /is a socket, not a file/,
		'a link to a device': /is a device, not a file/,
		'a link to a pipe': /is a pipe, not a file/,
		'a link to itself': /cannot be read/,
		'a file of 600 MB': /is larger than 64 kB/,
	};
	for (const [name, make] of Object.entries(oddFiles)) {
		test(`${name} is said once, left alone, and keeps nothing else from being read`, async t => {
			const {folder} = await remembering(t);
			const path = join(folder, otherName);
			await make(path, t);
			const before = await kind(path);
			for (const memory of [openMemory(folder), openMemory(folder)]) {
				assert.deepEqual(memory.remembered, [organization()]);
				const [warning = '', ...others] = memory.warnings;
				assert.deepEqual(others, []);
				assert.match(warning, words[name as keyof typeof oddFiles]);
				assert.match(warning, /^The settings file 0{32}\.json .* left alone and not used/);
			}
			assert.equal(await kind(path), before);
		});

		const isLink = name.startsWith('a link');
		test(`${name} ${isLink ? 'gives way to' : 'is not written over by'} what is remembered`, async t => {
			const {folder, path} = await remembering(t);
			await rm(path);
			await make(path, t);
			const before = await kind(path);
			const said = await openMemory(folder).remember(organization());
			if (isLink) {
				assert.equal(said, undefined);
				assert.deepEqual(openMemory(folder).remembered, [organization()]);
			} else {
				assert.match(said ?? '', /cannot be written/);
				assert.equal(await kind(path), before);
			}
		});
	}

	test('a link to a file is read, and what it leads to is never written', async t => {
		const {folder, path} = await remembering(t);
		const elsewhere = join(await temporaryFolder(t), 'elsewhere.json');
		await rename(path, elsewhere);
		await symlink(elsewhere, path);
		const text = await readFile(elsewhere, 'utf8');
		assert.deepEqual(openMemory(folder).remembered, [organization()]);

		const later = {...organization(), provider: 'oura'};
		assert.equal(await openMemory(folder).remember(later), undefined);
		assert.equal(await readFile(elsewhere, 'utf8'), text);
		assert.ok((await lstat(path)).isFile());
		assert.deepEqual(openMemory(folder).remembered, [later]);
	});

	test('a link to nothing is like no file, and nothing is made where it leads', async t => {
		const {folder, path} = await remembering(t);
		await rm(path);
		const nowhere = join(await temporaryFolder(t), 'nowhere');
		await symlink(nowhere, path);
		const memory = openMemory(folder);
		assert.deepEqual([memory.remembered, memory.warnings], [[], []]);
		assert.equal(await memory.remember(organization()), undefined);
		await assert.rejects(stat(nowhere), /ENOENT/);
		assert.ok((await lstat(path)).isFile());
	});

	test('a file may be as large as the limit, and not a byte larger', async t => {
		const {folder, path} = await remembering(t);
		const text = await readFile(path, 'utf8');
		await writeFile(path, text.padEnd(64 * 1024));
		assert.deepEqual(openMemory(folder).remembered, [organization()]);
		await writeFile(path, text.padEnd(64 * 1024 + 1));
		assert.deepEqual(openMemory(folder).remembered, []);
	});
});

test('of many files only the newest are read', async t => {
	const {folder, path} = await remembering(t);
	await utimes(path, 1000, 1000);
	await Promise.all(
		Array.from({length: 250}, (_, index) =>
			writeFile(join(folder, `${String(index).padStart(32, '0')}.json`), '{}'),
		),
	);
	const {remembered, warnings} = openMemory(folder);
	assert.deepEqual([remembered, warnings.length], [[], 200]);
});

suite('what a killed run left', () => {
	const hourAgo = new Date(Date.now() - 61 * 60 * 1000);
	const leftover = `${otherName}.tmp-1234567890abcdef`;

	const left = async (folder: string, name: string, time = hourAgo) => {
		await writeFile(join(folder, name), '{');
		await utimes(join(folder, name), time, time);
	};

	test('is removed by the next write, whether it remembers or forgets', async t => {
		const {folder} = await remembering(t);
		for (const write of ['remember', 'forget'] as const) {
			await left(folder, leftover);
			assert.equal(await openMemory(folder)[write](organization()), undefined);
			assert.ok(!(await readdir(folder)).includes(leftover));
		}
	});

	test('has the name that is looked for', async t => {
		const folder = await temporaryFolder(t);
		const program = `
			import fs from 'node:fs';
			fs.renameSync = () => process.kill(process.pid, 'SIGKILL');
			const {openMemory} = await import('./source/settings/memory.ts');
			await openMemory(process.argv[1]).remember(JSON.parse(process.argv[2]));
		`;
		const argv = ['--import', 'tsx', '--input-type=module', '--eval', program, folder];
		const {signal} = spawnSync(process.execPath, [...argv, JSON.stringify(organization())]);
		assert.equal(signal, 'SIGKILL');
		const [name = '', ...others] = await readdir(folder);
		assert.deepEqual(others, []);
		assert.match(name, /\.tmp-/);
		await utimes(join(folder, name), hourAgo, hourAgo);
		await openMemory(folder).forget(organization());
		assert.deepEqual(await readdir(folder), []);
	});

	test('is known by its name and its age: what is not surely ours stays', async t => {
		const {folder} = await remembering(t);
		const others = ['notes.json.tmp-1234567890abcdef', `${leftover}0`, `${otherName}.damaged`, 'x.tmp'];
		for (const name of others) await left(folder, name);
		const young = `${'1'.repeat(32)}.json.tmp-1234567890abcdef`;
		await left(folder, young, new Date());
		const aFolder = `${'2'.repeat(32)}.json.tmp-1234567890abcdef`;
		await mkdir(join(folder, aFolder));
		await utimes(join(folder, aFolder), hourAgo, hourAgo);
		const before = await readdir(folder);
		await openMemory(folder).remember(organization());
		assert.deepEqual((await readdir(folder)).toSorted(), before.toSorted());
	});
});

suite('the folder', () => {
	test('is for its owner only where byoo makes it', async t => {
		const folder = join(await temporaryFolder(t), 'byoo', 'organizations');
		await openMemory(folder).remember(organization());
		for (const made of [folder, join(folder, '..')]) assert.equal((await stat(made)).mode & 0o777, 0o700);
	});

	test('that is there keeps its mode, and the files in it are for their owner only', async t => {
		const folder = await temporaryFolder(t);
		await chmod(folder, 0o755);
		await openMemory(folder).remember(organization());
		assert.equal((await stat(folder)).mode & 0o777, 0o755);
		for (const name of await readdir(folder)) {
			assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600);
		}
	});

	test('is made once more where it went away meanwhile', async t => {
		const folder = join(await temporaryFolder(t), 'organizations');
		const memory = openMemory(folder);
		await memory.remember(organization());
		await rm(folder, {recursive: true});
		assert.equal(await memory.remember(organization()), undefined);
		assert.deepEqual(openMemory(folder).remembered, [organization()]);
	});
});
