import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {noteLines} from '../../source/commands/secret-notes.ts';

const removed = (row: number, what = 'Client secret') => ({
	code: 'final-line-break-removed',
	row,
	line: row * 5,
	message: `${what}: The line break at its end was removed.`,
});

suite('what is said of the secrets of a manifest', () => {
	test('is one line where many rows had a final line break', () => {
		const notes = Array.from({length: 200}, (_, index) => removed(index + 1));
		assert.deepEqual(noteLines(notes), ['The line break at the end was removed for 200 rows.']);
	});

	test('names the line where it was one row', () => {
		assert.deepEqual(noteLines([removed(1, 'Webhook secret'), removed(1)]), [
			'Line 5: Webhook secret: The line break at its end was removed.',
			'Line 5: Client secret: The line break at its end was removed.',
		]);
	});

	test('is otherwise a line for each, in the order of the file', () => {
		const odd = (row: number) => ({code: 'odd', row, line: row * 5, message: 'It is odd.'});
		assert.deepEqual(noteLines([odd(3), removed(2), odd(1), removed(4)]), [
			'Line 5: It is odd.',
			'Line 15: It is odd.',
			'The line break at the end was removed for 2 rows.',
		]);
		assert.deepEqual(noteLines([]), []);
	});
});
