import assert from 'node:assert/strict';
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import type {Demo} from '../../source/demo/server.ts';
import {documentOf, onDemo, spawned, spawnedOnDemo} from '../support/byoo.ts';
import {hashOf, place, startServer, storedFor, writesTo} from '../support/wizard-terminal.ts';

const secret = 'set-canary-4f1c9d20ab';
const env = {STRAVA_SECRET: secret};
const bySecret = ['--client-secret-env', 'STRAVA_SECRET'];

/** The flags of a credential for the first team, in sandbox. */
const target = (server: Demo, provider: string, clientId?: string): readonly string[] => [
	...place,
	...['--team', server.teams[0]?.id ?? '', '--provider', provider],
	...(clientId === undefined ? [] : ['--client-id', clientId]),
];

async function world(t: TestContext) {
	const server = await startServer(t);
	return {server, ...onDemo(server)};
}

function fileWith(t: TestContext, text: string): string {
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-set-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const file = join(folder, 'file');
	writeFileSync(file, text);
	return file;
}

suite('byoo set', {concurrency: 2}, () => {
	test('creates a credential and says how it is known', async t => {
		const {server, run} = await world(t);
		const {code, stdout, stderr} = await run(['set', ...target(server, 'oura', 'abc'), ...bySecret], {env});
		assert.deepEqual([code, stderr], [0, '']);
		assert.match(
			stdout,
			/^Oura for Ashbourne Cardiology \(SANDBOX, us\): Credential created and read back\./,
		);
		assert.equal(storedFor(server)[0]?.clientSecretHash, hashOf(secret));
	});

	test('with --json gives the document of a save', async t => {
		const {server, json} = await world(t);
		const {code, document} = await json(
			['set', ...target(server, 'fitbit', '23QF7K'), ...bySecret, '--details-file', '-'],
			{
				env,
				now: new Date('2026-11-02T12:00:00Z'),
				input: JSON.stringify({
					fitbit: {
						workout_verify_token: 'w',
						sleep_verify_token: 's',
						body_verify_token: 'b',
						is_hr_enabled: true,
					},
				}),
			},
		);
		assert.equal(code, 0);
		const {credential, activation, warnings, ...rest} = document;
		assert.deepEqual(rest, {outcome: 'created', confirmed: 'read-back'});
		assert.deepEqual(warnings, [
			{
				field: 'client_secret',
				code: 'unusual-value',
				message:
					'Client secret: The Fitbit client secret is usually 32 hexadecimal digits in lower case, as far as is known.',
			},
			{
				code: 'retirement',
				message:
					'Fitbit ends on 2 November 2026. Set up Google Health instead: every user consents anew, for tokens cannot move. Sources disagree: September 2026, 30 September 2026 and 30 October 2026 were published too.',
			},
		]);
		assert.deepEqual(Object.keys(credential ?? {}), [
			...['id', 'provider', 'clientId', 'clientSecretHash', 'details', 'redirectUrlOverride', 'appUrl'],
			...['createdAt', 'updatedAt', 'env', 'region', 'team'],
		]);
		assert.deepEqual(credential?.details, {
			fitbit: {
				workout_verify_token: '••••••••',
				sleep_verify_token: '••••••••',
				body_verify_token: '••••••••',
				is_hr_enabled: true,
				foods_verify_token: null,
			},
		});
		assert.equal(activation?.active, false);
		assert.equal(activation?.steps.length, 3);
	});

	test('sends for a provider that has ended, with a warning, and with --strict refuses before any request', async t => {
		const {server, json} = await world(t);
		const details = {fitbit: {workout_verify_token: 'w', sleep_verify_token: 's', body_verify_token: 'b'}};
		const argv = ['set', ...target(server, 'fitbit', '23QF7K'), '--client-secret-env', 'S'];
		const running = {
			env: {S: '0123456789abcdef'.repeat(2)},
			input: JSON.stringify(details),
			now: new Date('2026-11-03T00:00:00Z'),
		};
		const strict = await json([...argv, '--details-file', '-', '--strict'], running);
		assert.deepEqual([strict.code, server.requests().length], [2, 0]);
		assert.equal(strict.document.error?.fields?.length, 1);
		assert.equal(strict.document.error?.fields?.[0]?.field, 'provider');
		assert.match(
			strict.document.error?.message ?? '',
			/^Fitbit ended on .* With --strict that is an error\.$/,
		);
		const {code, document, stderr} = await json([...argv, '--details-file', '-'], running);
		assert.deepEqual([code, document.outcome], [0, 'created']);
		assert.deepEqual(
			document.warnings?.map(one => one.code),
			['provider-ended'],
		);
		assert.match(stderr, /^Warning: Fitbit ended on 2 November 2026\. .* Sources disagree: /m);
		const before = {...running, now: new Date('2026-11-02T12:00:00Z')};
		const dry = await json([...argv, '--details-file', '-', '--strict', '--dry-run'], before);
		assert.deepEqual([dry.code, dry.document.warnings?.map(one => one.code)], [0, ['retirement']]);
	});

	test('needs --yes for what is stored, and keeps what is left out', async t => {
		const {server, json} = await world(t);
		const rotation = ['set', ...target(server, 'strava'), ...bySecret];
		const refused = await json(rotation, {env});
		assert.equal(refused.code, 2);
		assert.match(JSON.stringify(refused.document), /add --yes\./);
		assert.equal(writesTo(server), 0);
		const {code, document} = await json([...rotation, '--yes'], {env});
		assert.deepEqual([code, document.outcome], [0, 'updated']);
		const [stored] = storedFor(server, 'strava');
		assert.deepEqual([stored?.values.client_id, stored?.clientSecretHash], ['104872', hashOf(secret)]);
	});

	test('needs --replace too for another client ID, and shows both', async t => {
		const {server, run} = await world(t);
		const other = ['set', ...target(server, 'strava', '999'), ...bySecret, '--yes'];
		const {code, stderr} = await run(other, {env});
		assert.equal(code, 2);
		assert.match(stderr, /104872 → 999/);
		assert.match(stderr, /add --replace\.$/m);
		assert.equal(writesTo(server), 0);
		assert.equal((await run([...other, '--replace'], {env})).code, 0);
	});

	test('writes to production only where the very team was named, whatever else was said', async t => {
		const {server, run} = await world(t);
		const [team, other] = server.teams;
		const production = ['set', '--env', 'production', '--region', 'us', '--team', team?.name ?? ''];
		const argv = [...production, '--provider', 'oura', '--client-id', 'abc', ...bySecret];
		for (const flags of [
			[],
			['--yes'],
			['--confirm-production', team?.id ?? ''],
			['--yes', '--confirm-production', other?.id ?? ''],
		]) {
			assert.equal((await run([...argv, ...flags], {env})).code, 2, flags.join(' '));
		}
		assert.equal(writesTo(server), 0);
		assert.equal((await run([...argv, '--yes', '--confirm-production', team?.id ?? ''], {env})).code, 0);
	});

	test('takes an empty value for a variable that was never set, and clears nothing', async t => {
		const {server, run} = await world(t);
		for (const flags of [['--redirect-url-override', ''], ['--client-id=']]) {
			const {code, stderr} = await run(['set', ...target(server, 'strava'), ...bySecret, '--yes', ...flags], {
				env,
			});
			assert.equal(code, 2);
			assert.match(stderr, /(is empty\. Leave it out|A value is needed)/);
		}
		assert.equal(server.requests().length, 0);
	});

	test('clears a field, and asks again for a detail that is masked', async t => {
		const {server, run} = await world(t);
		const override = 'https://a.example/callback';
		const oura = target(server, 'oura', 'abc');
		await run(['set', ...oura, ...bySecret, '--redirect-url-override', override], {env});
		assert.equal(storedFor(server)[0]?.values.redirect_url_override, override);
		await run(['set', ...oura, ...bySecret, '--yes', '--clear', 'redirect_url_override'], {env});
		assert.equal(storedFor(server)[0]?.values.redirect_url_override, null);
		const polar = [
			'set',
			...place,
			'--team',
			server.teams[1]?.id ?? '',
			'--provider',
			'polar',
			...bySecret,
			'--yes',
		];
		const {code, stderr} = await run(polar, {env});
		assert.equal(code, 2);
		assert.match(stderr, /details\.webhook_secret: Webhook secret is stored, but masked/);
	});
});

