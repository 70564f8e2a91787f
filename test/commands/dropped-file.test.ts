import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {readDropped} from '../../source/commands/shared/dropped-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'byoo-'));
after(() => rmSync(folder, {recursive: true, force: true}));

function written(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

async function messageOf(path: string): Promise<string> {
	const result = await readDropped(path, folder);
	assert.ok(!result.ok);
	assert.ok(!JSON.stringify(result).includes(path));
	return result.problem.message;
}

test('a regular file of up to 64 kB is read, from the home folder too', async () => {
	const text = 'a'.repeat(65_536);
	const path = written('whole.txt', text);
	for (const given of [path, '~/whole.txt']) {
		const result = await readDropped(given, folder);
		assert.ok(result.ok && result.value.is(text));
	}
});

test('anything else is refused, and its path is not repeated', async () => {
	mkdirSync(join(folder, 'folder.d'));
	assert.match(await messageOf(join(folder, 'folder.d')), /not a regular file/);
	assert.match(await messageOf(written('large.txt', 'a'.repeat(65_537))), /larger than 64 kB/);
	assert.match(await messageOf(written('bytes.bin', new Uint8Array([0xff, 0xfe, 0x41]))), /no UTF-8 text/);
	assert.match(await messageOf(join(folder, 'missing.txt')), /could not be read/);
});
