import assert from 'node:assert/strict';
import test from 'node:test';
import {provocations} from '../../source/demo/provocations.ts';
import {haldenMoss, quillfeather} from '../../source/demo/seed-organizations.ts';
import type {Demo} from '../../source/demo/server.ts';
import {
	type Asking,
	credentialsPath,
	organizationPath,
	preparationPath,
	refusedIn,
	secret,
	startAsking,
	teamIn,
} from './ask.ts';

const path = credentialsPath('sandbox', 'us');
const override = 'https://connect.example.com/callback';

const save = ({ask, demo}: Asking, clientId: string, number = 4) =>
	ask('POST', path, {
		team_id: teamIn(demo, 'us', number).id,
		provider: 'oura',
		client_id: clientId,
		client_secret: secret,
		redirect_url_override: override,
	});

const isStored = (demo: Demo, clientId: string) =>
	demo.stored().some(row => row.values.client_id === clientId);

/** The status of every answer to a save that is sent three times, and whether it was stored after the first. */
async function seen(asking: Asking, clientId: string) {
	const first = await save(asking, clientId);
	const isStoredAtOnce = isStored(asking.demo, clientId);
	const later = [await save(asking, clientId), await save(asking, clientId)];
	return {statuses: [first, ...later].map(({status}) => status), isStoredAtOnce, first};
}

const refusals = [
	['demo-422', [422, 422, 422], false],
	['demo-401', [401, 200, 200], false],
	['demo-429', [429, 200, 200], false],
	['demo-429-forever', [429, 429, 429], false],
	['demo-503', [503, 200, 200], false],
	['demo-503-forever', [503, 503, 503], false],
	['demo-500', [500, 500, 500], false],
	['demo-500-stored', [500, 500, 500], true],
	['demo-302', [302, 302, 302], false],
	['demo-undeletable', [200, 200, 200], true],
	['demo-unlisted', [200, 200, 200], true],
	['demo-delete-timeout', [200, 200, 200], true],
	['demo-delete-drop', [200, 200, 200], true],
] as const;

for (const [clientId, statuses, isStoredAtOnce] of refusals) {
	test(`${clientId} answers ${statuses.join(', ')}`, async t => {
		const asking = await startAsking(t);
		const result = await seen(asking, clientId);
		assert.deepEqual(result.statuses, statuses);
		assert.equal(result.isStoredAtOnce, isStoredAtOnce);
		assert.equal(isStored(asking.demo, clientId), isStoredAtOnce || statuses[2] === 200);
		assert.ok(!result.first.text.includes('canary'));
	});
}

test('demo-422 names the client ID', async t => {
	const answered = await save(await startAsking(t), 'demo-422');
	const [issue, ...others] = refusedIn(answered);
	assert.deepEqual(issue?.loc, ['body', 'client_id']);
	assert.equal(issue?.input, 'demo-422');
	assert.deepEqual(others, []);
});

test('demo-429 names a delay in seconds', async t => {
	const asking = await startAsking(t);
	assert.equal((await save(asking, 'demo-429')).headers.get('retry-after'), '2');
	assert.equal((await save(asking, 'demo-429-forever')).headers.get('retry-after'), '1');
});

test('what happens once happens once for each team', async t => {
	const asking = await startAsking(t);
	assert.equal((await save(asking, 'demo-503', 4)).status, 503);
	assert.equal((await save(asking, 'demo-503', 5)).status, 503);
	assert.equal((await save(asking, 'demo-503', 4)).status, 200);
});

