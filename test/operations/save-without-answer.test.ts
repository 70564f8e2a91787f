import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Before} from '../../source/domain/outcome.ts';
import {connect} from '../../source/management-api/client.ts';
import {saveCredential} from '../../source/operations/save-credential.ts';
import {connectionTo, credential, listed, place, row, secondTime} from '../support/credentials.ts';
import {assertConfirmed, earlier, later, save} from '../support/saving.ts';
import {inOrder, type Scripted, startScriptedServer} from '../support/scripted-server.ts';

const open: readonly Scripted[] = [
	'hang',
	'stall',
	'reset',
	'cut',
	'garbage',
	{status: 200, text: '<html>hello</html>'},
	{status: 200, json: {}},
	{status: 204},
	{status: 408},
	{status: 500},
	{status: 502, text: '<html>'},
	{status: 504},
];

for (const answer of open) {
	const name = typeof answer === 'string' ? answer : `${answer.status} ${answer.text ?? ''}`;

	test(`${name}: a visible change is proof`, async t => {
		const updated = await save(t, {GET: [earlier, earlier, earlier, listed(later)], POST: [answer]});
		assertConfirmed(updated.outcome, 'updated', 'read-back');
		assert.deepEqual(updated.waits, [1, 2]);
		assert.equal(updated.posts.length, 1);
		const created = await save(t, {GET: [listed(), listed(), listed(later)], POST: [answer]});
		assertConfirmed(created.outcome, 'created', 'read-back');
	});

	test(`${name}: no visible change is uncertain, never failed`, async t => {
		const {outcome, waits, posts} = await save(t, {GET: [earlier], POST: [answer]});
		assert.ok(outcome.kind === 'uncertain');
		assert.equal(outcome.problem.kind, 'uncertain');
		assert.match(outcome.problem.message, /the credential was sent and may/);
		assert.match(outcome.problem.advice, /Check what is stored before/);
		assert.equal(outcome.differences, undefined);
		assert.deepEqual(waits, [1, 2, 4]);
		assert.equal(posts.length, 1);
	});
}

test('a change that does not match what was sent is uncertain, with the differences', async t => {
	const other = listed(row({client_id: 'other', updated_at: secondTime}));
	const {outcome} = await save(t, {GET: [earlier, earlier, other], POST: [{status: 500}]});
	assert.ok(outcome.kind === 'uncertain');
	assert.deepEqual(outcome.differences, ['Client ID']);
});

test('where it could not be read before, what shows afterwards is no proof', async t => {
	const GET = [{status: 500}, {status: 500}, listed(later)];
	const {outcome} = await save(t, {GET, POST: ['reset']});
	assert.equal(outcome.kind, 'uncertain');
});

test('an abort while it is sent ends it as uncertain; one before sends nothing', async t => {
	const server = await startScriptedServer(t, inOrder({GET: [listed()], POST: ['hang']}));
	const api = connect(connectionTo(server.url), {userAgent: 'byoo/test'});
	const controller = new AbortController();
	const options = {
		before: {ok: true, value: undefined} satisfies Before,
		signal: controller.signal,
		onProgress: () => {},
		wait: async () => {},
	};
	const saving = saveCredential(api, place, credential, options);
	await server.received(2);
	controller.abort();
	assert.equal((await saving).kind, 'uncertain');
	assert.equal((await saveCredential(api, place, credential, options)).kind, 'failed');
	assert.equal(server.requests.length, 2);
});
