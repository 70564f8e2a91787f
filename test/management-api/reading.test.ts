import assert from 'node:assert/strict';
import {test} from 'node:test';
import {liveSecrets} from '../../source/domain/live-secrets.ts';
import {Secret} from '../../source/domain/secret.ts';
import {connect} from '../../source/management-api/client.ts';
import {connectionTo, keyText, listed, organizationId, place, row, teamId} from '../support/credentials.ts';
import {inOrder, type Scripted, startScriptedServer} from '../support/scripted-server.ts';
import {onUsualDays, whereThereIsTime} from '../support/thorough.ts';

const {signal} = new AbortController();
const userAgent = 'byoo/test';
const team = (id: string, region: string) => ({id, name: `Team ${id}`, created_on: '2026-01-01', region});
const teamPage = (teams: readonly unknown[], next?: string): Scripted => ({
	status: 200,
	json: {teams, next_cursor: next ?? null},
});

for (const [generation, header] of [
	['vital', 'x-vital-org-key'],
	['junction', 'x-management-key'],
] as const) {
	test(`the ${generation} API is asked with its own key header`, async t => {
		const server = await startScriptedServer(t, () => ({
			status: 200,
			json: {id: organizationId, name: 'Acme', expires_at: null, plan: 'galactic'},
		}));
		const api = connect(connectionTo(server.url, generation), {userAgent});
		assert.deepEqual(await api.organization({signal}), {
			ok: true,
			value: {id: organizationId, name: 'Acme', expiresAt: null},
		});
		const [request] = server.requests;
		assert.equal(request?.path, `/v1/org/${organizationId}`);
		assert.equal(request?.headers[header], keyText);
		assert.equal(request?.headers['user-agent'], userAgent);
		const keyHeaders = ['x-vital-org-key', 'x-management-key', 'authorization'];
		assert.equal(keyHeaders.filter(name => request?.headers[name] !== undefined).length, 1);
	});
}

test('all pages of teams are read, the region asked for and applied', async t => {
	const server = await startScriptedServer(
		t,
		inOrder({GET: [teamPage([team('a', 'us'), team('b', 'eu')], 'n 1/+'), teamPage([team('c', 'us')])]}),
	);
	const api = connect(connectionTo(server.url), {userAgent});
	const result = await api.teams({region: 'us'}, {signal});
	assert.ok(result.ok);
	assert.deepEqual(
		result.value.rows.map(({id}) => id),
		['a', 'c'],
	);
	assert.equal(result.value.warning, undefined);
	assert.deepEqual(
		server.requests.map(({query}) => [query.getAll('region'), query.get('next_cursor')]),
		[
			[['us'], null],
			[['us'], 'n 1/+'],
		],
	);
});

test('what rows are compared by loses nothing to a short secret that it has a part of', async t => {
	const server = await startScriptedServer(t, ({path}) =>
		path.includes('team_custom_credentials') ? listed(row()) : teamPage([team(teamId, 'us')]),
	);
	const secrets = liveSecrets(['0', 'b', 'hash-1', 'strava'].map(text => new Secret(text)));
	const api = connect(connectionTo(server.url), {userAgent, secrets});
	const teams = await api.teams({}, {signal});
	const stored = await api.credentials(place, undefined, {signal});
	assert.ok(teams.ok && stored.ok);
	assert.equal(teams.value.rows[0]?.id, teamId);
	const [{teamId: id, provider, clientSecretHash} = assert.fail()] = stored.value.rows;
	assert.deepEqual([id, provider, clientSecretHash], [teamId, 'strava', 'hash-1']);
});

test('one team can be asked for by its ID, in any case, even of an API that gives all', async t => {
	const server = await startScriptedServer(t, () => teamPage([team('a1', 'us'), team('b2', 'eu')]));
	const result = await connect(connectionTo(server.url), {userAgent}).teams({teamId: 'B2'}, {signal});
	assert.ok(result.ok);
	assert.deepEqual(
		result.value.rows.map(({id}) => id),
		['b2'],
	);
	assert.deepEqual([...(server.requests[0]?.query ?? [])], [['team_id', 'B2']]);
});

test('unknown regions, missing fields and unreadable rows never fail a list', async t => {
	const server = await startScriptedServer(t, () =>
		teamPage([{id: 'a'}, {id: 'b', region: 'mars', name: 7}, {name: 'no id'}, null, 'x']),
	);
	const result = await connect(connectionTo(server.url), {userAgent}).teams({}, {signal});
	assert.ok(result.ok);
	assert.deepEqual(result.value.rows, [{id: 'a'}, {id: 'b', region: 'mars'}]);
	assert.match(result.value.warning ?? '', /^3 entries of the list could not be read/);
});

