import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import test from 'node:test';
import {haldenMoss} from '../../source/demo/seed-organizations.ts';
import {credentialsPath, refusedIn, secret, startAsking, teamIn} from './ask.ts';

type Row = {
	readonly id: string;
	readonly source: string;
	readonly team_id: string;
	readonly created_at: string;
	readonly updated_at: string;
	readonly client_secret_hash: string | null;
};
type Page = {readonly credentials: readonly Row[]; readonly next_cursor: string | null};

const start = Date.UTC(2026, 7, 20);
const path = credentialsPath('sandbox', 'us');

test('what is stored at the start is days old and has the promised providers', async t => {
	const {demo} = await startAsking(t, {now: () => start});
	const rows = demo.stored();
	assert.deepEqual(
		new Set(rows.map(({provider}) => provider)),
		new Set(['strava', 'google_health', 'polar', 'fitbit', 'whoop_v2']),
	);
	assert.equal(rows.find(({provider}) => provider === 'strava')?.updatedAt, '2026-08-17T00:00:00.000Z');
	assert.match(
		String(rows.find(({provider}) => provider === 'google_health')?.values.redirect_url_override),
		/^https:/,
	);
});

test('a new credential is stored and answered without its secret', async t => {
	const {ask, demo} = await startAsking(t, {now: () => start});
	const team = teamIn(demo, 'us', 4);
	const body = {team_id: team.id, provider: 'oura', client_id: 'mine', client_secret: secret};
	const answered = await ask('POST', path, body);
	assert.equal(answered.status, 200);
	const {id, ...rest} = answered.json as Row;
	assert.match(id, /^[0-9a-f-]{36}$/);
	assert.deepEqual(rest, {
		client_id: 'mine',
		client_secret_hash: createHash('sha256').update(secret).digest('hex').slice(0, 16),
		source: 'oura',
		team_id: team.id,
		created_at: '2026-08-20T00:00:00.000Z',
		updated_at: '2026-08-20T00:00:00.000Z',
		details: null,
		app_url: null,
		redirect_url_override: null,
	});
	const listed = (await ask('GET', `${path}?team_id=${team.id}`)).json;
	assert.deepEqual(listed, {credentials: [answered.json], next_cursor: null});
});

test('saving again keeps the ID and the creation time, and everything else is new', async t => {
	const {ask, demo} = await startAsking(t, {now: () => start});
	const body = {team_id: teamIn(demo, 'us').id, provider: 'strava', client_id: '1'};
	const before = demo.stored().find(({provider}) => provider === 'strava');
	const first = (await ask('POST', path, {...body, client_secret: 'one'})).json as Row;
	const second = (await ask('POST', path, {...body, client_secret: 'two'})).json as Row;
	assert.equal(first.id, before?.id);
	assert.equal(second.created_at, before?.createdAt);
	assert.ok(second.updated_at > first.updated_at);
	assert.notEqual(second.client_secret_hash, first.client_secret_hash);
});

test('what is left out of an update is erased', async t => {
	const {ask, demo} = await startAsking(t);
	const team = teamIn(demo, 'us');
	const body = {team_id: team.id, provider: 'google_health', client_id: '1', client_secret: secret};
	await ask('POST', credentialsPath('production', 'us'), body);
	const stored = demo.stored().find(({provider}) => provider === 'google_health');
	assert.equal(stored?.values.details, null);
	assert.equal(stored?.values.redirect_url_override, null);
});

test('an environment does not see what another stores', async t => {
	const {ask, demo} = await startAsking(t);
	const team = teamIn(demo, 'us', 4);
	await ask('POST', path, {team_id: team.id, provider: 'oura', client_id: 'mine', client_secret: secret});
	const listed = await ask('GET', `${credentialsPath('production', 'us')}?team_id=${team.id}`);
	assert.deepEqual(listed.json, {credentials: [], next_cursor: null});
});

test('secret details are masked wherever they are shown, and other details are kept', async t => {
	const {ask, demo} = await startAsking(t);
	const team = teamIn(demo, 'us', 4);
	const bodies = [
		{provider: 'polar', details: {webhook_secret: secret}},
		{
			provider: 'fitbit',
			details: {
				fitbit: {
					workout_verify_token: secret,
					sleep_verify_token: secret,
					body_verify_token: secret,
					foods_verify_token: null,
					is_hr_enabled: true,
				},
			},
		},
		{provider: 'oura', details: {region: 'x', nested: [{api_key: secret}]}},
	];
	for (const {provider, details} of bodies) {
		const body = {team_id: team.id, provider, client_id: 'mine', client_secret: secret, details};
		const answered = await ask('POST', path, body);
		assert.equal(answered.status, 200, answered.text);
		const masked = JSON.parse(JSON.stringify(details).replaceAll(JSON.stringify(secret), '"****"'));
		assert.deepEqual((answered.json as {details: unknown}).details, masked);
	}
	const everything = (await ask('GET', path)).text + JSON.stringify(demo.stored());
	assert.ok(!everything.includes('canary'));
});

test('a redirect URL override is normalised', async t => {
	const {ask, demo} = await startAsking(t);
	const answered = await ask('POST', path, {
		team_id: teamIn(demo, 'us', 4).id,
		provider: 'oura',
		client_id: 'mine',
		client_secret: secret,
		redirect_url_override: 'https://Connect.Example.COM:443',
	});
	const {redirect_url_override} = answered.json as {redirect_url_override: string};
	assert.equal(redirect_url_override, 'https://connect.example.com/');
});

