import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import type {Problem} from '../../source/domain/problem.ts';
import {connect} from '../../source/management-api/client.ts';
import {assertNoSecret, connectionTo, keyText, organizationId, place} from '../support/credentials.ts';
import {closedAddress, type Scripted, startScriptedServer} from '../support/scripted-server.ts';

const {signal} = new AbortController();
const options = {userAgent: 'byoo/test', wait: async () => {}};
const ids = ['AAAA-1', 'bbbb-2', 'cccc-3', 'dddd-4'];

async function removed(t: TestContext, answer: Scripted, asked: readonly string[] = ids) {
	const server = await startScriptedServer(t, () => answer);
	const timeoutSeconds = answer === 'hang' ? 1.2 : 20;
	const api = connect(connectionTo(server.url), {...options, timeoutSeconds});
	const result = await api.remove(place, asked, {signal});
	assertNoSecret(result);
	return {result, requests: server.requests};
}

suite('a removal', () => {
	test('is one DELETE without a body that names every ID once', async t => {
		const answer = {status: 200, json: {success: ids, failure: [], not_found: []}};
		const {result, requests} = await removed(t, answer, [...ids, 'aaaa-1']);
		assert.deepEqual(result, {
			ok: true,
			value: {deleted: ['aaaa-1', ...ids.slice(1)], notFound: [], failed: []},
		});
		assert.equal(requests.length, 1);
		const [request] = requests;
		assert.equal(request?.method, 'DELETE');
		assert.equal(request?.path, `/v1/org/${organizationId}/team_custom_credentials/sandbox/us`);
		assert.deepEqual(request?.query.getAll('credential_id'), ['aaaa-1', ...ids.slice(1)]);
		assert.equal(request?.body, '');
		assert.equal(request?.headers['content-type'], undefined);
		assert.equal(request?.headers['x-management-key'], keyText);
	});

	test('of nothing sends nothing, since an API may read no ID as all of them', async t => {
		const {result, requests} = await removed(t, {status: 200, json: {}}, []);
		assert.deepEqual(result, {ok: true, value: {deleted: [], notFound: [], failed: []}});
		assert.equal(requests.length, 0);
	});

	test('tells what became of each ID, in any case, and of no other', async t => {
		const json = {
			success: ['aaaa-1', 'eeee-5', 7],
			failure: ['BBBB-2'],
			not_found: ['cccc-3', null],
			status: 'new',
		};
		const {result} = await removed(t, {status: 200, json});
		assert.deepEqual(result, {
			ok: true,
			value: {deleted: ['AAAA-1'], notFound: ['cccc-3'], failed: ['bbbb-2', 'dddd-4']},
		});
	});

	for (const json of [{}, {success: null, failure: 'all', not_found: 7}]) {
		test(`answered with ${JSON.stringify(json)} counts as failed`, async t => {
			const {result} = await removed(t, {status: 200, json});
			assert.deepEqual(result, {ok: true, value: {deleted: [], notFound: [], failed: ids}});
		});
	}

	test('that is both a success and a failure counts as failed', async t => {
		const {result} = await removed(t, {status: 200, json: {success: ids, failure: ids}}, ['cccc-3']);
		assert.deepEqual(result, {ok: true, value: {deleted: [], notFound: [], failed: ['cccc-3']}});
	});
});

const problems: readonly (readonly [Scripted, Problem['kind'], message: RegExp, advice: RegExp])[] = [
	[
		{status: 400, json: {detail: 'Bad.'}},
		'correct',
		/refused the removal \(400\): Bad\.$/,
		/IDs of the cred/,
	],
	[{status: 401}, 'reauthenticate', /did not accept the organization key/, /Check that the key/],
	[{status: 403}, 'reauthenticate', /does not allow this \(403\)/, /Use a key of this very organization/],
	[{status: 404}, 'unavailable', /does not remove credentials \(404\)\.$/, /nothing was removed\.$/],
	[{status: 405}, 'unavailable', /does not remove credentials \(405\)\.$/, /nothing was removed\.$/],
	[{status: 408}, 'uncertain', /the removal was sent and may still happen\.$/, /Check what is stored/],
	[
		{status: 422, json: {detail: [{loc: ['query', 'credential_id', 0], msg: 'no UUID', type: 'uuid'}]}},
		'correct',
		/refused the removal \(422\): no UUID\.$/,
		/Correct the fields/,
	],
	[{status: 429, headers: {'retry-after': '2'}}, 'retry', /asks for fewer requests/, /in 2 seconds/],
	[
		{status: 500},
		'uncertain',
		/\(500\); the removal was sent and may still happen\.$/,
		/Check what is stored/,
	],
	[{status: 501}, 'unavailable', /does not remove credentials \(501\)\.$/, /nothing was removed\.$/],
	[{status: 502, text: '<html>'}, 'uncertain', /the removal was sent and may still happen/, /Check what/],
	[{status: 503}, 'retry', /is overloaded/, /Try again/],
	[{status: 302}, 'correct', /redirect \(302\)/, /Check the API address/],
	[{status: 204}, 'uncertain', /empty answer; the removal was sent and may have happened\.$/, /Check what/],
	[{status: 200, json: ids}, 'uncertain', /may have happened\.$/, /Check what is stored/],
	[{status: 200, json: null}, 'uncertain', /may have happened\.$/, /Check what is stored/],
	['reset', 'uncertain', /broke off; the removal was sent and may still happen\.$/, /Check what is stored/],
	['cut', 'uncertain', /broke off; the removal was sent and may still happen\.$/, /Check what is stored/],
	['hang', 'uncertain', /1\.2 seconds; the removal was sent and may still happen\.$/, /Check what/],
];

suite('a removal that fails', () => {
	for (const [answer, kind, message, advice] of problems) {
		const name =
			typeof answer === 'string' ? answer : `${answer.status} ${JSON.stringify(answer.json) ?? ''}`;
		test(`with ${name} is sent once, is ${kind}, and never speaks of something arriving or stored`, async t => {
			const {result, requests} = await removed(t, answer);
			assert.ok(!result.ok);
			const {problem} = result;
			assert.equal(problem.kind, kind);
			assert.match(problem.message, message);
			assert.match(problem.advice, advice);
			assert.doesNotMatch(`${problem.message} ${problem.advice}`, /arrive|nothing was stored|the provider/);
			assert.equal(requests.length, 1);
		});
	}

	test('before it was sent is unreachable, and when it was given up it may still happen', async t => {
		const nowhere = connect(connectionTo(await closedAddress()), options);
		const away = await nowhere.remove(place, ids, {signal});
		assert.ok(!away.ok && away.problem.kind === 'unreachable');
		const server = await startScriptedServer(t, () => 'hang');
		const controller = new AbortController();
		const api = connect(connectionTo(server.url), {userAgent: 'byoo/test'});
		const result = api.remove(place, ids, {signal: controller.signal});
		await server.received(1);
		controller.abort();
		const given = await result;
		assert.ok(!given.ok && given.problem.kind === 'uncertain');
		assert.equal(given.problem.message, 'Cancelled after the removal was sent; it may still happen.');
	});
});