suite('details from a file', {concurrency: 2}, () => {
	test('that no field knows are sent, with a warning that names the known ones', async t => {
		const {server, json} = await world(t);
		const argv = ['set', ...target(server, 'polar', 'abc'), ...bySecret, '--details-file', '-'];
		const input = JSON.stringify({webhook_secret: 'a-webhook-secret', webhok: 'x-y-z'});
		const {code, document, stderr} = await json(argv, {env, input});
		assert.equal(code, 0);
		assert.ok(document.warnings?.some(warning => warning.code === 'unknown-detail'));
		assert.match(
			stderr,
			/Polar is not known to have webhok; it is sent all the same\. Known: webhook_secret\./,
		);
	});

	test('that are wrapped once more are refused, with what to take away', async t => {
		const {server, run} = await world(t);
		const argv = ['set', ...target(server, 'polar', 'abc'), ...bySecret, '--details-file', '-'];
		const {code, stderr} = await run(argv, {
			env,
			input: JSON.stringify({details: {webhook_secret: 'x-y-z'}}),
		});
		assert.equal(code, 2);
		assert.match(stderr, /Give what is inside of details/);
		assert.equal(server.requests().length, 0);
	});

	test('cannot clear what is needed, and are not both given and cleared', async t => {
		const {server, run} = await world(t);
		const argv = ['set', ...target(server, 'polar', 'abc'), ...bySecret];
		const cleared = await run([...argv, '--clear', 'details.webhook_secret'], {env});
		assert.match(cleared.stderr, /Webhook secret is needed and cannot be cleared/);
		const both = ['--clear', 'redirect_url_override', '--redirect-url-override', 'https://a.example'];
		assert.match(
			(await run([...argv, ...both], {env})).stderr,
			/redirect-url-override is both given and cleared/,
		);
	});
});

