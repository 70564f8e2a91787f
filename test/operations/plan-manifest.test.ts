import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Place} from '../../source/domain/credential.ts';
import type {FieldAnswers} from '../../source/domain/field-values.ts';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {failure, success} from '../../source/domain/problem.ts';
import {planManifest, type ResolvedRow} from '../../source/operations/plan-manifest.ts';
import {fakeApi, problem, secret} from '../support/fake-api.ts';
import {given, stored} from '../support/play.ts';
import {altered} from '../support/values.ts';

const {signal} = new AbortController();
const place: Place = {environment: 'sandbox', region: 'us'};
const [first, second] = ['0b6e8a1e-2222-4a4a-8a8a-00000000000a', '0b6e8a1e-2222-4a4a-8a8a-00000000000b'];
const teams = [
	{id: first, name: 'Runners', region: 'us'},
	{id: second, name: 'Walkers', region: 'us'},
	{id: 'e1', name: 'Walkers', region: 'eu'},
];
const complete: FieldAnswers = {'client-id': given('42'), 'client-secret': given(secret)};

let line = 1;
const row = (team: string, changes: Partial<ResolvedRow['row']> = {}): ResolvedRow => {
	line += 1;
	return {
		row: {
			at: {line, column: 5, path: `credentials[${line}]`},
			team,
			place,
			provider: 'strava',
			answers: {},
			secrets: [],
			...changes,
		},
		answers: changes.answers ?? complete,
	};
};

const plan = (rows: readonly ResolvedRow[], api = fakeApi({teams}).api) => planManifest(api, rows, {signal});

async function refused(rows: readonly ResolvedRow[], api?: ReturnType<typeof fakeApi>['api']) {
	const result = await plan(rows, api);
	assert.ok(result.kind === 'refused', JSON.stringify(result));
	return result.problems.map(({path, message}) => `${path.replace(/\d+/, 'N')}: ${message}`);
}

suite('the plan of a manifest', () => {
	test('finds each team by its name in the region of its row, and tells its name', async () => {
		const eu = row('walkers', {place: {environment: 'sandbox', region: 'eu'}});
		const result = await plan([row('Runners'), row(second.toUpperCase()), eu]);
		assert.ok(result.kind === 'planned');
		assert.deepEqual(
			result.rows.map(({credential, teamName, action}) => [credential.teamId, teamName, action]),
			[
				[first, 'Runners', 'create'],
				[second, 'Walkers', 'create'],
				['e1', 'Walkers', 'create'],
			],
		);
	});

	test('refuses a row for which several are stored, since nobody can tell which one a save replaces', async () => {
		const {api} = fakeApi({teams});
		const several = ['c1', 'c2'].map(id => ({...stored, id, teamId: first}));
		const listing = async () => success({rows: several});
		const [problem = '', ...more] = await refused([row('Runners')], {...api, credentials: listing});
		assert.match(problem, /^credentials\[N\]: 2 credentials are stored .* byoo delete --id\.$/);
		assert.deepEqual(more, []);
	});

	test('tells creates, updates and resends apart, and reads each place once', async () => {
		const api = fakeApi({teams});
		const credential = {
			teamId: first,
			provider: 'strava',
			values: {client_id: '42', client_secret: secret, details: null, redirect_url_override: null},
		};
		api.store(place, credential);
		api.store(place, altered(credential, {teamId: second, client_id: '7'}));
		const result = await plan([row('Runners'), row('Walkers'), row('Walkers', {provider: 'oura'})], api.api);
		assert.ok(result.kind === 'planned');
		assert.deepEqual(
			result.rows.map(({action}) => action),
			['resend', 'update', 'create'],
		);
		assert.equal(api.reads(), 1);
	});

	test('is a save where nothing can be read', async () => {
		const result = await plan([row('Runners')], fakeApi({teams, onRead: () => problem('unavailable')}).api);
		assert.ok(result.kind === 'planned');
		assert.equal(result.rows[0]?.action, 'save');
		assert.match(
			result.warnings[0]?.message ?? '',
			/^sandbox, us: It did not work\. What is left out of a row may be erased\.$/,
		);
	});

	test('goes without names where the teams cannot be listed, as long as all rows have IDs', async () => {
		const api = {...fakeApi().api, teams: async () => problem('unavailable')};
		assert.equal((await plan([row(first)], api)).kind, 'planned');
		assert.match(
			(await refused([row('Runners')], api))[0] ?? '',
			/^credentials\[N\]\.team: .*cannot be listed/,
		);
	});
});

