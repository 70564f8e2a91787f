import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {demoOrganizations} from '../../source/demo/organizations.ts';
import {type Demo, type DemoOptions, startDemo} from '../../source/demo/server.ts';
import {keys} from './keys.ts';
import {launch, type Terminal} from './terminal.ts';

type Row = {
	readonly title: string;
	/** What is on the screen once the step takes keys. */
	readonly ready: RegExp;
	readonly answer: (terminal: Terminal, answers: WalkAnswers) => void | Promise<void>;
};

/** What a walk answers. Texts for team and provider filter their lists until one row is left. */
export type WalkAnswers = {
	readonly key: string;
	readonly environment: 'sandbox' | 'production';
	readonly region: 'us' | 'eu';
	readonly team: string;
	readonly provider: string;
	readonly clientId: string;
	readonly secret: string;
	readonly webhookSecret: string;
	readonly override: string;
};

export const organizationId = demoOrganizations[0]?.id ?? '';
export const organizationKey = demoOrganizations[0]?.key ?? '';
/** Given to this team nothing is stored at first, but for Strava in sandbox and Google Health in production. */
export const teamName = 'Ashbourne Cardiology';

export const usual: WalkAnswers = {
	key: organizationKey,
	environment: 'sandbox',
	region: 'us',
	team: teamName,
	provider: 'oura',
	clientId: '3c9a52e0-61b7-4f7e-a2c1-0e4d8f7b6a90',
	secret: '5dd1f9be-07ac-4d5b-8d15-0c1d2e3f4a5b',
	webhookSecret: '9f1c07acd5bd5dd1',
	override: '',
};

const typeOver = (text: string): string => `${keys.ctrlU}${text}${keys.enter}`;

/** Pastes a secret and waits until the field holds it, because a Return in the same piece would be part of it. */
export async function pasteSecret(terminal: Terminal, secret: string): Promise<void> {
	terminal.paste(secret);
	await terminal.waitFor(/^❯ •+ {2}\d+ characters?$/m);
}

async function enterSecret(terminal: Terminal, secret: string): Promise<void> {
	await pasteSecret(terminal, secret);
	terminal.write(keys.enter);
}

async function pick(terminal: Terminal, text: string, found: RegExp): Promise<void> {
	terminal.write(text);
	await terminal.waitFor(found);
	terminal.write(keys.enter);
}

/** Every step in its order, and how a person gets past it. A new step of the wizard is one row here. */
const steps: readonly Row[] = [
	{
		title: 'Organization',
		ready: /Add an organization|made-up|Organization settings/,
		answer: chooseOrganization,
	},
	{title: 'Organization key', ready: /^❯/m, answer: (terminal, {key}) => enterSecret(terminal, key)},
	{
		title: 'Environment',
		ready: /sandbox {3}/,
		answer: (terminal, {environment}) =>
			terminal.write((environment === 'sandbox' ? keys.home : keys.end) + keys.enter),
	},
	{
		title: 'Region',
		ready: /us {3}/,
		answer: (terminal, {region}) => terminal.write((region === 'us' ? keys.home : keys.end) + keys.enter),
	},
	{
		title: 'Team',
		ready: /teams in (us|eu)$/m,
		answer: (terminal, {team}) => pick(terminal, team, /^Filter: .+ 1 of/m),
	},
	{
		title: 'Provider',
		ready: /\d providers$/m,
		answer: (terminal, {provider}) => pick(terminal, provider, /^Filter: .+ \d+ found/m),
	},
	{
		title: 'Client ID',
		ready: /^❯/m,
		answer: (terminal, {clientId}) => terminal.write(typeOver(clientId)),
	},
	{title: 'Client secret', ready: /^❯/m, answer: (terminal, {secret}) => enterSecret(terminal, secret)},
	{
		title: 'Webhook secret',
		ready: /^❯/m,
		answer: (terminal, {webhookSecret}) => enterSecret(terminal, webhookSecret),
	},
	{
		title: 'Redirect URL override',
		ready: /^❯/m,
		answer: (terminal, {override}) => terminal.write(typeOver(override)),
	},
	{title: 'Review', ready: /Submit/, answer: submit},
	{title: 'Saved', ready: /❯ Done/, answer: terminal => terminal.write(keys.enter)},
];

