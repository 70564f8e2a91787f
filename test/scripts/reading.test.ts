import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import type {DemoOptions} from '../../source/demo/server.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {openMemory} from '../../source/settings/memory.ts';
import {byoo, documentOf, onDemo} from '../support/byoo.ts';
import {place, settingsFolder, startServer} from '../support/wizard-terminal.ts';

async function world(t: TestContext, options?: DemoOptions) {
	const server = await startServer(t, options);
	return {server, ...onDemo(server)};
}

suite('byoo list', {concurrency: 2}, () => {
	test('shows what is set in one environment and region', async t => {
		const {run} = await world(t);
		const {code, stdout, stderr} = await run(['list', ...place]);
		assert.deepEqual([code, stderr], [0, '']);
		const lines = stdout.trimEnd().split('\n');
		assert.match(lines[0] ?? '', /^TEAM +PROVIDER +CLIENT ID +UPDATED +OVERRIDE$/);
		assert.match(lines[1] ?? '', /^Ashbourne Cardiology +strava +104872 +3 days ago +–$/);
		assert.equal(lines.length, 4);
	});

	test('shows everything with --all, and names the gaps without colour', async t => {
		const {run} = await world(t);
		const {code, stdout} = await run(['list', '--all']);
		assert.equal(code, 0);
		assert.match(stdout, /^Ashbourne Cardiology +us .*S – P 12d\*.*S 3d P gap$/m);
		assert.match(stdout, /^Clínica São Bento +eu +S 1mo P 1mo/m);
		assert.match(stdout, /^gap: set in sandbox, missing in production\.$/m);
	});

	test('takes one team, by its name too', async t => {
		const {json} = await world(t);
		const {document} = await json(['list', '--all', '--team', 'ashbourne cardiology']);
		assert.deepEqual(
			document.credentials?.map(({provider, env}) => [provider, env]),
			[
				['strava', 'sandbox'],
				['google_health', 'production'],
			],
		);
	});

	test('with --json tells of each credential where it is and whose', async t => {
		const {server, json} = await world(t);
		const {document} = await json(['list', ...place]);
		const [first] = document.credentials ?? [];
		assert.deepEqual(
			[first?.provider, first?.env, first?.region, first?.team],
			['strava', 'sandbox', 'us', {id: server.teams[0]?.id, name: 'Ashbourne Cardiology'}],
		);
	});

	test('reads both environments and regions with --all, and says so where one is named too', async t => {
		const {run} = await world(t);
		for (const flag of [
			['--env', 'sandbox'],
			['--region', 'us'],
		]) {
			const {code, stderr} = await run(['list', '--all', ...flag]);
			assert.equal(code, 2);
			assert.match(stderr, /--all is for both environments and regions/);
		}
	});

	test('goes without names where the teams cannot be listed, and says so', async t => {
		const {server, json} = await world(t, {teams: 'missing'});
		const {code, document, stderr} = await json(['list', ...place]);
		assert.equal(code, 3);
		assert.deepEqual(document.credentials?.[0]?.team, {id: server.teams[0]?.id, name: null});
		assert.match(stderr, /The teams have no names here/);
	});

	test('fails as a whole where nothing can be read', async t => {
		const {json} = await world(t, {reads: 'failing'});
		const {code, document} = await json(['list', '--all']);
		assert.deepEqual([code, document.error?.kind, document.error?.status], [1, 'retry', 500]);
	});

	test('tells a refused key by its own exit code', async t => {
		const {json} = await world(t);
		for (const [key, status] of [
			['mg_demo_401', 401],
			['mg_demo_403', 403],
		] as const) {
			const {code, document} = await json(['list', '--all'], {env: {JUNCTION_MANAGEMENT_KEY: key}});
			assert.deepEqual([code, document.error?.kind, document.error?.status], [4, 'reauthenticate', status]);
		}
	});
});

