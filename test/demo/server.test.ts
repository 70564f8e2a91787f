import assert from 'node:assert/strict';
import test from 'node:test';
import {latencyOf} from '../../source/demo/latency.ts';
import {startDemo} from '../../source/demo/server.ts';
import {organizationPath, startAsking} from './ask.ts';

test('the server listens on this machine only, at the port it says', async t => {
	const {demo} = await startAsking(t);
	assert.equal(demo.url, `http://127.0.0.1:${demo.port}`);
	assert.ok(demo.port > 0);
});

test('a port that is taken is an error', async t => {
	const {demo} = await startAsking(t);
	await assert.rejects(startDemo({port: demo.port}), {code: 'EADDRINUSE'});
});

test('two servers share no state', async t => {
	const one = await startAsking(t);
	const other = await startAsking(t);
	const id = one.demo.stored()[0]?.id;
	await one.ask('DELETE', `${organizationPath}/team_custom_credentials/sandbox/us?credential_id=${id}`);
	assert.equal(one.demo.stored().length, other.demo.stored().length - 1);
});

test('requests are recorded in order, without headers and bodies', async t => {
	const {ask, demo} = await startAsking(t, {now: () => Date.UTC(2026, 7, 20)});
	await ask('GET', `${organizationPath}/team?region=us`);
	await ask('POST', '/nowhere', {client_secret: 'canary'});
	const at = '2026-08-20T00:00:00.000Z';
	assert.deepEqual(demo.requests(), [
		{method: 'GET', path: `${organizationPath}/team?region=us`, at},
		{method: 'POST', path: '/nowhere', at},
	]);
});

test('closing twice is fine, and the port is free afterwards', async t => {
	const {demo} = await startAsking(t);
	await Promise.all([demo.close(), demo.close()]);
	await demo.close();
	await assert.rejects(fetch(demo.url), TypeError);
	const next = await startDemo({port: demo.port});
	t.after(() => next.close());
	assert.equal(next.port, demo.port);
});

test('closing does not wait for answers that are still due', async t => {
	const {ask, demo} = await startAsking(t, {latencyScale: 1_000_000});
	const answer = assert.rejects(ask('GET', organizationPath), TypeError);
	// The record is all that tells from outside that the request has arrived.
	while (demo.requests().length === 0) await new Promise(setImmediate);
	await demo.close();
	await answer;
});

test('a realistic answer takes 60 to 400 milliseconds, the same in every run', () => {
	const operations = [
		...(['organization', 'teams', 'credentials', 'save', 'removal', 'preparation'] as const),
		undefined,
	];
	for (const operation of operations) {
		const delays = Array.from({length: 10}, (_, count) => latencyOf(operation, count, 1));
		assert.ok(delays.every(delay => delay >= 60 && delay <= 400));
		assert.ok(new Set(delays).size > 1);
		assert.equal(latencyOf(operation, 3, 0), 0);
	}
});
