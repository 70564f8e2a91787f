import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import type {ManagementApi} from '../../source/domain/ports.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {connect} from '../../source/management-api/client.ts';
import {assertNoSecret, connectionTo, keyText, organizationId, teamId} from '../support/credentials.ts';
import {type Scripted, startScriptedServer} from '../support/scripted-server.ts';

const {signal} = new AbortController();
const options = {userAgent: 'byoo/test', wait: async () => {}};
const team = {id: teamId, name: 'Night Owls', region: 'us'} as const;
const json = {
	id: teamId,
	name: 'Night Owls',
	region: 'us',
	created_on: '2026-01-02T03:04:05Z',
	sandbox: null,
};

async function asked<Value>(t: TestContext, answer: Scripted, ask: (api: ManagementApi) => Promise<Value>) {
	const server = await startScriptedServer(t, () => answer);
	const result = await ask(connect(connectionTo(server.url), options));
	assertNoSecret(result);
	return {result, requests: server.requests};
}

const created = (t: TestContext, answer: Scripted) => asked(t, answer, api => api.createTeam(team, {signal}));

test('one team is read by its ID', async t => {
	const {result, requests} = await asked(t, {status: 200, json}, api => api.team(teamId, {signal}));
	assert.deepEqual(result, {ok: true, value: {...team, createdOn: json.created_on}});
	const [request] = requests;
	assert.deepEqual(
		[request?.method, request?.path, request?.rawQuery],
		['GET', `/v1/org/${organizationId}/team/${teamId}`, ''],
	);
});

suite('a new team', () => {
	test('is one POST with the ID, name and region, and nothing else', async t => {
		const {result, requests} = await created(t, {status: 200, json});
		assert.deepEqual(result, {ok: true, value: {...team, createdOn: json.created_on}});
		assert.equal(requests.length, 1);
		const [request] = requests;
		assert.deepEqual([request?.method, request?.path], ['POST', `/v1/org/${organizationId}/team`]);
		assert.deepEqual(JSON.parse(request?.body ?? ''), team);
		assert.equal(request?.headers['x-management-key'], keyText);
	});

	const refusals: readonly (readonly [Scripted, Problem['kind'], RegExp])[] = [
		[{status: 401}, 'reauthenticate', /\(401\)/],
		[{status: 403}, 'reauthenticate', /\(403\)/],
		[{status: 404}, 'unavailable', /^This address does not create teams \(404\)/],
		[{status: 405}, 'unavailable', /^This address does not create teams \(405\)/],
		[{status: 409, json: {team_id: teamId}}, 'correct', /^The server refused the team \(409\)/],
		[
			{status: 422, json: {detail: [{loc: ['body', 'name'], msg: 'Too odd', type: 'value_error'}]}},
			'correct',
			/^The server refused the team \(422\): Too odd\.$/,
		],
		[{status: 429}, 'retry', /\(429\)/],
		[{status: 500}, 'uncertain', /\(500\); the team was sent and may still be created\.$/],
		[{status: 501}, 'unavailable', /^This address does not create teams \(501\)/],
		[{status: 503}, 'retry', /\(503\)/],
		[
			{status: 200, json: {name: 'Night Owls'}},
			'uncertain',
			/the team was sent and may have been created\.$/,
		],
		['cut', 'uncertain', /the team was sent and may still be created\.$/],
		['reset', 'uncertain', /the team was sent and may still be created\.$/],
	];
	for (const [answer, kind, message] of refusals) {
		test(`answered with ${typeof answer === 'string' ? answer : answer.status} is ${kind}, and sent once`, async t => {
			const {result, requests} = await created(t, answer);
			assert.ok(!result.ok);
			assert.equal(result.problem.kind, kind);
			assert.match(result.problem.message, message);
			if (kind === 'uncertain')
				assert.equal(result.problem.advice, 'Look whether the team is there before you create it again.');
			assert.equal(requests.length, 1);
		});
	}
});
