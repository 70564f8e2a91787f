import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import type {Demo, DemoOptions} from '../../source/demo/server.ts';
import {documentOf, onDemo} from '../support/byoo.ts';
import {isThorough} from '../support/thorough.ts';
import {hashOf, startServer, writesTo} from '../support/wizard-terminal.ts';

const secret = 'manifest-canary-77ab01';
const env = {SECRET: secret};

async function world(t: TestContext, options?: DemoOptions) {
	const server = await startServer(t, options);
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-manifest-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const file = join(folder, 'fleet.yaml');
	const {run, json, start} = onDemo(server);
	return {
		server,
		file,
		/** Writes the manifest of these rows. */
		rows(...rows: readonly string[]) {
			writeFileSync(file, ['version: 1', 'credentials:', ...rows.map(row => `  - ${row}`), ''].join('\n'));
		},
		run: (argv: readonly string[], input?: string) =>
			run(argv, {env, ...(input === undefined ? {} : {input})}),
		json: (argv: readonly string[], input?: string) =>
			json(argv, {env, ...(input === undefined ? {} : {input})}),
		start: (argv: readonly string[]) => start(argv, {env}),
	};
}

/** A row for a team by its number, as one line. */
const rowFor = (
	{teams}: Demo,
	number: number,
	provider: string,
	more = 'client_id: abc',
	environment = 'sandbox',
) =>
	`{team: ${teams[number]?.id}, env: ${environment}, region: ${teams[number]?.region}, provider: ${provider}, ${more}, client_secret: {env: SECRET}}`;

