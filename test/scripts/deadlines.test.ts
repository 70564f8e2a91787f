import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {listed, organizationId, row, teamId} from '../support/credentials.ts';
import {runHere} from '../support/in-process.ts';
import {type Script, startScriptedServer} from '../support/scripted-server.ts';
import {place, settingsFolder} from '../support/wizard-terminal.ts';

const env = {JUNCTION_MANAGEMENT_KEY: 'mg_deadline_key', S: 'a-made-up-value-4711'};
const target = [...place, '--team', teamId, '--provider', 'oura', '--client-id', 'abc'];
const bySecret = ['--client-secret-env', 'S'];

/** Runs a command against a server that answers by the script, and gives its one document. */
async function json(t: TestContext, script: Script, [command = '', ...argv]: readonly string[]) {
	const server = await startScriptedServer(t, script);
	const api = ['--api-url', server.url, '--org', organizationId, '--json'];
	const run = runHere([command, ...api, ...argv], {env, configFolder: settingsFolder()});
	const ended = run.ended.then(({code, stdout, stderr}) => ({code, stderr, document: JSON.parse(stdout)}));
	return {server, run, ended};
}

const noTeams = {status: 200, json: {teams: [], next_cursor: null}};

suite('the deadline of a job', {concurrency: 4}, () => {
	test('ends reading in the middle of a body, and says so', async t => {
		const {ended} = await json(t, () => 'stall', ['list', ...place, '--deadline', '1']);
		const {code, document} = await ended;
		assert.equal(code, 1);
		assert.equal(document.error.message, 'The deadline passed while reading the teams.');
	});

	test('ends pages that go on and on, however quickly each comes', async t => {
		const endless: Script = ({path}, index) =>
			path.endsWith('/team')
				? {status: 200, json: {teams: [{id: `t${index}`}], next_cursor: `${index}`}}
				: listed();
		const {ended, server} = await json(t, endless, ['list', ...place, '--deadline', '1', '--timeout', '600']);
		const {code, document} = await ended;
		assert.deepEqual([code, document.error.kind], [1, 'retry']);
		assert.ok(server.requests.length < 1000);
	});

	test('before anything is sent leaves nothing sent', async t => {
		const script: Script = ({path}) => (path.endsWith('/team') ? noTeams : 'hang');
		const {ended, server} = await json(t, script, ['set', ...target, ...bySecret, '--deadline', '1']);
		const {code, document} = await ended;
		assert.deepEqual([code, document.error.message], [1, 'The deadline passed. Nothing was sent.']);
		assert.ok(server.requests.every(({method}) => method === 'GET'));
	});

	test('while a write is under way is exit code 5, and tells how to look', async t => {
		const script: Script = ({method, path}) =>
			path.endsWith('/team') ? noTeams : method === 'POST' ? 'hang' : listed();
		const {ended} = await json(t, script, ['set', ...target, ...bySecret, '--deadline', '1']);
		const {code, document} = await ended;
		assert.deepEqual([code, document.outcome, document.confirmed], [5, 'unconfirmed', false]);
		assert.match(document.error.message, /^The deadline passed\. It was sent and may be stored\.$/);
		assert.match(document.error.advice, /Check with: byoo list --org/);
	});

	test('ends a manifest: what is under way is unconfirmed, the rest is not begun', async t => {
		const folder = mkdtempSync(join(os.tmpdir(), 'byoo-deadline-'));
		t.after(() => rmSync(folder, {recursive: true, force: true}));
		const file = join(folder, 'fleet.yaml');
		const rows = ['oura', 'wahoo', 'strava'].map(
			slug =>
				`  - {team: ${teamId}, env: sandbox, region: us, provider: ${slug}, client_id: a, client_secret: {env: S}}`,
		);
		writeFileSync(file, ['version: 1', 'credentials:', ...rows].join('\n'));
		const script: Script = ({method, path}) =>
			path.endsWith('/team') ? noTeams : method === 'POST' ? 'hang' : listed();
		const {ended} = await json(t, script, ['apply', file, '--concurrency', '1', '--deadline', '1']);
		const {code, document, stderr} = await ended;
		assert.equal(code, 5);
		assert.deepEqual([document.summary.unconfirmed, document.summary.notBegun], [1, 2]);
		assert.match(stderr, /^The deadline passed: no further row is begun\.$/m);
	});

	test('that is no number of seconds is refused', async t => {
		for (const given of ['0', '-1', 'soon', '1e9']) {
			const {ended} = await json(t, () => noTeams, ['list', ...place, `--deadline=${given}`]);
			assert.equal((await ended).code, 2, given);
		}
	});
});

test('a request to stop is told from a deadline by its exit code', async t => {
	for (const [signal, expected] of [
		['SIGINT', 130],
		['SIGTERM', 130],
		['SIGHUP', 129],
		['SIGQUIT', 131],
	] as const) {
		const {ended, run, server} = await json(t, () => 'stall', ['list', ...place]);
		await server.received(1);
		run.stop(signal);
		const {code, document} = await ended;
		assert.deepEqual([code, document.error.message], [expected, 'Cancelled; nothing was sent.'], signal);
	}
});

test('an answer to a save that names another team is saved, with a warning', async t => {
	const other = '0b6e8a1e-2222-4a4a-8a8a-0000000000ff';
	const saved = row({provider: 'oura', source: 'oura', client_id: 'abc'});
	let isSaved = false;
	const script: Script = ({method, path}) => {
		if (path.endsWith('/team')) return noTeams;
		if (method === 'POST') isSaved = true;
		return method === 'POST'
			? {status: 200, json: {...saved, team_id: other}}
			: isSaved
				? listed(saved)
				: listed();
	};
	const {ended} = await json(t, script, ['set', ...target, ...bySecret]);
	const {code, document} = await ended;
	assert.deepEqual([code, document.outcome], [0, 'created']);
	const codes = document.warnings.map((warning: {readonly code: string}) => warning.code);
	assert.ok(codes.includes('other-team'), codes.join());
});
