import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {fieldsOf} from '../../source/domain/fields.ts';
import {badgesOf} from '../../source/domain/providers/badges.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {findProvider} from '../../source/domain/providers/find-providers.ts';
import type {Provider} from '../../source/domain/providers/provider.ts';

/** The slugs of the upsert endpoint as first documented. */
const documentedSlugs =
	'oura fitbit garmin whoop strava renpho peloton wahoo zwift freestyle_libre abbott_libreview freestyle_libre_ble eight_sleep withings apple_health_kit manual ihealth google_fit beurer_api beurer_ble omron omron_ble onetouch_ble accuchek_ble contour_ble dexcom dexcom_v3 hammerhead my_fitness_pal health_connect polar cronometer kardia whoop_v2 ultrahuman my_fitness_pal_v2 map_my_fitness'.split(
		' ',
	);

/** Those that the API has gained since. */
const newerSlugs = ['tandem_source', 'samsung_health', 'runkeeper', 'google_health'];

function provider(slug: string): Provider {
	const found = findProvider(slug);
	assert.ok(found, `The catalogue lacks ${slug}.`);
	return found;
}

const byOwnOAuth = (answer: Provider['ownOAuth']): readonly string[] =>
	providers.filter(({ownOAuth}) => ownOAuth === answer).map(({slug}) => slug);

suite('catalogue', () => {
	test('has every provider of the API, each once', () => {
		assert.equal(documentedSlugs.length, 37);
		assert.deepEqual(providers.map(({slug}) => slug).sort(), [...documentedSlugs, ...newerSlugs].sort());
	});

	test('names every provider in its own way', () => {
		assert.equal(new Set(providers.map(({name}) => name)).size, providers.length);
	});

	test('knows for whom own OAuth applies, and why not for the others', () => {
		assert.deepEqual([...byOwnOAuth('yes')].sort(), [
			'cronometer',
			'dexcom_v3',
			'fitbit',
			'garmin',
			'google_fit',
			'google_health',
			'map_my_fitness',
			'my_fitness_pal_v2',
			'omron',
			'oura',
			'polar',
			'strava',
			'ultrahuman',
			'wahoo',
			'whoop_v2',
			'withings',
		]);
		assert.deepEqual([...byOwnOAuth('unknown')].sort(), ['ihealth', 'runkeeper']);
		assert.deepEqual(byOwnOAuth('practice'), ['freestyle_libre']);
		for (const {slug, ownOAuth, reason} of providers) {
			assert.equal(reason === undefined, ownOAuth === 'yes', slug);
		}
	});

	test('gives a reason of its own to every provider without own OAuth', () => {
		const reasons = providers.flatMap(({reason}) => reason ?? []);
		assert.equal(new Set(reasons).size, reasons.length);
	});

	test('tells which providers work only with an own application', () => {
		assert.deepEqual(
			providers
				.filter(({isOwnAppOnly}) => isOwnAppOnly)
				.map(({slug}) => slug)
				.sort(),
			['dexcom_v3', 'map_my_fitness', 'my_fitness_pal_v2', 'strava', 'whoop_v2'],
		);
	});

	test('names only successors that exist', () => {
		for (const {successor} of providers) {
			if (successor) assert.ok(findProvider(successor.slug), successor.slug);
		}
	});

	test('links to https addresses only', () => {
		for (const url of providers.flatMap(({portalUrl, docsUrl}) => [portalUrl ?? [], docsUrl ?? []].flat())) {
			assert.equal(new URL(url).protocol, 'https:', url);
		}
	});

	test('warns of an own redirect domain for Google alone', () => {
		const slugs = providers
			.filter(({needsOwnRedirectDomain}) => needsOwnRedirectDomain)
			.map(({slug}) => slug);
		assert.deepEqual(slugs.sort(), ['google_fit', 'google_health']);
	});

	test('has aliases as they are typed, in lower case', () => {
		for (const alias of providers.flatMap(({aliases}) => aliases)) assert.equal(alias, alias.toLowerCase());
	});
});

