import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import type {Demo, DemoOptions} from '../../source/demo/server.ts';
import {deaf, withoutEnd} from '../support/insisting.ts';
import {keys} from '../support/keys.ts';
import {assertNobodyLeft} from '../support/remains.ts';
import {launch, type Terminal} from '../support/terminal.ts';
import {assertRestored, place, settingsFolder, startServer, storedFor} from '../support/wizard-terminal.ts';
import {organizationId, organizationKey, teamName} from '../support/wizard-walk.ts';

const secret = 'wQ7-canary-3c9a52e061b74f7e';
const codes = {SIGINT: 130, SIGTERM: 130, SIGHUP: 129, SIGQUIT: 131} as const;
type Signal = keyof typeof codes;
type CommandName = 'set' | 'apply';

/** What a command is doing when it is told to stop, and what it says then. */
type Phase = {
	readonly title: string;
	readonly clientId: string;
	readonly server: DemoOptions;
	readonly isReached: (server: Demo, screen: string) => boolean;
	readonly writes: number;
	readonly words: Readonly<Record<CommandName, RegExp>>;
};

const phases: readonly Phase[] = [
	{
		title: 'while it reads',
		clientId: 'an-application',
		server: {latencyScale: 1000},
		isReached: server => server.requests().length > 0,
		writes: 0,
		words: {set: /^Cancelled\. Nothing was sent\.$/m, apply: /^Cancelled; nothing was sent\.$/m},
	},
	{
		title: 'while a write is under way',
		clientId: 'demo-timeout-stored',
		server: {latencyScale: 0},
		isReached: server => storedFor(server).length === 1,
		writes: 1,
		words: {
			set: /^Cancelled\. It was sent and may be stored\.\nLook .+ Check with: byoo list --org b0f5c1de-/m,
			apply: /^! not confirmed .+: Cancelled after the credential was sent; it may still arrive\. Check/m,
		},
	},
	{
		title: 'while it waits for an overloaded server',
		clientId: 'demo-429',
		server: {latencyScale: 0},
		isReached: (server, screen) => server.writes().length === 1 && /Waiting 2 s|slower/.test(screen),
		writes: 1,
		words: {
			set: /^Cancelled\. It was sent and may be stored\.\nLook .+ Check with: byoo list --org b0f5c1de-/m,
			apply: /^✖ failed .+: The server refused it for now \(429\),.* it was not sent again/m,
		},
	},
];

function phaseNamed(title: string): Phase {
	const phase = phases.find(candidate => candidate.title === title);
	assert.ok(phase);
	return phase;
}

const argvOf: Readonly<Record<CommandName, (clientId: string) => readonly string[]>> = {
	set: clientId => [
		...place,
		'--team',
		teamName,
		'--provider',
		'oura',
		'--client-id',
		clientId,
		'--client-secret-env',
		'S',
	],
	apply: clientId => [manifestOf(clientId)],
};

function manifestOf(clientId: string): string {
	const file = join(settingsFolder(), 'manifest.yaml');
	const row = `team: ${teamName}, env: sandbox, region: us, provider: oura, client_id: ${clientId}`;
	writeFileSync(file, `version: 1\ncredentials:\n  - {${row}, client_secret: {env: S}}\n`);
	return file;
}

async function bringTo(
	t: TestContext,
	command: CommandName,
	{clientId, server: options, isReached}: Phase,
	env: Readonly<Record<string, string>> = {},
) {
	const server = await startServer(t, options);
	const api = ['--api-url', server.url, '--org', organizationId, '--yes'];
	const terminal = launch({
		args: ['dist/cli.js', command, ...api, ...argvOf[command](clientId)],
		env: {BYOO_CONFIG_DIR: settingsFolder(), JUNCTION_MANAGEMENT_KEY: organizationKey, S: secret, ...env},
		columns: 300,
	});
	t.after(() => terminal.close());
	await terminal.waitFor(() => isReached(server, terminal.screen()));
	return {terminal, server};
}

/** Rows under way are finished first, unless it is asked again; a terminal that is closed cannot ask. */
async function askToStop(
	terminal: Terminal,
	command: CommandName,
	signal: Signal,
	{writes}: Phase,
): Promise<void> {
	terminal.signal(signal);
	if (command === 'set' || writes === 0 || signal === 'SIGHUP') return;
	await terminal.waitFor('Ctrl+C once more leaves at once.');
	terminal.signal(signal);
}

for (const command of ['set', 'apply'] as const) {
	for (const phase of phases) {
		suite(`byoo ${command} ${phase.title}`, () => {
			for (const signal of Object.keys(codes) as readonly Signal[]) {
				test(`ends after ${signal} and says what was sent`, async t => {
					const {terminal, server} = await bringTo(t, command, phase);
					await askToStop(terminal, command, signal, phase);
					assert.deepEqual(await terminal.exited, {exitCode: codes[signal], signal: undefined});
					assert.match(terminal.all(), phase.words[command]);
					assertRestored(terminal);
					assert.ok(!terminal.all().includes(secret));
					assert.equal(server.writes().length, phase.writes);
					assertNobodyLeft(terminal);
				});
			}

			test('ends when its terminal is closed', async t => {
				const {terminal, server} = await bringTo(t, command, phase);
				terminal.hangUp();
				assert.deepEqual(await terminal.exited, {exitCode: 129, signal: undefined});
				assert.equal(server.writes().length, phase.writes);
				assertNobodyLeft(terminal);
			});
		});
	}
}

const writing = phaseNamed('while a write is under way');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	test(`a command that hangs is ended by a second ${signal}`, async t => {
		const {terminal} = await bringTo(t, 'set', writing, deaf);
		terminal.signal(signal);
		terminal.signal(signal === 'SIGINT' ? 'SIGTERM' : 'SIGINT');
		assert.ok(['SIGINT', 'SIGTERM', 'SIGHUP'].includes((await terminal.exited).signal ?? 'none'));
		assertRestored(terminal);
	});
}

test('SIGUSR1 opens no debugger in a command, which goes on', async t => {
	const {terminal} = await bringTo(t, 'set', writing);
	terminal.signal('SIGUSR1');
	terminal.signal('SIGINT');
	assert.deepEqual(await terminal.exited, {exitCode: 130, signal: undefined});
	assert.match(terminal.all(), writing.words.set);
	assert.doesNotMatch(terminal.raw(), /Debugger/);
});

suite('byoo demo --serve', () => {
	const serving = async (t: TestContext, env = {}) => {
		const terminal = launch({args: ['dist/cli.js', 'demo', '--serve'], env});
		t.after(() => terminal.close());
		await terminal.waitFor('Ctrl+C ends it.');
		const [, port] = /127\.0\.0\.1:(\d+)/.exec(terminal.screen()) ?? [];
		return {terminal, port: Number(port)};
	};

	test('ends with 130 after Ctrl+C, and its port is free', async t => {
		const {terminal, port} = await serving(t);
		terminal.write(keys.ctrlC);
		assert.deepEqual(await terminal.exited, {exitCode: 130, signal: undefined});
		assert.match(terminal.all(), /^(\^C)?The demo has ended; nothing of it is kept\.$/m);
		await (await startServer(t, {port})).close();
	});

	test('is ended by a second request whatever it waits for', async t => {
		const {terminal} = await serving(t, withoutEnd);
		terminal.signal('SIGTERM');
		terminal.signal('SIGINT'); // two of one kind may be one
		assert.ok(['SIGINT', 'SIGTERM'].includes((await terminal.exited).signal ?? 'none'));
		assertRestored(terminal);
	});
});
