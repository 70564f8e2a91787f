import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RedirectTarget} from '../../source/domain/ports.ts';
import {check, forward, target} from '../support/forwarding.ts';

const somewhere: RedirectTarget = {environment: 'sandbox', region: 'us'};

test('another host is named without its query', async t => {
	for (const to of [
		'https://evil.example/v2/link/connect/strava',
		'https://api.sandbox.us.junction.com.evil.example/v2/link/connect/strava',
		'https://api.sandbox.us.junction.com@evil.example/v2/link/connect/strava',
		'https://evil-junction.com/v2/link/connect/strava',
		'http://api.sandbox.us.junction.com/v2/link/connect/strava',
		'https://api.sandbox.us.junction.com:8443/v2/link/connect/strava',
		'javascript:alert(1)',
	]) {
		for (const of of [target, somewhere]) {
			const {deviations, kinds} = await check(t, forward({to}), {of});
			assert.deepEqual(kinds, ['other-host'], to);
			assert.doesNotMatch(deviations[0]?.message ?? '', /code=/);
		}
	}
	// The right place, by the other name of the API: the registered callback is another.
	const {deviations, kinds} = await check(
		t,
		forward({to: 'https://api.sandbox.tryvital.io/v2/link/connect/strava'}),
	);
	assert.deepEqual(kinds, ['other-host']);
	assert.match(
		deviations[0]?.advice ?? '',
		/^Forward to https:\/\/api\.sandbox\.us\.junction\.com\/v2\/link/,
	);
});

test('what an endpoint says is cleaned and bounded', async t => {
	const to = `https://evil.example/\u001b[31m${'x'.repeat(2000)}`;
	const location = to.replace('\u001b', '\u009b');
	const {deviations} = await check(t, () => ({status: 307, headers: {location}}));
	for (const {message, advice} of deviations) {
		assert.ok(message.length < 300 && advice.length < 300);
		assert.doesNotMatch(message, /\p{Cc}/u);
	}
	const {deviations: odd} = await check(t, forward({query: raw => `${raw}&%1b%5b31m${'y'.repeat(500)}=1`}));
	assert.ok((odd[0]?.message.length ?? 999) < 200);
	assert.doesNotMatch(odd[0]?.message ?? '', /\p{Cc}/u);
});

test('another environment or region is told apart from another host', async t => {
	const forwardsTo = async (host: string, of: RedirectTarget) =>
		(await check(t, forward({to: `https://${host}/v2/link/connect/strava`}), {of})).deviations;
	const wrong = await forwardsTo('api.us.junction.com', target);
	assert.deepEqual(
		wrong.map(({kind}) => kind),
		['other-environment'],
	);
	assert.match(wrong[0]?.message ?? '', /which is production, us; this is sandbox, us/);
	assert.equal((await forwardsTo('api.sandbox.eu.junction.com', target))[0]?.kind, 'other-environment');
});

const documented = {
	'api.us.junction.com': 'production us',
	'api.eu.junction.com': 'production eu',
	'api.sandbox.us.junction.com': 'sandbox us',
	'api.sandbox.eu.junction.com': 'sandbox eu',
	'api.tryvital.io': 'production us',
	'api.eu.tryvital.io': 'production eu',
	'api.sandbox.tryvital.io': 'sandbox us',
	'api.sandbox.eu.tryvital.io': 'sandbox eu',
};

test('without a known callback, a documented host is right for its own place alone', async t => {
	for (const [host, name] of Object.entries(documented)) {
		for (const environment of ['sandbox', 'production'] as const) {
			for (const region of ['us', 'eu'] as const) {
				const {kinds} = await check(t, forward({to: `https://${host}/v2/anything`}), {
					of: {environment, region},
				});
				const expected = name === `${environment} ${region}` ? [] : ['other-environment'];
				assert.deepEqual(kinds, expected, `${host} for ${environment} ${region}`);
			}
		}
	}
});

test('a host of Junction that is not documented is right where its name says nothing else', async t => {
	const kinds = async (host: string, of: RedirectTarget) =>
		(await check(t, forward({to: `https://${host}/x`}), {of})).kinds;
	assert.deepEqual(await kinds('link.sandbox.junction.com', somewhere), []);
	assert.deepEqual(await kinds('link.junction.com', somewhere), ['other-environment']);
	assert.deepEqual(await kinds('sandboxes.junction.com', {...somewhere, environment: 'production'}), []);
});

test('another path is told with the right one, capital letters and slashes included', async t => {
	for (const path of ['/v2/link/connect/STRAVA', '/v2/link/connect/strava/', '/']) {
		const {kinds, deviations} = await check(t, forward({to: `https://api.sandbox.us.junction.com${path}`}));
		assert.deepEqual(kinds, ['other-path']);
		assert.match(deviations[0]?.message ?? '', /in place of \/v2\/link\/connect\/strava\.$/);
	}
});

for (const [what, query, kinds, message] of [
	['drops everything', () => '', ['query-dropped'], 'It forwards without code, state.'],
	[
		'drops the state',
		(raw: string) => raw.replace(/&.*/, ''),
		['query-dropped'],
		'It forwards without state.',
	],
	[
		'encodes anew',
		(raw: string) => `${new URLSearchParams(raw)}`,
		['query-changed'],
		'It encodes code, state anew.',
	],
	[
		'writes escapes in upper case',
		(raw: string) => raw.replace(/%../g, signs => signs.toUpperCase()),
		['query-changed'],
		'It encodes code, state anew.',
	],
	[
		'writes a plus for a space',
		(raw: string) => raw.replace('%20', '+'),
		['query-changed'],
		'It encodes code anew.',
	],
	[
		'escapes twice',
		(raw: string) => raw.replaceAll('%', '%25'),
		['query-changed'],
		'It changes the value of code, state.',
	],
	[
		'changes the order',
		(raw: string) => raw.split('&').reverse().join('&'),
		['query-changed'],
		'It changes the order of the parameters.',
	],
	['adds one', (raw: string) => `${raw}&utm=1`, ['query-changed'], 'It adds utm.'],
	['ends with &', (raw: string) => `${raw}&`, ['query-changed'], 'It changes how the query is written.'],
] as const) {
	test(`a forwarder that ${what} changes the query`, async t => {
		const checked = await check(t, forward({query}));
		assert.deepEqual(checked.kinds, kinds);
		assert.equal(checked.deviations[0]?.message, message);
	});
}

test('a forwarder can be wrong in every way at once', async t => {
	const to = 'https://api.eu.junction.com/callback';
	const query = () => 'state=1';
	const {kinds} = await check(t, forward({to, status: 302, query}));
	assert.deepEqual(kinds, [
		'other-status',
		'other-environment',
		'other-path',
		'query-dropped',
		'query-changed',
	]);
});
