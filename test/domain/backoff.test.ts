import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {backoff, pauseAfter} from '../../source/domain/backoff.ts';

suite('a pause before a new try', () => {
	test('is the next of its table', () => {
		assert.deepEqual(
			backoff.write.map((_, index) => pauseAfter(index + 1, backoff.write)),
			[1, 2, 4],
		);
	});

	test('is as long as the server asks, but never longer than half a minute', () => {
		assert.equal(pauseAfter(1, backoff.write, 7), 7);
		assert.equal(pauseAfter(1, backoff.write, 0), 0);
		assert.equal(pauseAfter(1, backoff.write, 86_400), 30);
	});

	test('is the longest where the table is at its end', () => {
		assert.equal(pauseAfter(100, backoff.run), 30);
	});

	test('is never shorter than the one before', () => {
		for (const pauses of Object.values(backoff)) {
			assert.deepEqual(
				pauses.toSorted((one, other) => one - other),
				pauses,
			);
		}
	});
});
