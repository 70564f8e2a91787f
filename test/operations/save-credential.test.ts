import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Secret} from '../../source/domain/secret.ts';
import {credential, detailSecretText, listed, row, secondTime, secretText} from '../support/credentials.ts';
import {accepted, assertConfirmed, earlier, later, save, saveAt} from '../support/saving.ts';
import {closedAddress, startScriptedServer} from '../support/scripted-server.ts';
import {altered} from '../support/values.ts';

test('a credential is created and confirmed by reading back', async t => {
	const {outcome, progress, posts} = await save(t, {
		GET: [listed(), listed(), listed(later)],
		POST: [accepted],
	});
	assertConfirmed(outcome, 'created', 'read-back');
	assert.deepEqual(progress, ['checking', 'sending', 'reading-back']);
	assert.equal(posts.length, 1);
});

test('a credential is updated and confirmed by reading back, also where it is on the second page', async t => {
	const server = await startScriptedServer(t, (request, index) => {
		if (request.method === 'POST') return accepted;
		if (!request.query.has('next_cursor')) {
			return {status: 200, json: {credentials: [row({source: 'oura'})], next_cursor: 'two'}};
		}
		return listed(index < 4 ? row() : later);
	});
	assertConfirmed((await saveAt(server, credential)).outcome, 'updated', 'read-back');
});

test('sending again what is already stored is confirmed', async t => {
	const {outcome} = await save(t, {GET: [earlier], POST: [{status: 200, json: row()}]});
	assertConfirmed(outcome, 'updated', 'read-back');
});

for (const status of [404, 405, 501]) {
	test(`where reading answers ${status}, a matching answer confirms`, async t => {
		const {outcome} = await save(t, {GET: [{status}], POST: [accepted]});
		assertConfirmed(outcome, 'saved', 'answer');
	});
}

test('where reading back is unreadable, a matching answer confirms', async t => {
	const {outcome} = await save(t, {
		GET: [listed(), listed(), {status: 200, text: '<html>'}],
		POST: [accepted],
	});
	assertConfirmed(outcome, 'created', 'answer');
});

test('an answer that differs from what was sent is uncertain, and says in what', async t => {
	const other = row({client_id: '999', updated_at: secondTime});
	const {outcome} = await save(t, {GET: [{status: 404}], POST: [{status: 200, json: other}]});
	assert.ok(outcome.kind === 'uncertain');
	assert.deepEqual(outcome.differences, ['Client ID']);
	assert.match(outcome.problem.message, /differs from it in: Client ID/);
});

test('what is stored counts, not what the answer says', async t => {
	const override = 'https://a.example/callback';
	const sent = altered(credential, {redirect_url_override: override});
	const kept = row({updated_at: secondTime, redirect_url_override: override});
	const good = await save(t, {GET: [listed(), listed(), listed(kept)], POST: [accepted]}, sent);
	assertConfirmed(good.outcome, 'created', 'read-back');
	const bad = await save(
		t,
		{GET: [listed(), listed(), listed(later)], POST: [{status: 200, json: kept}]},
		sent,
	);
	assert.ok(bad.outcome.kind === 'uncertain');
	assert.deepEqual(bad.outcome.differences, ['Redirect URL override']);
});

test('a copy that lags behind is read again', async t => {
	const {outcome, waits} = await save(t, {GET: [earlier, earlier, earlier, listed(later)], POST: [accepted]});
	assertConfirmed(outcome, 'updated', 'read-back');
	assert.deepEqual(waits, [1]);
});

test('a copy that never shows the change is uncertain', async t => {
	const stale = await save(t, {GET: [earlier], POST: [accepted]});
	assert.ok(stale.outcome.kind === 'uncertain');
	assert.match(stale.outcome.problem.message, /still shows the earlier one/);
	const absent = await save(t, {GET: [listed()], POST: [accepted]});
	assert.ok(absent.outcome.kind === 'uncertain');
	assert.match(absent.outcome.problem.message, /does not list it/);
});

test('nothing is sent where someone else changed the credential since the review', async t => {
	for (const GET of [
		[earlier, listed(later)],
		[listed(), earlier],
		[earlier, listed()],
		[earlier, listed(row({id: 'c2'}))],
	]) {
		const {outcome, posts} = await save(t, {GET, POST: [accepted]});
		assert.equal(outcome.kind, 'changed');
		assert.equal(posts.length, 0);
	}
});

test('where nothing can be reached, nothing was sent: failed', async () => {
	const url = await closedAddress();
	const {outcome} = await saveAt({url, requests: [], received: async () => {}}, credential);
	assert.ok(outcome.kind === 'failed');
	assert.equal(outcome.problem.kind, 'unreachable');
});