async function chooseOrganization(terminal: Terminal): Promise<void> {
	if (terminal.screen().includes('made-up')) return terminal.write(keys.enter);
	if (terminal.screen().includes('Add an organization')) terminal.write(keys.end + keys.enter);
	await terminal.waitFor('Organization settings');
	terminal.write(typeOver(organizationId));
}

async function submit(terminal: Terminal, {environment, team}: WalkAnswers): Promise<void> {
	terminal.write(keys.home + keys.enter);
	if (environment === 'sandbox') return;
	await terminal.waitFor('This is production.');
	terminal.write(typeOver(team));
}

/** The step that takes keys now: its title stands alone on its line. */
export const stepOn = (screen: string): string | undefined =>
	steps.find(({title, ready}) => screen.split('\n').includes(title) && ready.test(screen))?.title;

/** Waits until the step takes keys. */
export const at = (terminal: Terminal, title: string): Promise<void> =>
	terminal.waitFor(function theStep() {
		return stepOn(terminal.screen()) === title;
	});

/** Answers the step that takes keys now, without waiting for what follows. */
export async function answerStep(terminal: Terminal, answers: Partial<WalkAnswers> = {}): Promise<void> {
	const row = steps.find(({title}) => title === stepOn(terminal.screen()));
	assert.ok(row, `No step takes keys:\n${terminal.screen()}`);
	await row.answer(terminal, {...usual, ...answers});
}

/** Answers one step after the other until this one takes keys. Gives the titles of the steps that were answered. */
export async function walkTo(
	terminal: Terminal,
	title: string,
	answers: Partial<WalkAnswers> = {},
): Promise<readonly string[]> {
	const walked: string[] = [];
	for (;;) {
		const last = walked.at(-1);
		await terminal.waitFor(function aNewStep() {
			const step = stepOn(terminal.screen());
			return step !== undefined && step !== last;
		});
		const step = stepOn(terminal.screen()) ?? '';
		if (step === title) return walked;
		walked.push(step);
		await answerStep(terminal, answers);
	}
}

type Start = Partial<Parameters<typeof launch>[0]> & {
	readonly server?: Demo;
	readonly folder?: string;
};

export type Wizard = {
	readonly terminal: Terminal;
	/** The API that the wizard speaks to: in this process, so that a test sees what is stored. */
	readonly server: Demo;
	/** Where this run's settings are. */
	readonly folder: string;
};

/** Starts the built wizard against an embedded API of its own, with settings of its own. */
export async function startWizard(
	t: TestContext,
	{args = [], env = {}, server, folder = settingsFolder(t), ...more}: Start = {},
): Promise<Wizard> {
	const api = server ?? (await startServer(t));
	const terminal = launch({
		args: ['dist/cli.js', '--api-url', api.url, ...args],
		env: {BYOO_CONFIG_DIR: folder, ...env},
		...more,
	});
	t.after(() => terminal.close());
	return {terminal, server: api, folder};
}

/** Starts `byoo demo`, whose server is in its own process and as slow as the real one. */
export function startDemoWizard(t: TestContext, size: {columns?: number; rows?: number} = {}): Terminal {
	const terminal = launch({
		args: ['dist/cli.js', 'demo'],
		env: {BYOO_CONFIG_DIR: settingsFolder(t)},
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

export function settingsFolder(t: TestContext): string {
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

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

/** Asserts that the shell gets the terminal back as it lent it. */
export function assertRestored(terminal: Terminal): void {
	assert.deepEqual(terminal.stty(), {isRaw: false, hasEcho: true, hasSignals: true});
	assert.equal(terminal.cursor().isVisible, true);
	const {hasBracketedPaste, isAlternateScreen, tracksMouse} = terminal.modes();
	assert.deepEqual([hasBracketedPaste, isAlternateScreen, tracksMouse], [false, false, false]);
}