suite('a secret', {concurrency: 2}, () => {
	test('is taken from standard input, a file and a command, a final line break removed and said', async t => {
		const {server, run} = await world(t);
		const sources: readonly (readonly [provider: string, flags: readonly string[], input?: string])[] = [
			['oura', ['--client-secret-stdin'], `${secret}\n`],
			['wahoo', ['--client-secret-file', fileWith(t, `${secret}\r\n`)]],
			['withings', ['--client-secret-command', `printf '%s\\n' ${secret}`]],
		];
		for (const [provider, flags, input] of sources) {
			const {code, stderr} = await run(
				['set', ...target(server, provider, 'abc'), ...flags],
				input === undefined ? {} : {input},
			);
			assert.equal(code, 0, stderr);
			assert.match(stderr, /^Client secret: The line break at its end was removed\.$/m);
			assert.equal(storedFor(server, provider)[0]?.clientSecretHash, hashOf(secret));
		}
	});

	for (const [name, input] of [
		['nothing', ''],
		['white space only', ' \n\t\n'],
		['white space around it', ` ${secret}`],
		['two line breaks at its end', `${secret}\n\n`],
		['a line break inside', `${secret}\n${secret}`],
	] as const) {
		test(`that is ${name} is refused before any request`, async t => {
			const {server, run} = await world(t);
			const argv = ['set', ...target(server, 'oura', 'abc'), '--client-secret-stdin'];
			const {code, stdout, stderr} = await run(argv, {input});
			assert.deepEqual([code, stdout, server.requests().length], [2, '', 0]);
			assert.doesNotMatch(stderr, /canary/);
		});
	}

	test('is sent exactly as it came with --keep-whitespace', async t => {
		const {server, run} = await world(t);
		const argv = ['set', ...target(server, 'oura', 'abc'), '--client-secret-stdin', '--keep-whitespace'];
		assert.equal((await run(argv, {input: ` ${secret}\n`})).code, 0);
		assert.equal(storedFor(server)[0]?.clientSecretHash, hashOf(` ${secret}\n`));
	});

	test('is never the placeholder of a printed command, nor is a client ID', async t => {
		const {server, run} = await world(t);
		for (const clientId of ['<ID>', ' <client-id> ']) {
			const {code} = await run(['set', ...target(server, 'oura', clientId), ...bySecret], {env});
			assert.equal(code, 2);
		}
		assert.equal(server.requests().length, 0);
	});

	test('is given in one way only, and standard input is read for one thing only', async t => {
		const {server, run} = await world(t);
		const base = ['set', ...target(server, 'oura', 'abc'), '--client-secret-stdin'];
		for (const more of [bySecret, ['--details-file', '-']]) {
			assert.equal((await run([...base, ...more], {env, input: secret})).code, 2);
		}
		assert.equal(server.requests().length, 0);
	});

	test('that looks like something else is refused, --keep-whitespace or not, and sent with --exact', async t => {
		const {server, json} = await world(t);
		const argv = ['set', ...target(server, 'oura', 'abc'), '--client-secret-stdin'];
		const input = `"${secret}"`;
		assert.equal((await json(argv, {input})).code, 2);
		assert.equal((await json([...argv, '--keep-whitespace'], {input})).code, 2);
		assert.equal(server.requests().length, 0);
		const {code} = await json([...argv, '--exact', 'client-secret'], {input});
		assert.equal(code, 0);
		assert.equal(storedFor(server)[0]?.clientSecretHash, hashOf(input));
	});

	test('that looks like something else is so with a line break too, which --exact alone does not keep', async t => {
		const {server, json} = await world(t);
		const argv = ['set', ...target(server, 'oura', 'abc'), '--client-secret-stdin'];
		const input = `"${secret}"\n`;
		assert.equal((await json([...argv, '--keep-whitespace'], {input})).code, 2);
		assert.equal(server.requests().length, 0);
		const {code, stderr} = await json([...argv, '--exact', 'client-secret'], {input});
		assert.equal(code, 0);
		assert.match(stderr, /The line break at its end was removed\./);
		assert.equal(storedFor(server)[0]?.clientSecretHash, hashOf(`"${secret}"`));
	});

	test('is looked at in a details file as its texts are, which are refused like those of flags', async t => {
		const {server, json} = await world(t);
		const argv = ['set', ...target(server, 'google_health', 'abc'), ...bySecret];
		const details = fileWith(
			t,
			JSON.stringify({project_number: '$NUMBER', service_account_email: 'a@b.example'}),
		);
		const {code, document} = await json([...argv, '--details-file', details], {env});
		assert.deepEqual([code, server.requests().length], [2, 0]);
		assert.match(
			document.error?.fields?.[0]?.message ?? '',
			/says where the value is.*--exact details\.project_number/,
		);
	});

	test('is not the client ID that is stored and would be kept', async t => {
		const {server, json, run} = await world(t);
		const argv = ['set', ...target(server, 'oura', '12345'), ...bySecret];
		assert.equal((await run(argv, {env})).code, 0);
		const update = ['set', ...target(server, 'oura'), '--yes', '--client-secret-stdin'];
		const before = writesTo(server);
		const {code, document} = await json(update, {input: '12345'});
		assert.deepEqual([code, writesTo(server)], [2, before]);
		assert.match(document.error?.fields?.[0]?.message ?? '', /same as the client ID.*--exact client-secret/);
		assert.equal((await json([...update, '--exact', 'client-secret'], {input: '12345'})).code, 0);
	});

	test('is not what a flag gives another field, nor a part of it', async t => {
		const {server, json} = await world(t);
		const google = [
			...['set', ...target(server, 'google_health', '123456789012'), ...bySecret],
			...['--detail', 'project_number=123456789012'],
			...['--detail', 'service_account_email=k7Wq@xz.iam.gserviceaccount.com'],
		];
		const override = `https://connect.example.com/cb?k=${secret}`;
		const address = [
			'set',
			...target(server, 'oura', 'abc'),
			...bySecret,
			'--redirect-url-override',
			override,
		];
		for (const [argv, message] of [
			[google, /^Project number: It is the same as the client ID/],
			[address, /^Redirect URL override: This looks like the client secret/],
		] as const) {
			const {code, document} = await json(argv, {env});
			assert.deepEqual([code, server.requests().length], [2, 0]);
			assert.match(document.error?.fields?.[0]?.message ?? '', message);
		}
	});

	test('is doubted together with flags and the key, before anything is sent', async t => {
		const {server, json} = await world(t);
		const argv = [
			...['set', ...target(server, 'oura', 'undefined'), '--client-secret-stdin'],
			...['--key-command', "printf '%s' '\"mg_canary\"'"],
		];
		const {code, document} = await json(argv, {input: 'null'});
		assert.deepEqual([code, server.requests().length], [2, 0]);
		const fields = document.error?.fields?.map(({field}: {field: string}) => field);
		assert.deepEqual(fields, ['client_id', 'client_secret', 'key']);
		assert.doesNotMatch(JSON.stringify(document), /canary/);
	});

	test('is not taken for the name of its variable', async t => {
		const {server, run} = await world(t);
		for (const name of [secret, '$S', 'canary/1']) {
			const argv = ['set', ...target(server, 'oura', 'abc'), '--client-secret-env', name];
			const {code, stderr} = await run(argv, {env});
			assert.equal(code, 2);
			assert.match(stderr, /--client-secret-env takes the name of a variable.*without \$\./);
			assert.doesNotMatch(stderr, /canary/);
		}
		assert.equal(server.requests().length, 0);
	});

	test('is refused together with all that is doubted about flags and details', async t => {
		const {server, json} = await world(t);
		const argv = ['set', ...target(server, 'polar', '$POLAR_ID'), '--client-secret-env', 'S'];
		const details = fileWith(t, JSON.stringify({webhook_secret: '"quoted"'}));
		const {code, document} = await json([...argv, '--details-file', details], {env: {S: 'abcd****wxyz'}});
		assert.deepEqual([code, server.requests().length], [2, 0]);
		const fields = document.error?.fields ?? [];
		assert.deepEqual(
			fields.map(({field}) => field),
			['client_id', 'client_secret', 'details.webhook_secret'],
		);
		assert.match(
			fields[2]?.message ?? '',
			/quotes.*Without that it has 6 characters\..*--exact details\.webhook_secret/,
		);
	});

	test('is not read from standard input under the name of a file', async t => {
		const server = await startServer(t);
		const stdin = openSync(fileWith(t, secret), 'r');
		t.after(() => closeSync(stdin));
		const [organization] = server.organizations;
		const argv = ['set', '--api-url', server.url, '--org', organization?.id ?? ''];
		const {code, stderr} = await spawned(
			[...argv, ...target(server, 'oura', 'abc'), '--client-secret-file', '/dev/stdin'],
			{stdin, env: {JUNCTION_MANAGEMENT_KEY: organization?.key}},
		);
		assert.equal(code, 2);
		assert.match(stderr, /The file is standard input\./);
		assert.equal(server.requests().length, 0);
	});
});

