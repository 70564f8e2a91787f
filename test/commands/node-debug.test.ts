import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {byoo} from '../support/byoo.ts';

suite('NODE_DEBUG', () => {
	for (const value of ['stream', '*', 'http,STREAM', 'net,str*m']) {
		test(`that shows what is read is refused: ${value}`, async () => {
			const {code, stdout} = await byoo(['providers', '--json'], {env: {NODE_DEBUG: value}});
			assert.equal(code, 2);
			assert.match(JSON.parse(stdout).error.message, /^NODE_DEBUG makes Node print what byoo reads/);
		});
	}

	for (const value of ['http,net', 'streams', 'str.am', '(']) {
		test(`that shows nothing of it is no matter: ${value}`, async () => {
			assert.equal((await byoo(['providers', '--json'], {env: {NODE_DEBUG: value}})).code, 0);
		});
	}
});
