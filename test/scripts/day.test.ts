import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {byoo, documentOf, spawnByoo, spawned, start} from '../support/byoo.ts';
import {place} from '../support/wizard-terminal.ts';

// One day of a script, from an empty team to a manifest, against the server that `byoo demo --serve` starts.

const token = {env: 'A'};
const verifyTokens = {
	workout_verify_token: 'workout-token',
	sleep_verify_token: 'sleep-token',
	body_verify_token: 'body-token',
};

/** Ten providers with all that they need. */
const wanted: readonly {readonly slug: string; readonly clientId: string; readonly details?: object}[] = [
	{slug: 'oura', clientId: 'oura-app'},
	{slug: 'wahoo', clientId: 'wahoo-app'},
	{slug: 'withings', clientId: 'withings-app'},
	{slug: 'garmin', clientId: 'garmin-app'},
	{slug: 'whoop_v2', clientId: '3c9a52e0-61b7-4f7e-a2c1-0e4d8f7b6a90'},
	{slug: 'dexcom_v3', clientId: 'dexcom-app'},
	{slug: 'fitbit', clientId: '23QF7K', details: {fitbit: verifyTokens}},
	{slug: 'polar', clientId: 'polar-app', details: {webhook_secret: 'a-webhook-secret'}},
	{slug: 'my_fitness_pal_v2', clientId: 'mfp-app', details: {client: 'mfp'}},
	{
		slug: 'google_health',
		clientId: 'a.apps.googleusercontent.com',
		details: {project_number: '42', service_account_email: 'a@b.iam.gserviceaccount.com'},
	},
];

test('ten providers are set, listed, one deleted, and kept as a manifest says', async t => {
	const serving = start(['demo', '--serve']);
	t.after(() => serving.stop('SIGINT'));
	while (!serving.stdout().includes(lastWords)) await new Promise(setImmediate);
	const {url, key, org} = access(serving.stdout());
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-day-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const env = {JUNCTION_MANAGEMENT_KEY: key, A: 'a-client-secret', W: 'a-webhook-secret', V: 'verify-token'};
	const run = async ([command = '', ...argv]: readonly string[], input = '') => {
		const ran = await byoo([command, '--api-url', url, '--org', org, ...argv, '--json'], {env, input});
		return {code: ran.code, document: documentOf(ran)};
	};
	const team = ['--team', 'Copper Hollow Sleep Lab'];

	for (const {slug, clientId, details} of wanted) {
		const flags = [
			...place,
			...team,
			'--provider',
			slug,
			'--client-id',
			clientId,
			'--client-secret-env',
			'A',
		];
		const file = details ? ['--details-file', '-'] : [];
		const {code, document} = await run(['set', ...flags, ...file], JSON.stringify(details));
		assert.deepEqual(
			[code, document.outcome, document.confirmed],
			[0, 'created', 'read-back'],
			JSON.stringify(document),
		);
	}
	const listed = (await run(['list', ...place, ...team])).document.credentials ?? [];
	assert.deepEqual(listed.map(({provider}) => provider).sort(), wanted.map(({slug}) => slug).sort());
	const gone = listed.find(({provider}) => provider === 'oura')?.id;
	const deleted = await run(['delete', ...place, ...team, '--provider', 'oura', '--yes']);
	assert.deepEqual([deleted.code, deleted.document.deleted], [0, [gone]]);

	const file = join(folder, 'fleet.json');
	const details: Readonly<Record<string, object>> = {
		fitbit: {fitbit: Object.fromEntries(Object.keys(verifyTokens).map(name => [name, {env: 'V'}]))},
		polar: {webhook_secret: {env: 'W'}},
	};
	const rows = wanted.map(({slug, clientId, details: known}) => ({
		...{
			team: team[1],
			env: 'sandbox',
			region: 'us',
			provider: slug,
			client_id: clientId,
			client_secret: token,
		},
		...(known ? {details: details[slug] ?? known} : {}),
	}));
	writeFileSync(file, JSON.stringify({version: 1, credentials: rows}, null, 2));
	const plan = await run(['plan', file, '--detailed-exitcode']);
	assert.equal(plan.code, 6);
	const actions = (document: typeof plan.document) => (document.plan ?? []).map(({action}) => action);
	assert.deepEqual(actions(plan.document), ['create', ...Array(9).fill('resend')]);
	const applied = await run(['apply', file, '--yes']);
	assert.deepEqual(
		[applied.code, applied.document.summary?.created, applied.document.summary?.resent],
		[0, 1, 9],
	);
	const again = await run(['plan', file, '--detailed-exitcode']);
	assert.deepEqual([again.code, actions(again.document)], [0, Array(10).fill('resend')]);

	serving.stop('SIGINT');
	assert.equal((await serving.ended).code, 130);
});

test('the server is a process that others can ask, until Ctrl+C', async () => {
	const serving = spawnByoo(['demo', '--serve']);
	const {url, key, org} = access(await firstLines(serving.child.stdout));
	const env = {JUNCTION_MANAGEMENT_KEY: key};
	const listed = await spawned(['list', '--api-url', url, '--org', org, ...place, '--json'], {env});
	assert.equal(documentOf(listed).credentials?.length, 3);
	serving.child.kill('SIGINT');
	assert.equal((await serving.ended).code, 130);
});

const lastWords = 'Ctrl+C ends it.';

/** How the server says it can be used. */
const access = (said: string) => ({
	url: /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '',
	key: /mg_demo_\w+/.exec(said)?.[0] ?? '',
	org: /[0-9a-f-]{36}/.exec(said)?.[0] ?? '',
});

/** What the server says once it can be used. */
async function firstLines(stream: NodeJS.ReadableStream | null): Promise<string> {
	let text = '';
	assert.ok(stream);
	await new Promise<void>(resolve => {
		stream.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			if (text.includes(lastWords)) resolve();
		});
	});
	return text;
}
