import assert from 'node:assert/strict';
import {test} from 'node:test';
import {manifestWarningLines} from '../../source/output/warnings.ts';

const at = (row: number) => ({line: row + 3, column: 5, path: `credentials[${row}].client_secret`});
const removed = (row: number, field = 'Client secret') => ({
	code: 'final-line-break-removed',
	message: `${field}: The line break at its end was removed.`,
	at: at(row),
});

test('what was only done to many rows is told once', () => {
	const warnings = Array.from({length: 200}, (_, row) => removed(row));
	assert.deepEqual(manifestWarningLines(warnings), ['The line break at the end was removed for 200 rows.']);
});

test('what was done to one row is told with its line and field', () => {
	assert.deepEqual(manifestWarningLines([removed(1, 'Webhook secret'), removed(1)]), [
		'Line 4: Webhook secret: The line break at its end was removed.',
		'Line 4: Client secret: The line break at its end was removed.',
	]);
});

test('what is to be looked at is told once, with the first lines of its rows', () => {
	const unusual = (row: number) => ({code: 'unusual-value', message: 'It is unusual.', at: at(row)});
	assert.deepEqual(manifestWarningLines([0, 1, 2].map(unusual)), ['Lines 3, 4, 5: It is unusual.']);
	assert.deepEqual(manifestWarningLines(Array.from({length: 7}, (_, row) => unusual(row))), [
		'Lines 3, 4, 5, 6, 7 and 2 more: It is unusual.',
	]);
	assert.deepEqual(manifestWarningLines([unusual(0), unusual(0)]), ['Line 3: It is unusual.']);
});
