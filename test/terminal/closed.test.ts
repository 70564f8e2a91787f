import assert from 'node:assert/strict';
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {assertNobodyLeft} from '../support/remains.ts';
import {bringTo, stages} from '../support/stages.ts';
import {isThorough} from '../support/thorough.ts';

/** Linux keeps the memory of a program that aborts, with all secrets in it, if it is allowed to. */
const withCores = 'ulimit -c unlimited; exec "$0" "$@"';

/** Once is no proof, since it is about what comes first. */
const times = isThorough ? 3 : 1;

for (const stage of stages) {
	test(`a terminal that is closed at ${stage.title} ends the wizard quietly, each time, and leaves no image of its memory`, async t => {
		const cwd = mkdtempSync(join(os.tmpdir(), 'byoo-core-'));
		t.after(() => rmSync(cwd, {recursive: true}));
		for (let time = 1; time <= times; time++) {
			const {terminal, server} = await bringTo(t, stage, {shellLine: withCores, cwd});
			terminal.hangUp();
			assert.deepEqual(await terminal.exited, {exitCode: 129, signal: undefined});
			assert.deepEqual(readdirSync(cwd), []);
			assert.equal(server.writes().length, stage.writes);
			assertNobodyLeft(terminal);
		}
	});
}
