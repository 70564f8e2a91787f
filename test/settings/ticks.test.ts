import assert from 'node:assert/strict';
import {
	appendFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import type {Checklist, RememberedOrganization} from '../../source/domain/ports.ts';
import {openMemory} from '../../source/settings/memory.ts';
import {openTicks} from '../../source/settings/ticks.ts';

const organization: RememberedOrganization = {
	id: '0b6e8a1e-1111-4a4a-8a8a-000000000001',
	generation: 'junction',
	url: 'https://api.management.junction.com',
	lastUsed: '2026-11-01T10:00:00.000Z',
};

const checklist: Checklist = {
	organization,
	place: {environment: 'sandbox', region: 'us'},
	teamId: '0b6e8a1e-2222-4a4a-8a8a-000000000002',
	provider: 'strava',
	isDemo: false,
};

/** A folder in which the organization is remembered. */
async function settings(t: TestContext): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'byoo-ticks-'));
	t.after(() => rmSync(folder, {recursive: true}));
	await openMemory(folder).remember(organization);
	return folder;
}

test('settings and ticks are read with the line breaks of Windows', async t => {
	const folder = await settings(t);
	await openTicks(folder).tick(checklist, 'create-application', true);
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
	}
	const {remembered, warnings} = openMemory(folder);
	assert.deepEqual([remembered, warnings], [[organization], []]);
	assert.deepEqual([...openTicks(folder).ticked(checklist)], ['create-application']);
});

const ticksFile = (folder: string): string => {
	const name = readdirSync(folder).find(file => file.endsWith('.ticks.jsonl'));
	assert.ok(name, 'There is no file of ticks.');
	return join(folder, name);
};

suite('a tick', () => {
	test('is there in the next run, for its own team, place and provider', async t => {
		const folder = await settings(t);
		assert.equal(openTicks(folder).tick(checklist, 'project', true), undefined);
		assert.deepEqual([...openTicks(folder).ticked(checklist)], ['project']);
		for (const other of [
			{...checklist, teamId: '0b6e8a1e-2222-4a4a-8a8a-000000000003'},
			{...checklist, provider: 'oura'},
			{...checklist, place: {environment: 'production', region: 'us'} as const},
			{...checklist, organization: {...organization, url: 'https://api.tryvital.io/management'}},
		]) {
			assert.deepEqual([...openTicks(folder).ticked(other)], []);
		}
	});

	test('can be taken back', async t => {
		const folder = await settings(t);
		const ticks = openTicks(folder);
		ticks.tick(checklist, 'project', true);
		ticks.tick(checklist, 'api', true);
		ticks.tick(checklist, 'project', false);
		assert.deepEqual([...openTicks(folder).ticked(checklist)], ['api']);
	});

	test('of two runs at once is lost by neither', async t => {
		const folder = await settings(t);
		const [one, other] = [openTicks(folder), openTicks(folder)];
		one.tick(checklist, 'project', true);
		other.tick(checklist, 'api', true);
		one.tick(checklist, 'branding', true);
		for (const run of [one, other])
			assert.deepEqual([...run.ticked(checklist)].toSorted(), ['api', 'branding', 'project']);
	});

	test('is readable for nobody else, and holds no name of a file but its own', async t => {
		const folder = await settings(t);
		openTicks(folder).tick(checklist, 'project', true);
		assert.equal(statSync(ticksFile(folder)).mode & 0o777, 0o600);
		assert.equal(readdirSync(folder).length, 2);
	});

	test('outlives a run that was killed while it wrote another one', async t => {
		const folder = await settings(t);
		openTicks(folder).tick(checklist, 'project', true);
		appendFileSync(ticksFile(folder), '\n{"list":"sandbox us 0b6e8a1e');
		openTicks(folder).tick(checklist, 'api', true);
		assert.deepEqual([...openTicks(folder).ticked(checklist)], ['project', 'api']);
	});

	test('outlives a version that knows no ticks and writes the settings anew', async t => {
		const folder = await settings(t);
		openTicks(folder).tick(checklist, 'project', true);
		await openMemory(folder).remember({...organization, lastUsed: '2026-11-02T10:00:00.000Z'});
		assert.deepEqual(openMemory(folder).warnings, []);
		assert.deepEqual([...openTicks(folder).ticked(checklist)], ['project']);
	});

	test('is forgotten with its organization', async t => {
		const folder = await settings(t);
		openTicks(folder).tick(checklist, 'project', true);
		await openMemory(folder).forget(organization);
		assert.deepEqual(readdirSync(folder), []);
	});

	test('is forgotten too where a version that knows none forgot the organization', async t => {
		const folder = await settings(t);
		openTicks(folder).tick(checklist, 'project', true);
		for (const name of readdirSync(folder)) if (/^[0-9a-f]{32}\.json$/.test(name)) rmSync(join(folder, name));
		assert.deepEqual([...openTicks(folder).ticked(checklist)], []);
		await openMemory(folder).remember(organization);
		assert.deepEqual([...openTicks(folder).ticked(checklist)], []);
	});

	test('that cannot be written counts for the run, and that is said', async t => {
		const folder = await settings(t);
		openTicks(folder).tick(checklist, 'project', true);
		const file = ticksFile(folder);
		rmSync(file);
		mkdirSync(file);
		const ticks = openTicks(folder);
		assert.match(ticks.tick(checklist, 'api', true) ?? '', /kept for this run only/);
		assert.deepEqual([...ticks.ticked(checklist)], ['api']);
		assert.deepEqual([...openTicks(folder).ticked(checklist)], []);
	});

	test('of the demo counts for its run, and leaves nothing behind', async t => {
		const folder = await settings(t);
		const demo = {...checklist, isDemo: true};
		const ticks = openTicks(folder);
		ticks.tick(demo, 'project', true);
		assert.deepEqual([...ticks.ticked(demo)], ['project']);
		assert.equal(readdirSync(folder).length, 1);
	});
});

test('a file of many ticks is written anew with those that count', async t => {
	const folder = await settings(t);
	const ticks = openTicks(folder);
	ticks.tick(checklist, 'first', true);
	for (let count = 0; count < 500; count += 1) ticks.tick(checklist, 'toggled', count % 2 === 0);
	ticks.tick(checklist, 'last', true);
	assert.ok(readFileSync(ticksFile(folder), 'utf8').length < 33 * 1024);
	assert.deepEqual([...openTicks(folder).ticked(checklist)], ['first', 'last']);
	assert.equal(readdirSync(folder).length, 2);
});