suite('byoo plan', {concurrency: 2}, () => {
	test('tells what each row would do, and the command that does it', async t => {
		const {server, file, rows, run} = await world(t);
		rows(
			rowFor(server, 0, 'oura'),
			rowFor(server, 0, 'strava', 'redirect_url_override: "https://a.example/b"'),
			rowFor(server, 10, 'strava', 'client_id: 120455'),
		);
		const {code, stdout, stderr} = await run(['plan', file]);
		assert.equal(code, 0);
		assert.equal(
			stdout,
			`+ create Ashbourne Cardiology · SANDBOX · us · oura
~ update Ashbourne Cardiology · SANDBOX · us · strava
    redirect_url_override: none → https://a.example/b
= resend Marigold Cardiology · SANDBOX · us · strava

1 to create; 1 to update; 1 to resend, with nothing new but perhaps the secret.
`,
		);
		assert.match(stderr, /^To apply it: byoo apply .*fleet\.yaml .*--yes$/m);
		assert.equal(writesTo(server), 0);
	});

	test('with --json gives the document of a plan', async t => {
		const {server, file, rows, json} = await world(t);
		rows(rowFor(server, 0, 'strava', 'client_id: "999"'));
		const {code, document} = await json(['plan', file]);
		assert.deepEqual(
			[code, document],
			[
				0,
				{
					plan: [
						{
							action: 'update',
							team: server.teams[0]?.id,
							env: 'sandbox',
							region: 'us',
							provider: 'strava',
							changes: [{field: 'client_id', from: '104872', to: '999'}],
						},
					],
					warnings: [
						{
							row: 'credentials[0]',
							field: 'client_secret',
							code: 'unusual-value',
							message:
								'Client secret: The Strava client secret is usually 40 hexadecimal digits in lower case.',
						},
					],
				},
			],
		);
	});

	test('with --detailed-exitcode is 6 where something would change, and 0 after it was applied', async t => {
		const {server, file, rows, run} = await world(t);
		rows(rowFor(server, 0, 'oura'), rowFor(server, 1, 'oura'));
		assert.equal((await run(['plan', file, '--detailed-exitcode'])).code, 6);
		assert.equal((await run(['apply', file])).code, 0);
		const {code, stdout} = await run(['plan', file, '--detailed-exitcode']);
		assert.equal(code, 0);
		assert.match(stdout, /^2 to resend/m);
	});

	test('reads YAML and JSON from standard input', async t => {
		const {server, file, rows, json} = await world(t);
		rows(rowFor(server, 0, 'oura'));
		const yaml = readFileSync(file, 'utf8');
		const asJson = JSON.stringify({
			version: 1,
			credentials: [
				{
					team: server.teams[0]?.id,
					env: 'sandbox',
					region: 'us',
					provider: 'oura',
					client_id: 'abc',
					client_secret: {env: 'SECRET'},
				},
			],
		});
		for (const input of [yaml, asJson]) {
			assert.equal((await json(['plan', '-'], input)).document.plan?.[0]?.action, 'create');
		}
	});

	test('refuses a manifest with every problem and its place, before any request', async t => {
		const {server, file, rows, run, json} = await world(t);
		rows(
			rowFor(server, 0, 'stravva'),
			`{team: a, env: staging, region: us, provider: oura, client_secret: ${secret}}`,
		);
		const {code, stdout, stderr} = await run(['plan', file]);
		assert.deepEqual([code, stdout, server.requests().length], [2, '', 0]);
		assert.match(stderr, /fleet\.yaml:3:\d+: credentials\[0\]\.provider: .*nearest: strava/);
		assert.match(stderr, /fleet\.yaml:4:\d+: credentials\[1\]\.env: It is sandbox or production/);
		assert.match(stderr, /fleet\.yaml:4:\d+: credentials\[1\]\.client_secret: .*--allow-literal-secrets/);
		assert.doesNotMatch(stderr, /canary/);
		assert.equal((await json(['plan', file])).document.error?.fields.length, 3);
	});

	test('fetches every secret first, each command once, and names each that cannot be had', async t => {
		const {server, file, run} = await world(t);
		const log = `${file}.log`;
		const row = (number: number, source: string) =>
			`  - {team: ${server.teams[number]?.id}, env: sandbox, region: ${server.teams[number]?.region}, provider: oura, client_id: a, client_secret: ${source}}`;
		const command = JSON.stringify(`echo ran >> ${log}; printf x1y2`);
		const ids = [0, 1, 2, 3];
		writeFileSync(
			file,
			['version: 1', 'credentials:', ...ids.map(id => row(id, `{command: ${command}}`))].join('\n'),
		);
		assert.equal((await run(['plan', file])).code, 0);
		assert.equal(readFileSync(log, 'utf8'), 'ran\n');
		const before = server.requests().length;
		writeFileSync(
			file,
			[
				'version: 1',
				'credentials:',
				row(0, '{env: UNSET}'),
				row(1, '{file: not/there}'),
				row(2, '{command: exit 3}'),
			].join('\n'),
		);
		const {code, stderr} = await run(['plan', file]);
		assert.deepEqual([code, server.requests().length], [2, before]);
		assert.match(stderr, /:3:\d+: credentials\[0\]\.client_secret: .*variable is not set/);
		assert.match(stderr, /:4:\d+: credentials\[1\]\.client_secret: /);
		assert.match(stderr, /:5:\d+: credentials\[2\]\.client_secret: .*3/);
	});

	test('says once for how many rows a final line break was removed', async t => {
		const {server, file, rows, run} = await world(t);
		const sources = ['echo k1x2y3', 'echo k2x2y3', 'echo k3x2y3'];
		rows(
			...sources.map((command, index) =>
				rowFor(server, index, 'oura').replace('{env: SECRET}', `{command: "${command}"}`),
			),
		);
		const {code, stderr} = await run(['plan', file]);
		assert.equal(code, 0);
		assert.deepEqual(stderr.match(/.*line break.*/g), ['The line break at the end was removed for 3 rows.']);
	});

	test('refuses another organization than the manifest’s own', async t => {
		const {server, file, rows, run} = await world(t);
		rows(rowFor(server, 0, 'oura'));
		writeFileSync(file, `org: ${server.organizations[1]?.id}\n${readFileSync(file, 'utf8')}`);
		const {code, stderr} = await run(['plan', file]);
		assert.equal(code, 2);
		assert.match(stderr, /--org is not the organization that the manifest is for/);
	});
});

