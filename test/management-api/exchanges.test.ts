import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import type {ExchangeRecord, ManagementApi} from '../../source/domain/ports.ts';
import {connect, unusable} from '../../source/management-api/client.ts';
import {
	assertNoSecret,
	connectionTo,
	credential,
	keyText,
	organizationId,
	place,
	row,
	teamId,
} from '../support/credentials.ts';
import {closedAddress, inOrder, type Scripted, startScriptedServer} from '../support/scripted-server.ts';

const {signal} = new AbortController();
const base = `/management/v1/org/${organizationId}`;

/** A client of which every exchange is noted, without the times, which are only checked to be some. */
function noting(url: string, timeoutSeconds = 20) {
	const exchanges: Omit<ExchangeRecord, 'milliseconds'>[] = [];
	const api = connect(connectionTo(`${url}/management`), {
		userAgent: 'byoo/test',
		timeoutSeconds,
		wait: async () => {},
		onExchange({milliseconds, ...exchange}) {
			assert.ok(Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds < 30_000);
			assertNoSecret(exchange);
			exchanges.push(exchange);
		},
	});
	return {api, exchanges};
}

async function saving(t: TestContext, answer: Scripted) {
	const server = await startScriptedServer(t, () => answer);
	const {api, exchanges} = noting(server.url, answer === 'hang' || answer === 'stall' ? 1.2 : 20);
	await api.upsert(place, credential, {signal});
	assert.equal(exchanges.length, 1);
	return exchanges[0];
}

test('every exchange is told once: its method, its path with the query as sent, its status', async t => {
	const server = await startScriptedServer(t, ({method}) => ({
		status: 200,
		json: method === 'GET' ? {teams: [], credentials: []} : row(),
		headers: {'x-request-id': 'req-1'},
	}));
	const {api, exchanges} = noting(server.url);
	await api.teams({region: 'us'}, {signal});
	await api.credentials(place, teamId, {signal});
	await api.credentials(place, undefined, {signal});
	await api.prepare(place, {teamId, provider: 'strava'}, {signal});
	await api.upsert(place, credential, {signal});
	await api.remove(place, ['c1', 'c 2'], {signal});
	const told = {status: 200, requestId: 'req-1'};
	const stored = `${base}/team_custom_credentials/sandbox/us`;
	assert.deepEqual(exchanges, [
		{method: 'GET', path: `${base}/team?region=us`, ...told},
		{method: 'GET', path: `${stored}?team_id=${teamId}`, ...told},
		{method: 'GET', path: stored, ...told},
		{method: 'POST', path: `${base}/prepare_team_custom_credentials/sandbox/us`, ...told},
		{method: 'POST', path: stored, ...told},
		{method: 'DELETE', path: `${stored}?credential_id=c1&credential_id=c+2`, ...told},
	]);
	assert.deepEqual(
		exchanges.map(({path}) => path),
		server.requests.map(({path, rawQuery}) => `${path}${rawQuery && `?${rawQuery}`}`),
	);
});

test('so are those that are sent again', async t => {
	const busy: Scripted = {status: 503, headers: {'retry-after': '1'}};
	const server = await startScriptedServer(
		t,
		inOrder({GET: [busy, 'reset', {status: 200, json: {id: 'o'}}]}),
	);
	const {api, exchanges} = noting(server.url);
	assert.ok((await api.organization({signal})).ok);
	const sent = {method: 'GET', path: base};
	assert.deepEqual(exchanges, [
		{...sent, status: 503},
		{...sent, trouble: 'broken'},
		{...sent, status: 200},
	]);
});

for (const [answer, told] of [
	['hang', {trouble: 'timeout'}],
	['stall', {status: 200, trouble: 'timeout'}],
	['cut', {status: 200, trouble: 'broken'}],
	['reset', {trouble: 'broken'}],
	[
		{status: 500, text: 'x'.repeat(5 * 1024 * 1024)},
		{status: 500, trouble: 'too-large'},
	],
	[{status: 307, headers: {location: '/elsewhere'}}, {status: 307}],
] as const) {
	const name = typeof answer === 'string' ? answer : answer.status;
	test(`what came of it is told in a word: ${name}`, async t => {
		const path = `${base}/team_custom_credentials/sandbox/us`;
		assert.deepEqual(await saving(t, answer), {method: 'POST', path, ...told});
	});
}

test('so is that nothing was sent, and that it was given up', async t => {
	const away = noting(await closedAddress());
	await away.api.organization({signal});
	assert.deepEqual(away.exchanges, [{method: 'GET', path: base, trouble: 'connection'}]);
	const server = await startScriptedServer(t, () => 'hang');
	const {api, exchanges} = noting(server.url);
	const controller = new AbortController();
	const result = api.organization({signal: controller.signal});
	await server.received(1);
	controller.abort();
	await result;
	assert.deepEqual(exchanges, [{method: 'GET', path: base, trouble: 'cancelled'}]);
});

test('what the server says in it is made safe: request IDs and cursors', async t => {
	const next = '\u009b31m next';
	const server = await startScriptedServer(t, ({method, query}) => ({
		status: 200,
		json: method === 'POST' ? row() : {teams: [], next_cursor: query.has('next_cursor') ? null : next},
		headers: {'x-request-id': `\u009b31mreq ${keyText}`},
	}));
	const {api, exchanges} = noting(server.url);
	await api.upsert(place, credential, {signal});
	await api.teams({}, {signal});
	assert.equal(exchanges.length, 3);
	for (const {requestId} of exchanges) assert.match(requestId ?? '', /^[ -~]*req •+$/);
	assert.match(exchanges[2]?.path ?? '', /^[!-~]+next$/);
});

test('a page whose name has a secret in it is not asked for, so that the secret stands in no address', async t => {
	const server = await startScriptedServer(t, () => ({
		status: 200,
		json: {teams: [], next_cursor: `after ${keyText}`},
	}));
	const {api, exchanges} = noting(server.url);
	const result = await api.teams({}, {signal});
	assert.ok(result.ok);
	assert.match(result.value.warning ?? '', /named the next page by a secret/);
	assert.equal(exchanges.length, 1);
});

test('an API that cannot be used gives its problem for every operation', async () => {
	const problem = {kind: 'correct', message: 'No proxy.', advice: 'Unset it.', fields: []} as const;
	const api: ManagementApi = unusable(problem);
	for (const result of [
		await api.organization({signal}),
		await api.teams({}, {signal}),
		await api.credentials(place, undefined, {signal}),
		await api.prepare(place, {teamId, provider: 'strava'}, {signal}),
		await api.upsert(place, credential, {signal}),
		await api.remove(place, ['c1'], {signal}),
		await api.teamToken(teamId, 'sandbox', {signal}),
		await api.scopeRequirements(teamId, 'strava', {signal}),
	]) {
		assert.deepEqual(result, {ok: false, problem});
	}
});
