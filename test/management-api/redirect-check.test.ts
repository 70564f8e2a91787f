import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkRedirect} from '../../source/management-api/redirect-check.ts';
import {callback, check, forward, target} from '../support/forwarding.ts';
import {closedAddress, startScriptedServer} from '../support/scripted-server.ts';

const {signal} = new AbortController();

test('an endpoint that forwards as it must has no deviations', async t => {
	const {server, deviations} = await check(t, forward());
	assert.deepEqual(deviations, []);
	assert.equal(server.requests.length, 1);
	const [request] = server.requests;
	assert.equal(request?.method, 'GET');
	assert.equal(request?.path, '/callback');
	for (const name of ['cookie', 'authorization', 'referer']) assert.equal(request?.headers[name], undefined);
});

test('the made-up code and state hold what is easily spelled in another way', async t => {
	const {server} = await check(t, forward());
	const raw = server.requests[0]?.rawQuery ?? '';
	assert.match(raw, /^code=[^&]+&state=[^&]+$/);
	for (const parameter of raw.split('&')) {
		const value = parameter.slice(parameter.indexOf('=') + 1);
		for (const sign of ['+', '%20', '~', '/', '=']) {
			assert.ok(value.includes(sign), `${value} lacks ${sign}`);
		}
	}
	assert.match(raw, /%[0-9]*[a-f]/);
	assert.match(raw, /%[0-9]*[A-F]/);
});

test('the query of the address itself comes first and has to arrive too', async t => {
	const path = '/callback?tenant=a%2fb&x#part';
	const {server, deviations} = await check(t, forward(), {path});
	assert.deepEqual(deviations, []);
	assert.match(server.requests[0]?.rawQuery ?? '', /^tenant=a%2fb&x&code=/);
	const {deviations: without} = await check(t, forward({query: raw => raw.replace('tenant=a%2fb&x&', '')}), {
		path,
	});
	assert.deepEqual(
		without.map(({message}) => message),
		['It forwards without tenant, x.'],
	);
	assert.deepEqual((await check(t, forward(), {path: '/callback?'})).deviations, []);
});

for (const [status, words] of [
	[301, /remember/],
	[302, /lets a client change the method/],
	[303, /change the method to GET/],
	[308, /remember/],
] as const) {
	test(`${status} is the only fault of a forwarder that is right otherwise`, async t => {
		const {deviations, kinds} = await check(t, forward({status}));
		assert.deepEqual(kinds, ['other-status']);
		assert.match(deviations[0]?.message ?? '', new RegExp(`${status}`));
		assert.match(deviations[0]?.message ?? '', words);
		assert.match(deviations[0]?.advice ?? '', /307/);
	});
}

test('errors of the endpoint are named, each with what to do', async t => {
	const advices = new Set<string>();
	for (const status of [400, 401, 403, 404, 405, 410, 418, 429, 500, 502]) {
		const {deviations, kinds} = await check(t, () => ({status, text: 'no', headers: {location: callback}}));
		assert.deepEqual(kinds, ['other-status']);
		assert.match(deviations[0]?.message ?? '', new RegExp(`\\(${status}\\)`));
		assert.match(deviations[0]?.advice ?? '', /307/);
		advices.add(deviations[0]?.advice ?? '');
	}
	assert.equal(advices.size, 5);
});

test('a proxy on the way that wants a password is not taken for the endpoint', async t => {
	const {deviations, kinds} = await check(t, () => ({status: 407}));
	assert.deepEqual(kinds, ['other-status']);
	assert.match(
		deviations[0]?.message ?? '',
		/^A proxy on the way to it wants a user name and password \(407\)\.$/,
	);
	assert.match(deviations[0]?.advice ?? '', /HTTPS_PROXY/);
});

test('a page of its own is no redirect, even one that forwards by itself', async t => {
	const plain = await check(t, () => ({status: 200, text: 'Welcome', headers: {location: callback}}));
	assert.deepEqual(plain.kinds, ['own-page']);
	for (const text of [
		'<meta charset="utf-8"><META content="0;url=/" http-equiv = "refresh">',
		'<script>window.location.href = "/"</script>',
		'<script>location.replace(to)</script>',
	]) {
		const {kinds, deviations} = await check(t, () => ({status: 200, text}));
		assert.deepEqual(kinds, ['own-page']);
		assert.match(deviations[0]?.message ?? '', /forwards by itself/);
	}
});

