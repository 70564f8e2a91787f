import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {badgesOf} from '../../source/domain/providers/badges.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {
	findProvider,
	groupOf,
	nearestSlugs,
	searchProviders,
	unknownProvider,
} from '../../source/domain/providers/find-providers.ts';

function slugsOf(query: string): readonly string[] {
	const {isNearest, items} = searchProviders(query);
	return isNearest ? [] : items.map(({slug}) => slug);
}

suite('search', () => {
	test('finds all for an empty query, own OAuth first and the rest last', () => {
		const groups = searchProviders('').items.map(groupOf);
		assert.equal(groups.length, providers.length);
		assert.deepEqual([...new Set(groups)], ['own-oauth', 'practice', 'other']);
		assert.equal(groups.lastIndexOf('own-oauth') + 1, groups.indexOf('practice'));
		assert.equal(groups.indexOf('practice') + 1, groups.indexOf('other'));
	});

	test('puts what lasts before what ends', () => {
		assert.deepEqual(slugsOf('google').slice(0, 2), ['google_health', 'google_fit']);
	});

	test('puts own OAuth first where names are equal', () => {
		assert.deepEqual(slugsOf('whoop').slice(0, 2), ['whoop_v2', 'whoop']);
		assert.deepEqual(slugsOf('dexcom').slice(0, 2), ['dexcom_v3', 'dexcom']);
		assert.deepEqual(slugsOf('mfp'), ['my_fitness_pal_v2', 'my_fitness_pal']);
	});

	test('puts an exact name before a beginning, and that before any part', () => {
		assert.equal(slugsOf('fitbit')[0], 'fitbit');
		assert.equal(slugsOf('my_fitness_pal')[0], 'my_fitness_pal_v2');
		assert.equal(slugsOf('health connect')[0], 'health_connect');
		assert.deepEqual(slugsOf('boo'), []);
		assert.deepEqual(slugsOf('trav'), ['strava']);
	});

	test('finds every slug by itself', () => {
		for (const {slug} of providers) assert.ok(slugsOf(slug).slice(0, 2).includes(slug), slug);
	});

	test('finds by alias and part of a name', () => {
		assert.equal(slugsOf('freestyle')[0], 'freestyle_libre');
		assert.equal(slugsOf('libre')[0], 'freestyle_libre');
		assert.deepEqual(slugsOf('alivecor'), ['kardia']);
	});

	test('needs every word, in any order', () => {
		assert.deepEqual(slugsOf('omron blue'), ['omron_ble']);
		assert.deepEqual(slugsOf('health google'), ['google_health']);
		assert.deepEqual(slugsOf('google nothing'), []);
	});

	test('forgives case, accents, spaces and punctuation', () => {
		for (const query of ['STRAVA', ' Stráva ', 'strava!']) assert.equal(slugsOf(query)[0], 'strava');
		for (const query of ['Accu Chek', 'accu-chek', 'accuchek'])
			assert.equal(slugsOf(query)[0], 'accuchek_ble');
		for (const query of ['google-fit', 'googlefit', 'google_fit'])
			assert.equal(slugsOf(query)[0], 'google_fit');
	});
});

suite('slugs', () => {
	test('are found as they are written only', () => {
		assert.equal(findProvider('strava')?.name, 'Strava');
		assert.equal(findProvider('Strava'), undefined);
	});

	test('that are mistyped have near ones', () => {
		assert.equal(nearestSlugs('srtava')[0], 'strava');
		assert.equal(nearestSlugs('peleton')[0], 'peloton');
		assert.equal(nearestSlugs('Google-Fit')[0], 'google_fit');
		assert.equal(nearestSlugs('google')[0], 'google_health');
		assert.deepEqual(nearestSlugs('accesslink'), ['polar']);
		assert.deepEqual(nearestSlugs('whoop_v3').slice(0, 2), ['whoop_v2', 'whoop']);
		for (const typed of ['google', 'omron_bel', 'w']) assert.ok(nearestSlugs(typed).length <= 3);
	});

	test('that are nothing like one have none', () => {
		for (const typed of ['', 'xyz', 'q'.repeat(12), 'strava'.repeat(10_000)]) {
			assert.deepEqual(nearestSlugs(typed), []);
		}
	});

	test('that are unknown are kept as they are, and shown cleanly', () => {
		const unknown = unknownProvider('new\u001b[31m_ring');
		assert.equal(unknown.slug, 'new\u001b[31m_ring');
		assert.equal(unknown.name, 'new_ring');
		assert.equal(groupOf(unknown), 'own-oauth');
		assert.deepEqual(unknown.details, []);
		assert.deepEqual(badgesOf(unknown, new Date('2026-11-26T12:00:00Z')), []);
	});
});
