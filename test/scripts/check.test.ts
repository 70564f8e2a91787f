import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {demoReach} from '../../source/demo/provider-doubles.ts';
import type {Demo, DemoOptions} from '../../source/demo/server.ts';
import type {Guard} from '../../source/management-api/watched-redirect.ts';
import {type Document, onDemo, start} from '../support/byoo.ts';
import {assertAbsent} from '../support/canaries.ts';
import {listed, organizationId, row} from '../support/credentials.ts';
import {type Script, startScriptedServer} from '../support/scripted-server.ts';
import {settingsFolder, startServer} from '../support/wizard-terminal.ts';

const now = new Date('2026-11-26T12:00:00Z');
const secret = 'check-canary-7f3a91';
const env = {S: secret};

const notFound = () => Promise.reject(Object.assign(new Error('no'), {code: 'ENOTFOUND'}));
/** Lets a watch call this computer, and find no name. */
const onThisComputer: Guard = {mayCall: of => of === 'loopback', addressesOf: notFound};

async function world(t: TestContext, options?: DemoOptions) {
	const server = await startServer(t, {now: () => now.getTime(), ...options});
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-check-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const file = join(folder, 'fleet.yaml');
	const {run, json} = onDemo(server);
	const team = server.teams[0]?.id ?? '';
	return {
		server,
		folder,
		file,
		team,
		run: (...argv: readonly string[]) => run(['check', ...argv], {env, now}),
		json: (argv: readonly string[], more: {guard?: Guard; env?: Record<string, string>} = {}) =>
			json(['check', ...argv], {
				now,
				reach: demoReach(server.url),
				...more,
				env: {BYOO_CONFIG_DIR: settingsFolder(), ...env, ...more.env},
			}),
		/** Saves one more in sandbox, us, of the first team. */
		async save(provider: string, clientId: string, ...more: readonly string[]) {
			const target = ['--env', 'sandbox', '--region', 'us', '--team', team, '--provider', provider];
			const given = ['--client-id', clientId, '--client-secret-env', 'S', '--yes', '--replace'];
			const {code, stderr} = await run(['set', ...target, ...given, ...more], {env});
			assert.equal(code, 0, stderr);
		},
		rows(...rows: readonly string[]) {
			writeFileSync(file, ['version: 1', 'credentials:', ...rows.map(one => `  - ${one}`), ''].join('\n'));
		},
	};
}

/** A row for a team by its number, as one line. */
const rowFor = ({teams}: Demo, number: number, provider: string, more: string, source = '{env: S}') =>
	`{team: ${teams[number]?.id}, env: sandbox, region: ${teams[number]?.region}, provider: ${provider}, ${more}, client_secret: ${source}}`;

const told = ({attention = []}: Document, ...codes: readonly string[]) =>
	attention
		.filter(({code}) => codes.length === 0 || codes.includes(code))
		.map(({code, severity, env: place, provider}) => `${severity} ${code} ${place} ${provider}`);

const forwarderRequests = (server: Demo) =>
	server.requests().filter(({path}) => path.startsWith('/forward/'));

