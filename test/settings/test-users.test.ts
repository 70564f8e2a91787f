import assert from 'node:assert/strict';
import {appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import type {NotedUser} from '../../source/domain/proof/ports.ts';
import {openMemory} from '../../source/settings/memory.ts';
import {openTestUsers} from '../../source/settings/test-users.ts';
import {settingsFolder} from '../support/wizard-terminal.ts';

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
		assert.equal(openTestUsers(folder).note(user(1)), undefined);
		openTestUsers(folder).note(user(1, {id: 'u1'}));
		openTestUsers(folder).note(user(2));
		assert.deepEqual(openTestUsers(folder).left(organization), [user(1, {id: 'u1'}), user(2)]);
		openTestUsers(folder).forget(user(1));
		assert.deepEqual(openTestUsers(folder).left(organization), [user(2)]);
		openTestUsers(folder).forget(user(2));
		assert.deepEqual(readdirSync(folder), [], 'the file goes with the last of them');
	});

	test('is of its organization and its address alone', () => {
		const notes = openTestUsers(settingsFolder());
		notes.note(user(1));
		assert.deepEqual(notes.left({...organization, url: 'https://other.example.com'}), []);
		assert.deepEqual(notes.left({...organization, id: 'other'}), []);
	});

	test('stays where the organization is forgotten', async () => {
		const folder = settingsFolder();
		openTestUsers(folder).note(user(1));
		await openMemory(folder).forget({...organization, generation: 'junction', lastUsed: ''});
		assert.deepEqual(openTestUsers(folder).left(organization), [user(1)]);
	});

	test('survives lines that nobody can read, and is never of a user with another name', () => {
		const folder = settingsFolder();
		openTestUsers(folder).note(user(1));
		const file = fileIn(folder);
		const line = readFileSync(file, 'utf8').trim();
		appendFileSync(file, `${line.replace('byoo-proof-', 'customer-')}\n{"user":"byoo-pro`);
		openTestUsers(folder).note(user(2));
		assert.deepEqual(openTestUsers(folder).left(organization), [user(1), user(2)]);
	});

	test('is read of a file that has grown, which is written anew', () => {
		const folder = settingsFolder();
		openTestUsers(folder).note(user(1));
		const file = fileIn(folder);
		writeFileSync(file, readFileSync(file, 'utf8').repeat(200));
		openTestUsers(folder).note(user(2));
		assert.equal(readFileSync(file, 'utf8').trim().split('\n').length, 2);
		assert.deepEqual(openTestUsers(folder).left(organization), [user(1), user(2)]);
	});

	test('that cannot be written counts for this run, and that is said', () => {
		const folder = join(settingsFolder(), 'file');
		mkdirSync(join(folder, '..'), {recursive: true});
		writeFileSync(folder, '');
		chmodSync(folder, 0o400);
		const notes = openTestUsers(folder);
		assert.match(notes.note(user(1)) ?? '', /for this run only/);
		assert.deepEqual(notes.left(organization), [user(1)]);
		notes.forget(user(1));
		assert.deepEqual(notes.left(organization), []);
	});

	test('of the demo is in no file', () => {
		const folder = settingsFolder();
		const notes = openTestUsers(folder, true);
		notes.note(user(1));
		assert.deepEqual([notes.left(organization), readdirSync(folder)], [[user(1)], []]);
	});
});
