import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import type {Demo} from '../../source/demo/server.ts';
import {directly, fetchOver} from '../../source/management-api/node-fetch.ts';
import {openTestUsers} from '../../source/settings/test-users.ts';
import {onDemo, type Ran} from '../support/byoo.ts';
import {assertAbsent} from '../support/canaries.ts';
import type {RunningHere} from '../support/in-process.ts';
import {thisRun} from '../support/runs.ts';
import {waitUntil} from '../support/wait.ts';
import {place, settingsFolder, startServer} from '../support/wizard-terminal.ts';

const secret = 'canary-secret 7f3a é';

type Proof = {
	readonly application: string;
	readonly connection: string;
	readonly pair: string;
	readonly differences: readonly {readonly field: string; readonly saved: string; readonly used: string}[];
	readonly error: {readonly type: string; readonly message: string} | null;
	readonly testUserDeleted: boolean | null;
};

const proofOf = ({stdout}: Ran): Proof => JSON.parse(stdout).proof;

/** Strava saved with this client ID, and `byoo prove` on it. */
async function saved(t: TestContext, clientId: string, provider = 'oura') {
	const server = await startServer(t);
	const folder = settingsFolder();
	const {run, start} = onDemo(server);
	const target = [...place, '--team', server.teams[0]?.id ?? '', '--provider', provider];
	const env = {BYOO_CONFIG_DIR: folder, S: secret};
	const set = [
		'set',
		...target,
		'--client-id',
		clientId,
		'--client-secret-env',
		'S',
		'--exact',
		'client-secret',
	];
	const {code, stderr} = await run(set, {env});
	assert.equal(code, 0, stderr);
	const words = ['prove', ...target, '--junction-url', server.url, '--debug'];
	return {
		server,
		folder,
		prove: (...more: readonly string[]) => run([...words, ...more], {env}),
		begin: (...more: readonly string[]) => start([...words, ...more], {env, wait: untilHeard}),
	};
}

/** Looks again when the browser comes back or somebody stops it, and at nothing in between. */
const untilHeard = async (seconds: number, signal: AbortSignal): Promise<void> => {
	if (seconds >= 2 && !signal.aborted) await once(signal, 'abort');
};

async function told({stderr}: Pick<RunningHere, 'stderr'>, words: RegExp): Promise<RegExpExecArray | null> {
	await waitUntil(words, {screen: stderr, isWhole: () => true});
	return words.exec(stderr());
}

/** Nothing that lets anybody in is in what was written anywhere. */
function assertSecret({stdout, stderr}: Ran, server: Demo, folder: string): void {
	const canaries = [...server.given(), secret, server.organizations[0]?.key ?? ''];
	assert.ok(canaries.length > 4);
	assertAbsent('an output', stdout + stderr, canaries);
	for (const name of readdirSync(folder))
		assertAbsent(name, readFileSync(join(folder, name), 'utf8'), canaries);
}

