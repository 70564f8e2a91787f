import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import type {Demo, DemoOptions} from '../../source/demo/server.ts';
import {documentOf, onDemo, spawnedOnDemo} from '../support/byoo.ts';
import {place, startServer, writesTo} from '../support/wizard-terminal.ts';

// A team's management key may read neither the organization nor the list of its teams: both answer 403.

const env = {JUNCTION_MANAGEMENT_KEY: 'mg_demo_team', S: 'team-key-canary-51'};
const target = ({teams}: Demo, number = 0) => ['--team', teams[number]?.id ?? '', '--provider'] as const;
const byName = ['--team', 'Ashbourne Cardiology'] as const;
const create = ['teams', 'create', '--region', 'us', '--name'] as const;
const secret = ['--client-id', '4711', '--client-secret-env', 'S'] as const;

async function world(t: TestContext, options?: DemoOptions) {
	const server = await startServer(t, options);
	const here = onDemo(server);
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-team-keys-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const file = join(folder, 'fleet.yaml');
	return {
		server,
		/** With the key of a team. */
		json: (argv: readonly string[], key = env.JUNCTION_MANAGEMENT_KEY) =>
			here.json(argv, {env: {...env, JUNCTION_MANAGEMENT_KEY: key}}),
		/** With the key of the organization. */
		whole: (argv: readonly string[]) => here.json(argv),
		manifest(...teams: readonly string[]): string {
			const rows = teams.map(
				team =>
					`  - {team: ${team}, env: sandbox, region: us, provider: wahoo, client_id: abc, client_secret: {env: S}}`,
			);
			writeFileSync(file, ['version: 1', 'credentials:', ...rows].join('\n'));
			return file;
		},
	};
}

suite('with a team’s management key the program as it is built', () => {
	test('goes on by the team’s ID, in every command', async t => {
		const {server, manifest} = await world(t);
		const built = spawnedOnDemo(server);
		const run = async (argv: readonly string[]) => {
			const ran = await built.run([...argv, '--json'], {env});
			return {code: ran.code, document: documentOf(ran)};
		};
		const set = await run(['set', ...place, ...target(server), 'oura', ...secret]);
		assert.deepEqual([set.code, set.document.outcome], [0, 'created']);
		assert.equal(set.document.credential?.team.name, 'Ashbourne Cardiology');
		const file = manifest(server.teams[0]?.id ?? '');
		const [list, prepared, exported, plan, whole, ids] = await Promise.all([
			run(['list', '--all', ...target(server).slice(0, 2)]),
			run(['prepare', ...place, ...target(server), 'strava']),
			run(['export', ...place, ...target(server).slice(0, 2)]),
			run(['plan', file]),
			run(['list', ...place]),
			run(['teams']),
		]);
		assert.equal(list.code, 0);
		assert.ok(list.document.credentials?.some(({provider, team}) => provider === 'oura' && team.name));
		assert.deepEqual([prepared.code, prepared.document.steps?.length], [0, 2]);
		assert.deepEqual([exported.code, exported.document.credentials?.length], [0, 2]);
		assert.deepEqual([plan.code, plan.document.plan?.map(({action}) => action)], [0, ['create']]);
		for (const {code, document} of [whole, ids]) {
			assert.deepEqual([code, document.error?.status], [4, 403]);
			assert.match(document.error?.advice ?? '', /^A team’s management key .* --team ID\. /);
		}
		const applied = await run(['apply', file]);
		assert.deepEqual([applied.code, applied.document.summary?.created], [0, 1]);
		const deleted = await run(['delete', ...place, ...target(server), 'wahoo', '--yes']);
		assert.deepEqual([deleted.code, deleted.document.deleted?.length], [0, 1]);
	});
});

