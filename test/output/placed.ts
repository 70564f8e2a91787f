import assert from 'node:assert/strict';
import {stripVTControlCharacters} from 'node:util';
import stringWidth from 'string-width';
import type {Place, PlacedCredential} from '../../source/domain/credential.ts';
import type {Paint} from '../../source/output/paint.ts';
import {stored} from '../support/play.ts';
import {altered, type StoredChanges} from '../support/values.ts';

export const now = new Date('2026-03-10T12:00:00Z');

export const wide = {now, width: Number.POSITIVE_INFINITY, isPlain: false} as const;
export const plain = {now, width: 20, isPlain: true} as const;

export const marigoldId = '0b6e8a1e-2222-4a4a-8a8a-00000000000c';

/** A stored Strava credential of the team Runners in sandbox, us, changed where told. */
export function placed(
	changes: StoredChanges = {},
	{teamName = 'Runners', ...place}: Partial<Place> & {readonly teamName?: string} = {},
): PlacedCredential {
	return {
		place: {environment: 'sandbox', region: 'us', ...place},
		stored: altered(stored, {updatedAt: '2026-03-07T10:00:00Z', ...changes}),
		...(teamName === '' ? {} : {teamName}),
	};
}

export const ofMarigold = (changes: StoredChanges = {}, place: Partial<Place> = {}): PlacedCredential =>
	placed({teamId: marigoldId, ...changes}, {teamName: 'Marigold Cardiology', ...place});

/** What a server could say to act on a terminal, or to look like another row. */
export const hostile =
	'Evil\u001b[2J\u001b]0;title\u0007\r\n\u009b31m\u202etxet\u2066\u2028next\tcell\ud800\ue000';

/** Fails where any line acts on a terminal, has room after its end, or is wider than told. */
export function assertLines(lines: readonly string[], width = Number.POSITIVE_INFINITY): void {
	for (const line of lines) {
		assert.doesNotMatch(line, /[^\P{Cc}\t]|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}/u);
		assert.equal(line, line.trimEnd());
		assert.ok(stringWidth(line) <= width, `${stringWidth(line)} > ${width}: ${line}`);
	}
}

/** Colours that can be read in a test, and that are as wide as none. */
export const marked: Paint = (text, tone) => `\u001b[${tone.length}m${text}\u001b[0m`;

/** The text without those colours. */
export const bare = (line: string): string => stripVTControlCharacters(line);

export const widths = [40, 80, 120, Number.POSITIVE_INFINITY] as const;