suite('byoo apply', {concurrency: 2}, () => {
	test('saves every row and adds them up', async t => {
		const {server, file, rows, json} = await world(t);
		rows(
			rowFor(server, 0, 'oura'),
			rowFor(server, 0, 'strava', 'client_id: 104872'),
			rowFor(server, 1, 'wahoo', 'client_id: demo-422'),
		);
		const {code, document} = await json(['apply', file, '--yes']);
		assert.equal(code, 3);
		assert.deepEqual(document.summary, {
			created: 1,
			updated: 0,
			resent: 1,
			saved: 0,
			failed: 1,
			unconfirmed: 0,
			notBegun: 0,
		});
		assert.deepEqual(
			document.results?.map(({provider, outcome, error}) => [provider, outcome, error?.status ?? null]),
			[
				['oura', 'created', null],
				['strava', 'resent', null],
				['wahoo', 'failed', 422],
			],
		);
		assert.equal(document.plan?.length, 3);
	});

	test('writes nothing where one row is not allowed yet, and says which', async t => {
		const {server, file, rows, run} = await world(t);
		const production = server.teams.find(team => team.region === 'us');
		rows(
			rowFor(server, 0, 'oura'),
			rowFor(server, 0, 'strava', 'client_id: 7'),
			rowFor(server, 0, 'wahoo', 'client_id: a', 'production'),
		);
		const {code, stderr} = await run(['apply', file]);
		assert.deepEqual([code, writesTo(server)], [2, 0]);
		assert.match(stderr, /fleet\.yaml:4:5: --yes: A credential is stored already/);
		assert.match(stderr, /fleet\.yaml:4:5: --replace: The client ID is another one/);
		assert.match(stderr, /fleet\.yaml:4:5: client_id: 104872 → 7/);
		assert.match(
			stderr,
			new RegExp(`fleet\\.yaml:5:5: --confirm-production ${production?.id}: It writes to production`),
		);
		const flags = ['--yes', '--replace', '--confirm-production', production?.id ?? ''];
		assert.equal((await run(['apply', file, ...flags])).code, 0);
		assert.equal(writesTo(server), 3);
	});

	test('shows every request of a dry run, and sends none', async t => {
		const {server, file, rows, json} = await world(t);
		rows(rowFor(server, 0, 'oura'), rowFor(server, 1, 'oura'));
		const {code, document} = await json(['apply', file, '--dry-run']);
		assert.equal(code, 0);
		assert.ok(Array.isArray(document.dryRun));
		assert.deepEqual([document.dryRun.length, writesTo(server)], [2, 0]);
		assert.doesNotMatch(JSON.stringify(document), /canary/);
	});

	test('in shards writes every row once, whoever has which', async t => {
		const {server, file, rows, run} = await world(t);
		rows(...[0, 1, 2, 3, 4, 5, 6].map(number => rowFor(server, number, 'oura')));
		for (const shard of ['1/3', '2/3', '3/3'])
			assert.equal((await run(['apply', file, '--shard', shard])).code, 0);
		const keys = server.writes().map(({key}) => key);
		assert.deepEqual([keys.length, new Set(keys).size], [7, 7]);
		for (const shard of ['0/3', '4/3', '1', 'a/b', '1/0']) {
			assert.equal((await run(['apply', file, '--shard', shard])).code, 2, shard);
		}
	});

	test('that is refused the key begins no further row', async t => {
		const {server, file, rows, json} = await world(t);
		rows(
			rowFor(server, 0, 'oura', 'client_id: demo-401'),
			...[1, 2, 3, 4].map(number => rowFor(server, number, 'oura')),
		);
		const {code, document} = await json(['apply', file, '--concurrency', '1']);
		assert.equal(code, 4);
		assert.deepEqual([document.summary?.failed, document.summary?.notBegun], [1, 4]);
	});

	test('that is unsure of one row and failed with another says the graver', async t => {
		const {server, file, rows, json} = await world(t);
		rows(
			rowFor(server, 0, 'oura', 'client_id: demo-differs'),
			rowFor(server, 1, 'oura', 'client_id: demo-422'),
		);
		const {code, document} = await json(['apply', file]);
		assert.equal(code, 5);
		assert.deepEqual([document.summary?.unconfirmed, document.summary?.failed], [1, 1]);
	});

	test('that is stopped finishes what is under way, tells what was not begun, and is safe to run again', async t => {
		const {server, file, rows, json, start} = await world(t);
		rows(...Array.from({length: 60}, (_, number) => rowFor(server, number, 'oura')));
		const {stop, ended} = start(['apply', file, '--json']);
		while (writesTo(server) < 4) await new Promise(setImmediate);
		stop('SIGINT');
		const ran = await ended;
		const {summary, results} = documentOf(ran);
		assert.equal(ran.code, 130);
		assert.match(ran.stderr, /Stopping: rows under way are finished/);
		const stored = server.stored().filter(({provider}) => provider === 'oura').length;
		assert.equal(summary?.created, stored);
		assert.equal(summary?.notBegun, 60 - stored);
		assert.equal(results?.length, 60);
		const again = await json(['apply', file, '--yes']);
		assert.equal(again.code, 0);
		assert.equal(again.document.summary?.created, 60 - stored);
	});

	test('tells its progress in plain lines where there is no terminal', async t => {
		const {server, file, rows, run} = await world(t);
		rows(...Array.from({length: 20}, (_, number) => rowFor(server, number, 'oura')));
		const {stdout, stderr} = await run(['apply', file]);
		assert.equal(stdout.split('\n').filter(line => line.startsWith('✔ created ')).length, 20);
		assert.match(stderr, /^10 of 20\.$/m);
		assert.doesNotMatch(stdout + stderr, /[^\P{Cc}\n]/u);
	});
});

