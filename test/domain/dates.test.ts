import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {dateWords, hasEnded, hasPassed, isEnding, lifecycleOn} from '../../source/domain/providers/dates.ts';
import {providerOfSlug, unknownProvider} from '../../source/domain/providers/find-providers.ts';
import type {Provider} from '../../source/domain/providers/provider.ts';
import {lifecycleWarnings, targetWarnings} from '../../source/domain/warnings.ts';

const at = (time: string): Date => new Date(time);
const fitbit = providerOfSlug('fitbit');

suite('a date has passed', () => {
	for (const [date, last, first] of [
		['2026-11-02', '2026-11-02T23:59:59.999Z', '2026-11-03T00:00:00Z'],
		['2026-09', '2026-09-30T23:59:59.999Z', '2026-10-01T00:00:00Z'],
		['2026-12', '2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00Z'],
		['2028-02', '2028-02-29T23:59:59.999Z', '2028-03-01T00:00:00Z'],
		['2026', '2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00Z'],
	] as const) {
		test(`where it is ${date}, after its last day`, () => {
			assert.equal(hasPassed(date, at(last)), false);
			assert.equal(hasPassed(date, at(first)), true);
		});
	}

	test('by UTC, wherever one is', () => {
		assert.equal(hasPassed('2026-11-02', at('2026-11-03T08:00:00+09:00')), false);
		assert.equal(hasPassed('2026-11-02', at('2026-11-02T20:00:00-05:00')), true);
	});
});

test('a date is shown as far as it is known', () => {
	assert.equal(dateWords('2026-11-02'), '2 November 2026');
	assert.equal(dateWords('2026-12-31'), '31 December 2026');
	assert.equal(dateWords('2026-09'), 'September 2026');
	assert.equal(dateWords('2026'), '2026');
});

suite('what a provider is on a day', () => {
	const others =
		'Sources disagree: September 2026, 30 September 2026 and 30 October 2026 were published too.';
	const advice = 'Set up Google Health instead: every user consents anew, for tokens cannot move.';

	for (const [when, time, kind, verb] of [
		['before', '2026-11-01T12:00:00Z', 'retiring', 'ends'],
		['on', '2026-11-02T12:00:00Z', 'retiring', 'ends'],
		['after', '2026-11-03T12:00:00Z', 'retired', 'ended'],
	] as const) {
		test(`follows from its end: ${when} the day, with the sources that disagree`, () => {
			assert.deepEqual(lifecycleOn(fitbit, at(time)), {
				kind,
				note: `Fitbit ${verb} on 2 November 2026. ${advice} ${others}`,
				successor: 'google_health',
			});
			assert.equal(hasEnded(fitbit, at(time)), kind === 'retired');
		});
	}

	test('follows from a year or a month as well', () => {
		const fit = providerOfSlug('google_fit');
		const noteOn = (provider: Provider, time: string) => {
			const lifecycle = lifecycleOn(provider, at(time));
			return 'note' in lifecycle ? `${lifecycle.kind}: ${lifecycle.note}` : lifecycle.kind;
		};
		assert.match(noteOn(fit, '2026-12-31T12:00:00Z'), /^retiring: Google Fit ends in 2026\. No day/);
		assert.match(noteOn(fit, '2027-01-01T12:00:00Z'), /^retired: Google Fit ended in 2026\. No day/);
		const renpho = providerOfSlug('renpho');
		assert.match(noteOn(renpho, '2025-07-31T12:00:00Z'), /^retiring: Renpho ends in July 2025\./);
		assert.match(noteOn(renpho, '2025-08-01T12:00:00Z'), /^retired: Renpho ended in July 2025\./);
	});

	test('is what it stands for where no end of it is dated', () => {
		const today = at('2026-11-26T12:00:00Z');
		assert.deepEqual(lifecycleOn(providerOfSlug('garmin'), today), {kind: 'active'});
		assert.equal(lifecycleOn(providerOfSlug('omron'), today).kind, 'beta');
		assert.deepEqual(lifecycleOn(providerOfSlug('dexcom'), today), {
			kind: 'retiring',
			note: 'Junction is phasing this connection out in favour of the Dexcom API.',
			successor: 'dexcom_v3',
		});
		assert.deepEqual(lifecycleOn(unknownProvider('newer'), today), {kind: 'active'});
	});

	test('needs no clock as far as it only matters that it ends', () => {
		assert.deepEqual(
			providers
				.filter(isEnding)
				.map(({slug}) => slug)
				.sort(),
			['dexcom', 'fitbit', 'google_fit', 'ihealth', 'my_fitness_pal', 'renpho', 'whoop'],
		);
	});
});

suite('the warning of an end', () => {
	const codesOn = (time: string) => lifecycleWarnings(fitbit, at(time)).map(({code}) => code);

	test('has one code until the day is over, and another one from then on', () => {
		assert.deepEqual(codesOn('2026-11-01T12:00:00Z'), ['retirement']);
		assert.deepEqual(codesOn('2026-11-02T12:00:00Z'), ['retirement']);
		assert.deepEqual(codesOn('2026-11-03T12:00:00Z'), ['provider-ended']);
		assert.deepEqual(lifecycleWarnings(providerOfSlug('strava'), at('2026-11-03T12:00:00Z')), []);
	});

	test('is among those about the target', () => {
		const [warning] = targetWarnings(
			fitbit,
			'sandbox',
			{client_id: null, client_secret: null, details: null, redirect_url_override: null},
			at('2026-11-03T12:00:00Z'),
		);
		assert.equal(warning?.code, 'provider-ended');
	});
});

suite('the dates of the catalogue', () => {
	const dated = providers.flatMap(({slug, dates = []}) => dates.map(date => ({slug, ...date})));

	for (const {slug, date, what, source, certainty} of dated) {
		test(`${slug}, ${date}: ${what}`, () => {
			assert.match(date, /^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
			const day = date.length === 10 ? date : '2000-01-01';
			assert.equal(new Date(day).toISOString().slice(0, 10), day, 'The calendar has no such day.');
			assert.ok(['documented', 'reported'].includes(certainty));
			assert.ok(source.replace(/https:\S+/g, '').trim().length > 5, 'Nobody is named who says it.');
			for (const [link] of source.matchAll(/\w+:\/\/\S+/g)) assert.equal(new URL(link).protocol, 'https:');
		});
	}

	test('stand in the order of time, with one end at most, and other ends only beside it', () => {
		for (const {slug, dates = []} of providers) {
			const days = dates.map(({date}) => date);
			assert.deepEqual(days, days.toSorted(), slug);
			const ends = dates.filter(one => one.ends).length;
			assert.ok(ends <= 1, slug);
			assert.ok(ends === 1 || dates.every(one => !one.otherEnd), slug);
			assert.ok(
				dates.every(one => !(one.ends && one.otherEnd)),
				slug,
			);
		}
	});

	test('are known of these providers', () => {
		assert.deepEqual([...new Set(dated.map(({slug}) => slug))].sort(), [
			...['fitbit', 'garmin', 'google_fit', 'google_health', 'ihealth', 'oura', 'renpho', 'strava', 'whoop'],
		]);
	});

	test('leave no standing beside a dated end', () => {
		for (const provider of providers.filter(({dates = []}) => dates.some(({ends}) => ends))) {
			assert.equal(provider.standing.kind, 'active', provider.slug);
		}
	});
});
