import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {root} from './source-files.ts';

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

suite('docs/architecture.md', () => {
	test('draws the rooms that there are', () => {
		const rooms = readdirSync(join(root, 'source'), {withFileTypes: true});
		for (const room of rooms) {
			assert.ok(page.includes(room.isDirectory() ? `  ${room.name}/` : `  ${room.name}`), room.name);
		}
	});

	test('names files that there are', () => {
		const named = Array.from(page.matchAll(/`([\w./-]+\/[\w.-]+\.tsx?)`/g), ([, path = '']) => path);
		assert.ok(named.length > 10);
		for (const path of named) assert.ok(existsSync(join(root, 'source', path)), path);
	});
});
