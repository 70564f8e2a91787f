import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {ago, shortAge} from '../../source/output/ago.ts';
import {now} from './placed.ts';

suite('a time past', () => {
	const rows: readonly (readonly [string, string, string])[] = [
		['2026-03-10T11:59:30Z', 'just now', 'now'],
		['2026-03-10T11:58:00Z', '2 minutes ago', '2min'],
		['2026-03-10T11:00:00Z', '60 minutes ago', '1h'],
		['2026-03-10T10:00:01Z', '119 minutes ago', '1h'],
		['2026-03-10T10:00:00Z', '2 hours ago', '2h'],
		['2026-03-10T07:00:00Z', '5 hours ago', '5h'],
		['2026-03-09T12:00:00Z', '24 hours ago', '1d'],
		['2026-03-08T12:00:01Z', '47 hours ago', '1d'],
		['2026-03-08T12:00:00Z', '2 days ago', '2d'],
		['2026-02-07T12:00:00Z', '31 days ago', '1mo'],
		['2026-01-01T12:00:00Z', '68 days ago', '2mo'],
		['2025-03-11T12:00:00Z', '364 days ago', '11mo'],
		['2025-03-10T12:00:00Z', '365 days ago', '1y'],
		['2026-03-10T12:05:00Z', 'just now', 'now'],
		['not a time', 'some time ago', '?'],
	];
	for (const [time, words, short] of rows) {
		test(`is ${words}, or ${short}, at ${time}`, () => {
			assert.deepEqual([ago(time, now), shortAge(time, now)], [words, short]);
		});
	}
});
