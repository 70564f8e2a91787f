import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';
import {movingWords} from '../../source/output/moving-words.ts';

const words = (from: string, to: string, day: string): string =>
	movingWords(providerOfSlug(from), providerOfSlug(to), new Date(`${day}T12:00:00Z`)).join('\n');

suite('what moving to another provider means', () => {
	test('is another application, consent of every user, and both side by side until the end', () => {
		const said = words('fitbit', 'google_health', '2026-08-01');
		assert.match(said, /^Google Health needs another application \(https:\/\/console\.cloud\.google\.com/m);
		assert.match(said, /^Every user consents again/m);
		assert.match(said, /^Both run side by side until Fitbit ends on 2 November 2026:/m);
		assert.match(said, /^- 2 November 2026: Google turns off the Fitbit Web API/m);
		assert.doesNotMatch(said, /known succession/);
	});

	test('is no time side by side once it has ended', () => {
		const said = words('fitbit', 'google_health', '2026-11-26');
		assert.match(
			said,
			/^Fitbit ended on 2 November 2026, so its users connect again only once Google Health is set\.$/m,
		);
		assert.match(said, /^- 2 November 2026 \(past\): Google turns off/m);
	});

	test('is said to be no known succession where the catalogue knows none', () => {
		const said = words('strava', 'oura', '2026-08-01');
		assert.match(said, /^This is not a known succession: .* Oura takes the place of Strava\.$/m);
		assert.match(said, /^Keep what is stored of Strava as long as Strava lasts/m);
	});

	test('names the end of what would be moved to', () => {
		assert.match(words('polar', 'fitbit', '2026-11-26'), /^Fitbit ended on 2 November 2026\./m);
	});
});
