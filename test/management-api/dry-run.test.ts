import assert from 'node:assert/strict';
import {test} from 'node:test';
import {removalCall} from '../../source/domain/body/calls.ts';
import {mask, Secret} from '../../source/domain/secret.ts';
import {connect} from '../../source/management-api/client.ts';
import {type ShownRequest, shownRemoval, shownSave} from '../../source/output/dry-run.ts';
import {connectionTo, credential, detailSecretText, place, row, secretText} from '../support/credentials.ts';
import {type Recorded, startScriptedServer} from '../support/scripted-server.ts';
import {altered} from '../support/values.ts';

const {signal} = new AbortController();
const userAgent = 'byoo/test';

function assertSameTarget(shown: ShownRequest, sent: Recorded | undefined, url: string): void {
	assert.ok(sent);
	const query = sent.query.size > 0 ? `?${sent.query}` : '';
	assert.deepEqual([shown.method, shown.url], [sent.method, `${url}${sent.path}${query}`]);
	for (const name of shown.headers) assert.ok(sent.headers[name.toLowerCase()] !== undefined, name);
}

test('a dry run shows the save as it is sent, but for the secrets', async t => {
	const server = await startScriptedServer(t, () => ({status: 200, json: row()}));
	const details = {fitbit: {workout_verify_token: new Secret(detailSecretText), is_hr_enabled: true}};
	const sent = altered(credential, {provider: 'fitbit', details, redirect_url_override: 'https://a.example'});
	const connection = connectionTo(server.url);
	const shown = shownSave(connection, {place, credential: sent});
	await connect(connection, {userAgent}).upsert(place, sent, {signal});
	const [request] = server.requests;
	assertSameTarget(shown, request, server.url);
	const body = (request?.body ?? '').replace(secretText.replaceAll('"', '\\"'), mask);
	assert.equal(JSON.stringify(shown.body), body.replace(detailSecretText.replaceAll('\\', '\\\\'), mask));
});

test('a dry run shows the removal as it is sent, each ID once', async t => {
	const ids = ['c-1', 'C-1', 'c&2'];
	const server = await startScriptedServer(t, () => ({status: 200, json: {success: ids}}));
	const connection = connectionTo(server.url);
	await connect(connection, {userAgent}).remove(place, ids, {signal});
	assertSameTarget(shownRemoval(connection, place, ids), server.requests[0], server.url);
	assert.deepEqual(removalCall(place, ids).query.getAll('credential_id'), ['C-1', 'c&2']);
});