suite('byoo check', {concurrency: 2}, () => {
	test('says what of everything that is stored needs attention, and ends with 6', async t => {
		const {json} = await world(t);
		const {code, document, stderr} = await json([]);
		assert.deepEqual([code, stderr], [6, '']);
		assert.deepEqual(told(document), [
			'high provider-ended sandbox fitbit',
			'high provider-ended production fitbit',
			'low gap production polar',
			'low gap production strava',
			'low gap production strava',
			'unknown override-unknown production google_health',
		]);
		assert.deepEqual(document.summary, {high: 2, medium: 0, low: 3, unknown: 1, credentials: 6, places: 4});
	});

	test('looks only where the flags say', async t => {
		const {server, json} = await world(t);
		const {document} = await json(['--env', 'production', '--region', 'eu']);
		assert.deepEqual(told(document), ['high provider-ended production fitbit']);
		const of = await json(['--team', 'marigold cardiology', '--provider', 'strava']);
		assert.deepEqual(told(of.document), ['low gap production strava']);
		assert.equal(of.document.attention?.[0]?.team, server.teams[10]?.id);
	});

	test('ends with 0 where nothing needs attention, what is unknown included', async t => {
		const {json, run} = await world(t);
		const {code, document} = await json(['--provider', 'google_health']);
		assert.deepEqual([code, told(document)], [0, ['unknown override-unknown production google_health']]);
		const nothing = await run('--provider', 'oura');
		assert.deepEqual(
			[nothing.code, nothing.stdout],
			[0, 'Nothing is known to need attention: 0 credentials in 4 places.\n'],
		);
		assert.deepEqual((await run('--provider', 'oura', '--plain')).stdout, '');
	});

	test('says when the organization expires', async t => {
		const {server} = await world(t);
		const [, {id = '', key = ''} = {}] = server.organizations;
		const argv = ['check', '--api-url', server.url, '--org', id, '--json'];
		const {stdout} = await start(argv, {env: {JUNCTION_MANAGEMENT_KEY: key}, now}).ended;
		const document: Document = JSON.parse(stdout);
		assert.deepEqual(told(document), ['high organization-expires null null']);
		assert.equal(document.attention?.[0]?.date, '2026-12-05');
	});

	test('tells a refused key by its own exit code', async t => {
		const {json} = await world(t);
		const {code, document} = await json([], {env: {JUNCTION_MANAGEMENT_KEY: 'mg_demo_401'}});
		assert.deepEqual([code, document.error?.kind], [4, 'reauthenticate']);
	});
});

