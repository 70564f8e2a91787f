import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {apis} from '../../source/domain/api-generation.ts';
import type {RememberedOrganization} from '../../source/domain/ports.ts';
import {openMemory} from '../../source/settings/memory.ts';

const official = apis.map(({url}) => url);
const [vitalUrl = '', junctionUrl = ''] = official;

const organization = (
	number: number,
	changes: Partial<RememberedOrganization> = {},
): RememberedOrganization => ({
	id: `0b6e8a1e-1111-4a4a-8a8a-${String(number).padStart(12, '0')}`,
	name: `Organization ${number}`,
	generation: 'junction',
	url: junctionUrl,
	environment: 'sandbox',
	region: 'eu',
	team: {id: '0b6e8a1e-2222-4a4a-8a8a-000000000002', name: 'Runners'},
	provider: 'strava',
	lastUsed: `2026-01-01T10:00:${String(number).padStart(2, '0')}.000Z`,
	...changes,
});

async function temporaryFolder(t: TestContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'byoo-settings-'));
	t.after(() => rm(folder, {recursive: true}));
	return folder;
}

const open = (folder: string) => openMemory(folder, official);

async function onlyFile(folder: string): Promise<string> {
	const [name, ...others] = await readdir(folder);
	assert.ok(name !== undefined && others.length === 0, `There is not one file: ${name} ${others}`);
	return join(folder, name);
}

suite('a remembered organization', () => {
	test('comes back as it was', async t => {
		const folder = await temporaryFolder(t);
		assert.equal(await open(folder).remember(organization(1)), undefined);
		assert.deepEqual(open(folder).remembered, [organization(1)]);
	});

	test('is a file that nobody else can read, in a folder made for it', async t => {
		const folder = join(await temporaryFolder(t), 'not', 'there', 'yet');
		assert.deepEqual(open(folder).remembered, []);
		assert.equal(await open(folder).remember(organization(1)), undefined);
		assert.equal((await stat(await onlyFile(folder))).mode & 0o777, 0o600);
	});

	test('is replaced by what is remembered of it later', async t => {
		const folder = await temporaryFolder(t);
		const memory = open(folder);
		await memory.remember(organization(1));
		const {environment: _, ...later} = organization(1, {region: 'us'});
		await memory.remember(later);
		await onlyFile(folder);
		assert.deepEqual(open(folder).remembered, [later]);
	});

	test('has a file of its own for each address of the API', async t => {
		const folder = await temporaryFolder(t);
		const memory = open(folder);
		await memory.remember(organization(1));
		await memory.remember(organization(1, {generation: 'vital', url: vitalUrl, name: 'At Vital'}));
		assert.deepEqual(
			open(folder)
				.remembered.map(({url}) => url)
				.sort(),
			[...official].sort(),
		);
	});

	test('never comes back at another address', async t => {
		const folder = await temporaryFolder(t);
		const elsewhere = organization(1, {url: 'https://api.example.com'});
		await open(folder).remember(elsewhere);
		assert.deepEqual(open(folder).remembered, []);
		assert.deepEqual(openMemory(folder, ['https://other.example.com']).remembered, []);
		assert.deepEqual(openMemory(folder, ['https://api.example.com']).remembered, [elsewhere]);
	});

	test('can be forgotten, and the others stay', async t => {
		const folder = await temporaryFolder(t);
		const memory = open(folder);
		await memory.remember(organization(1));
		await memory.remember(organization(2));
		assert.equal(await memory.forget(organization(1)), undefined);
		assert.deepEqual(open(folder).remembered, [organization(2)]);
		assert.equal(await memory.forget(organization(1)), undefined);
	});
});

test('two runs at once lose nothing', async t => {
	const folder = await temporaryFolder(t);
	const memories = [open(folder), open(folder)];
	await Promise.all(
		Array.from({length: 8}, (_, number) => memories[number % 2]?.remember(organization(number))),
	);
	const names = open(folder).remembered.map(({name}) => name);
	assert.deepEqual(
		names,
		[7, 6, 5, 4, 3, 2, 1, 0].map(number => `Organization ${number}`),
	);
});

