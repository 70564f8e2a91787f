import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {connect} from '../../source/management-api/client.ts';
import {assertNoSecret, connectionTo, credential, place, row, secretText} from '../support/credentials.ts';
import {type Scripted, startScriptedServer} from '../support/scripted-server.ts';
import {startConnectProxy} from './connect-proxy.ts';
import {fetchOf, problemThrough} from './through-proxy.ts';
import {tlsHost} from './tls-server.ts';

const {signal} = new AbortController();
const userAgent = 'byoo/test';

suite('past a proxy', () => {
	for (const NO_PROXY of [tlsHost, '.byoo.invalid', 'example.com, byoo.invalid', `${tlsHost}:443`]) {
		test(`goes what NO_PROXY=${NO_PROXY} excepts`, async t => {
			const proxy = await startConnectProxy(t, 'let-through');
			const problem = await problemThrough({HTTPS_PROXY: proxy.host, NO_PROXY});
			assert.match(problem.message, /^The name api\.byoo\.invalid could not be found\.$/);
			assert.equal(proxy.heads.length, 0);
		});
	}

	test('goes nothing else: other hosts and other ports are not excepted', async t => {
		const proxy = await startConnectProxy(t, 403);
		const NO_PROXY = `not${tlsHost},example.com,${tlsHost}:8443`;
		await problemThrough({HTTPS_PROXY: proxy.host, NO_PROXY, no_proxy: ''});
		assert.equal(proxy.heads.length, 1);
	});

	test('goes all that is for this very machine', async t => {
		const proxy = await startConnectProxy(t, 'let-through');
		const server = await startScriptedServer(t, () => ({status: 200, json: row()}));
		const fetch = await fetchOf({HTTPS_PROXY: proxy.host, HTTP_PROXY: proxy.host});
		for (const url of [server.url, server.url.replace('127.0.0.1', 'localhost')]) {
			const api = connect(connectionTo(url), {userAgent, fetch});
			assert.ok((await api.upsert(place, credential, {signal})).ok);
		}
		const [request] = server.requests;
		assert.equal(request?.headers['content-type'], 'application/json');
		assert.equal(request?.headers['user-agent'], userAgent);
		assert.equal(JSON.parse(request?.body ?? '').client_secret, secretText);
		assert.equal(proxy.heads.length, 0);
	});
});

suite('the fetch that knows a proxy', () => {
	const outcomes: readonly (readonly [Scripted, string, RegExp])[] = [
		['hang', 'uncertain', /within 1\.2 seconds/],
		['stall', 'uncertain', /within 1\.2 seconds/],
		['cut', 'uncertain', /broke off/],
		['reset', 'uncertain', /broke off/],
		['garbage', 'uncertain', /broke off/],
		[{status: 302, headers: {location: '/elsewhere'}}, 'correct', /redirect \(302\)/],
		[{status: 204}, 'uncertain', /204 with an empty answer/],
		[{status: 422, json: {detail: 'no'}}, 'correct', /\(422\): no/],
		[{status: 200, text: 'x'.repeat(5 * 1024 * 1024)}, 'uncertain', /more than 4 MB/],
	];
	for (const [answer, kind, message] of outcomes) {
		const name = typeof answer === 'string' ? answer : `${answer.status} of ${answer.text?.length ?? 0}`;
		test(`tells ${name} as Node's own does, and sends once`, async t => {
			const server = await startScriptedServer(t, () => answer);
			const timeoutSeconds = answer === 'hang' || answer === 'stall' ? 1.2 : 20;
			const fetch = await fetchOf({HTTPS_PROXY: '127.0.0.1:1'});
			const api = connect(connectionTo(server.url), {userAgent, fetch, timeoutSeconds});
			const result = await api.upsert(place, credential, {signal});
			assert.ok(!result.ok);
			assert.equal(result.problem.kind, kind);
			assert.match(result.problem.message, message);
			assertNoSecret(result.problem);
			assert.equal(server.requests.length, 1);
		});
	}

	for (const silence of ['hang', 'stall'] as const) {
		test(`ends at once when it is aborted while the server ${silence}s`, async t => {
			const server = await startScriptedServer(t, () => silence);
			const fetch = await fetchOf({HTTPS_PROXY: '127.0.0.1:1'});
			const controller = new AbortController();
			const api = connect(connectionTo(server.url), {userAgent, fetch});
			const result = api.upsert(place, credential, {signal: controller.signal});
			await server.received(1);
			controller.abort();
			const {ok} = await result;
			assert.ok(!ok);
		});
	}
});
