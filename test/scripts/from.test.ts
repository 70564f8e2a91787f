import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {onDemo} from '../support/byoo.ts';
import {hashOf, place, startServer, storedFor, writesTo} from '../support/wizard-terminal.ts';

const googleId = '123456789012-a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4.apps.googleusercontent.com';
const googleSecret = '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';
const callback = 'https://api.sandbox.us.junction.com/v2/link/connect/google_health';
const email = ['--detail', 'service_account_email=sync@my-project-42.iam.gserviceaccount.com'];
const stravaSecret = '0a1b2c3d4e5f'.repeat(4).slice(0, 40);

const google = (...uris: readonly string[]): string =>
	JSON.stringify({
		web: {
			client_id: googleId,
			client_secret: googleSecret,
			...(uris.length > 0 && {redirect_uris: uris}),
		},
	});

async function world(t: TestContext) {
	const server = await startServer(t);
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-from-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const {run, json} = onDemo(server);
	const target = (provider: string, team = 0) => [
		'set',
		...place,
		...['--team', server.teams[team]?.id ?? '', '--provider', provider],
	];
	return {
		server,
		run,
		json,
		target,
		fileWith(text: string): string {
			const file = join(folder, 'document');
			writeFileSync(file, text);
			return file;
		},
	};
}

suite('a document given by --from', {concurrency: 2}, () => {
	test('gives client ID and secret, and the number of Google’s project', async t => {
		const {server, json, target, fileWith} = await world(t);
		const argv = [...target('google_health'), ...email, '--from', fileWith(google(callback))];
		const {code, stderr, document} = await json(argv);
		assert.deepEqual([code, stderr, document.warnings], [0, '', []]);
		const [stored] = storedFor(server, 'google_health');
		assert.deepEqual([stored?.values.client_id, stored?.clientSecretHash], [googleId, hashOf(googleSecret)]);
		assert.match(JSON.stringify(stored?.values.details), /"project_number":"123456789012"/);
		assert.doesNotMatch(JSON.stringify(document), /canary/);
	});

	test('is read from standard input, and is of the provider whose names it has', async t => {
		const {server, run, target} = await world(t);
		const input = `OURA_CLIENT_ID=abc\nOURA_CLIENT_SECRET=other\nexport STRAVA_CLIENT_ID="12345"\nexport STRAVA_CLIENT_SECRET="${stravaSecret}"\n`;
		const {code, stderr} = await run([...target('strava'), '--from', '-', '--yes', '--replace'], {input});
		assert.deepEqual([code, stderr], [0, '']);
		const [stored] = storedFor(server, 'strava').slice(-1);
		assert.deepEqual([stored?.values.client_id, stored?.clientSecretHash], ['12345', hashOf(stravaSecret)]);
	});

	test('is read whatever is around its values', async t => {
		const {server, run, target} = await world(t);
		for (const input of [
			`client_id: 12345\nclient_secret: |\n  ${stravaSecret}\n`,
			`environment:\n  - "STRAVA_CLIENT_ID=12345"\n  - "STRAVA_CLIENT_SECRET=${stravaSecret}"\n`,
			`kind: Secret\ndata:\n  client_id: ${btoa('12345')}\n  client_secret: ${btoa(stravaSecret)}\n`,
			`Client ID\nCopy\n12345\nClient Secret\nShow\n${stravaSecret}\n`,
			`CLIENT_ID=12345 CLIENT_SECRET=${stravaSecret}`,
			`client_id=12345&client_secret=${stravaSecret}`,
		]) {
			const {code, stderr} = await run([...target('strava'), '--from', '-', '--yes', '--replace'], {input});
			assert.deepEqual([code, stderr], [0, ''], input);
			const [stored] = storedFor(server, 'strava').slice(-1);
			assert.deepEqual(
				[stored?.values.client_id, stored?.clientSecretHash],
				['12345', hashOf(stravaSecret)],
				input,
			);
		}
	});

	test('is the one source of the secret, and the one use of standard input', async t => {
		const {server, json, target} = await world(t);
		const cases: readonly (readonly [more: readonly string[], message: RegExp])[] = [
			[['--client-secret-stdin'], /in one way only\. --from is one/],
			[['--client-secret-env', 'S'], /in one way only\. --from is one/],
			[['--client-secret-file', 's.txt'], /in one way only\. --from is one/],
			[['--client-secret-command', 'false'], /in one way only\. --from is one/],
			[['--details-file', '-'], /Standard input is asked for twice/],
		];
		for (const [more, message] of cases) {
			const {code, document} = await json([...target('strava'), '--from', '-', ...more], {input: google()});
			assert.equal(code, 2, more.join(' '));
			assert.match(document.error?.message ?? '', message);
		}
		assert.equal(server.requests().length, 0);
	});

	test('may say again what is given besides, but nothing else', async t => {
		const {server, json, target, fileWith} = await world(t);
		const document = fileWith(`CLIENT_ID=12345\nCLIENT_SECRET=${stravaSecret}\n`);
		const other = await json([...target('strava', 1), '--from', document, '--client-id', '99999']);
		assert.deepEqual([other.code, server.requests().length], [2, 0]);
		assert.deepEqual(
			other.document.error?.fields?.map(({field}) => field),
			['client_id'],
		);
		assert.doesNotMatch(JSON.stringify(other.document), /12345|99999/);
		const same = await json([...target('strava', 1), '--from', document, '--client-id', '12345']);
		assert.equal(same.code, 0, same.stderr);
	});

	test('may have a detail that a details file has too, if it is the same', async t => {
		const {json, target, fileWith} = await world(t);
		const document = fileWith('CLIENT_ID=abc\nCLIENT_SECRET=def123\nPOLAR_WEBHOOK_SECRET=hook-1\n');
		const argv = [...target('polar', 0), '--from', document, '--details-file', '-', '--dry-run'];
		const codes = [];
		for (const hook of ['hook-1', 'hook-2']) {
			codes.push((await json(argv, {input: JSON.stringify({webhook_secret: hook})})).code);
		}
		assert.deepEqual(codes, [0, 2]);
	});

	test('gives way where its project number only follows from the client ID', async t => {
		const {server, json, target, fileWith} = await world(t);
		const argv = [...target('google_health'), ...email, '--from', fileWith(google())];
		const {code} = await json([...argv, '--detail', 'project_number=42']);
		assert.equal(code, 0);
		assert.match(
			JSON.stringify(storedFor(server, 'google_health')[0]?.values.details),
			/"project_number":"42"/,
		);
	});

	const refused: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
		'of a desktop client': [google().replace('web', 'installed'), /of the type Web application/],
		'of several applications': [
			'A_CLIENT_ID=canary\nA_CLIENT_SECRET=b\nB_CLIENT_ID=c\nB_CLIENT_SECRET=d',
			/Several applications are in it/,
		],
		'of another provider': [
			'STRAVA_CLIENT_ID=1\nSTRAVA_CLIENT_SECRET=canary',
			/another provider: .*Strava\.$/,
		],
		'of a service that is no provider': [
			'SLACK_CLIENT_ID=1\nSLACK_CLIENT_SECRET=canary',
			/another provider: .*Application 1\.$/,
		],
		'of an owner that nobody knows': [
			'QUILLFEATHER_CLIENT_ID=1\nQUILLFEATHER_CLIENT_SECRET=canary',
			/a word that is not that of this provider: .*Application 1\.$/,
		],
		'of two applications, a half of each': [
			'QUILLFEATHER_CLIENT_ID=1\nASHBOURNE_CLIENT_SECRET=canary',
			/Several applications are in it/,
		],
		'with a value that goes on in the next line': [
			'CLIENT_ID=1\nCLIENT_SECRET=canary\\\nabc',
			/goes on in the next line.*Write it on one line/,
		],
		'with a name that is given twice': [
			'{"client_id": "1", "client_secret": "a", "client_secret": "canary"}',
			/given twice/,
		],
		'with a row of too many cells': ['client id,client secret\n1,canary,b', /more cells/],
		'with a value over two lines': ['CLIENT_ID=1\nCLIENT_SECRET="canary\nabc"', /line break|lines/],
		'without any of its fields': ['JUNCTION_MANAGEMENT_KEY=mg_canary', /None of the fields of Google Health/],
		'without a secret': ['CLIENT_ID=canary\nPORT=1', /No client secret is in it \(a settings file\)/],
		'that is none': [googleSecret, /It is no document that is known/],
		'with a mask in it': [google().replace('1B2c3D4', '****'), /A part is hidden.*--exact client-secret/],
		'that is empty': ['', /Standard input is empty/],
		'that is too large': [`CLIENT_ID=1\n#${'x'.repeat(65_536)}`, /larger than 64 kB/],
	};
	for (const [name, [input, message]] of Object.entries(refused)) {
		test(`is refused before any request where it is one ${name}`, async t => {
			const {server, json, target} = await world(t);
			const argv = [...target('google_health'), ...email, '--from', '-'];
			const {code, stderr, document} = await json(argv, {input});
			assert.deepEqual([code, server.requests().length], [2, 0]);
			assert.match(document.error?.fields?.[0]?.message ?? document.error?.message ?? '', message);
			assert.doesNotMatch(JSON.stringify(document) + stderr, /canary/);
		});
	}

	test('is missing with the rest where nothing gives the secret', async t => {
		const {run, target} = await world(t);
		const {code, stderr} = await run([...target('strava').slice(0, 5), '--from', '-']);
		assert.equal(code, 2);
		assert.doesNotMatch(stderr, /--client-secret-stdin/);
		assert.match(stderr, /--from -/);
	});
});