test('stored credentials are filtered by teams and by provider', async t => {
	const {ask, demo} = await startAsking(t);
	const teams = [teamIn(demo, 'us', 0), teamIn(demo, 'us', 1)];
	const sources = async (query: string) =>
		((await ask('GET', `${path}?${query}`)).json as Page).credentials.map(({source}) => source);
	assert.deepEqual(await sources(`team_id=${teams[0]?.id}`), ['strava']);
	assert.deepEqual(await sources(`team_id=${teams[0]?.id}&team_id=${teams[1]?.id}`), ['strava', 'polar']);
	assert.deepEqual(await sources('provider=polar'), ['polar']);
	assert.deepEqual(await sources('provider=oura'), []);
});

test('filters that cannot be are refused, map_my_fitness among them', async t => {
	const {ask} = await startAsking(t);
	const answered = await ask('GET', `${path}?team_id=1&provider=map_my_fitness`);
	assert.equal(answered.status, 422);
	assert.deepEqual(
		refusedIn(answered).map(({loc}) => loc),
		[
			['query', 'team_id', 0],
			['query', 'provider'],
		],
	);
	assert.equal((await ask('GET', `${path}?next_cursor=1`)).status, 422);
});

test('stored credentials come in pages', async t => {
	const {ask, demo} = await startAsking(t);
	for (let number = 0; number < 30; number += 1) {
		const team_id = teamIn(demo, 'us', number).id;
		await ask('POST', path, {team_id, provider: 'oura', client_id: 'mine', client_secret: secret});
	}
	const first = (await ask('GET', `${path}?provider=oura`)).json as Page;
	const next = `${path}?provider=oura&next_cursor=${first.next_cursor}`;
	const second = (await ask('GET', next)).json as Page;
	const ids = [...first.credentials, ...second.credentials].map(({id}) => id);
	assert.equal(first.credentials.length, 25);
	assert.equal(second.next_cursor, null);
	assert.equal(new Set(ids).size, 30);
});

test('deleting says what was deleted, what was not found, and what could not be', async t => {
	const {ask, demo} = await startAsking(t);
	const strava = demo.stored().find(({provider}) => provider === 'strava');
	const elsewhere = demo.stored().find(({provider}) => provider === 'fitbit');
	const kept = (
		await ask('POST', path, {
			team_id: teamIn(demo, 'us', 4).id,
			provider: 'oura',
			client_id: 'demo-undeletable',
			client_secret: secret,
		})
	).json as Row;
	const query = [strava?.id, elsewhere?.id, kept.id].map(id => `credential_id=${id}`).join('&');
	const answered = await ask('DELETE', `${path}?${query}`);
	assert.equal(answered.status, 200);
	assert.deepEqual(answered.json, {success: [strava?.id], failure: [kept.id], not_found: [elsewhere?.id]});
	const ids = demo.stored().map(({id}) => id);
	assert.ok(!ids.includes(strava?.id ?? '') && ids.includes(kept.id) && ids.includes(elsewhere?.id ?? ''));
	const again = await ask('DELETE', `${path}?credential_id=${strava?.id}`);
	assert.deepEqual(again.json, {success: [], failure: [], not_found: [strava?.id]});
});

test('deleting without an ID, or with one that is none, is refused', async t => {
	const {ask} = await startAsking(t);
	const none = await ask('DELETE', path);
	const bad = await ask('DELETE', `${path}?credential_id=1`);
	assert.deepEqual([none.status, refusedIn(none)[0]?.loc], [422, ['query', 'credential_id']]);
	assert.deepEqual([bad.status, refusedIn(bad)[0]?.loc], [422, ['query', 'credential_id', 0]]);
});

test('a deleted credential can be created anew, with another ID and no past', async t => {
	let time = start;
	const {ask, demo} = await startAsking(t, {now: () => time});
	const body = {
		team_id: teamIn(demo, 'us', 4).id,
		provider: 'oura',
		client_id: 'mine',
		client_secret: secret,
	};
	const first = (await ask('POST', path, body)).json as Row;
	time += 60_000;
	await ask('DELETE', `${path}?credential_id=${first.id.toUpperCase()}&credential_id=${first.id}`);
	const listed = (await ask('GET', `${path}?team_id=${body.team_id}`)).json as Page;
	assert.deepEqual(listed.credentials, []);
	const second = (await ask('POST', path, body)).json as Row;
	assert.notEqual(second.id, first.id);
	assert.equal(second.created_at, '2026-08-20T00:01:00.000Z');
	const again = (await ask('GET', `${path}?team_id=${body.team_id}`)).json as Page;
	assert.deepEqual(again.credentials, [second]);
});

test('deleting finds nothing in another environment, region or organization', async t => {
	const {ask, demo} = await startAsking(t);
	const strava = demo.stored().find(({provider}) => provider === 'strava')?.id;
	const foreign = demo.stored().find(({organizationId}) => organizationId === haldenMoss.id);
	const before = demo.stored();
	for (const [elsewhere, id] of [
		[credentialsPath('production', 'us'), strava],
		[credentialsPath('sandbox', 'eu'), strava],
		[credentialsPath('production', 'eu'), foreign?.id],
	]) {
		const answered = await ask('DELETE', `${elsewhere}?credential_id=${id}`);
		assert.deepEqual(answered.json, {success: [], failure: [], not_found: [id]});
	}
	assert.deepEqual(demo.stored(), before);
});

test('reading and deleting can be missing while saving works', async t => {
	const {ask, demo} = await startAsking(t, {reads: 'missing', removals: 'missing'});
	const team_id = teamIn(demo, 'us').id;
	const body = {team_id, provider: 'oura', client_id: 'mine', client_secret: secret};
	assert.equal((await ask('GET', path)).status, 404);
	assert.equal((await ask('DELETE', `${path}?credential_id=${team_id}`)).status, 404);
	assert.equal((await ask('POST', path, body)).status, 200);
});
