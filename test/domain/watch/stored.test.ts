import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Organization, PlacedCredential} from '../../../source/domain/credential.ts';
import {failure, type Problem, success} from '../../../source/domain/problem.ts';
import {type Attention, inOrder} from '../../../source/domain/watch/attention.ts';
import {betweenEnvironments} from '../../../source/domain/watch/environments.ts';
import {daysUntil, severityOfDate, severityOfEnd} from '../../../source/domain/watch/nearness.ts';
import {organizationEnd} from '../../../source/domain/watch/organization.ts';
import {providerDates, providerEnd} from '../../../source/domain/watch/providers.ts';
import {finderIn} from '../../../source/domain/watch/targets.ts';
import {marigoldId, ofMarigold, placed} from '../../output/placed.ts';
import {organizationId, teamId} from '../../support/credentials.ts';

const at = (day: string): Date => new Date(`${day}T12:00:00Z`);

suite('how near a date is', () => {
	for (const [date, today, days, end, other] of [
		['2026-11-02', '2026-11-03', -1, 'high', 'medium'],
		['2026-11-02', '2026-11-02', 0, 'high', 'medium'],
		['2026-11-02', '2026-10-03', 30, 'high', 'medium'],
		['2026-11-02', '2026-10-02', 31, 'medium', 'low'],
		['2026-11-02', '2026-08-04', 90, 'medium', 'low'],
		['2026-11-02', '2026-08-03', 91, 'low', undefined],
		['2026-11', '2026-10-02', 30, 'high', 'medium'],
		['2026', '2026-06-01', -151, 'high', 'medium'],
		['2027', '2026-12-01', 31, 'medium', 'low'],
		['2028-03-01', '2028-02-28', 2, 'high', 'medium'],
	] as const) {
		test(`${date} on ${today}: in ${days} days`, () => {
			assert.equal(daysUntil(date, at(today)), days);
			assert.equal(severityOfEnd(date, at(today)), end);
			assert.equal(severityOfDate(date, at(today)), other);
		});
	}

	test('is counted by UTC, whatever the hour', () => {
		assert.equal(daysUntil('2026-11-02', new Date('2026-11-01T23:59:59.999Z')), 1);
		assert.equal(daysUntil('2026-11-02', new Date('2026-11-02T08:00:00+09:00')), 1);
	});
});

const told = (attention: readonly Attention[]) =>
	attention.map(({code, severity, date}) =>
		[code, severity, ...(date === undefined ? [] : [date])].join(' '),
	);

suite('a stored credential whose provider ends', () => {
	const ends = (one: PlacedCredential, day: string, ...others: readonly PlacedCredential[]) =>
		providerEnd(one, finderIn([one, ...others]), at(day));
	const fitbit = placed({provider: 'fitbit'});

	for (const [day, said] of [
		['2026-03-01', 'provider-ends low 2026-11-02'],
		['2026-09-01', 'provider-ends medium 2026-11-02'],
		['2026-11-02', 'provider-ends high 2026-11-02'],
		['2026-11-03', 'provider-ended high 2026-11-02'],
	] as const) {
		test(`is told by its day: ${said}, on ${day}`, () => assert.deepEqual(told(ends(fitbit, day)), [said]));
	}

	test('has its successor, and the command that moves to it', () => {
		const [before] = ends(fitbit, '2026-10-01');
		assert.match(before?.message ?? '', /^Fitbit ends on 2 November 2026\. Sources disagree: /);
		assert.match(before?.advice ?? '', /byoo export --provider fitbit --as google_health writes/);
		const [after] = ends(fitbit, '2026-11-26');
		assert.equal(after?.message, 'Fitbit ended on 2 November 2026.');
		assert.deepEqual(
			[after?.team, after?.teamName, after?.environment, after?.region, after?.provider],
			[teamId, 'Runners', 'sandbox', 'us', 'fitbit'],
		);
	});

	test('is less urgent where its successor is set beside it, for this team and place alone', () => {
		const [moved] = ends(fitbit, '2026-11-26', placed({provider: 'google_health'}));
		assert.deepEqual(
			[moved?.severity, /can be deleted: byoo delete\.$/.test(moved?.advice ?? '')],
			['low', true],
		);
		const [moving] = ends(fitbit, '2026-10-26', placed({provider: 'google_health'}));
		assert.match(moving?.advice ?? '', /once its users have moved/);
		for (const other of [
			ofMarigold({provider: 'google_health'}),
			placed({provider: 'google_health'}, {region: 'eu'}),
		]) {
			assert.equal(ends(fitbit, '2026-11-26', other)[0]?.severity, 'high');
		}
	});

	test('is told without a day where none is known, and by a year as one that may be any day', () => {
		assert.deepEqual(told(ends(placed({provider: 'dexcom'}), '2026-11-26')), ['provider-ends low']);
		const fit = ends(placed({provider: 'google_fit'}), '2026-11-26');
		assert.deepEqual(told(fit), ['provider-ends high 2026']);
		assert.match(fit[0]?.advice ?? '', /Health Connect takes its place\.$/);
	});

	test('is nothing of one that goes on, or that nobody knows', () => {
		for (const provider of ['strava', 'newer_than_this'])
			assert.deepEqual(ends(placed({provider}), '2026-11-26'), []);
	});
});