suite('byoo prepare', () => {
	test('gives what to register, to be copied', async t => {
		const {run} = await world(t);
		const {code, stdout} = await run([
			'prepare',
			...place,
			'--team',
			'Ashbourne Cardiology',
			'--provider',
			'strava',
		]);
		assert.equal(code, 0);
		assert.match(
			stdout,
			/^Redirect URI\n {2}https:\/\/api\.sandbox\.us\.junction\.com\/v2\/link\/connect\/strava$/m,
		);
		assert.match(stdout, /^Callback domain\n {2}api\.sandbox\.us\.junction\.com$/m);
		assert.doesNotMatch(stdout, /allowed redirect URIs/);
	});

	test('with --json gives the steps of the API, by the rules of the provider', async t => {
		const {json} = await world(t);
		const target = [...place, '--team', 'Ashbourne Cardiology', '--provider'];
		assert.deepEqual((await json(['prepare', ...target, 'strava'])).document, {
			status: 'preparations_required',
			steps: [
				{
					type: 'redirect_domain',
					key: null,
					value: 'api.sandbox.us.junction.com',
					description:
						'Enter this as Authorization Callback Domain: no https, no port, no path. There is room for one.',
				},
				{
					type: 'redirect_uri',
					key: null,
					value: 'https://api.sandbox.us.junction.com/v2/link/connect/strava',
					description:
						'Strava takes its domain alone, as above. An endpoint of your own would forward to this address.',
				},
			],
		});
		assert.deepEqual((await json(['prepare', ...target, 'oura'])).document, {
			status: 'no_action_needed',
			steps: [],
		});
	});

	test('tells every step at the portal, also where the API names nothing', async t => {
		const {run} = await world(t);
		const target = [...place, '--team', 'Ashbourne Cardiology', '--provider'];
		const strava = await run(['prepare', ...target, 'strava']);
		assert.match(strava.stdout, /^5\. Enter the callback domain$/m);
		assert.match(strava.stdout, /^ {3}Authorization Callback Domain:\n {5}api\.sandbox\.us\.junction\.com$/m);
		const oura = await run(['prepare', ...target, 'oura']);
		assert.match(oura.stdout, /^Junction’s API names nothing more to register at Oura\.$/m);
		assert.match(oura.stdout, /^5\. Put the redirect URI into Redirect URIs$/m);
	});

	test('writes the steps to a new file, and never over one', async t => {
		const {run} = await world(t, {preparations: 'missing'});
		const file = join(mkdtempSync(join(tmpdir(), 'byoo-steps-')), 'steps.md');
		t.after(() => rmSync(dirname(file), {recursive: true}));
		const argv = ['prepare', ...place, '--team', 'Ashbourne Cardiology', '--provider', 'strava'];
		const {code, stderr} = await run([...argv, '--steps', file]);
		assert.equal(code, 1);
		assert.ok(stderr.includes(`The steps are in ${file}.`));
		const page = readFileSync(file, 'utf8');
		assert.match(page, /^# Register Strava for Ashbourne Cardiology, sandbox$/m);
		assert.match(page, /^Junction was not asked/m);
		const again = await run([...argv, '--steps', file]);
		assert.equal(again.code, 2);
		assert.match(again.stderr, /--steps names a file that is there already\. Give another name\./);
		assert.equal(readFileSync(file, 'utf8'), page);
	});

	test('says where the API does not offer it', async t => {
		const {json} = await world(t, {preparations: 'missing'});
		const {code, document} = await json([
			'prepare',
			...place,
			'--team',
			'Ashbourne Cardiology',
			'--provider',
			'strava',
		]);
		assert.deepEqual([code, document.error?.kind], [1, 'unavailable']);
	});
});

suite('byoo providers', () => {
	test('lists the catalogue without any network', async () => {
		const {code, stdout} = await byoo(['providers']);
		assert.equal(code, 0);
		for (const {slug} of providers) assert.match(stdout, new RegExp(`^${slug} `, 'm'));
	});

	test('tells all about one, and gives the nearest names of one that is not there', async () => {
		const {stdout} = await byoo(['providers', 'polar']);
		assert.match(stdout, /Polar/);
		assert.match(stdout, /webhook_secret/);
		const {code, stderr} = await byoo(['providers', 'stravva']);
		assert.equal(code, 2);
		assert.match(stderr, /the nearest: strava/);
	});

	test('with --json has every provider, or the one', async () => {
		assert.equal(documentOf(await byoo(['providers', '--json'])).providers?.length, providers.length);
		const one = documentOf(await byoo(['providers', 'strava', '--json'])).providers;
		assert.deepEqual(
			one?.map(({slug}) => slug),
			['strava'],
		);
	});
});

suite('byoo organizations', () => {
	const id = 'b0f5c1de-7a41-4c7e-9d0a-3f6e2b8a1c01';

	async function remembering(): Promise<string> {
		const folder = settingsFolder();
		for (const url of ['https://api.management.junction.com', 'https://api.example.com']) {
			const lastUsed = '2026-01-02T03:04:05.000Z';
			await openMemory(folder, [url]).remember({
				id,
				name: 'Acme',
				generation: 'junction',
				url,
				lastUsed,
				region: 'us',
			});
		}
		return folder;
	}

	test('shows what is remembered, at whatever address', async () => {
		const env = {BYOO_CONFIG_DIR: await remembering()};
		assert.match(
			(await byoo(['organizations'], {env})).stdout,
			/^Acme +b0f5c1de-7a41-4c7e-9d0a-3f6e2b8a1c01 /m,
		);
		const {organizations} = documentOf(await byoo(['organizations', '--json'], {env}));
		assert.equal(organizations?.length, 2);
		assert.deepEqual(organizations?.[0], {
			id,
			name: 'Acme',
			api: 'junction',
			url: organizations?.[0]?.url,
			env: null,
			region: 'us',
			team: null,
			provider: null,
			lastUsed: '2026-01-02T03:04:05.000Z',
		});
	});

	test('forgets one by its ID, and is content where it was not remembered', async () => {
		const env = {BYOO_CONFIG_DIR: await remembering()};
		for (const said of ['Forgotten.', 'It was not remembered.']) {
			const {code, stderr} = await byoo(['organizations', 'forget', id.toUpperCase()], {env});
			assert.deepEqual([code, stderr], [0, `${said}\n`]);
		}
		assert.deepEqual(documentOf(await byoo(['organizations', '--json'], {env})), {organizations: []});
	});

	test('says that a damaged file was set aside', async () => {
		const folder = settingsFolder();
		mkdirSync(folder, {recursive: true});
		writeFileSync(`${folder}/${'0'.repeat(32)}.json`, 'damaged');
		const {code, stderr} = await byoo(['organizations'], {env: {BYOO_CONFIG_DIR: folder}});
		assert.equal(code, 0);
		assert.match(stderr, /was damaged/);
	});

	test('takes no other word', async () => {
		for (const words of [['forget'], ['forget', 'canary'], ['canary'], ['forget', id, 'canary']]) {
			const {code, stderr} = await byoo(['organizations', ...words]);
			assert.equal(code, 2);
			assert.doesNotMatch(stderr, /canary/);
		}
		const {stderr} = await byoo(['organizations', 'forgt', id]);
		assert.match(stderr, /Did you mean byoo organizations forget\?/);
	});
});