suite('the redirect URIs of a document', {concurrency: 2}, () => {
	test('are compared with the one to register, and a difference is the first thing said', async t => {
		const {run, target, fileWith} = await world(t);
		const argv = [...target('google_health'), ...email, '--from', fileWith(google(`${callback}/`))];
		const {code, stderr} = await run([...argv, '--detail', 'project_number=my-number']);
		assert.equal(code, 0, stderr);
		const [first = '', second = ''] = stderr.split('\n');
		assert.equal(
			first,
			`Warning: The redirect URI to register is not in it: ${callback}. In it: ${callback}/.`,
		);
		assert.match(second, /^Warning: Project number: /);
	});

	test('are in the document of a save and of a dry run', async t => {
		const {json, target, fileWith} = await world(t);
		const argv = [...target('google_health'), ...email, '--from', fileWith(google('https://a.example'))];
		for (const more of [['--dry-run'], []]) {
			const {document} = await json([...argv, ...more]);
			assert.equal(document.warnings?.[0]?.code, 'redirect-uri-differs');
		}
	});

	test('are an error with --strict, and nothing is written', async t => {
		const {server, json, target, fileWith} = await world(t);
		const argv = [...target('google_health'), ...email, '--from', fileWith(google('https://a.example'))];
		const {code, stderr, document} = await json([...argv, '--strict']);
		assert.deepEqual([code, stderr, writesTo(server)], [2, '', 0]);
		assert.match(
			document.error?.message ?? '',
			/In it: https:\/\/a\.example\. With --strict that is an error\.$/,
		);
	});

	test('are fine where users return to one’s own first', async t => {
		const {json, target, fileWith} = await world(t);
		const own = 'https://connect.example.com/callback';
		const argv = [...target('google_health'), ...email, '--from', fileWith(google(own))];
		const {document} = await json([...argv, '--redirect-url-override', own, '--strict']);
		assert.deepEqual([document.outcome, document.warnings], ['created', []]);
	});

	test('are not compared where the API cannot tell the one to register, and that is said', async t => {
		const {json, target, fileWith} = await world(t);
		const argv = [...target('google_health'), ...email, '--from', fileWith(google(callback)), '--yes'];
		const {code, document} = await json(argv, {env: {JUNCTION_MANAGEMENT_KEY: 'mg_demo_saves_only'}});
		assert.equal(code, 0, JSON.stringify(document));
		assert.equal(document.warnings?.[0]?.code, 'redirect-uris-not-compared');
	});
});