suite('copy', () => {
	const sentences = providers.flatMap(one => [
		one.reason,
		one.programme?.note,
		'note' in one.standing ? one.standing.note : undefined,
		...(one.dates ?? []).flatMap(({what, advice}) => [what, advice]),
		one.activation.kind === 'immediate' ? one.activation.note : undefined,
		...(one.activation.kind === 'steps' ? one.activation.steps : []),
		one.needsOwnRedirectDomain,
		one.clientId?.help,
		one.clientSecret?.help,
		...one.details.map(({help}) => help),
	]);

	test('is sentences that fit on two lines of a terminal', () => {
		for (const sentence of sentences.filter(text => text !== undefined)) {
			assert.match(sentence, /^\p{L}.*\.$/u);
			assert.ok(sentence.length <= 120, `${sentence.length}: ${sentence}`);
		}
	});

	test('leaves the full stop to the sentence that a phrase becomes part of', () => {
		const phrases = providers.flatMap(one => [
			one.startingLimit,
			...fieldsOf(one).map(({expectation}) => expectation?.usually),
		]);
		for (const phrase of phrases.filter(text => text !== undefined)) {
			assert.doesNotMatch(phrase, /\.$/);
			assert.ok(phrase.length <= 90, phrase);
		}
	});
});

suite('details', () => {
	const keys: Readonly<Record<string, readonly string[]>> = {
		fitbit: [
			'details.fitbit.workout_verify_token secret required',
			'details.fitbit.sleep_verify_token secret required',
			'details.fitbit.body_verify_token secret required',
			'details.fitbit.foods_verify_token secret optional',
			'details.fitbit.is_hr_enabled yes-no optional',
		],
		google_fit: ['details.redirect_uri url required', 'details.data_scopes list required'],
		google_health: ['details.project_number text required', 'details.service_account_email text required'],
		my_fitness_pal_v2: ['details.client text required'],
		polar: ['details.webhook_secret secret required'],
	};

	for (const one of providers) {
		test(`of ${one.slug} are those of the API`, () => {
			assert.deepEqual(
				one.details.map(
					({path, kind, isRequired}) => `${path.join('.')} ${kind} ${isRequired ? 'required' : 'optional'}`,
				),
				keys[one.slug] ?? [],
			);
			for (const {id, path} of one.details) assert.equal(id, path.join('.'));
		});
	}

	test('begin with heart rate not enabled, as the API does', () => {
		assert.equal(provider('fitbit').details.at(-1)?.initial, false);
	});

	test('offer the ten scopes of Google Fit', () => {
		const options = provider('google_fit').details.at(-1)?.options ?? [];
		assert.equal(new Set(options).size, 10);
		assert.ok(options.includes('https://www.googleapis.com/auth/fitness.heart_rate.read'));
	});
});

suite('badges', () => {
	const before = new Date('2026-11-02T12:00:00Z');
	const badges: Readonly<Record<string, readonly string[]>> = {
		strava: ['only with your own app', 'approval needed'],
		my_fitness_pal_v2: ['only with your own app', 'no new apps'],
		fitbit: ['no new apps', 'ends 2 November 2026 → Google Health'],
		google_fit: ['no new apps', 'ends 2026 → Health Connect'],
		dexcom: ['being retired → Dexcom'],
		whoop: ['ended → WHOOP'],
		renpho: ['ended'],
		ihealth: ['ended'],
		omron: ['approval needed', 'beta'],
		withings: [],
	};

	for (const [slug, expected] of Object.entries(badges)) {
		test(`of ${slug}`, () => assert.deepEqual(badgesOf(provider(slug), before), expected));
	}

	test('of one whose day is over say so, and nothing of its programme', () => {
		assert.deepEqual(badgesOf(provider('fitbit'), new Date('2026-11-03T00:00:00Z')), [
			'ended → Google Health',
		]);
		assert.deepEqual(badgesOf(provider('google_fit'), new Date('2027-01-01T00:00:00Z')), [
			'ended → Health Connect',
		]);
	});

	test('leave out a successor that the catalogue lacks', () => {
		const standing = {kind: 'retiring', note: 'It ends.'} as const;
		const ending = {...provider('withings'), standing, successor: {slug: 'not_there'}};
		assert.deepEqual(badgesOf(ending, before), ['being retired']);
	});
});
