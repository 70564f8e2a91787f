import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {provocations} from '../../source/demo/provocations.ts';
import type {Demo} from '../../source/demo/server.ts';
import {blocksOf, pages} from '../house/pages.ts';
import {startTlsServer, tlsHost} from '../management-api/tls-server.ts';
import {onDemo, type Ran, spawnByoo, spawned, spawnedOnDemo, start} from '../support/byoo.ts';
import {assertAbsent} from '../support/canaries.ts';
import {listed, organizationId, row, teamId} from '../support/credentials.ts';
import {commandLines} from '../support/processes.ts';
import {startScriptedServer} from '../support/scripted-server.ts';
import {isThorough} from '../support/thorough.ts';
import {place, settingsFolder, settingsIn, startServer} from '../support/wizard-terminal.ts';

// They hold signs that JSON, URLs and shells write differently, so that every form of them is looked for.
const secret = 'canary-secret "é/+%&\\ 7f3a';
const detail = 'canary-detail "é/+%&\\ 91cc';
const key = 'mg_demo_quillfeather';

const canaries = [secret, detail, key];

/** Polar takes a secret detail too. */
const polar = ({teams}: Demo, clientId: string): readonly string[] => [
	...place,
	...['--team', teams[0]?.id ?? '', '--provider', 'polar', '--client-id', clientId],
	...['--client-secret-stdin', '--timeout', '1'],
	...['--exact', 'client-secret', '--exact', 'details.webhook_secret'],
];

