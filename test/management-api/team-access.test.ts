import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import {liveSecrets} from '../../source/domain/live-secrets.ts';
import {connect} from '../../source/management-api/client.ts';
import {connectionTo, teamId} from '../support/credentials.ts';
import {type Script, startScriptedServer} from '../support/scripted-server.ts';

const {signal} = new AbortController();
const now = Date.parse('2026-11-26T12:00:00Z');

async function asking(t: TestContext, script: Script) {
	const server = await startScriptedServer(t, script);
	const secrets = liveSecrets();
	const api = connect(connectionTo(server.url), {
		userAgent: 'test',
		secrets,
		wait: async () => undefined,
		now: () => now,
	});
	return {server, secrets, api};
}

suite('a token of a team', () => {
	test('is asked for its environment, and known to the run', async t => {
		const {server, secrets, api} = await asking(t, () => ({
			status: 200,
			json: {access_token: 'canary-team-token-1', expires_in: 300},
		}));
		const token = await api.teamToken(teamId, 'production', {signal});
		assert.ok(token.ok && token.value.secret.is('canary-team-token-1'));
		assert.equal(token.value.endsAt, now + 300_000);
		assert.match(server.requests[0]?.path ?? '', new RegExp(`/team/${teamId}/create_api_access_token$`));
		assert.deepEqual(JSON.parse(server.requests[0]?.body ?? ''), {env: 'production'});
		assert.ok(!secrets.hideParts('It is canary-team-token-1').includes('canary'));
	});

	test('is asked for by its other name only where the first is not there', async t => {
		const {server, api} = await asking(t, ({path}) =>
			path.endsWith('api_access_token')
				? {status: 404, json: {detail: 'Not Found'}}
				: {status: 200, json: {access_token: 'canary-team-token-2'}},
		);
		const token = await api.teamToken(teamId, 'sandbox', {signal});
		assert.ok(token.ok);
		assert.equal(token.value.endsAt, now + 60_000, 'a short life where none is told');
		assert.equal(server.requests.length, 2);
		const refused = await asking(t, () => ({status: 403, json: {detail: 'No'}}));
		const answer = await refused.api.teamToken(teamId, 'sandbox', {signal});
		assert.ok(!answer.ok && answer.problem.kind === 'reauthenticate');
		assert.equal(refused.server.requests.length, 1);
	});

	test('that no header can carry is none', async t => {
		const {api} = await asking(t, () => ({status: 200, json: {access_token: 'a\nb', expires_in: 1}}));
		const token = await api.teamToken(teamId, 'sandbox', {signal});
		assert.ok(!token.ok && !JSON.stringify(token).includes('a\\nb'));
	});
});

suite('the scopes that a team requires', () => {
	const requirement = (changes: object = {}) => ({
		team_id: teamId.toUpperCase(),
		provider: 'strava',
		user_must_grant: ['activity:read_all', '', 'bad\u0000one'],
		user_may_grant: ['profile:read_all'],
		...changes,
	});

	test('are those of the provider', async t => {
		const {server, api} = await asking(t, () => ({
			status: 200,
			json: {requirements: [requirement({provider: 'oura'}), 'odd', requirement()]},
		}));
		const asked = await api.scopeRequirements(teamId, 'strava', {signal});
		assert.deepEqual(asked, {
			ok: true,
			value: {must: ['activity:read_all'], may: ['profile:read_all']},
		});
		assert.equal(server.requests[0]?.query.get('provider'), 'strava');
	});

	test('are none where the answer has none of it', async t => {
		const {api} = await asking(t, () => ({
			status: 200,
			json: {requirements: [requirement({team_id: 'other'})]},
		}));
		assert.deepEqual(await api.scopeRequirements(teamId, 'strava', {signal}), {ok: true, value: undefined});
	});

	test('are not known where the answer is none', async t => {
		const {api} = await asking(t, () => ({status: 200, json: []}));
		assert.equal((await api.scopeRequirements(teamId, 'strava', {signal})).ok, false);
	});
});
