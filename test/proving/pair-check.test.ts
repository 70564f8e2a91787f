import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import {pairInputs} from '../../source/demo/pair-inputs.ts';
import {demoReach} from '../../source/demo/provider-doubles.ts';
import {liveSecrets} from '../../source/domain/live-secrets.ts';
import type {ExchangeRecord} from '../../source/domain/ports.ts';
import {checkedHosts, pairCheckOf} from '../../source/domain/proof/pair-checks.ts';
import type {Pair} from '../../source/domain/proof/ports.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {directly, fetchOver} from '../../source/management-api/node-fetch.ts';
import type {Http} from '../../source/management-api/transport.ts';
import {consentCheckWith} from '../../source/proving/consent-check.ts';
import {pairCheckWith} from '../../source/proving/pair-check.ts';
import {assertAbsent} from '../support/canaries.ts';
import {closedAddress, type Scripted, startScriptedServer} from '../support/scripted-server.ts';
import {startServer} from '../support/wizard-terminal.ts';

// Signs that a form and HTTP Basic write differently.
const secretText = 'canary secret "é/+%&:7f3a';
const redirectUri = 'https://connect.example.com/callback';
const {signal} = new AbortController();

const pairOf = (slug: string, clientId = 'abc'): Pair => ({
	provider: providerOfSlug(slug),
	clientId,
	secret: new Secret(secretText),
	redirectUri,
});

function httpWith(changes: Partial<Http> = {}): {http: Http; records: ExchangeRecord[]} {
	const records: ExchangeRecord[] = [];
	const http: Http = {
		userAgent: 'byoo/test',
		timeoutSeconds: 30,
		secrets: liveSecrets(),
		fetch: fetchOver(directly),
		wait: async () => undefined,
		onExchange: record => void records.push(record),
		...changes,
	};
	return {http, records};
}

const slugs = providers.filter(provider => pairCheckOf(provider)).map(({slug}) => slug);

suite('each provider on the demo, with every input', () => {
	const verdicts = {
		abc: 'proved',
		'demo-pair-unknown': 'refuted',
		'demo-pair-wrong-secret': 'refuted',
		'demo-pair-unclear': 'unknown',
		'demo-pair-page': 'unknown: html',
		'demo-pair-redirect': 'unknown: redirect',
		'demo-pair-slow': 'unknown: timeout',
		'demo-pair-busy': 'unknown: limited',
		'demo-consent-uri': 'proved',
		'demo-consent-scope': 'proved',
	} as const;

	test('every input of the demo is tried', () => {
		assert.deepEqual(
			Object.keys(verdicts).slice(1),
			pairInputs.map(({input}) => input),
		);
	});

	for (const slug of slugs) {
		test(slug, async t => {
			const {url} = await startServer(t);
			const {http, records} = httpWith();
			const quick = {...http, timeoutSeconds: 0.05};
			for (const [clientId, expected] of Object.entries(verdicts)) {
				const check = pairCheckWith(clientId === 'demo-pair-slow' ? quick : http, demoReach(url));
				const finding = await check(pairOf(slug, clientId), {signal});
				const {verdict, type} = finding;
				assert.equal(expected.includes(':') ? `${verdict}: ${type}` : verdict, expected, clientId);
				assertAbsent('a finding', JSON.stringify(finding), [secretText, 'byoo-check-']);
			}
			assertAbsent('a record', JSON.stringify(records), [secretText, 'byoo-check-']);
		});
	}
});

/** A double that stands in place of every host, each below its name, and what is asked of it. */
async function startDouble(t: TestContext, answer: Scripted | ((path: string) => Scripted)) {
	const server = await startScriptedServer(t, ({path}) =>
		typeof answer === 'function' ? answer(path) : answer,
	);
	return {...server, reach: demoReach(server.url)};
}