suite('rows are refused, all at once and each at its place', () => {
	test('for a team that is not there, or not the only one of its name', async () => {
		const twins = fakeApi({
			teams: [...teams, {id: 'u3', name: 'runners', region: 'us', createdOn: '2026-01-02T03:04:05Z'}],
		}).api;
		const [missing, twice] = await refused([row('Nobody'), row('Runners')], twins);
		assert.match(missing ?? '', /^credentials\[N\]\.team: No team here has this name/);
		assert.match(
			twice ?? '',
			/^credentials\[N\]\.team: 2 teams have this name\. [^ ]+; u3, created 2026-01-02\. Give the ID/,
		);
	});

	test('for a team of another region', async () => {
		const eu = row(first, {place: {environment: 'sandbox', region: 'eu'}});
		assert.match((await refused([eu]))[0] ?? '', /This team lives in us, not in eu/);
	});

	test('for the same team and provider twice, by name and by ID', async () => {
		assert.match(
			(await refused([row('Runners'), row(first)]))[0] ?? '',
			/The same team and provider as the row in line \d+/,
		);
	});

	test('for the same team as a row that another shard has', async () => {
		const {row: other} = row('Runners');
		const result = await planManifest(fakeApi({teams}).api, [row(first)], {signal}, [other]);
		assert.ok(result.kind === 'refused');
		assert.match(result.problems[0]?.message ?? '', /The same team and provider as the row in line/);
	});

	test('for what a new credential needs', async () => {
		const problems = await refused([row('Runners', {answers: {'client-secret': given(secret)}})]);
		assert.deepEqual(problems, ['credentials[N].client_id: Client ID is needed.']);
	});
});

suite('nothing is planned', () => {
	for (const kind of ['reauthenticate', 'unreachable', 'retry', 'conflict'] as const) {
		test(`where reading ends with ${kind}`, async () => {
			for (const api of [
				{...fakeApi().api, teams: async () => problem(kind)},
				{...fakeApi({teams}).api, credentials: async () => problem(kind)},
			]) {
				const result = await plan([row('Runners')], api);
				assert.ok(result.kind === 'failed');
				assert.equal(result.problem.kind, kind);
			}
		});
	}
});

test('a list that ends early does not say that there is none', async () => {
	const {api} = fakeApi({teams});
	const partial = {...api, credentials: async () => success({rows: [], warning: 'It may be incomplete.'})};
	const result = await plan([row('Runners')], partial);
	assert.ok(result.kind === 'planned');
	assert.equal(result.rows[0]?.action, 'save');
});

suite('where the key may not list the teams', () => {
	const no = failure({kind: 'reauthenticate', status: 403, message: 'No.', advice: 'Another.'} as const);
	const kept = {...stored, place, teamId: second ?? ''};
	const ofTeams = (...own: readonly (string | undefined)[]) => {
		const {api} = fakeApi({teams, stored: [kept]});
		const asked: string[] = [];
		const barred: ManagementApi = {
			...api,
			teams: async () => no,
			team: (id, options) => (own.includes(id) ? api.team(id, options) : Promise.resolve(no)),
			async credentials(at, teamId, options) {
				asked.push(teamId ?? 'all');
				return teamId === undefined ? no : api.credentials(at, teamId, options);
			},
		};
		return {api: barred, asked};
	};

	test('each team is read alone, and what is stored for it', async () => {
		const {api, asked} = ofTeams(first, second);
		const rows = [row(first ?? ''), row(second ?? ''), row(first ?? '', {provider: 'oura'})];
		const result = await plan(rows, api);
		assert.ok(result.kind === 'planned', JSON.stringify(result));
		assert.deepEqual(
			result.rows.map(({action, teamName}) => [action, teamName]),
			[
				['create', 'Runners'],
				['update', 'Walkers'],
				['create', 'Runners'],
			],
		);
		assert.deepEqual(asked, ['all', first, second]);
	});

	test('a name is refused at its row, before anything that is stored is read', async () => {
		const {api, asked} = ofTeams(first);
		const [message] = await refused([row(first ?? ''), row('Walkers')], api);
		assert.match(message ?? '', /\.team: The teams cannot be listed.* Give the team’s ID\.$/);
		assert.deepEqual(asked, []);
	});

	test('a team that the key does not belong to ends the plan', async () => {
		const result = await plan([row(first ?? ''), row(second ?? '')], ofTeams(first).api);
		assert.ok(result.kind === 'failed' && result.problem.kind === 'reauthenticate');
		assert.equal(result.problem.message, `Team ${second}: This key does not belong to this team (403).`);
	});
});
