import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import type {Demo, DemoOptions} from '../../source/demo/server.ts';
import {onDemo} from '../support/byoo.ts';
import {place, startServer, storedFor} from '../support/wizard-terminal.ts';

const env = {S: 'a-client-secret'};

async function world(t: TestContext, options?: DemoOptions) {
	const server = await startServer(t, options);
	return {server, ...onDemo(server)};
}

const ofFirstTeam = (server: Demo, provider: string): readonly string[] => [
	...place,
	...['--team', server.teams[0]?.id ?? '', '--provider', provider],
];

suite('byoo delete', {concurrency: 2}, () => {
	test('deletes the credential of a team and provider, once that was confirmed', async t => {
		const {server, run, json} = await world(t);
		const id = storedFor(server, 'strava')[0]?.id ?? '';
		const argv = ['delete', ...ofFirstTeam(server, 'strava')];
		const refused = await run(argv);
		assert.equal(refused.code, 2);
		assert.match(
			refused.stderr,
			new RegExp(`strava for Ashbourne Cardiology \\(SANDBOX, us\\), credential ${id}`),
		);
		assert.match(refused.stderr, /add --yes\.$/m);
		assert.equal(storedFor(server, 'strava').length, 1);
		assert.deepEqual((await json([...argv, '--yes'])).document, {deleted: [id], notFound: [], failed: []});
		assert.equal(storedFor(server, 'strava').length, 0);
	});

	test('is content where nothing is there', async t => {
		const {server, json} = await world(t);
		const gone = '0b6e8a1e-1111-4a4a-8a8a-000000000001';
		const byTeam = await json(['delete', ...ofFirstTeam(server, 'oura'), '--yes']);
		const notFound = [`${server.teams[0]?.id}/oura`];
		assert.deepEqual([byTeam.code, byTeam.document], [0, {deleted: [], notFound, failed: []}]);
		const byId = await json(['delete', ...place, '--id', gone, '--yes']);
		assert.deepEqual([byId.code, byId.document], [0, {deleted: [], notFound: [gone], failed: []}]);
	});

	test('takes several IDs, and never one in production whose team was not named', async t => {
		const {server, json} = await world(t);
		const production = server.stored().find(row => row.environment === 'production' && row.region === 'us');
		const argv = ['delete', '--env', 'production', '--region', 'us', '--id', production?.id ?? '', '--yes'];
		for (const flags of [[], ['--confirm-production', server.teams[1]?.id ?? '']]) {
			assert.equal((await json([...argv, ...flags])).code, 2);
		}
		assert.ok(server.stored().some(({id}) => id === production?.id));
		const {document} = await json([...argv, '--confirm-production', production?.teamId ?? '']);
		assert.deepEqual(document.deleted, [production?.id]);
		const sandbox = server.stored().filter(row => row.environment === 'sandbox' && row.region === 'us');
		const all = await json(['delete', ...place, ...sandbox.flatMap(({id}) => ['--id', id]), '--yes']);
		assert.equal(all.document.deleted?.length, sandbox.length);
	});

	test('shows the request of a dry run', async t => {
		const {server, json} = await world(t);
		const id = storedFor(server, 'strava')[0]?.id ?? '';
		const {document} = await json(['delete', ...ofFirstTeam(server, 'strava'), '--dry-run']);
		assert.deepEqual(document.dryRun, {
			method: 'DELETE',
			url: `${server.url}/v1/org/${server.organizations[0]?.id}/team_custom_credentials/sandbox/us?credential_id=${id}`,
			headers: ['accept', 'user-agent', 'X-Management-Key'],
			body: null,
		});
		assert.equal(storedFor(server, 'strava').length, 1);
	});

	test('shows no request in a dry run where there is nothing to delete', async t => {
		const {server, run} = await world(t);
		const {code, stdout} = await run(['delete', ...ofFirstTeam(server, 'garmin'), '--dry-run']);
		assert.equal(code, 0);
		assert.match(stdout, /^Not there: garmin for .+\n$/);
	});

	const outcomes: readonly (readonly [clientId: string, code: number])[] = [
		['demo-undeletable', 1],
		['demo-delete-drop', 0],
	];
	for (const [clientId, code] of outcomes) {
		test(`is exit code ${code} for ${clientId}`, async t => {
			const {server, run, json} = await world(t);
			const set = [
				'set',
				...ofFirstTeam(server, 'oura'),
				'--client-id',
				clientId,
				'--client-secret-env',
				'S',
			];
			assert.equal((await run(set, {env})).code, 0);
			const id = storedFor(server)[0]?.id;
			const ran = await json(['delete', ...ofFirstTeam(server, 'oura'), '--yes']);
			assert.equal(ran.code, code);
			assert.deepEqual(code === 0 ? ran.document.deleted : ran.document.failed, [id]);
		});
	}

	test('is exit code 3 where only some could be deleted, and 5 where nobody can tell', async t => {
		const {server, run, json} = await world(t);
		for (const [provider, clientId] of [
			['oura', 'demo-undeletable'],
			['wahoo', 'demo-delete-timeout'],
		] as const) {
			const set = [
				'set',
				...ofFirstTeam(server, provider),
				'--client-id',
				clientId,
				'--client-secret-env',
				'S',
			];
			assert.equal((await run(set, {env})).code, 0);
		}
		const ids = [...storedFor(server, 'strava'), ...storedFor(server, 'oura')].flatMap(({id}) => [
			'--id',
			id,
		]);
		const some = await json(['delete', ...place, ...ids, '--yes']);
		assert.deepEqual([some.code, some.document.deleted?.length, some.document.failed?.length], [3, 1, 1]);
		const silent = await json(['delete', ...ofFirstTeam(server, 'wahoo'), '--yes', '--timeout', '1']);
		assert.deepEqual([silent.code, silent.document.error?.kind], [5, 'uncertain']);
	});

	test('takes either IDs or a team and provider', async t => {
		const {server, run} = await world(t);
		assert.equal((await run(['delete', ...place, '--id', 'canary', '--yes'])).code, 2);
		const both = ['delete', ...ofFirstTeam(server, 'oura'), '--id', server.teams[0]?.id ?? ''];
		assert.equal((await run(both)).code, 2);
		assert.match((await run(['delete', ...place])).stderr, /--team ID\|NAME .*or --id ID/);
	});

	test('says where the API does not offer it', async t => {
		const {server, json} = await world(t, {removals: 'missing'});
		const {code, document} = await json(['delete', ...ofFirstTeam(server, 'strava'), '--yes']);
		assert.deepEqual([code, document.error?.kind], [1, 'unavailable']);
	});
});
