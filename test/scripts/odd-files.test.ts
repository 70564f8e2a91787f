import assert from 'node:assert/strict';
import {join} from 'node:path';
import {test} from 'node:test';
import {openMemory} from '../../source/settings/memory.ts';
import {byoo, documentOf} from '../support/byoo.ts';
import {oddFiles} from '../support/odd-files.ts';
import {settingsFolder} from '../support/wizard-terminal.ts';
import {organizationId} from '../support/wizard-walk.ts';

test('byoo organizations waits for nothing that stands among its settings', async t => {
	const folder = settingsFolder();
	await openMemory(folder).remember({
		id: organizationId,
		generation: 'junction',
		url: 'https://api.example.com',
		lastUsed: '2026-01-01T10:00:00.000Z',
	});
	for (const [index, make] of Object.values(oddFiles).entries()) {
		await make(join(folder, `${String(index).repeat(32)}.json`), t);
	}
	const ran = await byoo(['organizations', '--json'], {env: {BYOO_CONFIG_DIR: folder}});
	assert.equal(ran.code, 0);
	assert.deepEqual(
		documentOf(ran).organizations?.map(({id}) => id),
		[organizationId],
	);
	assert.equal(ran.stderr.trimEnd().split('\n').length, Object.keys(oddFiles).length);
});