suite('the request', () => {
	for (const slug of slugs) {
		test(`goes to the hosts of ${slug} alone, with a code that nobody knows`, async t => {
			const {requests, reach} = await startDouble(t, {status: 400, json: {error: 'invalid_request'}});
			const {http} = httpWith();
			await pairCheckWith(http, reach)(pairOf(slug), {signal});
			const hosts = requests.map(({path}) => path.split('/')[2]);
			assert.deepEqual(hosts, checkedHosts({slug}));
			const spec = pairCheckOf({slug});
			for (const {method, rawQuery, headers, body} of requests) {
				assert.deepEqual([method, rawQuery], ['POST', '']);
				assert.match(headers['content-type'] ?? '', /^application\/x-www-form-urlencoded/);
				assert.equal(headers['user-agent'], 'byoo/test');
				const {code, ...form} = Object.fromEntries(new URLSearchParams(body));
				assert.match(code ?? '', /^byoo-check-[0-9a-f]{36}$/);
				assert.deepEqual(form, {
					...spec?.parameters,
					grant_type: 'authorization_code',
					...(spec?.sendsRedirectUri ? {redirect_uri: redirectUri} : {}),
					...(slug === 'polar' ? {} : {client_id: 'abc', client_secret: secretText}),
				});
				const basic = 'Basic YWJjOmNhbmFyeStzZWNyZXQrJTIyJUMzJUE5JTJGJTJCJTI1JTI2JTNBN2YzYQ==';
				assert.equal(headers.authorization, slug === 'polar' ? basic : undefined);
			}
			const codes = requests.map(({body}) => new URLSearchParams(body).get('code'));
			assert.equal(new Set(codes).size, requests.length);
		});
	}

	test('Oura’s second endpoint is asked only where the first does not know the pair', async t => {
		const {requests, reach} = await startDouble(t, {status: 400, json: {error: 'invalid_grant'}});
		const {verdict} = await pairCheckWith(httpWith().http, reach)(pairOf('oura'), {signal});
		assert.deepEqual([verdict, requests.length], ['proved', 1]);
	});

	test('an application of Oura’s previous portal is known at the second', async t => {
		const {reach} = await startDouble(t, path =>
			path.includes('api.ouraring.com')
				? {status: 400, json: {error: 'invalid_grant'}}
				: {status: 401, json: {error: 'invalid_client'}},
		);
		assert.equal((await pairCheckWith(httpWith().http, reach)(pairOf('oura'), {signal})).verdict, 'proved');
	});

	test('a provider that is not offered is not asked', async t => {
		const {requests, reach} = await startDouble(t, {status: 200, json: {}});
		const {verdict} = await pairCheckWith(httpWith().http, reach)(pairOf('fitbit'), {signal});
		assert.deepEqual([verdict, requests.length], ['unknown', 0]);
	});
});

suite('what goes wrong on the way', () => {
	const check = async (t: TestContext, answer: Scripted, changes: Partial<Http> = {}) => {
		const {requests, reach} = await startDouble(t, answer);
		const {http, records} = httpWith(changes);
		const finding = await pairCheckWith(http, reach)(pairOf('strava'), {signal});
		return {finding, requests, records};
	};

	test('a redirect is not followed', async t => {
		const target = await startScriptedServer(t, () => ({status: 200, json: {}}));
		for (const status of [301, 302, 303, 307, 308]) {
			const {finding} = await check(t, {status, headers: {location: `${target.url}/oauth/token`}});
			assert.deepEqual([finding.verdict, finding.type], ['unknown', 'redirect']);
		}
		assert.deepEqual(target.requests, []);
	});

	test('a body that never ends is given up at the time limit', async t => {
		const {finding, records} = await check(t, 'stall', {timeoutSeconds: 0.05});
		assert.deepEqual([finding.verdict, finding.type], ['unknown', 'timeout']);
		assert.deepEqual(
			records.map(({trouble}) => trouble),
			['timeout'],
		);
	});

	test('a body that is too large is not read to its end', async t => {
		const text = JSON.stringify({message: 'x'.repeat(70_000), errors: [{resource: 'AuthorizationCode'}]});
		const {finding, records} = await check(t, {status: 400, text});
		assert.deepEqual([finding.verdict, finding.type], ['unknown', 'unexpected']);
		assert.deepEqual(
			records.map(({trouble}) => trouble),
			['too-large'],
		);
	});

	for (const answer of ['reset', 'cut', 'garbage'] as const) {
		test(`an answer of no use tells nothing: ${answer}`, async t => {
			const {finding} = await check(t, answer);
			assert.deepEqual([finding.verdict, finding.type], ['unknown', 'unreachable']);
		});
	}

	test('nobody there tells nothing, and names the host that was meant', async () => {
		const address = await closedAddress();
		const finding = await pairCheckWith(httpWith().http, demoReach(address))(pairOf('strava'), {signal});
		assert.equal(finding.type, 'unreachable');
		assert.match(finding.message, /www\.strava\.com/);
	});

	test('nothing is sent once it was stopped', async t => {
		const {requests, reach} = await startDouble(t, {status: 200, json: {}});
		const stopped = AbortSignal.abort('cancelled');
		const finding = await pairCheckWith(httpWith().http, reach)(pairOf('oura'), {signal: stopped});
		assert.deepEqual([finding.verdict, finding.type, requests.length], ['unknown', 'cancelled', 0]);
	});

	test('what a provider says back is in no word and no record', async t => {
		const server = await startScriptedServer(t, ({body}) => {
			const code = new URLSearchParams(body).get('code') ?? '';
			const said = `${secretText} ${code}`;
			return {
				status: 401,
				json: {message: said, error: said, errors: [{resource: said, field: code}]},
				headers: {'x-request-id': code},
			};
		});
		const {http, records} = httpWith();
		const finding = await pairCheckWith(http, demoReach(server.url))(pairOf('strava'), {signal});
		const [request] = server.requests;
		const code = new URLSearchParams(request?.body).get('code') ?? '';
		assert.ok(code);
		assertAbsent('the finding', JSON.stringify([finding, records]), [secretText, code]);
	});
});

