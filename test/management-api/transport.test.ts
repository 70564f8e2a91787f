import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Secret} from '../../source/domain/secret.ts';
import {connect} from '../../source/management-api/client.ts';
import {troubleOf} from '../../source/management-api/trouble.ts';
import {
	assertNoSecret,
	connectionTo,
	credential,
	detailSecretText,
	organizationId,
	place,
	row,
	secretText,
	teamId,
} from '../support/credentials.ts';
import {closedAddress, type Scripted, startScriptedServer} from '../support/scripted-server.ts';

const {signal} = new AbortController();
const userAgent = 'byoo/test';

test('an upsert sends all six keys, secrets revealed, null where there is no value', async t => {
	const server = await startScriptedServer(t, () => ({status: 200, json: row({new_field: 1})}));
	const api = connect(connectionTo(server.url), {userAgent});
	const details = {fitbit: {verify: new Secret(detailSecretText), scopes: ['a']}, flag: false, none: null};
	const result = await api.upsert(place, {...credential, details}, {signal});
	assert.ok(result.ok);
	assert.equal(result.value.clientId, '12345');
	const [request] = server.requests;
	assert.equal(request?.method, 'POST');
	assert.equal(request?.path, `/v1/org/${organizationId}/team_custom_credentials/sandbox/us`);
	assert.equal(request?.headers['content-type'], 'application/json');
	assert.deepEqual(JSON.parse(request?.body ?? ''), {
		team_id: teamId,
		provider: 'strava',
		client_id: '12345',
		client_secret: secretText,
		details: {fitbit: {verify: detailSecretText, scopes: ['a']}, flag: false, none: null},
		redirect_url_override: null,
	});
	await api.upsert(place, {...credential, clientSecret: null}, {signal});
	assert.equal(JSON.parse(server.requests[1]?.body ?? '').client_secret, null);
});

test('nothing listens: nothing was sent', async () => {
	const api = connect(connectionTo(await closedAddress()), {userAgent});
	for (const result of [
		await api.upsert(place, credential, {signal}),
		await api.organization({signal}),
		await api.teams({}, {signal}),
	]) {
		assert.ok(!result.ok);
		assert.equal(result.problem.kind, 'unreachable');
		assert.match(result.problem.message, /No connection to 127\.0\.0\.1:\d+ could be made/);
		assertNoSecret(result.problem);
	}
});

test('no TLS on the other side: nothing was sent', async t => {
	const server = await startScriptedServer(t, () => ({status: 200, json: row()}));
	const api = connect(connectionTo(server.url.replace('http:', 'https:')), {userAgent});
	const result = await api.upsert(place, credential, {signal});
	assert.ok(!result.ok);
	assert.equal(result.problem.kind, 'unreachable');
	assert.match(result.problem.advice, /NODE_EXTRA_CA_CERTS/);
	assert.equal(server.requests.length, 0);
});

for (const silence of ['hang', 'stall'] as const) {
	test(`a server that ${silence}s meets the time limit`, async t => {
		const server = await startScriptedServer(t, () => silence);
		const api = connect(connectionTo(server.url), {userAgent, timeoutSeconds: 0.2});
		const writing = await api.upsert(place, credential, {signal});
		assert.ok(!writing.ok && writing.problem.kind === 'uncertain');
		assert.match(
			writing.problem.message,
			/within 0\.2 seconds; the credential was sent and may still arrive/,
		);
		assertNoSecret(writing.problem);
		const reading = await api.organization({signal});
		assert.ok(!reading.ok && reading.problem.kind === 'retry');
		assert.equal(server.requests.length, 2);
	});

	test(`an abort ends a request at once while the server ${silence}s`, async t => {
		const server = await startScriptedServer(t, () => silence);
		const api = connect(connectionTo(server.url), {userAgent});
		const controller = new AbortController();
		const results = Promise.all([
			api.upsert(place, credential, {signal: controller.signal}),
			api.organization({signal: controller.signal}),
		]);
		await server.received(2);
		controller.abort();
		const [writing, reading] = await results;
		assert.ok(!writing.ok && writing.problem.kind === 'uncertain');
		assert.ok(!reading.ok);
		const after = await api.upsert(place, credential, {signal: controller.signal});
		assert.ok(!after.ok);
		assert.equal(server.requests.length, 2);
	});
}