function folderFor(t: TestContext): string {
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-secrecy-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

test('a certificate that nobody vouches for is never taken, whatever the environment says', async t => {
	const server = await startTlsServer(t, {});
	const address = server.url.replace(tlsHost, '127.0.0.1');
	const organization = '8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab';
	const argv = ['list', ...place, '--org', organization, '--api-url', address];
	const env = {JUNCTION_MANAGEMENT_KEY: 'mg_canary', NODE_TLS_REJECT_UNAUTHORIZED: '0'};
	const {code, stderr} = await spawned(argv, {env});
	assert.equal(code, 1);
	assert.match(stderr, /certificate/);
	assert.deepEqual(server.requests, []);
});

/** One of each kind, which run as a process of their own: a key and a field that are refused, and a cut answer. */
const ownProcess = ['mg_demo_401', 'demo-422', 'demo-cut'];

/** Those, and every third of the others on a usual day. */
const tried = provocations.filter(
	({input}, index) => isThorough || ownProcess.includes(input) || index % 3 === 0,
);

// Some of them wait for an answer that never comes.
suite('a run that goes wrong', {concurrency: 8}, () => {
	for (const {input, where, what} of tried) {
		test(`nothing that a script sees holds a secret: ${what}`, async t => {
			const server = await startServer(t);
			const [folder, settings] = [folderFor(t), settingsFolder()];
			const details = join(folder, 'details.json');
			writeFileSync(details, JSON.stringify({webhook_secret: detail}));
			const env = {
				BYOO_CONFIG_DIR: settings,
				DEBUG: '*',
				...(where === 'key' ? {JUNCTION_MANAGEMENT_KEY: input} : {}),
			};
			const {run} = ownProcess.includes(input) ? spawnedOnDemo(server) : onDemo(server);
			const clientId = where === 'client-id' ? input : 'abc';
			const set = ['set', ...polar(server, clientId), '--details-file', details, '--yes', '--debug'];
			const report = ['--report', join(folder, 'report.md')];
			const runs: readonly Ran[] = [
				await run([...set, ...report], {input: secret, env}),
				await run([...set, '--json', '--dry-run'], {input: secret, env}),
				await run(['list', '--all', '--json', '--debug'], {env}),
				await run(['export'], {env}),
			];
			for (const {stdout, stderr} of runs) assertAbsent('an output', stdout + stderr, canaries);
			for (const name of readdirSync(folder)) {
				if (name !== 'details.json') assertAbsent(name, readFileSync(join(folder, name), 'utf8'), canaries);
			}
			assertAbsent('the settings', settingsIn(settings), canaries);
		});
	}
});

test('no manifest, applied or refused, shows a secret', async t => {
	const server = await startServer(t);
	const file = join(folderFor(t), 'fleet.yaml');
	const row = (clientId: string) =>
		`  - {team: ${server.teams[0]?.id}, env: sandbox, region: us, provider: polar, client_id: ${clientId}, client_secret: {env: S}, details: {webhook_secret: {env: D}}, exact: [client_secret, details.webhook_secret]}`;
	const env = {S: secret, D: detail, DEBUG: '*'};
	for (const [clientId, ...flags] of [
		['abc'],
		['abc', '--json'],
		['abc', '--debug'],
		['demo-422'],
		['demo-500', '--json'],
	]) {
		writeFileSync(file, ['version: 1', 'credentials:', row(clientId ?? '')].join('\n'));
		for (const command of [['plan'], ['apply', '--yes', '--replace']]) {
			const {stdout, stderr} = await onDemo(server).run([...command, file, ...flags], {env});
			assertAbsent(`${command} of ${clientId}`, stdout + stderr, canaries);
		}
	}
});

test('no process that runs for a command has a secret in its words, and no child has the key', async t => {
	let isStored = false;
	const server = await startScriptedServer(t, ({method, path}) => {
		if (path.endsWith('/team')) return {status: 200, json: {teams: [], next_cursor: null}};
		isStored ||= method === 'POST';
		return method === 'POST' ? {status: 200, json: row()} : listed(...(isStored ? [row()] : []));
	});
	const [ownKey, ownSecret] = [`mg_canary_${randomUUID()}`, `canary "é/+%&\\ ${randomUUID()}`];
	const folder = folderFor(t);
	writeFileSync(join(folder, 'key'), ownKey);
	writeFileSync(join(folder, 'secret'), ownSecret);
	// Each command looks at itself, and waits until the test has looked at all processes.
	const look = (text: string) =>
		`env > ${folder}/${text}.env; until [ -e ${folder}/${text}.seen ]; do sleep 0.02; done; cat ${folder}/${text}`;
	const {child, ended} = spawnByoo(
		[
			...['set', '--api-url', server.url, '--org', organizationId, ...place, '--team', teamId],
			...['--provider', 'strava', '--client-id', '12345', '--exact', 'client-secret'],
			...['--client-secret-command', look('secret'), '--key-command', look('key')],
		],
		{env: {VITAL_ORG_KEY: 'vital-canary', JUNCTION_MANAGEMENT_KEY: 'junction-canary'}},
	);
	const words = new Set<string>();
	let isOver = false;
	void ended.finally(() => {
		isOver = true;
	});
	while (!isOver) {
		const running = ['secret', 'key'].filter(text => existsSync(`${folder}/${text}.env`));
		for (const line of commandLines(child.pid)) words.add(line);
		for (const text of running) writeFileSync(`${folder}/${text}.seen`, '');
		await new Promise(setImmediate);
	}
	const {code, stderr} = await ended;
	assert.equal(code, 0, stderr);
	const seen = [...words].join('\n');
	for (const text of ['dist/cli.js set', `/bin/sh -c ${look('secret')}`, `/bin/sh -c ${look('key')}`]) {
		assert.ok(seen.includes(text), `${text} was never seen`);
	}
	assertAbsent('the words of a process', seen, [ownKey, ownSecret, 'vital-canary', 'junction-canary']);
	for (const text of ['secret', 'key']) {
		const environment = readFileSync(`${folder}/${text}.env`, 'utf8');
		assert.doesNotMatch(environment, /canary|JUNCTION_MANAGEMENT_KEY|VITAL_ORG_KEY/);
		assert.match(environment, /^PATH=/m);
	}
});

test('a variable that holds a secret is not passed on to the command of another one', async t => {
	const server = await startServer(t);
	const folder = folderFor(t);
	const file = join(folder, 'fleet.yaml');
	const row = (provider: string, source: string) =>
		`  - {team: ${server.teams[0]?.id}, env: sandbox, region: us, provider: ${provider}, client_id: a, client_secret: ${source}, exact: [client_secret]}`;
	const command = JSON.stringify(`env > ${folder}/env; printf another`);
	writeFileSync(
		file,
		[
			'version: 1',
			'credentials:',
			row('oura', '{env: MY_CANARY}'),
			row('wahoo', `{command: ${command}}`),
		].join('\n'),
	);
	const keyCommand = ['--key-command', `env > ${folder}/key-env; echo ${key}`];
	const {code, stderr} = await spawnedOnDemo(server).run(['apply', file, ...keyCommand], {
		env: {MY_CANARY: secret},
	});
	assert.equal(code, 0, stderr);
	for (const name of ['env', 'key-env']) {
		assert.doesNotMatch(readFileSync(join(folder, name), 'utf8'), /CANARY|canary/);
	}
});

test('the examples of the readme and the docs give no secret to a command line', () => {
	const examples = pages.flatMap(blocksOf).filter(({language}) => /^(?:sh|bash|yaml)$/.test(language));
	assert.ok(examples.length > 6);
	for (const {code} of examples) assert.doesNotMatch(code, /--client-secret[ =]|(?:_KEY|_SECRET)=[^$\s]/);
});

test('a server that echoes the secret in place of its hash or ID gets it shown to nobody', async t => {
	const echo = row({id: secret, client_secret_hash: secret, app_url: secret, created_at: secret});
	const server = await startScriptedServer(t, ({method, path}, index) => {
		if (method === 'POST') return {status: 200, json: echo};
		if (path.endsWith('/team')) return {status: 200, json: {teams: [], next_cursor: null}};
		return index < 4 ? listed() : listed(echo);
	});
	const argv = ['set', '--api-url', server.url, '--org', organizationId, ...place, '--team', teamId];
	for (const flags of [[], ['--json']]) {
		const {ended} = start(
			[
				...argv,
				'--provider',
				'strava',
				'--client-id',
				'12345',
				'--client-secret-stdin',
				'--exact',
				'client-secret',
				'--yes',
				...flags,
			],
			{input: secret, env: {JUNCTION_MANAGEMENT_KEY: key}},
		);
		const {stdout, stderr} = await ended;
		assert.notEqual(stdout, '', stderr);
		assertAbsent('an output', stdout + stderr, canaries);
	}
});