test('a cursor that repeats ends the list with a warning', async t => {
	const server = await startScriptedServer(t, (_, index) => teamPage([team(`${index}`, 'us')], 'again'));
	const result = await connect(connectionTo(server.url), {userAgent}).teams({}, {signal});
	assert.ok(result.ok);
	assert.equal(result.value.rows.length, 2);
	assert.match(result.value.warning ?? '', /repeated a page/);
});

whereThereIsTime('1,000 pages end the list with a warning', async t => {
	const server = await startScriptedServer(t, (_, index) => teamPage([team(`${index}`, 'us')], `${index}`));
	const result = await connect(connectionTo(server.url), {userAgent}).teams({}, {signal});
	assert.ok(result.ok);
	assert.equal(server.requests.length, 1000);
	assert.equal(result.value.rows.length, 1000);
	assert.match(result.value.warning ?? '', /first 1,000 pages/);
});

test('a row that a later page repeats counts once, unless it has changed', async t => {
	const server = await startScriptedServer(
		t,
		inOrder({
			GET: [
				{
					status: 200,
					json: {credentials: [row({id: 'c1'}), row({id: 'c2', client_id: '1'})], next_cursor: 'n'},
				},
				{
					status: 200,
					json: {credentials: [row({id: 'c1'}), row({id: 'c2', client_id: '2'})], next_cursor: null},
				},
			],
		}),
	);
	const result = await connect(connectionTo(server.url), {userAgent}).credentials(place, teamId, {signal});
	assert.ok(result.ok);
	assert.deepEqual(
		result.value.rows.map(({id, values}) => [id, values.client_id]),
		[
			['c1', result.value.rows[0]?.values.client_id],
			['c2', '1'],
			['c2', '2'],
		],
	);
});

test('the rows of a page are told as they come, but for the last ones, and each once', async t => {
	const pages = [
		teamPage([team('a', 'us'), team('b', 'eu'), team('c', 'us')], 'n1'),
		teamPage([team('c', 'us'), team('d', 'us')], 'n2'),
		teamPage([team('a', 'us')], 'n3'),
		teamPage([team('e', 'us')]),
	];
	const server = await startScriptedServer(t, inOrder({GET: pages}));
	const told: unknown[] = [];
	const onPage = (rows: readonly {id: string}[]) => {
		told.push([server.requests.length, rows.map(({id}) => id)]);
	};
	const result = await connect(connectionTo(server.url), {userAgent}).teams({region: 'us'}, {signal, onPage});
	assert.ok(result.ok);
	assert.deepEqual(told, [
		[1, ['a', 'c']],
		[2, ['d']],
		[3, []],
	]);
	assert.deepEqual(
		result.value.rows.map(({id}) => id),
		['a', 'c', 'd', 'e'],
	);
});

test('a later page that fails leaves what was read, with a warning; a refused key does not', async t => {
	const script = (status: number) =>
		inOrder({GET: [teamPage([team('a', 'us')], 'n'), {status, json: {detail: 'no'}}]});
	const partial = await startScriptedServer(t, script(500));
	const result = await connect(connectionTo(partial.url), {userAgent}).teams({}, {signal});
	assert.ok(result.ok);
	assert.equal(result.value.rows.length, 1);
	assert.match(result.value.warning ?? '', /A later page could not be read.*500/);
	const refused = await startScriptedServer(t, script(401));
	const problem = await connect(connectionTo(refused.url), {userAgent}).teams({}, {signal});
	assert.ok(!problem.ok && problem.problem.kind === 'reauthenticate');
});

test('stored credentials are read loosely and their details kept whole', async t => {
	const details = {fitbit: {is_hr_enabled: true, new_flag: [1, {deep: null}]}, more: ''};
	const server = await startScriptedServer(t, () =>
		listed(
			row({source: 'a_new_provider', details, extra: {}}),
			{id: 'c2', team_id: teamId.toUpperCase(), source: 'oura'},
			row({team_id: 'another team'}),
		),
	);
	const result = await connect(connectionTo(server.url), {userAgent}).credentials(place, teamId, {signal});
	assert.ok(result.ok);
	const [first, second, third] = result.value.rows;
	assert.equal(first?.provider, 'a_new_provider');
	assert.deepEqual(first?.values.details, details);
	assert.equal(second?.updatedAt, '');
	assert.equal(second?.values.client_id, null);
	assert.equal(third, undefined);
	assert.equal(server.requests[0]?.path, `/v1/org/${organizationId}/team_custom_credentials/sandbox/us`);
	assert.deepEqual([...(server.requests[0]?.query ?? [])], [['team_id', teamId]]);
});

