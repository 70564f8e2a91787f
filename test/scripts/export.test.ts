import assert from 'node:assert/strict';
import {suite, type TestContext, test} from 'node:test';
import {byoo, onDemo} from '../support/byoo.ts';
import {startServer} from '../support/wizard-terminal.ts';

const now = new Date('2026-08-01T12:00:00Z');

async function world(t: TestContext) {
	const server = await startServer(t, {now: () => now.getTime()});
	const {run} = onDemo(server);
	return {server, run, exported: (...argv: readonly string[]) => run(['export', ...argv], {now})};
}

suite('byoo export --provider', () => {
	test('writes what is stored of one provider', async t => {
		const {exported} = await world(t);
		const {code, stdout} = await exported('--provider', 'fitbit');
		assert.equal(code, 0);
		assert.deepEqual(stdout.match(/(?<=provider: ).*/g), ['fitbit', 'fitbit']);
		assert.match((await exported('--provider', 'oura')).stdout, /^credentials: \[\]$/m);
	});

	test('with --as writes the manifest to move with, and says what that means on standard error too', async t => {
		const {exported} = await world(t);
		const {code, stdout, stderr} = await exported('--provider', 'fitbit', '--as', 'google_health');
		assert.equal(code, 0);
		assert.deepEqual(stdout.match(/(?<=provider: )\w+$/gm)?.slice(-2), ['google_health', 'google_health']);
		const heading = stdout.slice(0, stdout.indexOf('\n\n')).replaceAll(/^# /gm, '');
		assert.match(heading, /^From Fitbit to Google Health[\s\S]+Both run side by side until Fitbit ends/);
		assert.ok(stderr.startsWith(`${heading}\n`), stderr);
		assert.match(stderr, /2 secrets are named as environment variables\. Set them before apply\.\n$/);
		const json = await exported('--provider', 'fitbit', '--as', 'google_health', '--json');
		assert.equal(JSON.parse(json.stdout).credentials.length, 2);
		assert.ok(json.stderr.startsWith(heading));
	});

	test('with --as leaves out what is set already', async t => {
		const {server, run, exported} = await world(t);
		const team = server.teams[3]?.id ?? '';
		const set = [
			...[
				'set',
				'--env',
				'sandbox',
				'--region',
				'eu',
				'--team',
				team,
				'--provider',
				'google_health',
				'--client-id',
				'abc',
			],
			...[
				'--detail',
				'project_number=42',
				'--detail',
				'service_account_email=a@b.example',
				'--client-secret-env',
				'S',
			],
		];
		assert.equal((await run(set, {env: {S: 'a1b2c3d4e5f6'}})).code, 0);
		const {stdout, stderr} = await exported('--provider', 'fitbit', '--as', 'google_health');
		assert.deepEqual(stdout.match(/(?<=^ +env: ).*/gm), ['production']);
		assert.match(stderr, /^Google Health is set already, so left out: Clínica São Bento, sandbox, eu\.$/m);
	});

	for (const [flags, words] of [
		[['--as', 'google_health'], /^--as needs --provider, which says what to move from\.$/],
		[['--provider', 'fitbit', '--as', 'fitbit'], /^--as takes another provider than --provider\.$/],
		[
			['--provider', 'fitbit', '--as', 'health_connect'],
			/your own application, and Health Connect does not\. Your app reads/,
		],
		[
			['--provider', 'fitbit', '--as', 'freestyle_libre'],
			/FreeStyle Libre does not\. Not OAuth: a practice ID/,
		],
		[['--provider', 'fitbit', '--as', 'gogle_health'], /the nearest: google_health/],
		[['--provider', 'fitbot', '--as', 'google_health'], /^--provider takes one of the API’s names/],
	] as const) {
		test(`refuses ${flags.join(' ')}`, async () => {
			const {code, stdout} = await byoo(['export', ...flags, '--json']);
			const {error} = JSON.parse(stdout);
			assert.deepEqual([code, error.fields.length], [2, 1]);
			assert.match(error.fields[0].message, words);
		});
	}
});
