import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, symlink, truncate, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import type {TestContext} from 'node:test';

type Make = (path: string, t: TestContext) => Promise<unknown>;

const pipe: Make = async path => execFileSync('mkfifo', [path]);

/** What may stand where a file is expected, and would never be read to its end or hold a program up. */
export const oddFiles = {
	'a pipe': pipe,
	'a folder': path => mkdir(path),
	'a socket': async (path, t) => {
		const server = createServer().listen(path);
		t.after(() => server.close());
		await once(server, 'listening');
	},
	'a link to a device': path => symlink('/dev/zero', path),
	'a link to a pipe': async (path, t) => {
		await pipe(`${path}.pipe`, t);
		await symlink(`${path}.pipe`, path);
	},
	'a link to itself': path => symlink(path, path),
	'a file of 600 MB': async path => {
		await writeFile(path, '');
		await truncate(path, 600 * 1024 * 1024);
	},
} satisfies Readonly<Record<string, Make>>;
