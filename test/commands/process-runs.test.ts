import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runsOn} from '../../source/commands/shared/process-runs.ts';

const alive = new Set([7, 8]);
const host = {
	pid: 7,
	kill(pid: number): true {
		if (pid === 9) throw Object.assign(new Error('Not yours.'), {code: 'EPERM'});
		if (!alive.has(pid)) throw Object.assign(new Error('None.'), {code: 'ESRCH'});
		return true;
	},
};

test('a run goes on as long as its process is there, whoever’s it is; of another computer nobody can tell', () => {
	const {own, isGoingOn} = runsOn(host, 'desk');
	assert.equal(own, '7@desk');
	const texts = ['8@desk', '9@desk', '10@desk', '0@desk', '-8@desk', 'x@desk', '8@shelf', '8'];
	assert.deepEqual(texts.map(isGoingOn), [true, true, false, false, false, false, undefined, undefined]);
});