suite('byoo prove', () => {
	for (const [clientId, code, verdict, type, field] of [
		['abc', 0, 'proved', undefined, undefined],
		['demo-prove-other-client', 1, 'refuted', 'other-client-id', 'client_id'],
		['demo-prove-other-uri', 1, 'refuted', 'other-redirect-uri', 'redirect_uri'],
		['demo-prove-scopes', 1, 'refuted', 'missing-scopes', 'scope'],
		['demo-prove-elsewhere', 0, 'unknown', 'other-host', undefined],
		['demo-prove-junction', 0, 'proved', undefined, undefined],
		['demo-prove-not-ours', 5, 'proved', undefined, undefined],
	] as const) {
		test(`of ${clientId}: ${verdict}, exit ${code}`, async t => {
			const {server, folder, prove} = await saved(t, clientId);
			const ran = await prove('--json');
			assert.equal(ran.code, code, ran.stderr);
			const {application, connection, pair, differences, error, testUserDeleted} = proofOf(ran);
			assert.deepEqual([application, connection, pair], [verdict, 'not-tried', 'not-tried']);
			assert.deepEqual(
				differences.map(one => one.field),
				field === undefined ? [] : [field],
			);
			assert.equal(error?.type, type);
			const isLeft = code === 5;
			assert.equal(testUserDeleted, !isLeft);
			assert.equal(server.users().length, isLeft ? 1 : 0);
			assert.equal(readdirSync(folder).length, isLeft ? 1 : 0);
			assertSecret(ran, server, folder);
		});
	}

	test('with --connect says first what that does, and waits for who consents here', async t => {
		const {server, folder, begin} = await saved(t, 'abc');
		const running = begin('--connect', '--json');
		const [page = ''] = (await told(running, /http:\/\/127\.0\.0\.1:\d+\/[\w-]+$/m)) ?? [];
		const get = (address: string, method = 'GET') =>
			fetchOver(directly)(new Request(address, {method}), t.signal);
		const link = (await get(page)).headers.get('location') ?? '';
		assert.match(await (await get(link)).text(), /<title>Connect Oura\?</);
		const back = (await get(`${link}/allow`, 'POST')).headers.get('location') ?? '';
		await get(back);
		const ran = await running.ended;
		assert.equal(ran.code, 0, ran.stderr);
		assert.deepEqual([proofOf(ran).connection, proofOf(ran).testUserDeleted], ['proved', true]);
		assert.match(ran.stderr, /Real data[\s\S]+Consent in a browser on this computer, within \d+ minutes/);
		assert.ok(!ran.stdout.includes('demo-athlete'));
		assert.deepEqual(server.users(), []);
		assertSecret(ran, server, folder);
	});

	test('that is stopped while it waits deletes its test user, exit 130', async t => {
		const {server, folder, begin} = await saved(t, 'abc');
		const running = begin('--connect', '--deadline', '300');
		// The time of the job, where that is less than the link has.
		await told(running, /Consent in a browser on this computer, within [45] minutes: http/);
		running.stop('SIGINT');
		const ran = await running.ended;
		assert.equal(ran.code, 130);
		assert.match(ran.stdout, /\? connection +Stopped\./);
		assert.deepEqual(server.users(), []);
		assertSecret(ran, server, folder);
	});

	test('deletes what an earlier run left, and says so', async t => {
		const {server, folder, prove} = await saved(t, 'abc');
		const [organization] = server.organizations;
		const [team] = server.teams;
		assert.ok(organization && team);
		const ask = async (path: string, headers: Record<string, string>, body: object) => {
			const answer = await fetch(`${server.url}${path}`, {
				...{method: 'POST', headers, body: JSON.stringify(body), signal: t.signal},
			});
			return JSON.parse(await answer.text());
		};
		const given = await ask(
			`/v1/org/${organization.id}/team/${team.id}/create_api_access_token`,
			{'x-management-key': organization.key},
			{env: 'sandbox'},
		);
		const clientUserId = 'byoo-proof-0b6e8a1e-2222-4a4a-8a8a-000000000001';
		const authorization = `Bearer ${given.access_token}`;
		const made = await ask('/v2/user', {authorization}, {client_user_id: clientUserId});
		openTestUsers(folder, {runs: thisRun, now: () => new Date()}).note({
			...{organization: {url: server.url, id: organization.id}, teamId: team.id},
			...{place: {environment: 'sandbox', region: 'us'}, junctionUrl: server.url},
			...{clientUserId, id: made.user_id},
		});
		const ran = await prove();
		assert.equal(ran.code, 0);
		assert.match(ran.stderr, /A test user that an earlier run had left was deleted\./);
		assert.deepEqual([server.users(), readdirSync(folder)], [[], []]);
	});

	test('takes a management key of the team alone', async t => {
		const server = await startServer(t);
		const target = [...place, '--team', server.teams[0]?.id ?? '', '--provider', 'strava'];
		const {code, stdout} = await onDemo(server).run(
			['prove', ...target, '--junction-url', server.url, '--json'],
			{env: {JUNCTION_MANAGEMENT_KEY: 'mg_demo_team'}},
		);
		assert.equal(code, 0, stdout);
		assert.deepEqual(server.users(), []);
	});

	test('needs the address of Junction’s API beside that of another Management API', async t => {
		const server = await startServer(t);
		const target = [...place, '--team', server.teams[0]?.id ?? '', '--provider', 'strava'];
		const ran = await onDemo(server).run(['prove', ...target]);
		assert.equal(ran.code, 2);
		assert.match(ran.stderr, /--junction-url/);
		const odd = await onDemo(server).run(['prove', ...target, '--junction-url', 'http://example.com']);
		assert.equal(odd.code, 2);
		assert.deepEqual(server.requests(), []);
	});

	test('makes no user in production that was not confirmed, and none where nothing is saved', async t => {
		const server = await startServer(t);
		const {run} = onDemo(server);
		const teamId = server.teams[0]?.id ?? '';
		const words = ['prove', '--region', 'us', '--team', teamId, '--junction-url', server.url];
		const production = await run([...words, '--env', 'production', '--provider', 'strava']);
		assert.equal(production.code, 2);
		assert.match(production.stderr, new RegExp(`--confirm-production ${teamId}`));
		const nothing = await run([...words, '--env', 'sandbox', '--provider', 'wahoo']);
		assert.equal(nothing.code, 1);
		assert.match(nothing.stderr, /Nothing is saved for Wahoo/);
		const practice = await run([...words, '--env', 'sandbox', '--provider', 'freestyle_libre']);
		assert.equal(practice.code, 2);
		assert.ok(!server.requests().some(({path}) => path.startsWith('/v2/')));
	});
});
