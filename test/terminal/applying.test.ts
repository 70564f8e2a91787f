import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import type {Demo} from '../../source/demo/server.ts';
import {keys} from '../support/keys.ts';
import {launch} from '../support/terminal.ts';
import {settingsFolder, startServer} from '../support/wizard-terminal.ts';

/** Starts `byoo apply` of so many rows on a terminal. */
async function applying(t: TestContext, count: number, latencyScale: number, columns = 80) {
	const server = await startServer(t, {latencyScale});
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-applying-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const file = join(folder, 'fleet.yaml');
	writeFileSync(file, ['version: 1', 'credentials:', ...rowsOf(server, count)].join('\n'));
	const [organization] = server.organizations;
	const terminal = launch({
		args: ['dist/cli.js', 'apply', file, '--api-url', server.url, '--org', organization?.id ?? ''],
		env: {
			BYOO_CONFIG_DIR: settingsFolder(),
			JUNCTION_MANAGEMENT_KEY: organization?.key,
			S: 'a-client-secret',
		},
		columns,
	});
	t.after(() => terminal.close());
	return {server, terminal};
}

const rowsOf = ({teams}: Demo, count: number): readonly string[] =>
	teams
		.slice(0, count)
		.map(
			({id, region}) =>
				`  - {team: ${id}, env: sandbox, region: ${region}, provider: oura, client_id: abc, client_secret: {env: S}}`,
		);

test('a run shows a bar below its results, which is gone at the end', async t => {
	const {terminal} = await applying(t, 30, 0.1);
	await terminal.waitFor(/[█░]{24} \d+ of 30/);
	assert.equal((await terminal.exited).exitCode, 0);
	assert.doesNotMatch(terminal.all(), /[█░]/);
	assert.equal(
		terminal
			.all()
			.split('\n')
			.filter(line => line.startsWith('✔ created ')).length,
		30,
	);
	assert.match(terminal.screen(), /30 created\./);
});

test('a bar fits a narrow terminal', async t => {
	const {terminal} = await applying(t, 8, 0.1, 30);
	assert.equal((await terminal.exited).exitCode, 0);
	assert.doesNotMatch(terminal.all(), /[█░]/);
});

test('Ctrl+C finishes what is under way and tells the rest', async t => {
	const {server, terminal} = await applying(t, 60, 0.6);
	await terminal.waitFor('✔ created');
	terminal.write(keys.ctrlC);
	await terminal.waitFor('Stopping: rows under way are finished.');
	assert.equal((await terminal.exited).exitCode, 130);
	const count = server.stored().filter(({provider}) => provider === 'oura').length;
	assert.match(terminal.screen(), new RegExp(`${count} created, ${60 - count} not begun\\.`));
});

test('Ctrl+C twice leaves at once, and says what may have arrived', async t => {
	const {terminal} = await applying(t, 60, 3);
	await terminal.waitFor('0 of 60');
	terminal.write(keys.ctrlC);
	await terminal.waitFor('Stopping');
	terminal.write(keys.ctrlC);
	assert.equal((await terminal.exited).exitCode, 130);
	assert.match(terminal.screen(), /not begun/);
});
