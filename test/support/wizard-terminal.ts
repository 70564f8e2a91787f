import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {after, type TestContext} from 'node:test';
import {type Demo, type DemoOptions, startDemo} from '../../source/demo/server.ts';
import {launch, type Terminal} from './terminal.ts';
import {organizationId, organizationKey, teamName} from './wizard-walk.ts';

type Start = Partial<Parameters<typeof launch>[0]> & {
	readonly server?: Demo;
	readonly folder?: string;
	/** Flags of Node itself. */
	readonly node?: readonly string[];
};

export type Wizard = {
	readonly terminal: Terminal;
	/** The API that the wizard speaks to: in this process, so that a test sees what is stored. */
	readonly server: Demo;
	/** Where this run's settings are. */
	readonly folder: string;
};

/** The built program, without Node's work on code that runs for long: a third of the time of a walk. */
const wizard = ['--no-opt', 'dist/cli.js'] as const;

/** Starts the built wizard against an embedded API of its own, with settings of its own. */
export async function startWizard(
	t: TestContext,
	{args = [], node = [], env = {}, server, folder = settingsFolder(), ...more}: Start = {},
): Promise<Wizard> {
	const api = server ?? (await startServer(t));
	const terminal = launch({
		args: [...node, ...wizard, '--api-url', api.url, ...args],
		env: {BYOO_CONFIG_DIR: folder, ...env},
		...more,
	});
	t.after(() => terminal.close());
	return {terminal, server: api, folder};
}

/** Starts `byoo demo`, whose server is in its own process and as slow as the real one. */
export function startDemoWizard(t: TestContext, size: {columns?: number; rows?: number} = {}): Terminal {
	const terminal = launch({
		args: [...wizard, 'demo'],
		env: {BYOO_CONFIG_DIR: settingsFolder()},
		...size,
	});
	t.after(() => terminal.close());
	return terminal;
}

/** Sandbox in the US, by flags. */
export const place = ['--env', 'sandbox', '--region', 'us'] as const;

/** Flags and a key from the environment that leave only the provider's fields to be asked. */
export const straightToFields = (provider = 'oura') => ({
	args: ['--org', organizationId, ...place, '--team', teamName, '--provider', provider],
	env: {JUNCTION_MANAGEMENT_KEY: organizationKey},
});

export async function startServer(t: TestContext, options: DemoOptions = {}): Promise<Demo> {
	const server = await startDemo({latencyScale: 0, ...options});
	t.after(() => server.close());
	return server;
}

const folders: string[] = [];

/** A folder for settings, which is there until all tests of the file are over. */
export function settingsFolder(): string {
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-'));
	folders.push(folder);
	return folder;
}

// After the programs that write there, which the terminal ends before this.
after(() => {
	for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

/** All settings as one text. */
export const settingsIn = (folder: string): string =>
	readdirSync(folder)
		.map(name => readFileSync(join(folder, name), 'utf8'))
		.join('\n');

/** What the API stores of a secret. */
export const hashOf = (secret: string): string =>
	createHash('sha256').update(secret).digest('hex').slice(0, 16);

/** What is stored for the walk's team and this provider. */
export const storedFor = ({teams: [team], stored}: Demo, provider = 'oura') =>
	stored().filter(
		row => row.teamId === team?.id && row.environment === 'sandbox' && row.provider === provider,
	);

/** How often a credential was sent, stored or not. */
export const writesTo = (server: Demo): number =>
	server
		.requests()
		.filter(({method, path}) => method === 'POST' && path.includes('/team_custom_credentials/')).length;

/** Asserts that the shell gets the terminal back as it lent it. */
export function assertRestored(terminal: Terminal): void {
	assert.deepEqual(terminal.stty(), {isRaw: false, hasEcho: true, hasSignals: true});
	assert.equal(terminal.cursor().isVisible, true);
	const {hasBracketedPaste, isAlternateScreen, tracksMouse} = terminal.modes();
	assert.deepEqual([hasBracketedPaste, isAlternateScreen, tracksMouse], [false, false, false]);
}
