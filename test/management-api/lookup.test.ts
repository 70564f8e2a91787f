import assert from 'node:assert/strict';
import {lookup as systemLookup} from 'node:dns/promises';
import {suite, test} from 'node:test';
import {promisify} from 'node:util';
import {addressesIn, lookupUntil} from '../../source/management-api/lookup.ts';

suite('what getent prints', () => {
	test('is read once for each address, in its order', () => {
		const text = [
			'2001:db8::1     STREAM api.example.com',
			'2001:db8::1     DGRAM  ',
			'2001:db8::1     RAW    ',
			'192.0.2.1       STREAM ',
			'192.0.2.1       DGRAM  ',
			'192.0.2.1       RAW    ',
			'',
		].join('\n');
		assert.deepEqual(addressesIn(text), [
			{address: '2001:db8::1', family: 6},
			{address: '192.0.2.1', family: 4},
		]);
	});

	test('is nothing where it is something else', () => {
		assert.deepEqual(addressesIn(''), []);
		assert.deepEqual(addressesIn('Usage: getent [OPTION...] database [key ...]\n'), []);
	});
});

test('this very machine is found as the system finds it', async () => {
	const lookup = promisify(lookupUntil(new AbortController().signal));
	const all = await systemLookup('localhost', {all: true});
	assert.deepEqual(await lookup('localhost', {all: true}), all);
});