suite('a key that may not list the teams', {concurrency: 2}, () => {
	test('cannot find a team by its name: the ID is asked for, and nothing is sent', async t => {
		const {server, json, manifest} = await world(t);
		for (const argv of [
			['set', ...place, ...byName, '--provider', 'oura', ...secret],
			['list', ...place, ...byName],
			['delete', ...place, ...byName, '--provider', 'strava', '--yes'],
			['prepare', ...place, ...byName, '--provider', 'strava'],
			['export', ...place, ...byName],
		]) {
			const {code, document} = await json(argv);
			assert.deepEqual([code, document.error?.advice], [2, 'Give the team’s ID.'], argv[0]);
			assert.match(document.error?.message ?? '', /a name cannot be looked up: it is probably a team’s/);
		}
		const {code, document} = await json(['plan', manifest('Ashbourne Cardiology')]);
		assert.equal(code, 2);
		assert.match(
			document.error?.fields[0]?.message ?? '',
			/a name cannot be looked up.* Give the team’s ID\./,
		);
		assert.equal(writesTo(server), 0);
	});

	test('of another team is refused before anything is written', async t => {
		const {server, json, manifest} = await world(t);
		const other = target(server, 10);
		for (const argv of [
			['set', ...place, ...other, 'oura', ...secret],
			['list', ...place, ...other.slice(0, 2)],
			['delete', ...place, ...other, 'strava', '--yes'],
			['prepare', ...place, ...other, 'strava'],
			['apply', manifest(server.teams[10]?.id ?? '')],
		]) {
			const {code, document} = await json(argv);
			assert.deepEqual([code, document.error?.status], [4, 403], argv[0]);
			assert.match(document.error?.message ?? '', /This key does not belong to this team \(403\)\.$/);
		}
		assert.equal(writesTo(server), 0);
	});

	test('is told of a region that is not the team’s', async t => {
		const {server, json} = await world(t);
		const elsewhere = ['--env', 'sandbox', '--region', 'eu'];
		const {code, document} = await json(['set', ...elsewhere, ...target(server), 'oura', ...secret]);
		assert.deepEqual([code, document.error?.message], [2, 'This team lives in us, not in eu.']);
	});

	test('goes on with a warning where nothing is told of the team either', async t => {
		const {server, json} = await world(t, {team: 'missing'});
		const {code, document} = await json(['set', ...place, ...target(server), 'oura', ...secret]);
		assert.equal(code, 0);
		assert.deepEqual(
			document.warnings?.map(warning => warning.code),
			['team-not-listed'],
		);
	});

	test('that is refused at the write ends with 4', async t => {
		const {server, json} = await world(t, {team: 'missing', reads: 'missing'});
		const {code, document} = await json(['set', ...place, ...target(server, 10), 'oura', ...secret, '--yes']);
		assert.deepEqual([code, document.error?.kind, document.error?.status], [4, 'reauthenticate', 403]);
	});

	test('deletes by team and provider, and not by an ID that it cannot see', async t => {
		const {server, json} = await world(t);
		const {code, document} = await json(['delete', ...place, '--id', server.stored()[0]?.id ?? '', '--yes']);
		assert.deepEqual([code, document.error?.status], [4, 403]);
		assert.match(document.error?.advice ?? '', /give --team ID and --provider in place of --id/);
	});

	test('is no key that the API does not know: that ends with 4 at once', async t => {
		const {server, json} = await world(t);
		const {code, document} = await json(['list', ...place, ...target(server).slice(0, 2)], 'mg_demo_401');
		assert.deepEqual([code, document.error?.status, server.requests().length], [4, 401, 1]);
	});
});

