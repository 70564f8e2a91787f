import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {open, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {suite, test} from 'node:test';
import {detailsLimit, readSource} from '../../source/secret-sources/read-source.ts';
import {oddFiles} from '../support/odd-files.ts';
import {access, messageOf, temporaryFolder} from './sources.ts';

const file = (path: string) => ({kind: 'file', path}) as const;

suite('in the place of a file', () => {
	const words = {
		'a folder': /^The path is a folder/,
		'a socket': /neither a file nor a pipe/,
		'a link to a device': /neither a file nor a pipe/,
		'a link to itself': /could not be read/,
		'a file of 600 MB': /is larger than 1024 kB/,
	} as const;
	for (const [name, reason] of Object.entries(words)) {
		test(`${name} is refused at once`, async t => {
			const path = join(await temporaryFolder(t), 'odd');
			await oddFiles[name as keyof typeof words](path, t);
			assert.match(messageOf(await readSource(file(path), access(), detailsLimit)), reason);
		});
	}

	for (const name of ['a pipe', 'a link to a pipe'] as const) {
		test(`${name} that nobody writes to is let go when the run is stopped`, async t => {
			const path = join(await temporaryFolder(t), 'odd');
			await oddFiles[name](path, t);
			const stop = new AbortController();
			const reading = readSource(file(path), access({signal: stop.signal}));
			stop.abort();
			assert.match(messageOf(await reading), /^Reading was stopped/);
		});
	}

	test('a file is refused by its size, before anything of it is read', async t => {
		const path = join(await temporaryFolder(t), 'large');
		await writeFile(path, '');
		await truncate(path, 64 * 1024 + 1);
		// As UTF-8 text it would be taken for something else first.
		assert.match(messageOf(await readSource(file(path), access())), /larger than 64 kB/);
	});

	// The system gives these no size, as it does for a file that grows while it is read.
	const endless = ['/proc/kallsyms', '/proc/self/smaps'].find(existsSync);
	test('a file that goes on beyond its size is read to the limit', {skip: !endless}, async () => {
		assert.match(messageOf(await readSource(file(endless ?? ''), access(), 1024)), /larger than 1 kB/);
	});
});

suite('a program that was told to stop ends', () => {
	const program = `
		import {readSource} from './source/secret-sources/read-source.ts';
		const stop = new AbortController();
		const [, kind, path] = process.argv;
		setTimeout(() => stop.abort(), 200);
		const access = {stdin: process.stdin, environment: {}, signal: stop.signal};
		console.log(JSON.stringify(await readSource({kind, path}, access)));
	`;
	const ending = async (kind: string, path: string, stdin: 'pipe' | number) => {
		const argv = ['--import', 'tsx', '--input-type=module', '--eval', program, kind, path];
		const child = spawn(process.execPath, argv, {stdio: [stdin, 'pipe', 'inherit']});
		assert.ok(child.stdout);
		const [[code], said] = await Promise.all([once(child, 'close'), text(child.stdout)]);
		assert.match(said, /Reading was stopped/);
		assert.equal(code, 0);
	};

	test('though a pipe that it reads is still open, and silent', async t => {
		const path = join(await temporaryFolder(t), 'pipe');
		execFileSync('mkfifo', [path]);
		const writer = await open(path, 'r+');
		t.after(() => writer.close());
		await ending('file', path, 'pipe');
		await ending('stdin', '', writer.fd);
	});
});