test('demo-302 points to another origin that does not exist', async t => {
	const answered = await save(await startAsking(t), 'demo-302');
	assert.match(answered.headers.get('location') ?? '', /^https:\/\/[^/]+\.invalid\//);
});

test('demo-drop breaks the connection once and stores nothing, then saves', async t => {
	const asking = await startAsking(t);
	await assert.rejects(save(asking, 'demo-drop'), TypeError);
	assert.ok(!isStored(asking.demo, 'demo-drop'));
	assert.equal((await save(asking, 'demo-drop')).status, 200);
	assert.ok(isStored(asking.demo, 'demo-drop'));
});

test('demo-drop-stored stores and breaks the connection', async t => {
	const asking = await startAsking(t);
	await assert.rejects(save(asking, 'demo-drop-stored'), TypeError);
	assert.ok(isStored(asking.demo, 'demo-drop-stored'));
});

test('demo-cut stores and breaks off in the middle of the answer', async t => {
	const asking = await startAsking(t);
	await assert.rejects(save(asking, 'demo-cut'), TypeError);
	assert.ok(isStored(asking.demo, 'demo-cut'));
});

test('demo-garbage stores and answers a page', async t => {
	const asking = await startAsking(t);
	const answered = await save(asking, 'demo-garbage');
	assert.equal(answered.status, 200);
	assert.match(answered.headers.get('content-type') ?? '', /^text\/html/);
	assert.match(answered.text, /^<!doctype html>/);
	assert.ok(isStored(asking.demo, 'demo-garbage'));
});

test('demo-differs stores another override than was sent', async t => {
	const asking = await startAsking(t);
	const answered = await save(asking, 'demo-differs');
	const {redirect_url_override: answeredOverride} = answered.json as {redirect_url_override: string};
	assert.equal(answered.status, 200);
	assert.notEqual(answeredOverride, override);
	const stored = asking.demo.stored().find(({values}) => values.client_id === 'demo-differs');
	assert.equal(stored?.values.redirect_url_override, answeredOverride);
});

for (const clientId of ['demo-timeout', 'demo-timeout-stored']) {
	test(`${clientId} is never answered, and closing ends it`, async t => {
		const asking = await startAsking(t);
		const answer = assert.rejects(save(asking, clientId), TypeError);
		// Asking until the server has seen the save is all that tells that it waits.
		while (!asking.demo.requests().some(({method}) => method === 'POST')) await asking.ask('GET', path);
		while (clientId.endsWith('stored') && !isStored(asking.demo, clientId)) await asking.ask('GET', path);
		await asking.demo.close();
		await answer;
		assert.equal(isStored(asking.demo, clientId), clientId.endsWith('stored'));
	});
}

test('demo-unlisted is stored, but no read shows it', async t => {
	const asking = await startAsking(t);
	const {id} = (await save(asking, 'demo-unlisted')).json as {id: string};
	for (const query of ['', `?team_id=${teamIn(asking.demo, 'us', 4).id}`, '?provider=oura']) {
		assert.ok(!(await asking.ask('GET', `${path}${query}`)).text.includes(id), query);
	}
	assert.ok(asking.demo.stored().some(row => row.id === id));
});

test('demo-delete-timeout is never answered when it is deleted, and nothing is', async t => {
	const asking = await startAsking(t);
	const {id} = (await save(asking, 'demo-delete-timeout')).json as {id: string};
	const {id: other} = (await save(asking, 'mine', 5)).json as {id: string};
	const answer = assert.rejects(
		asking.ask('DELETE', `${path}?credential_id=${other}&credential_id=${id}`),
		TypeError,
	);
	while (!asking.demo.requests().some(({method}) => method === 'DELETE')) await asking.ask('GET', path);
	await asking.demo.close();
	await answer;
	assert.ok(isStored(asking.demo, 'demo-delete-timeout') && isStored(asking.demo, 'mine'));
});

test('demo-delete-drop is gone when it is deleted, but the connection breaks', async t => {
	const asking = await startAsking(t);
	const {id} = (await save(asking, 'demo-delete-drop')).json as {id: string};
	await assert.rejects(asking.ask('DELETE', `${path}?credential_id=${id}`), TypeError);
	assert.ok(!isStored(asking.demo, 'demo-delete-drop'));
	const again = await asking.ask('DELETE', `${path}?credential_id=${id}`);
	assert.deepEqual(again.json, {success: [], failure: [], not_found: [id]});
});

test('mg_demo_saves_only saves, and finds nothing else', async t => {
	const {ask, demo} = await startAsking(t);
	const headers = {'x-management-key': 'mg_demo_saves_only'};
	const team_id = teamIn(demo, 'us', 4).id;
	const body = {team_id, provider: 'oura', client_id: 'mine', client_secret: secret};
	assert.equal((await ask('POST', path, body, headers)).status, 200);
	assert.ok(isStored(demo, 'mine'));
	const others = [
		['GET', organizationPath],
		['GET', `${organizationPath}/team`],
		['GET', path],
		['DELETE', `${path}?credential_id=${team_id}`],
		['POST', preparationPath('sandbox', 'us')],
	] as const;
	for (const [method, other] of others) {
		assert.equal((await ask(method, other, undefined, headers)).status, 404, `${method} ${other}`);
	}
	const elsewhere = path.replace(quillfeather.id, haldenMoss.id);
	assert.equal((await ask('POST', elsewhere, body, headers)).status, 403);
});

test('a provocation does nothing where the body is refused anyway', async t => {
	const {ask} = await startAsking(t);
	const answered = await ask('POST', path, {provider: 'oura', client_id: 'demo-timeout'});
	assert.equal(answered.status, 422);
});

test('every provocation is described, once', () => {
	assert.ok(provocations.every(({what}) => /^[A-Z].*\.$/.test(what)));
	assert.equal(new Set(provocations.map(({input}) => input)).size, provocations.length);
	for (const {input, where} of provocations) {
		assert.match(input, where === 'key' ? /^mg_demo_/ : /^demo-/);
	}
});