test('writes of one run are done in their order', async t => {
	const folder = await temporaryFolder(t);
	const memory = open(folder);
	await Promise.all([
		memory.remember(organization(1, {provider: 'polar'})),
		memory.forget(organization(1)),
		memory.remember(organization(1, {provider: 'oura'})),
	]);
	assert.equal(open(folder).remembered[0]?.provider, 'oura');
});

test('the ten newest are offered, the newest first', async t => {
	const folder = await temporaryFolder(t);
	const memory = open(folder);
	for (const number of [3, 11, 0, 7, 1, 9, 5, 2, 10, 4, 8, 6]) await memory.remember(organization(number));
	const names = open(folder).remembered.map(({name}) => name);
	assert.deepEqual(
		names,
		[11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map(number => `Organization ${number}`),
	);
});

suite('a file', () => {
	const damaged: Readonly<Record<string, string>> = {
		'cut short': '{"id": "0b6e8a1e',
		empty: '',
		'without an organization': '{"name": "Acme"}',
		'with another kind of ID': JSON.stringify({...organization(1), id: 'all of them'}),
		'that is a list': '[]',
	};
	for (const [name, text] of Object.entries(damaged)) {
		test(`${name} is set aside, said once, and kept`, async t => {
			const folder = await temporaryFolder(t);
			await open(folder).remember(organization(1));
			const path = await onlyFile(folder);
			await writeFile(path, text);

			const {remembered, warnings} = open(folder);
			assert.deepEqual(remembered, []);
			assert.equal(warnings.length, 1);
			assert.match(warnings[0] ?? '', /damaged.*set aside as [0-9a-f]+\.json\.damaged/);
			assert.equal(await readFile(`${path}.damaged`, 'utf8'), text);
			assert.deepEqual(open(folder).warnings, []);
		});
	}

	test('of a later version gives what is known of it', async t => {
		const folder = await temporaryFolder(t);
		await open(folder).remember(organization(1));
		const later = {...organization(1), environment: 'staging', region: 5, team: 'Runners', favourite: true};
		await writeFile(await onlyFile(folder), JSON.stringify(later));
		const {environment: _, region: __, team: ___, ...known} = organization(1);
		const {remembered, warnings} = open(folder);
		assert.deepEqual(remembered, [known]);
		assert.deepEqual(warnings, []);
	});

	test('of another program is left alone', async t => {
		const folder = await temporaryFolder(t);
		await writeFile(join(folder, 'notes.json'), 'not mine');
		assert.deepEqual([open(folder).remembered, open(folder).warnings], [[], []]);
		assert.equal(await readFile(join(folder, 'notes.json'), 'utf8'), 'not mine');
	});

	test('that was damaged while byoo ran is written anew', async t => {
		const folder = await temporaryFolder(t);
		const memory = open(folder);
		await memory.remember(organization(1));
		await writeFile(await onlyFile(folder), 'damaged');
		assert.equal(await memory.remember(organization(1)), undefined);
		assert.deepEqual(open(folder).remembered, [organization(1)]);
	});
});

suite('settings that cannot be written', () => {
	for (const [name, folderIn] of [
		['because a file is in their place', (path: string) => path],
		['because a file is in the place of their parent', (path: string) => join(path, 'organizations')],
		['because there is no folder at all', () => ''],
	] as const) {
		test(`${name} are said, and nothing is thrown`, async t => {
			const path = join(await temporaryFolder(t), 'file');
			await writeFile(path, 'a file');
			const memory = open(folderIn(path));
			assert.deepEqual([memory.remembered, memory.warnings], [[], []]);
			assert.match((await memory.remember(organization(1))) ?? '', /cannot be written/);
			assert.equal(await readFile(path, 'utf8'), 'a file');
		});
	}

	test('are tried again with the next write', async t => {
		const path = join(await temporaryFolder(t), 'organizations');
		await writeFile(path, 'a file');
		const memory = open(path);
		assert.match((await memory.remember(organization(1))) ?? '', /cannot be written/);
		await rm(path);
		assert.equal(await memory.remember(organization(1)), undefined);
	});
});
