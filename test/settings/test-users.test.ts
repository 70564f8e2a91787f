import assert from 'node:assert/strict';
import {appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import type {NotedUser} from '../../source/domain/proof/ports.ts';
import {openMemory} from '../../source/settings/memory.ts';
import {openTestUsers} from '../../source/settings/test-users.ts';
import {thisRun} from '../support/runs.ts';
import {settingsFolder} from '../support/wizard-terminal.ts';

const now = new Date('2026-03-04T12:00:00Z');
const here = {runs: thisRun, now: () => now};

const organization = {url: 'https://api.example.com', id: '8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab'};

const user = (number: number, more: Partial<NotedUser> = {}): NotedUser => ({
	organization,
	place: {environment: 'sandbox', region: 'eu'},
	teamId: '0b6e8a1e-2222-4a4a-8a8a-000000000002',
	junctionUrl: 'https://api.sandbox.eu.junction.com',
	clientUserId: `byoo-proof-0b6e8a1e-2222-4a4a-8a8a-${String(number).padStart(12, '0')}`,
	...more,
});

const fileIn = (folder: string): string => {
	const [name = ''] = readdirSync(folder);
	assert.match(name, /^[0-9a-f]{32}\.test-users\.jsonl$/);
	return join(folder, name);
};

suite('a note of a test user', () => {
	test('is there for the next run, with its ID once that is known, until the user is gone', () => {
		const folder = settingsFolder();
		assert.equal(openTestUsers(folder, here).note(user(1)), undefined);
		openTestUsers(folder, here).note(user(1, {id: 'u1'}));
		openTestUsers(folder, here).note(user(2));
		assert.deepEqual(openTestUsers(folder, here).left(organization), [user(1, {id: 'u1'}), user(2)]);
		openTestUsers(folder, here).forget(user(1));
		assert.deepEqual(openTestUsers(folder, here).left(organization), [user(2)]);
		openTestUsers(folder, here).forget(user(2));
		assert.deepEqual(readdirSync(folder), [], 'the file goes with the last of them');
	});

	test('is of its organization and its address alone', () => {
		const notes = openTestUsers(settingsFolder(), here);
		notes.note(user(1));
		assert.deepEqual(notes.left({...organization, url: 'https://other.example.com'}), []);
		assert.deepEqual(notes.left({...organization, id: 'other'}), []);
	});

	test('stays where the organization is forgotten', async () => {
		const folder = settingsFolder();
		openTestUsers(folder, here).note(user(1));
		await openMemory(folder).forget({...organization, generation: 'junction', lastUsed: ''});
		assert.deepEqual(openTestUsers(folder, here).left(organization), [user(1)]);
	});

	test('survives lines that nobody can read, and is never of a user with another name', () => {
		const folder = settingsFolder();
		openTestUsers(folder, here).note(user(1));
		const file = fileIn(folder);
		const line = readFileSync(file, 'utf8').trim();
		appendFileSync(file, `${line.replace('byoo-proof-', 'customer-')}\n{"user":"byoo-pro`);
		openTestUsers(folder, here).note(user(2));
		assert.deepEqual(openTestUsers(folder, here).left(organization), [user(1), user(2)]);
	});

	test('is read of a file that has grown, which is written anew', () => {
		const folder = settingsFolder();
		openTestUsers(folder, here).note(user(1));
		const file = fileIn(folder);
		writeFileSync(file, readFileSync(file, 'utf8').repeat(200));
		openTestUsers(folder, here).note(user(2));
		assert.equal(readFileSync(file, 'utf8').trim().split('\n').length, 2);
		assert.deepEqual(openTestUsers(folder, here).left(organization), [user(1), user(2)]);
	});

	test('that cannot be written counts for this run, and that is said', () => {
		const folder = join(settingsFolder(), 'file');
		mkdirSync(join(folder, '..'), {recursive: true});
		writeFileSync(folder, '');
		chmodSync(folder, 0o400);
		const notes = openTestUsers(folder, here);
		assert.match(notes.note(user(1)) ?? '', /for this run only/);
		assert.deepEqual(notes.left(organization), [user(1)]);
		notes.forget(user(1));
		assert.deepEqual(notes.left(organization), []);
	});

	test('of a run that goes on is not left, as long as a proof may take', () => {
		const folder = settingsFolder();
		openTestUsers(folder, {runs: {...thisRun, own: '8@here'}, now: () => now}).note(user(1));
		const leftFor = (isGoingOn: boolean | undefined, minutes: number) =>
			openTestUsers(folder, {
				runs: {own: '9@here', isGoingOn: run => (run === '8@here' ? isGoingOn : false)},
				now: () => new Date(now.getTime() + minutes * 60_000),
			}).left(organization).length;
		assert.deepEqual([leftFor(true, 1), leftFor(undefined, 1), leftFor(false, 1)], [0, 0, 1]);
		// A number of a process is used again.
		assert.deepEqual([leftFor(true, 16), leftFor(undefined, 16)], [1, 1]);
	});

	test('of the demo is in no file', () => {
		const folder = settingsFolder();
		const notes = openTestUsers(folder, {...here, isDemo: true});
		notes.note(user(1));
		assert.deepEqual([notes.left(organization), readdirSync(folder)], [[user(1)], []]);
	});
});