suite('what else happens at a provider', () => {
	test('is told once for all that is stored of it, when it is near and not over', () => {
		const two = [placed({provider: 'garmin'}), ofMarigold({provider: 'garmin'}), placed()];
		assert.deepEqual(told(providerDates(two, at('2026-09-01'))), []);
		assert.deepEqual(told(providerDates(two, at('2026-11-26'))), ['provider-date low 2026-12-31']);
		const [near] = providerDates(two, at('2026-12-26'));
		assert.deepEqual([near?.severity, near?.provider, near?.team], ['medium', 'garmin', undefined]);
		assert.match(near?.advice ?? '', /ask Junction which kind it expects/);
		assert.deepEqual(told(providerDates(two, at('2027-01-01'))), []);
		// Its end is told for each that is stored.
		assert.deepEqual(told(providerDates([placed({provider: 'fitbit'})], at('2026-10-20'))), []);
	});
});

suite('between sandbox and production', () => {
	const everywhere = (['sandbox', 'production'] as const).flatMap(environment =>
		(['us', 'eu'] as const).map(region => ({environment, region})),
	);
	const between = (all: readonly PlacedCredential[], whole = everywhere) =>
		all.flatMap(one => betweenEnvironments(one, finderIn(all), whole));

	test('a gap is what is set in sandbox and not in production, of the same team, region and provider', () => {
		const [gap, ...others] = between([
			placed(),
			placed({provider: 'oura'}, {environment: 'production'}),
			placed({}, {environment: 'production', region: 'eu'}),
			ofMarigold({}, {environment: 'production'}),
		]);
		assert.deepEqual(others, []);
		assert.deepEqual(
			[gap?.code, gap?.severity, gap?.team, gap?.environment, gap?.region, gap?.provider],
			['gap', 'low', teamId, 'production', 'us', 'strava'],
		);
		assert.deepEqual(
			between([placed(), placed({teamId: teamId.toUpperCase()}, {environment: 'production'})]),
			[],
		);
	});

	test('nothing is missing where nobody could look, or where the provider ends', () => {
		assert.deepEqual(between([placed()], everywhere.slice(0, 2)), []);
		assert.deepEqual(between([placed({provider: 'fitbit'})]), []);
	});

	test('the same client ID is told where each environment has an application of its own', () => {
		const pair = (provider: string, clientId = '12345') => [
			placed({provider}),
			placed({provider, client_id: clientId}, {environment: 'production'}),
		];
		assert.deepEqual(told(between(pair('omron'))), ['same-client medium']);
		assert.equal(between(pair('omron'))[0]?.environment, undefined);
		for (const fine of [pair('omron', '999'), pair('strava')]) assert.deepEqual(between(fine), []);
	});
});

suite('the organization', () => {
	const ends = (expiresAt: Organization['expiresAt'], day = '2026-11-26') =>
		organizationEnd(success({id: organizationId, ...(expiresAt === undefined ? {} : {expiresAt})}), at(day));

	for (const [expiresAt, said, words] of [
		[
			'2026-12-05T12:00:00Z',
			'organization-expires high 2026-12-05',
			/expires in 9 days, on 5 December 2026\.$/,
		],
		['2026-11-27T01:00:00Z', 'organization-expires high 2026-11-27', /expires tomorrow/],
		['2026-11-26T18:00:00Z', 'organization-expires high 2026-11-26', /expires today/],
		[
			'2026-11-26T06:00:00Z',
			'organization-expires high 2026-11-26',
			/^The organization expired on 26 November 2026/,
		],
		['2027-01-26T06:00:00Z', 'organization-expires medium 2027-01-26', /in 61 days/],
	] as const) {
		test(`expires: ${said}`, () => {
			assert.deepEqual(told(ends(expiresAt)), [said]);
			assert.match(ends(expiresAt)[0]?.message ?? '', words);
		});
	}

	test('is no matter where its end is far away, none, or no time', () => {
		for (const never of ['2027-03-01T00:00:00Z', null, undefined, 'soon']) assert.deepEqual(ends(never), []);
	});

	test('is unknown where it could not be read, and no matter where the API or the key does not tell', () => {
		const read = (problem: Pick<Problem, 'kind' | 'status'>) =>
			told(
				organizationEnd(failure({message: 'No.', advice: 'Wait.', ...problem} as Problem), at('2026-11-26')),
			);
		assert.deepEqual(read({kind: 'retry', status: 500}), ['organization-unknown unknown']);
		assert.deepEqual(read({kind: 'unavailable', status: 404}), []);
		assert.deepEqual(read({kind: 'reauthenticate', status: 403}), []);
	});
});

test('all that needs attention is in one order, whatever the order in which it was found', () => {
	const one = (more: Partial<Attention>): Attention => ({
		code: 'gap',
		severity: 'low',
		message: 'No.',
		...more,
	});
	const ordered = [
		one({severity: 'high', date: '2026-01-01', provider: 'strava'}),
		one({severity: 'high', date: '2026-02', provider: 'oura'}),
		one({severity: 'high', provider: 'garmin', code: 'override-broken'}),
		one({severity: 'medium', provider: 'garmin'}),
		one({provider: 'oura', team: teamId, teamName: 'Åre', environment: 'sandbox'}),
		one({provider: 'strava', team: marigoldId, teamName: 'alpha', environment: 'sandbox', region: 'us'}),
		one({provider: 'strava', team: marigoldId, teamName: 'alpha', environment: 'production', region: 'us'}),
		one({provider: 'strava', team: teamId, teamName: 'Beta', environment: 'sandbox'}),
		one({provider: 'strava', team: teamId, teamName: 'Beta', environment: 'sandbox', code: 'unmanaged'}),
		one({severity: 'unknown', provider: 'apple'}),
	];
	assert.deepEqual(inOrder(ordered.toReversed()), ordered);
	assert.deepEqual(
		inOrder(ordered.toSorted((a, b) => (a.message + a.code < b.message + b.code ? -1 : 1))),
		ordered,
	);
});