suite('what a script is told', {concurrency: 2}, () => {
	test('is all that is missing at once, with the command as far as it is known', async t => {
		const {server, run} = await world(t);
		const {code, stderr} = await run(['set', '--env', 'sandbox', '--provider', 'strava'], {
			env: {JUNCTION_MANAGEMENT_KEY: undefined},
		});
		assert.equal(code, 2);
		for (const word of [
			'--region us|eu',
			'--team ID|NAME',
			'--client-secret-stdin',
			'JUNCTION_MANAGEMENT_KEY',
		]) {
			assert.ok(stderr.includes(`  ${word}`), word);
		}
		assert.match(stderr, /^ {2}byoo set --api-url .* --env sandbox --provider strava --region '<us\|eu>'/m);
		assert.equal(server.requests().length, 0);
	});

	test('is the request of a dry run, its secrets masked, and nothing is written', async t => {
		const {server, json} = await world(t);
		const {code, document} = await json(
			['set', ...target(server, 'polar', 'abc'), ...bySecret, '--details-file', '-', '--dry-run'],
			{
				env,
				input: JSON.stringify({webhook_secret: 'a-webhook-canary', added: 'another-canary'}),
			},
		);
		assert.equal(code, 0);
		assert.doesNotMatch(JSON.stringify(document), /canary/);
		assert.deepEqual(document.dryRun, {
			method: 'POST',
			url: `${server.url}/v1/org/${server.organizations[0]?.id}/team_custom_credentials/sandbox/us`,
			headers: ['accept', 'content-type', 'user-agent', 'X-Management-Key'],
			body: {
				team_id: server.teams[0]?.id,
				provider: 'polar',
				client_id: 'abc',
				client_secret: '••••••••',
				details: {added: '••••••••', webhook_secret: '••••••••'},
				redirect_url_override: null,
			},
		});
		assert.equal(writesTo(server), 0);
	});

	const outcomes: readonly (readonly [clientId: string, code: number, kind?: string])[] = [
		['demo-422', 1, 'correct'],
		['demo-401', 4, 'reauthenticate'],
		['demo-302', 1, 'correct'],
		['demo-differs', 5, 'uncertain'],
		['demo-500', 5, 'uncertain'],
		['demo-unlisted', 5, 'uncertain'],
		['demo-500-stored', 0],
		['demo-cut', 0],
		['demo-garbage', 0],
		['demo-503', 0],
	];
	for (const [clientId, code, kind] of outcomes) {
		test(`is exit code ${code} after ${clientId}, and no secret`, async t => {
			const {server, json} = await world(t);
			const ran = await json(['set', ...target(server, 'oura', clientId), ...bySecret], {env});
			assert.equal(ran.code, code, JSON.stringify(ran));
			const error = ran.document.error;
			assert.equal(error?.kind, kind);
			assert.doesNotMatch(JSON.stringify(ran), /canary/);
		});
	}

	test('is an error as one document, with the fields by their names in the API', async t => {
		const {server, json} = await world(t);
		const {document} = await json(['set', ...target(server, 'oura', 'demo-422'), ...bySecret], {env});
		const {requestId, ...error} = document.error ?? {};
		assert.match(String(requestId), /^req_demo_/);
		assert.deepEqual(error, {
			kind: 'correct',
			status: 422,
			message:
				'The server refused the credential (422): client_id does not belong to an application of this provider.',
			advice: 'Correct the fields that are named, then send it again.',
			fields: [{field: 'client_id', message: 'client_id does not belong to an application of this provider'}],
		});
	});

	test('is saved, by the answer alone, where the API offers nothing but saving', async t => {
		const {server, json} = await world(t);
		const key = {JUNCTION_MANAGEMENT_KEY: 'mg_demo_saves_only', ...env};
		const argv = ['set', ...target(server, 'oura', 'abc'), ...bySecret];
		assert.equal((await json(argv, {env: key})).code, 2);
		const {code, document} = await json([...argv, '--yes'], {env: key});
		assert.deepEqual([code, document.outcome, document.confirmed], [0, 'saved', 'answer']);
		assert.match(JSON.stringify(document.warnings), /stored-unreadable/);
	});

	test('is never a value of the command line', async t => {
		const {server, run} = await world(t);
		for (const argv of [
			['set', '--client-secret=canary'],
			['set', '--client-secret', 'canary'],
			['set', '--secret', 'canary'],
			['set', '--org-key=canary'],
			['set', 'canary'],
			['set', '--unheard-of=canary'],
			['set', '--provider', 'canary'],
			['set', '--client-secret-env', 'canary', ...target(server, 'oura', 'abc')],
			['set', '--client-secret-file', 'canary', ...target(server, 'oura', 'abc')],
			['set', '--client-secret-command', 'exit 3 # canary', ...target(server, 'oura', 'abc')],
			['canary'],
		]) {
			for (const more of [[], ['--json']]) {
				const {code, stdout, stderr} = await run([...argv, ...more]);
				assert.equal(code, 2, argv.join(' '));
				assert.doesNotMatch(stdout + stderr, /canary/, argv.join(' '));
			}
		}
		assert.equal(writesTo(server), 0);
	});

	test('is in the report, for whoever goes on', async t => {
		const {server, run} = await world(t);
		const file = fileWith(t, '');
		const argv = ['set', ...target(server, 'oura', 'abc'), ...bySecret, '--report'];
		assert.equal((await run([...argv, file], {env})).code, 2, 'a file that is there is not written over');
		assert.equal(writesTo(server), 0);
		const {code, stderr} = await run([...argv, `${file}.md`], {env});
		assert.deepEqual([code, stderr], [0, `The report is in ${file}.md.\n`]);
		const report = readFileSync(`${file}.md`, 'utf8');
		assert.match(report, /^# Oura for Ashbourne Cardiology, sandbox$/m);
		assert.doesNotMatch(report, /canary/);
	});
});

test('Ctrl+C ends a save with 130 and tells how to look', async t => {
	const server = await startServer(t);
	const {child, ended} = spawnedOnDemo(server).start(
		['set', ...target(server, 'oura', 'demo-timeout'), ...bySecret, '--json'],
		{
			env,
		},
	);
	while (writesTo(server) === 0) await new Promise(setImmediate);
	child.kill('SIGINT');
	const ran = await ended;
	assert.equal(ran.code, 130);
	assert.match(JSON.stringify(documentOf(ran)), /It was sent and may be stored.*Check with: byoo list --org/);
});