suite('the overrides that byoo check finds', () => {
	test('are called, where that is safe, and told where they do not forward', async t => {
		const {server, save, json} = await world(t);
		const google = ['--detail', 'project_number=42', '--detail', 'service_account_email=a@b.example'];
		await save('strava', '1', '--redirect-url-override', `${server.url}/forward/302/sandbox/us/strava`);
		await save('oura', '1', '--redirect-url-override', `${server.url}/forward/right/sandbox/us/oura`);
		await save(
			'google_health',
			'1',
			...google,
			'--redirect-url-override',
			`${server.url}/forward/right/sandbox/us/strava`,
		);
		const {code, document} = await json([], {guard: onThisComputer});
		assert.equal(code, 6);
		const broken = document.attention?.filter(one => one.code === 'override-broken') ?? [];
		assert.deepEqual(
			broken.map(({provider, severity, message}) => [provider, severity, message.replace(/127\S+?\//, '')]),
			[
				[
					'google_health',
					'high',
					'The override connect.quillfeather.example/google/callback does not forward as it must. The name connect.quillfeather.example could not be found.',
				],
				[
					'google_health',
					'medium',
					'The override forward/right/sandbox/us/strava does not forward as it must. It forwards to the path /v2/link/connect/strava in place of /v2/link/connect/google_health.',
				],
				[
					'strava',
					'medium',
					'The override forward/302/sandbox/us/strava does not forward as it must. It redirects with 302, which lets a client change the method.',
				],
			],
		);
	});

	test('are not called on this computer, or through a proxy', async t => {
		const {server, save, json} = await world(t);
		await save('strava', '1', '--redirect-url-override', `${server.url}/forward/right/sandbox/us/strava`);
		const names: string[] = [];
		const addressesOf = (host: string) => {
			names.push(host);
			return notFound();
		};
		const proxied = {env: {HTTPS_PROXY: 'http://127.0.0.1:9'}, guard: {addressesOf}};
		const {document} = await json([], proxied);
		assert.deepEqual(told(document, 'override-private', 'override-unknown'), [
			'medium override-private sandbox strava',
			'unknown override-unknown production google_health',
		]);
		assert.match(document.attention?.at(-1)?.message ?? '', /through a proxy/);
		assert.deepEqual([forwarderRequests(server), names], [[], []]);
	});

	test('are left when the job is stopped, and what was seen is told all the same', async t => {
		const {server, save} = await world(t);
		const endpoint = await startScriptedServer(t, () => 'hang');
		await save('strava', '1', '--redirect-url-override', endpoint.url);
		const running = onDemo(server).start(['check', '--json'], {now, guard: onThisComputer});
		await endpoint.received(1);
		running.stop('SIGINT');
		const ran = await running.ended;
		assert.equal(ran.code, 130);
		const document: Document = JSON.parse(ran.stdout);
		assert.ok(told(document).includes('unknown override-unknown sandbox strava'), ran.stdout);
		assert.ok(told(document).includes('high provider-ended sandbox fitbit'), ran.stdout);
	});
});

suite('byoo check with a manifest', () => {
	test('says where the two part, and fetches no secret', async t => {
		const {server, folder, file, rows, json} = await world(t);
		const ran = join(folder, 'ran');
		const command = `{command: "touch ${ran}; echo no"}`;
		rows(
			rowFor(server, 0, 'strava', 'client_id: "999"', command),
			rowFor(server, 1, 'oura', 'client_id: abc', '{env: NOT_SET}'),
			rowFor(server, 10, 'strava', 'redirect_url_override: https://a.example/b'),
			'{team: Nobody Knows, env: sandbox, region: us, provider: strava, client_secret: {env: S}}',
		);
		const {code, document, stderr} = await json([file]);
		assert.deepEqual([code, stderr], [6, '']);
		assert.deepEqual(
			told(document, 'client-id-differs', 'override-differs', 'not-stored', 'team-not-found', 'unmanaged'),
			[
				'medium not-stored sandbox oura',
				'medium team-not-found sandbox strava',
				'medium client-id-differs sandbox strava',
				'medium override-differs sandbox strava',
				'low unmanaged sandbox fitbit',
				'low unmanaged production fitbit',
				'low unmanaged production google_health',
				'low unmanaged sandbox polar',
			],
		);
		assert.equal(existsSync(ran), false);
		rows(rowFor(server, 0, 'strava', 'client_idd: "999"', command));
		const faulty = await json([file]);
		assert.equal(faulty.code, 2);
		assert.equal(existsSync(ran), false);
	});

	test('looks at the rows that the flags are about', async t => {
		const {server, file, rows, json, team} = await world(t);
		rows(rowFor(server, 0, 'oura', 'client_id: abc'), rowFor(server, 1, 'oura', 'client_id: abc'));
		for (const flags of [
			['--team', team],
			['--team', 'Ashbourne Cardiology'],
		]) {
			const {document} = await json([file, '--env', 'sandbox', '--region', 'us', ...flags]);
			assert.deepEqual(told(document), ['medium not-stored sandbox oura', 'low unmanaged sandbox strava']);
		}
		assert.deepEqual(told((await json([file, '--env', 'production', '--provider', 'oura'])).document), []);
	});

	test('with --live-check tries the pair of each row, and says what is refused', async t => {
		const {server, file, rows, json} = await world(t);
		rows(
			rowFor(server, 0, 'strava', 'client_id: demo-pair-wrong-secret'),
			rowFor(server, 0, 'oura', 'client_id: demo-pair-busy'),
			rowFor(server, 1, 'withings', 'client_id: fine'),
			rowFor(server, 1, 'wahoo', 'client_id: fine'),
			rowFor(server, 1, 'whoop_v2', 'client_id: demo-consent-uri'),
		);
		const {code, document, stderr} = await json([file, '--live-check']);
		assert.equal(code, 6);
		assert.deepEqual(told(document, 'pair-refuted', 'pair-unknown', 'application-refuted'), [
			'high pair-refuted sandbox strava',
			'high application-refuted sandbox whoop_v2',
			'unknown pair-unknown sandbox oura',
		]);
		assert.match(stderr, /^The live check sends each client ID and secret to its own provider/m);
		assert.match(stderr, /Wahoo/);
		assertAbsent('the output', JSON.stringify(document) + stderr, [secret]);
	});

	test('needs the manifest for --live-check, and a secret that is not there is an error', async t => {
		const {server, file, rows, json} = await world(t);
		const without = await json(['--live-check']);
		assert.deepEqual([without.code, without.document.error?.fields[0]?.field], [2, 'live-check']);
		rows(rowFor(server, 0, 'strava', 'client_id: "1"', '{env: NOT_SET}'));
		const {code, document} = await json([file, '--live-check']);
		assert.equal(code, 2);
		assert.match(document.error?.fields[0]?.message ?? '', /NOT_SET/);
	});
});

suite('byoo check --prove', () => {
	test('proves each application, and says which in production it left', async t => {
		const {server, save, json} = await world(t);
		await save('strava', 'demo-prove-other-client');
		await save('oura', 'fine');
		const {code, document, stderr} = await json(['--prove', '--junction-url', server.url]);
		assert.equal(code, 6);
		assert.deepEqual(told(document, 'application-refuted', 'application-unknown'), [
			'high application-refuted sandbox strava',
		]);
		assert.match(stderr, /^One application in production was not proved: .*--confirm-production TEAM-ID/m);
		assert.deepEqual(server.users(), []);
	});

	test('of a manifest proves what its rows name, in production where that is confirmed', async t => {
		const {server, file, rows, save, json, team} = await world(t);
		await save('strava', 'demo-prove-other-client');
		const health = rowFor(
			server,
			0,
			'google_health',
			'client_id: 518204417733-quillfeather.apps.googleusercontent.com',
		).replace('sandbox', 'production');
		rows(health);
		const proving = ['--prove', '--junction-url', server.url, '--confirm-production', team];
		const {document, stderr} = await json([file, ...proving, '--team', team]);
		assert.deepEqual(told(document, 'application-refuted'), []);
		assert.doesNotMatch(stderr, /not proved/);
		assert.ok(
			server.requests().some(({method, path}) => method === 'DELETE' && path.startsWith('/v2/user/')),
		);
		assert.deepEqual(server.users(), []);
	});

	test('ends with 5 where a test user was left', async t => {
		const {server, save, json} = await world(t);
		await save('strava', 'demo-prove-not-ours');
		const {code, stderr} = await json(['--prove', '--junction-url', server.url, '--provider', 'strava']);
		assert.equal(code, 5);
		assert.match(stderr, /so it was not deleted\./);
	});

	test('needs the address of Junction’s API beside another one of the Management API', async t => {
		const {json} = await world(t);
		const {code, document} = await json(['--prove']);
		assert.deepEqual([code, document.error?.fields[0]?.field], [2, 'junction-url']);
	});
});

suite('byoo check where not all can be read', () => {
	const checked = async (t: TestContext, script: Script) => {
		const server = await startScriptedServer(t, script);
		const argv = ['check', '--api-url', server.url, '--org', organizationId, '--json'];
		const ran = await start(argv, {env: {JUNCTION_MANAGEMENT_KEY: 'mg_any'}, now}).ended;
		return {code: ran.code, document: JSON.parse(ran.stdout) as Document};
	};
	const answers =
		(status: number, ofPlace: (path: string) => boolean): Script =>
		({path}) => {
			if (path.endsWith('/team')) return {status: 200, json: {teams: [], next_cursor: null}};
			if (!path.includes('/team_custom_credentials/')) return {status: 404};
			return ofPlace(path) ? {status, json: {detail: 'no'}} : listed(row({source: 'fitbit'}));
		};

	for (const status of [500, 404, 400]) {
		test(`it tells what it saw, and ends with 3: ${status}`, async t => {
			const {code, document} = await checked(
				t,
				answers(status, path => path.endsWith('/eu')),
			);
			assert.equal(code, 3);
			assert.deepEqual(told(document), [
				'high provider-ended sandbox fitbit',
				'high provider-ended production fitbit',
			]);
			assert.equal(document.summary?.places, 2);
		});
	}

	test('it tells what it saw where the key is refused meanwhile, and ends with 4', async t => {
		const {code, document} = await checked(
			t,
			answers(401, path => !path.endsWith('/sandbox/us')),
		);
		assert.deepEqual([code, document.summary?.places], [4, 1]);
		assert.deepEqual(told(document), ['high provider-ended sandbox fitbit']);
	});

	test('it fails where it read no place', async t => {
		const {code, document} = await checked(
			t,
			answers(500, () => true),
		);
		assert.deepEqual([code, document.error?.kind], [1, 'retry']);
	});
});
