import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {tell} from './cell.ts';
import {allCells} from './cells.ts';
import {programSpawned} from './spawned.ts';

const program = programSpawned();
const fault = 'a refusal (422) says the secrets back by its beginning and its end';
const decisive = ['write', 'removal', 'preparation', 'stored'];

// Most of their time they start.
suite('as it is shipped, with all that Node tells of itself', {concurrency: 3}, () => {
	for (const name of ['list', 'export', 'plan', 'prepare', 'set', 'apply', 'delete']) {
		test(`byoo ${name} ends as it must, and says no secret`, async () => {
			const cells = allCells().filter(({job, fault: {what}}) => job.name === name && what === fault);
			const [cell] = decisive.flatMap(operation => cells.filter(one => one.operation === operation));
			assert.ok(cell);
			const {stderr} = await tell(cell, program);
			assert.match(stderr, /^HTTP \d+: /m);
		});
	}
});