test('a provider that the server spells in another case is the same one', async t => {
	const server = await startScriptedServer(t, () =>
		listed(row({source: 'STRAVA'}), row({source: 'A_New_Provider'})),
	);
	const result = await connect(connectionTo(server.url), {userAgent}).credentials(place, teamId, {signal});
	assert.ok(result.ok);
	assert.deepEqual(
		result.value.rows.map(({provider}) => provider),
		['strava', 'A_New_Provider'],
	);
});

test('those of all teams are read page by page, with no team in the query', async t => {
	const pageOf = (id: string, team: string, next: string | null): Scripted => ({
		status: 200,
		json: {credentials: [row({id, team_id: team})], next_cursor: next},
	});
	const server = await startScriptedServer(
		t,
		inOrder({GET: [pageOf('c1', teamId, 'n'), pageOf('c2', 'another team', null)]}),
	);
	const told: string[][] = [];
	const api = connect(connectionTo(server.url), {userAgent});
	const onPage = (rows: readonly {id: string}[]) => void told.push(rows.map(({id}) => id));
	const result = await api.credentials(place, undefined, {signal, onPage});
	assert.ok(result.ok);
	assert.deepEqual(
		result.value.rows.map(({id, teamId: team}) => [id, team]),
		[
			['c1', teamId],
			['c2', 'another team'],
		],
	);
	assert.deepEqual(told, [['c1']]);
	assert.deepEqual(
		server.requests.map(({rawQuery}) => rawQuery),
		['', 'next_cursor=n'],
	);
});

test('details that nest without end are one unreadable row', async t => {
	const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
	const server = await startScriptedServer(t, () => ({
		status: 200,
		text: `{"credentials":[{"id":"c","team_id":"${teamId}","source":"oura","details":${deep}}]}`,
	}));
	const result = await connect(connectionTo(server.url), {userAgent}).credentials(place, teamId, {signal});
	assert.ok(result.ok);
	assert.match(result.value.warning ?? '', /^1 entry /);
});

test('an overloaded server is asked again, as it wishes, visibly, three times at most', async t => {
	const busy = (after?: string): Scripted => ({
		status: 503,
		...(after && {headers: {'retry-after': after, date: 'Thu, 01 Jan 2026 00:00:00 GMT'}}),
	});
	const waits: number[] = [];
	const told: number[] = [];
	const options = {
		userAgent,
		async wait(seconds: number) {
			waits.push(seconds);
		},
	};
	const recovering = await startScriptedServer(
		t,
		inOrder({GET: [busy('Thu, 01 Jan 2026 00:00:07 GMT'), 'reset', teamPage([])]}),
	);
	const onWaiting = ({attempt, seconds}: {attempt: number; seconds: number}) => {
		told.push(attempt, seconds);
	};
	assert.ok((await connect(connectionTo(recovering.url), options).teams({}, {signal, onWaiting})).ok);
	assert.deepEqual(waits, [7, 2]);
	assert.deepEqual(told, [2, 7, 3, 2]);

	waits.length = 0;
	const lasting = await startScriptedServer(t, () => ({status: 429, headers: {'retry-after': '3600'}}));
	const result = await connect(connectionTo(lasting.url), options).teams({}, {signal});
	assert.ok(!result.ok && result.problem.kind === 'retry');
	assert.equal(result.problem.delaySeconds, 3600);
	assert.deepEqual(waits, [30, 30]);
	assert.equal(lasting.requests.length, 3);
});

test('a list that never ends is a problem, by its rows or by its size, and not a memory without bounds', async t => {
	const long = 'x'.repeat(3_900_000);
	const many = Array.from({length: 9000}, (_, index) => index);
	const lists = [
		[(index: number) => [{...team(`a${index}`, 'us'), more: long}], 18],
		[(index: number) => many.map(row => team(`${index}-${row}`, 'us')), 13],
	] as const;
	for (const [pageOf, atMost] of onUsualDays(1, lists)) {
		const server = await startScriptedServer(t, (_, index) => teamPage(pageOf(index), `cursor ${index}`));
		const result = await connect(connectionTo(server.url), {userAgent}).teams({}, {signal});
		assert.ok(!result.ok);
		assert.match(result.problem.message, /list of teams goes on beyond 100,000 rows or 64 MB/);
		assert.ok(server.requests.length <= atMost, `${server.requests.length} pages`);
	}
});