test('what export writes, plan reads: nothing but resends', async t => {
	const {server, file, json} = await world(t);
	const {run} = onDemo(server);
	const exported = await run(['export']);
	assert.equal(exported.code, 0);
	const names = exported.stdout.match(/(?<=env: )[A-Z][A-Z0-9_]+/g) ?? [];
	assert.match(exported.stderr, new RegExp(`^${names.length} secrets are named`));
	writeFileSync(file, exported.stdout);
	const secrets = Object.fromEntries(names.map(name => [name, `made-up-${name}`]));
	const {document} = await onDemo(server).json(['plan', file], {env: secrets});
	assert.equal(
		document.plan?.length,
		server.stored().filter(row => row.organizationId === server.organizations[0]?.id).length,
	);
	for (const {action} of document.plan ?? []) assert.equal(action, 'resend');
	const asJson = await json(['export', '--env', 'sandbox', '--region', 'us']);
	assert.equal(asJson.document.credentials?.length, 3);
});

test('many rows arrive exactly as asked, through an overloaded server with a bad line', async t => {
	const {server, file, rows, json} = await world(t, {faults: {busy: 0.05, drop: 0.01, seed: 7}});
	const providers = ['oura', 'wahoo', 'withings', 'garmin', 'cronometer'];
	const wanted = Array.from({length: isThorough ? 1000 : 300}, (_, index) => ({
		number: Math.floor(index / providers.length),
		provider: providers[index % providers.length] ?? '',
		clientId: `client-${index}`,
	}));
	rows(
		...wanted.map(({number, provider, clientId}) =>
			rowFor(server, number, provider, `client_id: ${clientId}`),
		),
	);
	const {code, document} = await json(['apply', file, '--concurrency', '16']);
	assert.equal(code, 0, JSON.stringify(document.error ?? document.summary));
	assert.equal(document.summary?.created, wanted.length);
	const stored = new Map(server.stored().map(row => [`${row.teamId}/${row.provider}`, row]));
	for (const {number, provider, clientId} of wanted) {
		const row = stored.get(`${server.teams[number]?.id}/${provider}`);
		assert.deepEqual([row?.values.client_id, row?.clientSecretHash], [clientId, hashOf(secret)]);
	}
	const fingerprints = new Map<string, string>();
	for (const {key, fingerprint} of server.writes()) {
		assert.equal(fingerprints.get(key) ?? fingerprint, fingerprint, `${key} was sent with another content`);
		fingerprints.set(key, fingerprint);
	}
	assert.equal(fingerprints.size, wanted.length);
});
