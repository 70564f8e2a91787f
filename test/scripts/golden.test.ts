import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {after, type TestContext, test} from 'node:test';
import {demoReach} from '../../source/demo/provider-doubles.ts';
import type {Demo} from '../../source/demo/server.ts';
import {openMemory} from '../../source/settings/memory.ts';
import {onDemo, type Ran, spawned, spawnedOnDemo} from '../support/byoo.ts';
import {clockAt} from '../support/clock.ts';
import {closedAddress} from '../support/scripted-server.ts';
import {place, settingsFolder, startServer} from '../support/wizard-terminal.ts';

// Each document of the program as it is, in `test/golden`; what differs from run to run is replaced by its name.
// BYOO_UPDATE_GOLDEN=1 writes them anew: look at what changes before you commit it.

const folder = mkdtempSync(join(os.tmpdir(), 'byoo-golden-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const env = {S: 'golden-secret'};
const now = Date.parse('2026-03-04T05:06:07.000Z');
/** A day on which one provider has ended and another one ends. */
const afterFitbit = new Date('2026-11-26T12:00:00Z');

type Golden = {
	readonly name: string;
	readonly code: number;
	readonly run: (server: Demo) => Promise<Ran>;
};

const one = ({teams}: Demo, provider: string, clientId: string): readonly string[] => [
	...place,
	...[
		'--team',
		teams[0]?.id ?? '',
		'--provider',
		provider,
		'--client-id',
		clientId,
		'--client-secret-env',
		'S',
	],
];

const run = (server: Demo, argv: readonly string[], more: Record<string, string> = {}): Promise<Ran> =>
	spawnedOnDemo(server).run([...argv, '--json'], {env: {...env, ...more}});

/** In this process, since only code can say that the providers are doubles. */
const checked = (server: Demo, provider: string, clientId: string): Promise<Ran> =>
	onDemo(server).run(
		['set', ...one(server, provider, clientId), '--yes', '--replace', '--live-check', '--json'],
		{env, reach: demoReach(server.url)},
	);

function manifest({teams}: Demo): string {
	const row = (index: number, provider: string, clientId: string) =>
		`  - {team: ${teams[index]?.id}, env: sandbox, region: us, provider: ${provider}, client_id: ${clientId}, client_secret: {env: S}}`;
	const file = join(folder, 'fleet.yaml');
	writeFileSync(
		file,
		[
			'version: 1',
			'credentials:',
			row(0, 'oura', 'abc'),
			row(0, 'strava', 'other'),
			row(0, 'wahoo', 'demo-422'),
			row(10, 'strava', '"120455"'),
		].join('\n'),
	);
	return file;
}

async function rememberedIn(): Promise<string> {
	const settings = settingsFolder();
	await openMemory(settings).remember({
		id: '8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab',
		name: 'Acme',
		generation: 'junction',
		url: 'https://api.management.junction.com',
		environment: 'sandbox',
		region: 'us',
		team: {id: '0b6e8a1e-2222-4a4a-8a8a-000000000002', name: 'Runners'},
		provider: 'strava',
		lastUsed: '2026-01-02T03:04:05.000Z',
	});
	return settings;
}

const goldens: readonly Golden[] = [
	{name: 'set-created', code: 0, run: server => run(server, ['set', ...one(server, 'oura', 'abc')])},
	{
		name: 'set-updated',
		code: 0,
		run: server => run(server, ['set', ...one(server, 'strava', '999'), '--yes', '--replace']),
	},
	{
		name: 'set-saved',
		code: 0,
		run: server =>
			run(server, ['set', ...one(server, 'oura', 'abc'), '--yes'], {
				JUNCTION_MANAGEMENT_KEY: 'mg_demo_saves_only',
			}),
	},
	{
		name: 'set-dry-run',
		code: 0,
		run: server => run(server, ['set', ...one(server, 'oura', 'abc'), '--dry-run']),
	},
	{name: 'set-not-confirmed', code: 2, run: server => run(server, ['set', ...one(server, 'strava', '999')])},
	{name: 'set-refused', code: 1, run: server => run(server, ['set', ...one(server, 'oura', 'demo-422')])},
	{
		name: 'set-uncertain',
		code: 5,
		run: server => run(server, ['set', ...one(server, 'oura', 'demo-differs')]),
	},
	{name: 'set-live-check', code: 0, run: server => checked(server, 'oura', 'demo-pair-busy')},
	{name: 'set-pair-refused', code: 1, run: server => checked(server, 'strava', 'demo-pair-wrong-secret')},
	{name: 'set-usage', code: 2, run: () => spawned(['set', '--env', 'staging', '--json'])},
	{name: 'set-missing', code: 2, run: () => spawned(['set', '--env', 'sandbox', '--json'])},
	{
		name: 'set-unreachable',
		code: 1,
		async run(server) {
			const argv = [
				'set',
				'--org',
				server.organizations[0]?.id ?? '',
				...one(server, 'oura', 'abc'),
				'--json',
			];
			const key = {JUNCTION_MANAGEMENT_KEY: 'mg_any', ...env};
			return spawned([...argv, '--api-url', await closedAddress()], {env: key});
		},
	},
	{name: 'list', code: 0, run: server => run(server, ['list', ...place])},
	{
		name: 'list-key-refused',
		code: 4,
		run: server => run(server, ['list', ...place], {JUNCTION_MANAGEMENT_KEY: 'mg_demo_401'}),
	},
	{
		name: 'delete',
		code: 0,
		run: server =>
			run(server, ['delete', ...place, '--team', server.teams[0]?.id ?? '', '--provider', 'strava', '--yes']),
	},
	{
		name: 'delete-dry-run',
		code: 0,
		run: server =>
			run(server, [
				'delete',
				...place,
				'--team',
				server.teams[0]?.id ?? '',
				'--provider',
				'strava',
				'--dry-run',
			]),
	},
	{
		name: 'prepare',
		code: 0,
		run: server =>
			run(server, ['prepare', ...place, '--team', server.teams[0]?.id ?? '', '--provider', 'google_health']),
	},
	{
		name: 'prepare-redirect',
		code: 1,
		run: server =>
			run(server, [
				'prepare',
				...place,
				'--team',
				server.teams[0]?.id ?? '',
				'--provider',
				'strava',
				'--redirect-url-override',
				`${server.url}/forward/dropped/sandbox/us/strava`,
			]),
	},
	{
		name: 'prove',
		code: 1,
		async run(server) {
			const clientId = 'demo-prove-other-client';
			await run(server, ['set', ...one(server, 'strava', clientId), '--yes', '--replace']);
			const target = [...place, '--team', server.teams[0]?.id ?? '', '--provider', 'strava'];
			return run(server, ['prove', ...target, '--junction-url', server.url]);
		},
	},
	{name: 'plan', code: 6, run: server => run(server, ['plan', manifest(server), '--detailed-exitcode'])},
	{
		name: 'apply',
		code: 3,
		run: server => run(server, ['apply', manifest(server), '--yes', '--replace', '--concurrency', '1']),
	},
	{name: 'apply-dry-run', code: 0, run: server => run(server, ['apply', manifest(server), '--dry-run'])},
	{
		name: 'check',
		code: 6,
		run: server => onDemo(server).run(['check', manifest(server), '--json'], {now: afterFitbit}),
	},
	{name: 'export', code: 0, run: server => run(server, ['export', ...place])},
	{
		name: 'team-created',
		code: 0,
		run: server => run(server, ['teams', 'create', '--region', 'eu', '--name', 'Night Owls', '--yes']),
	},
	{
		name: 'providers',
		code: 0,
		run: () => spawned(['providers', 'fitbit', '--json'], {node: clockAt(afterFitbit)}),
	},
	{
		name: 'organizations',
		code: 0,
		run: async () => spawned(['organizations', '--json'], {env: {BYOO_CONFIG_DIR: await rememberedIn()}}),
	},
];

for (const golden of goldens) {
	test(`the document of ${golden.name} is as agreed`, async t => {
		const server = await startServer(t, {now: () => now});
		const ran = await golden.run(server);
		assert.equal(ran.code, golden.code, ran.stdout + ran.stderr);
		assertGolden(golden.name, named(ran.stdout, server), t);
	});
}

function assertGolden(name: string, actual: string, t: TestContext): void {
	const file = join('test/golden', `${name}.json`);
	if (process.env.BYOO_UPDATE_GOLDEN) {
		writeFileSync(file, actual);
		t.diagnostic(`${file} was written.`);
	}
	assert.equal(actual, readFileSync(file, 'utf8'));
}

/** The document with the names of what differs from run to run: the folder, addresses, request IDs, new credentials. */
function named(text: string, server: Demo): string {
	const known = new Set([
		...server.teams.map(({id}) => id),
		...server.organizations.map(({id}) => id),
		'8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab',
		'0b6e8a1e-2222-4a4a-8a8a-000000000002',
	]);
	return text
		.replaceAll(folder, 'FOLDER')
		.replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://127.0.0.1:PORT')
		.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
		.replace(/req_demo_[0-9a-f-]{36}/g, 'REQUEST-ID')
		.replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, id => (known.has(id) ? id : 'CREDENTIAL-ID'));
}