test('an abort ends the wait before a read is sent again', async t => {
	const busy: Scripted = {status: 503, headers: {'retry-after': '30'}};
	const server = await startScriptedServer(t, () => busy);
	const controller = new AbortController();
	const result = await connect(connectionTo(server.url), {userAgent}).organization({
		signal: controller.signal,
		onWaiting: () => controller.abort(),
	});
	assert.ok(!result.ok);
	assert.equal(server.requests.length, 1);
});

test('a key that no header can carry is refused without being shown or sent', async t => {
	const server = await startScriptedServer(t, () => ({status: 200, json: row()}));
	for (const text of ['', 'two\nlines', 'ключ', 'a b']) {
		const api = connect({...connectionTo(server.url), key: new Secret(text)}, {userAgent});
		const result = await api.upsert(place, credential, {signal});
		assert.ok(!result.ok && result.problem.kind === 'reauthenticate');
	}
	assert.equal(server.requests.length, 0);
});

test('another fetch can be given, and even one that throws oddly does not throw through', async () => {
	const secretly = async () => {
		throw Object.assign(new Error(secretText), {code: 'CERT_HAS_EXPIRED', body: secretText});
	};
	const api = connect(connectionTo('https://api.example'), {userAgent, fetch: secretly});
	const result = await api.upsert(place, credential, {signal});
	assert.ok(!result.ok && result.problem.kind === 'unreachable');
	assert.match(result.problem.message, /certificate of api\.example/);
	assertNoSecret(result.problem);
});

const failing = (details: Readonly<Record<string, unknown>>) =>
	new TypeError('fetch failed', {cause: Object.assign(new Error('why'), details)});

for (const [details, trouble] of [
	[{code: 'ENOTFOUND', syscall: 'getaddrinfo'}, 'name'],
	[{code: 'EAI_AGAIN', syscall: 'getaddrinfo'}, 'name'],
	[{code: 'ECONNREFUSED', syscall: 'connect'}, 'connection'],
	[{code: 'EHOSTUNREACH', syscall: 'connect'}, 'connection'],
	[{code: 'ETIMEDOUT', syscall: 'connect'}, 'connection'],
	[{code: 'ENETUNREACH'}, 'connection'],
	[{code: 'EHOSTUNREACH', syscall: 'read'}, 'broken'],
	[{code: 'ETIMEDOUT', syscall: 'read'}, 'broken'],
	[{code: 'ECONNRESET', syscall: 'read'}, 'broken'],
	[{code: 'ECONNRESET', host: 'api', port: 443}, 'channel'],
	[{code: 'EPIPE', syscall: 'write'}, 'broken'],
	[{code: 'UND_ERR_SOCKET'}, 'broken'],
	[{code: 'UND_ERR_HEADERS_TIMEOUT'}, 'broken'],
	[{code: 'ERR_PROXY_REFUSAL'}, 'proxy'],
	[{code: 'ERR_PROXY_CONNECTION'}, 'proxy-connection'],
	[{code: 'CERT_HAS_EXPIRED'}, 'certificate'],
	[{code: 'DEPTH_ZERO_SELF_SIGNED_CERT'}, 'certificate'],
	[{code: 'SELF_SIGNED_CERT_IN_CHAIN'}, 'certificate'],
	[{code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'}, 'certificate'],
	[{code: 'ERR_TLS_CERT_ALTNAME_INVALID'}, 'certificate'],
	[{code: 'EPROTO', syscall: 'write'}, 'channel'],
	[{code: 'ERR_SSL_WRONG_VERSION_NUMBER'}, 'channel'],
	[{code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'}, 'broken'],
	[{}, 'broken'],
] as const) {
	test(`${JSON.stringify(details)} is trouble with: ${trouble}`, () => {
		assert.equal(troubleOf(failing(details)), trouble);
	});
}

test('several addresses that all failed are no connection', () => {
	const all = Object.assign(new AggregateError([]), {code: 'ETIMEDOUT'});
	assert.equal(troubleOf(new TypeError('fetch failed', {cause: all})), 'connection');
	assert.equal(troubleOf('a text'), 'broken');
});