test('a page without end is not read to its end, and one that stalls is judged by its status', async t => {
	const large = await check(t, () => ({status: 200, text: '<meta '.repeat(1_000_000)}));
	assert.deepEqual(large.kinds, ['own-page']);
	const stalled = await check(t, () => 'stall', {timeoutSeconds: 0.2});
	assert.deepEqual(stalled.kinds, ['own-page']);
});

test('a redirect without a usable Location leads nowhere', async t => {
	const none = await check(t, () => ({status: 307}));
	assert.deepEqual(none.kinds, ['no-location']);
	const both = await check(t, () => ({status: 302}));
	assert.deepEqual(both.kinds, ['other-status', 'no-location']);
	const broken = await check(t, () => ({status: 307, headers: {location: 'https://[?code=1'}}));
	assert.deepEqual(broken.kinds, ['no-location']);
	assert.match(broken.deviations[0]?.message ?? '', /no address: https:\/\/\[$/);
});

test('a redirect is never followed, not even to itself', async t => {
	const {server, kinds} = await check(t, ({rawQuery}) => ({
		status: 307,
		headers: {location: `/callback?${rawQuery}`, 'set-cookie': 'a=b'},
	}));
	assert.equal(server.requests.length, 1);
	assert.deepEqual(kinds, ['other-host']);
});

test('an endpoint that does not answer is unreachable, each time with its reason', async t => {
	const reasons = async (address: string, options = {}) => {
		const {deviations} = await checkRedirect(address, target, {signal, timeoutSeconds: 0.2, ...options});
		assert.deepEqual(
			deviations.map(({kind}) => kind),
			['unreachable'],
		);
		assert.ok(deviations[0]?.advice);
		return deviations[0]?.message ?? '';
	};
	assert.match(
		await reasons(`${await closedAddress()}/callback`),
		/^No connection to 127\.0\.0\.1:\d+ could/,
	);
	const silent = await startScriptedServer(t, () => 'hang');
	assert.match(await reasons(silent.url), /did not answer within 0\.2 seconds/);
	const resetting = await startScriptedServer(t, () => 'reset');
	assert.match(await reasons(resetting.url), /ended the connection without an answer/);
	const noHttp = await startScriptedServer(t, () => 'garbage');
	assert.match(await reasons(noHttp.url), /ended the connection without an answer/);
	assert.match(await reasons(silent.url.replace('http:', 'https:')), /No secure connection/);
	for (const [code, words] of [
		['ENOTFOUND', /name api\.example could not be found/],
		['CERT_HAS_EXPIRED', /certificate of api\.example is not trusted/],
	] as const) {
		const failing = () => Promise.reject(Object.assign(new Error('no'), {code}));
		assert.match(await reasons('https://api.example/callback', {fetch: failing}), words);
	}
});

test('an abort ends the check at once', async t => {
	const server = await startScriptedServer(t, () => 'hang');
	const controller = new AbortController();
	const checking = checkRedirect(server.url, target, {signal: controller.signal});
	await server.received(1);
	controller.abort();
	assert.match((await checking).deviations[0]?.message ?? '', /^Cancelled/);
	await checkRedirect(server.url, target, {signal: controller.signal});
	assert.equal(server.requests.length, 1);
});

test('an address that no browser should be sent to is not asked', async () => {
	const never = () => assert.fail('asked');
	for (const address of [
		'',
		'connect.example.com/callback',
		'http://connect.example.com/callback',
		'http://127.0.0.1.example.com/',
		'ftp://connect.example.com/',
		'https://user:password@connect.example.com/',
	]) {
		const {deviations} = await checkRedirect(address, target, {signal, fetch: never});
		assert.equal(deviations[0]?.kind, 'unreachable');
		assert.match(deviations[0]?.message ?? '', /cannot be tried/);
	}
});
