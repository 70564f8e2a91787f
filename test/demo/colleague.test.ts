import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {contested} from '../../source/demo/seed-credentials.ts';
import {quillfeather} from '../../source/demo/seed-organizations.ts';
import {Secret} from '../../source/domain/secret.ts';
import {connect} from '../../source/management-api/client.ts';
import {readBefore} from '../../source/operations/read-before.ts';
import {saveCredential} from '../../source/operations/save-credential.ts';
import {credentialsPath, preparationPath, startAsking, teamIn} from './ask.ts';

const {teamId, environment, region, provider, clientId, changedClientId} = contested;
const start = Date.UTC(2026, 7, 20);
const path = credentialsPath(environment, region);

type Page = {
	readonly credentials: readonly {
		readonly team_id: string;
		readonly source: string;
		readonly client_id: string;
		readonly updated_at: string;
	}[];
};

async function startWorking(t: TestContext) {
	const {ask, demo} = await startAsking(t, {now: () => start});
	return {
		ask,
		demo,
		async read(query = `?team_id=${teamId}`) {
			const {credentials} = (await ask('GET', `${path}${query}`)).json as Page;
			return credentials.find(row => row.team_id === teamId && row.source === provider);
		},
		async prepare(body: {team_id: string; provider: string} = {team_id: teamId, provider}) {
			assert.equal((await ask('POST', preparationPath(environment, region), body)).status, 200);
		},
	};
}

test('the contested credential is where its description says', async t => {
	const {demo, read} = await startWorking(t);
	const team = demo.teams.find(({id}) => id === teamId);
	assert.equal(team?.name, contested.teamName);
	assert.equal(team?.region, region);
	assert.equal((await read())?.client_id, clientId);
	assert.match(contested.what, /^[A-Z].*\.$/);
});

test('it changes between the review of the wizard and its write, and then never again', async t => {
	const {read, prepare} = await startWorking(t);
	assert.equal((await read())?.client_id, clientId, 'the list of providers');
	await prepare();
	const reviewed = await read();
	assert.equal(reviewed?.client_id, clientId, 'review');
	const changed = await read();
	assert.equal(changed?.client_id, changedClientId, 'the look before the write');
	assert.equal(changed?.updated_at, '2026-08-20T00:00:00.000Z');
	await prepare();
	for (const again of [await read(), await read(), await read()]) assert.deepEqual(again, changed);
});

test('without a preparation it never changes, and a new preparation begins anew', async t => {
	const {read, prepare} = await startWorking(t);
	for (let count = 0; count < 5; count += 1) assert.equal((await read())?.client_id, clientId);
	await prepare();
	await read();
	await prepare();
	assert.equal((await read())?.client_id, clientId);
	assert.equal((await read())?.client_id, changedClientId);
});

test('reads and preparations of others do not count, and neither do later pages', async t => {
	const {ask, demo, read, prepare} = await startWorking(t);
	const other = teamIn(demo, region).id;
	await prepare({team_id: other, provider});
	await prepare({team_id: teamId, provider: 'fitbit'});
	await read();
	await read();
	await prepare();
	await read(`?team_id=${other}`);
	await ask('GET', credentialsPath('production', region));
	await ask('GET', `${path}?next_cursor=${Buffer.from('after:25').toString('base64url')}`);
	assert.equal((await read(''))?.client_id, clientId);
	assert.equal((await read(''))?.client_id, changedClientId);
});

test('what was saved or deleted meanwhile is left alone', async t => {
	const saving = await startWorking(t);
	await saving.prepare();
	await saving.read();
	const body = {team_id: teamId, provider, client_id: 'mine', client_secret: 'canary'};
	await saving.ask('POST', path, body);
	assert.equal((await saving.read())?.client_id, 'mine');
	assert.equal((await saving.read())?.client_id, 'mine');

	const deleting = await startWorking(t);
	await deleting.prepare();
	await deleting.read();
	const id = deleting.demo.stored().find(row => row.teamId === teamId)?.id;
	await deleting.ask('DELETE', `${path}?credential_id=${id}`);
	assert.equal(await deleting.read(), undefined);
});

test('a save that was reviewed is stopped by the change, shown, and goes through the next time', async t => {
	const {demo} = await startWorking(t);
	const {signal} = new AbortController();
	const connection = {
		generation: 'junction' as const,
		url: demo.url,
		organizationId: quillfeather.id,
		key: new Secret(quillfeather.key),
	};
	const api = connect(connection, {userAgent: 'byoo/test'});
	const credential = {
		teamId,
		provider,
		values: {
			client_id: '777',
			client_secret: new Secret('mine'),
			details: null,
			redirect_url_override: null,
		},
	};
	const place = {environment, region};
	const options = {signal, onProgress: () => undefined, wait: async () => undefined};
	await api.credentials(place, teamId, {signal});
	await api.prepare(place, {teamId, provider}, {signal});
	const before = await readBefore(api, place, teamId, provider, {signal});
	const stopped = await saveCredential(api, place, credential, {...options, before});
	assert.ok(stopped.kind === 'changed' && stopped.before.ok);
	assert.equal(stopped.before.value?.values.client_id, changedClientId);
	const saved = await saveCredential(api, place, credential, {...options, before: stopped.before});
	assert.ok(saved.kind === 'confirmed');
	assert.equal(saved.action, 'updated');
});