suite('byoo teams', {concurrency: 2}, () => {
	test('lists every team, in the region that is wanted', async t => {
		const {server, whole} = await world(t);
		const {code, document} = await whole(['teams', '--region', 'eu']);
		assert.equal(code, 0);
		const [organization] = server.organizations;
		const inEurope = server.teams.filter(
			({organizationId, region}) => organizationId === organization?.id && region === 'eu',
		);
		assert.deepEqual(
			document.teams?.map(({id}) => id),
			inEurope.map(({id}) => id),
		);
		const [first] = inEurope;
		assert.deepEqual(document.teams?.[0], {
			id: first?.id,
			name: first?.name,
			region: 'eu',
			createdAt: first?.createdOn,
		});
	});

	test('shows them by name, one a line, and with tabs as plain lines', async t => {
		const {server} = await world(t);
		const {run} = onDemo(server);
		const {stdout} = await run(['teams', '--region', 'us']);
		assert.match(stdout, /^NAME +ID +REGION +CREATED\n/);
		assert.match(stdout, /^Ashbourne Cardiology +ef514e11-c6cf-4903-8b45-3f8bc34895ad +us +\d/m);
		for (const sign of ['\u202E', '\u001B', '\u0007']) assert.ok(!stdout.includes(sign));
		const lines = (await run(['teams', '--plain'])).stdout.trimEnd().split('\n');
		assert.equal(lines.length, 260);
		assert.ok(lines.every(line => line.split('\t').length === 4));
	});

	test('creates one with --yes, which is listed afterwards and can be set up', async t => {
		const {server, whole} = await world(t);
		const {code, document} = await whole([...create, 'Night Owls', '--yes']);
		assert.equal(code, 0);
		assert.deepEqual([document.team?.name, document.team?.region], ['Night Owls', 'us']);
		assert.deepEqual(
			server.createdTeams().map(({id}) => id),
			[document.team?.id],
		);
		const prepared = await whole(['prepare', ...place, '--team', 'night owls', '--provider', 'strava']);
		assert.equal(prepared.code, 0);
	});

	test('creates nothing without --yes, without a name or with one that the API does not take', async t => {
		const {server, whole} = await world(t);
		for (const [argv, words] of [
			[[...create, 'Night Owls'], /add --yes/],
			[['teams', 'create', '--yes'], /--region us\|eu: .*--name NAME: /],
			[[...create, 'canary 🌙', '--yes'], /The API takes letters/],
			[[...create, '<NAME>', '--yes'], /--name takes the name/],
			[['teams', '--name', 'canary'], /--name is for byoo teams create/],
			[['teams', 'creat', '--name', 'canary'], /Did you mean byoo teams create\?/],
		] as const) {
			const {code, document} = await whole(argv);
			const {message = '', advice = '', fields = []} = document.error ?? {};
			assert.equal(code, 2, argv.join(' '));
			assert.match([message, advice, ...fields.map(field => field.message)].join(' '), words);
			assert.doesNotMatch(message, /canary/);
		}
		assert.equal(server.requests().length, 0);
	});

	test('creates no second team of a name in a region', async t => {
		const {server, whole} = await world(t);
		const {code, document} = await whole([...create, 'ashbourne CARDIOLOGY', '--yes']);
		assert.equal(code, 2);
		assert.match(document.error?.message ?? '', /There is a team of this name in us already/);
		assert.deepEqual(server.createdTeams(), []);
	});

	test('finds a team whose answer was lost, and says 5 where it is not found; sent once each time', async t => {
		const {server, whole} = await world(t);
		const found = await whole([...create, 'demo-team-drop-created', '--yes']);
		assert.deepEqual([found.code, found.document.team?.id], [0, server.createdTeams()[0]?.id]);
		const lost = await whole([...create, 'demo-team-drop', '--yes']);
		assert.deepEqual([lost.code, lost.document.error?.kind], [5, 'uncertain']);
		assert.match(
			lost.document.error?.advice ?? '',
			/Its ID would be [0-9a-f-]{36}\. Check with: byoo teams --org/,
		);
		assert.equal(server.requests().filter(({method}) => method === 'POST').length, 2);
	});

	test('says why there is no new team', async t => {
		const {server, whole, json} = await world(t);
		for (const [name, code, message] of [
			['demo-team-403', 4, /\(403\)/],
			['demo-team-404', 1, /does not create teams \(404\)/],
			['demo-team-429', 1, /asks for fewer requests/],
		] as const) {
			const ran = await whole([...create, name, '--yes']);
			assert.equal(ran.code, code);
			assert.match(ran.document.error?.message ?? '', message);
		}
		const ofTeam = await json([...create, 'Night Owls', '--yes']);
		assert.equal(ofTeam.code, 4);
		assert.match(ofTeam.document.error?.advice ?? '', /cannot create teams: use one of the organization/);
		assert.deepEqual(server.createdTeams(), []);
	});

	test('is what a near word may have meant', async t => {
		const {server} = await world(t);
		const {stderr} = await onDemo(server).run(['team']);
		assert.match(stderr, /Did you mean byoo teams\?/);
	});
});
