import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {after, suite, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {keys} from '../support/keys.ts';
import {launch, nodeUnderTest, type Terminal} from '../support/terminal.ts';
import {onUsualDays} from '../support/thorough.ts';
import {
	assertRestored,
	hashOf,
	settingsFolder,
	startServer,
	startWizard,
	storedFor,
	straightToFields,
} from '../support/wizard-terminal.ts';
import {answerStep, at, walkTo} from '../support/wizard-walk.ts';

const folder = mkdtempSync(join(os.tmpdir(), 'byoo dropped '));
after(() => rmSync(folder, {recursive: true, force: true}));

const written = (name: string, text: string): string => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};

const google = {
	id: '123456789012-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com',
	secret: 'GOCSPX-canary0123456789abcdefghijkl',
};
const strava = {id: '12345', secret: 'ca0a456789abcdef0123456789abcdef01234567'};

const files = {
	google_health: written(
		'client_secret_1.json',
		JSON.stringify({web: {client_id: google.id, client_secret: google.secret}}),
	),
	strava: written('our keys.env', `STRAVA_CLIENT_ID=${strava.id}\nSTRAVA_CLIENT_SECRET=${strava.secret}\n`),
} as const;

/** How terminals type the path of what is dropped on them. */
const typed = {
	'in quotes': (path: string) => `'${path}' `,
	'with its spaces escaped': (path: string) => path.replaceAll(' ', '\\ '),
	'as an address': (path: string) => pathToFileURL(path).href,
} as const;

/** Reads the dropped file after its question, and takes all that is in it. */
async function readAndUse(terminal: Terminal): Promise<void> {
	await terminal.waitFor(/^❯ Read the file$/m);
	terminal.write(keys.enter);
	await terminal.waitFor(/^❯ Use (?:both|all 3)$/m);
	terminal.write(keys.enter);
}

async function drop(terminal: Terminal, path: string, field: string): Promise<void> {
	terminal.paste(path);
	if (field === 'Client ID') return;
	await terminal.waitFor(/^❯ •{8} {2}\d+ characters$/m);
	terminal.write(keys.enter);
}

async function enterAccount(terminal: Terminal): Promise<void> {
	await terminal.waitFor(/^Service account email$/m);
	terminal.write(`byoo@example-project.iam.gserviceaccount.com${keys.enter}`);
}

suite('a file dropped on the terminal', () => {
	for (const [how, field] of onUsualDays(1, [
		['in quotes', 'Client ID'],
		['with its spaces escaped', 'Client secret'],
		['as an address', 'Client secret'],
	] as const)) {
		test(`${how}, at the ${field}, is saved as what is in it`, async t => {
			const {terminal, server} = await startWizard(t, straightToFields('strava'));
			await walkTo(terminal, field);
			await drop(terminal, typed[how](files.strava), field);
			await readAndUse(terminal);
			await at(terminal, 'Redirect URL override');
			await walkTo(terminal, 'Saved');
			const [row] = storedFor(server, 'strava');
			assert.equal(row?.clientSecretHash, hashOf(strava.secret));
			assert.ok(JSON.stringify(row).includes(`"${strava.id}"`));
			assert.ok(!terminal.raw().includes(strava.secret));
		});
	}

	for (const field of onUsualDays(1, ['Client secret', 'Client ID'])) {
		test(`that is Google’s, at the ${field}, answers the project number too`, async t => {
			const {terminal, server} = await startWizard(t, straightToFields('google_health'));
			await walkTo(terminal, field, {clientId: google.id});
			await drop(terminal, typed['in quotes'](files.google_health), field);
			await readAndUse(terminal);
			await terminal.waitFor(/^✔ Project number +123456789012$/m);
			await enterAccount(terminal);
			await at(terminal, 'Redirect URL override');
			await walkTo(terminal, 'Saved');
			const [row] = storedFor(server, 'google_health');
			assert.equal(row?.clientSecretHash, hashOf(google.secret));
			assert.ok(JSON.stringify(row).includes(google.id));
			assert.ok(!terminal.raw().includes('canary'));
		});
	}

	test('with the bare secret in it is that secret', async t => {
		const path = written('strava.secret', `${strava.secret}\n`);
		const {terminal, server} = await startWizard(t, straightToFields('strava'));
		await walkTo(terminal, 'Client secret', {clientId: strava.id});
		await drop(terminal, path.replaceAll(' ', '\\ '), 'Client secret');
		await terminal.waitFor(/^❯ Read the file$/m);
		terminal.write(keys.enter);
		await terminal.waitFor(/^❯ •{8} {2}40 characters$/m);
		terminal.write(keys.enter);
		await at(terminal, 'Redirect URL override');
		await walkTo(terminal, 'Saved');
		assert.equal(storedFor(server, 'strava')[0]?.clientSecretHash, hashOf(strava.secret));
		assert.ok(!terminal.raw().includes(strava.secret));
	});
});

test('the file of --from answers its fields before anything is asked', async t => {
	const {args, env} = straightToFields('google_health');
	const {terminal, server} = await startWizard(t, {env, args: [...args, '--from', files.google_health]});
	await walkTo(terminal, 'Register');
	await answerStep(terminal);
	await enterAccount(terminal);
	await at(terminal, 'Redirect URL override');
	await walkTo(terminal, 'Saved');
	const [row] = storedFor(server, 'google_health');
	assert.equal(row?.clientSecretHash, hashOf(google.secret));
	assert.ok(!terminal.raw().includes('canary'));
});

test('a document that is piped into --from - is read, and keys come from the terminal', async t => {
	const {args, env} = straightToFields('strava');
	const server = await startServer(t);
	const words = ['--no-opt', 'dist/cli.js', '--api-url', server.url, ...args, '--from', '-'];
	const terminal = launch({
		file: '/bin/sh',
		args: ['-c', 'cat "$0" | "$@"', files.strava, nodeUnderTest, ...words],
		env: {...env, BYOO_CONFIG_DIR: settingsFolder()},
	});
	t.after(() => terminal.close());
	await walkTo(terminal, 'Saved');
	const [row] = storedFor(server, 'strava');
	assert.equal(row?.clientSecretHash, hashOf(strava.secret));
	assert.ok(!terminal.raw().includes(strava.secret));
	terminal.write(keys.enter);
	assert.equal((await terminal.exited).exitCode, 0);
	assertRestored(terminal);
});

test('--from - is refused where standard input is the terminal', async t => {
	const {terminal} = await startWizard(t, {args: ['--from', '-']});
	await terminal.waitFor('- is standard input, which is the terminal here');
	assert.equal((await terminal.exited).exitCode, 2);
});