suite('WHOOP’s consent address', () => {
	const scopes = ['offline', 'read:sleep'];
	const {secret: _secret, ...consent} = pairOf('whoop_v2');

	test('tells of client ID, redirect URI and scopes on the demo', async t => {
		const {url} = await startServer(t);
		const {http, records} = httpWith();
		const seen = async (clientId: string, more: Partial<Http> = {}) => {
			const check = consentCheckWith({...http, ...more}, demoReach(url));
			const {verdict, type} = await check({...consent, clientId, scopes}, {signal});
			return type === undefined ? verdict : `${verdict}: ${type}`;
		};
		assert.equal(await seen('abc'), 'proved');
		assert.equal(await seen('demo-pair-wrong-secret'), 'proved');
		assert.equal(await seen('demo-pair-unknown'), 'refuted: invalid_client');
		assert.equal(await seen('demo-consent-uri'), 'refuted: invalid_request');
		assert.equal(await seen('demo-consent-scope'), 'refuted: invalid_scope');
		assert.equal(await seen('demo-pair-unclear'), 'unknown: unexpected');
		assert.equal(await seen('demo-pair-page'), 'unknown: html');
		assert.equal(await seen('demo-pair-busy'), 'unknown: limited');
		assert.equal(await seen('demo-pair-redirect'), 'unknown: unexpected');
		assert.equal(await seen('demo-pair-slow', {timeoutSeconds: 0.05}), 'unknown: timeout');
		assert.deepEqual(
			[...new Set(records.map(({method, path}) => `${method} ${path}`))],
			['GET /provider/api.prod.whoop.com/oauth/oauth2/auth'],
		);
	});

	test('is asked without a secret, with a state that nobody knows', async t => {
		const {requests, reach} = await startDouble(t, {
			status: 302,
			headers: {location: 'https://id.whoop.com/?login_challenge=a'},
		});
		await consentCheckWith(httpWith().http, reach)({...consent, scopes}, {signal});
		const [
			{method, query, headers, body} = {method: '', query: new URLSearchParams(), headers: {}, body: ''},
		] = requests;
		assert.deepEqual([method, body, headers.authorization], ['GET', '', undefined]);
		assert.match(query.get('state') ?? '', /^byoo-check-[0-9a-f]{36}$/);
		assert.equal(query.get('scope'), 'offline read:sleep');
		assertAbsent('the request', JSON.stringify(requests), [secretText]);
	});

	test('no other provider is asked', async t => {
		const {requests, reach} = await startDouble(t, {status: 200, json: {}});
		const strava = {...consent, provider: providerOfSlug('strava'), scopes};
		assert.equal((await consentCheckWith(httpWith().http, reach)(strava, {signal})).type, 'not-offered');
		assert.deepEqual(requests, []);
	});
});