for (const [status, kind] of [
	[307, 'correct'],
	[400, 'correct'],
	[401, 'reauthenticate'],
	[403, 'reauthenticate'],
	[404, 'correct'],
	[405, 'unavailable'],
	[409, 'correct'],
	[422, 'correct'],
	[501, 'unavailable'],
] as const) {
	test(`a ${status} is failed and sent once`, async t => {
		const {outcome, posts} = await save(t, {GET: [listed()], POST: [{status}]});
		assert.ok(outcome.kind === 'failed');
		assert.equal(outcome.problem.kind, kind);
		assert.equal(posts.length, 1);
	});
}

test('after 429 the identical body is sent again, after the time the server asks for', async t => {
	const details = {fitbit: {verify: new Secret(detailSecretText)}};
	const {outcome, waits, progress, posts} = await save(
		t,
		{
			GET: [listed(), listed(), listed(), listed(), listed(later)],
			POST: [{status: 429, headers: {'retry-after': '7'}}, {status: 429}, accepted],
		},
		altered(credential, {details}),
	);
	assertConfirmed(outcome, 'created', 'read-back');
	assert.deepEqual(waits, [7, 2]);
	assert.equal(progress.filter(kind => kind === 'waiting').length, 2);
	assert.equal(posts.length, 3);
	assert.equal(new Set(posts.map(({body}) => body)).size, 1);
	assert.ok(posts[0]?.body.includes(JSON.stringify(secretText)));
});

test('after four times 429 it is failed', async t => {
	const {outcome, waits, posts} = await save(t, {
		GET: [listed()],
		POST: [{status: 429, headers: {'retry-after': '3600'}}, {status: 429}],
	});
	assert.ok(outcome.kind === 'failed');
	assert.equal(outcome.problem.kind, 'retry');
	assert.deepEqual(waits, [30, 2, 4]);
	assert.equal(posts.length, 4);
});

test('after 503 it is read first: a change that matches is proof', async t => {
	const {outcome, posts} = await save(t, {
		GET: [earlier, earlier, listed(later)],
		POST: [{status: 503}],
	});
	assertConfirmed(outcome, 'updated', 'read-back');
	assert.equal(posts.length, 1);
});

test('after 503 without a change the identical body is sent again, then failed', async t => {
	const recovering = await save(t, {
		GET: [earlier, earlier, earlier, listed(later)],
		POST: [{status: 503}, accepted],
	});
	assertConfirmed(recovering.outcome, 'updated', 'read-back');
	assert.equal(recovering.posts[0]?.body, recovering.posts[1]?.body);
	const lasting = await save(t, {GET: [earlier], POST: [{status: 503}]});
	assert.ok(lasting.outcome.kind === 'failed');
	assert.deepEqual(lasting.waits, [1, 2, 4]);
	assert.equal(lasting.posts.length, 4);
});

const byColleague = listed(row({client_id: '999', client_secret_hash: 'hash-9', updated_at: secondTime}));

for (const status of [429, 503]) {
	test(`after ${status} nothing is sent over what someone else wrote meanwhile`, async t => {
		for (const before of [listed(), earlier]) {
			const {outcome, posts} = await save(t, {
				GET: [before, before, byColleague],
				POST: [{status}, accepted],
			});
			assert.equal(outcome.kind, 'changed');
			assert.equal(posts.length, 1);
		}
	});

	test(`after ${status} nothing is sent again where what is stored cannot be read any more`, async t => {
		const {outcome, posts} = await save(t, {
			GET: [earlier, earlier, {status: 500}],
			POST: [{status}, accepted],
		});
		assert.equal(outcome.kind, status === 503 ? 'uncertain' : 'failed');
		assert.equal(posts.length, 1);
	});
}

test('a list with a row that cannot be read does not say that there is none', async t => {
	const {outcome} = await save(t, {GET: [listed({id: 5}), listed({id: 5}), listed(later)], POST: [accepted]});
	assertConfirmed(outcome, 'saved', 'read-back');
});

test('a practice binding has no secret and is compared in any case', async t => {
	const binding = row({source: 'freestyle_libre', client_id: 'AB-1', client_secret_hash: null});
	const {outcome, posts} = await save(
		t,
		{GET: [listed(), listed(), listed(binding)], POST: [{status: 200, json: binding}]},
		altered(credential, {provider: 'freestyle_libre', client_id: 'ab-1', client_secret: null}),
	);
	assertConfirmed(outcome, 'created', 'read-back');
	assert.equal(JSON.parse(posts[0]?.body ?? '').client_secret, null);
});
