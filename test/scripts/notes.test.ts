import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {onDemo} from '../support/byoo.ts';
import {place, startServer, writesTo} from '../support/wizard-terminal.ts';

const env = {SECRET: 'notes-canary-4f1c9d20ab'};
const clientIdNote = 'Client ID: The Strava client ID is usually a number of up to ten digits.';
const secretNote = 'Client secret: The Strava client secret is usually 40 hexadecimal digits in lower case.';

const count = (text: string, part: string): number => text.split(part).length - 1;

async function world(t: TestContext) {
	const server = await startServer(t);
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-notes-'));
	t.after(() => rmSync(folder, {recursive: true, force: true}));
	const file = join(folder, 'fleet.yaml');
	const {run, json} = onDemo(server);
	return {
		server,
		file,
		run: (argv: readonly string[]) => run(argv, {env}),
		json: (argv: readonly string[], now?: Date) => json(argv, {env, ...(now ? {now} : {})}),
		/** Sets an application with a client ID and a secret that are unusual, for a team that has none of Strava. */
		unusual: ['set', ...place, '--team', server.teams[1]?.id ?? '', '--provider', 'strava'].concat([
			...['--client-id', 'abc', '--client-secret-env', 'SECRET'],
		]),
		/** Writes a manifest of rows for Strava, each in a line of its own, the first one in line 3. */
		rows(...rows: readonly string[]) {
			const lines = rows.map(
				(row, index) =>
					`  - {team: ${server.teams[index]?.id}, env: sandbox, region: ${server.teams[index]?.region}, provider: strava, ${row}}`,
			);
			writeFileSync(file, ['version: 1', 'credentials:', ...lines, ''].join('\n'));
		},
	};
}

const odd = 'client_id: abc, client_secret: {env: SECRET}';

suite('what is unusual about values given to set', {concurrency: 2}, () => {
	for (const more of [[], ['--dry-run']]) {
		test(`is said once, on standard error ${more.length > 0 ? 'of a dry run' : 'of a save'}`, async t => {
			const {run, unusual} = await world(t);
			const {code, stdout, stderr} = await run([...unusual, ...more]);
			assert.equal(code, 0, stderr);
			for (const note of [clientIdNote, secretNote]) {
				assert.match(stderr, new RegExp(`^Warning: ${note}$`, 'm'));
				assert.equal(count(stdout + stderr, note), 1);
			}
		});

		test(`is in the document ${more.length > 0 ? 'of a dry run' : 'of a save'}, by its field`, async t => {
			const {json, unusual} = await world(t);
			const {document} = await json([...unusual, ...more]);
			assert.deepEqual(document.warnings, [
				{field: 'client_id', code: 'unusual-value', message: clientIdNote},
				{field: 'client_secret', code: 'unusual-value', message: secretNote},
			]);
		});
	}

	test('is said before anything is written, whatever becomes of it', async t => {
		const {server, run, unusual} = await world(t);
		const argv = unusual.map(word => (word === server.teams[1]?.id ? (server.teams[0]?.id ?? '') : word));
		const {code, stderr} = await run(argv);
		assert.deepEqual([code, writesTo(server)], [2, 0]);
		assert.ok(stderr.indexOf(clientIdNote) < stderr.indexOf('This would write'), stderr);
	});

	test('is an error with --strict, all of it at once and before any request', async t => {
		const {server, json, unusual} = await world(t);
		for (const more of [[], ['--dry-run']]) {
			const {code, document, stderr} = await json([...unusual, '--strict', ...more]);
			assert.deepEqual([code, stderr, server.requests().length], [2, '', 0]);
			assert.deepEqual(document.error?.fields, [
				{field: 'client_id', message: `${clientIdNote} With --strict that is an error.`},
				{field: 'client_secret', message: `${secretNote} With --strict that is an error.`},
			]);
		}
	});

	test('is an error beside all that is doubted', async t => {
		const {server, json, unusual} = await world(t);
		const argv = [...unusual, '--redirect-url-override', 'http://a.example', '--strict'];
		const {document} = await json(argv);
		assert.deepEqual(
			document.error?.fields?.map(({field}) => field),
			['redirect_url_override', 'client_id', 'client_secret'],
		);
		assert.equal(server.requests().length, 0);
	});

	test('is no error where it is said to be meant, and is said all the same', async t => {
		const {run, unusual} = await world(t);
		const exact = ['--exact', 'client-id', '--exact', 'client_secret'];
		const {code, stderr} = await run([...unusual, '--strict', ...exact]);
		assert.equal(code, 0, stderr);
		assert.equal(count(stderr, clientIdNote), 1);
	});

	test('is no line break at the end of what a command prints', async t => {
		const {server, run} = await world(t);
		const target = [...place, '--team', server.teams[0]?.id ?? '', '--provider', 'oura'];
		const secret = ['--client-secret-command', "printf 'a1B2c3\\n'"];
		const {code, stderr} = await run(['set', ...target, '--client-id', 'abc', ...secret, '--strict']);
		assert.equal(code, 0, stderr);
		assert.match(stderr, /^Client secret: The line break at its end was removed\.$/m);
	});
});

suite('what is unusual about the rows of a manifest', {concurrency: 2}, () => {
	for (const words of [['plan'], ['apply', '--yes', '--replace'], ['apply', '--dry-run']]) {
		const [name = '', ...more] = words;

		test(`is said once by byoo ${words.join(' ')}, with the lines of all rows that it is about`, async t => {
			const {file, rows, run} = await world(t);
			rows(odd, odd, 'client_id: "12345", client_secret: {env: SECRET}');
			const {code, stdout, stderr} = await run([name, file, ...more]);
			assert.equal(code, 0, stderr);
			assert.match(stderr, new RegExp(`^Lines 3, 4: ${clientIdNote}$`, 'm'));
			assert.match(stderr, new RegExp(`^Lines 3, 4, 5: ${secretNote}$`, 'm'));
			assert.equal(count(stdout + stderr, clientIdNote), 1);
		});

		test(`is in the document of byoo ${words.join(' ')}, by row and field`, async t => {
			const {file, rows, json} = await world(t);
			rows('client_id: "12345", client_secret: {env: SECRET}', odd);
			const {code, document} = await json([name, file, ...more]);
			assert.equal(code, 0);
			assert.deepEqual(document.warnings, [
				{row: 'credentials[0]', field: 'client_secret', code: 'unusual-value', message: secretNote},
				{row: 'credentials[1]', field: 'client_id', code: 'unusual-value', message: clientIdNote},
				{row: 'credentials[1]', field: 'client_secret', code: 'unusual-value', message: secretNote},
			]);
		});

		test(`is an error of byoo ${words.join(' ')} --strict, each at its place, before any request`, async t => {
			const {server, file, rows, json} = await world(t);
			rows(odd, 'client_id: "12345", client_secret: {env: NOT_SET}', `${odd}, exact: [client_id]`);
			const {code, document} = await json([name, file, ...more, '--strict']);
			assert.deepEqual([code, server.requests().length], [2, 0]);
			const fields = document.error?.fields ?? [];
			assert.deepEqual(
				fields.map(({field}) => field.replace(/^.*fleet\.yaml:(\d+):.*$/, '$1')),
				['3', '3', '4', '5'],
			);
			const told = fields.map(({message}) => message);
			assert.equal(told[0], `credentials[0].client_id: ${clientIdNote} With --strict that is an error.`);
			assert.equal(told[1], `credentials[0].client_secret: ${secretNote} With --strict that is an error.`);
			assert.match(told[2] ?? '', /^credentials\[1\]\.client_secret: .* is not set or is empty/);
			assert.match(told[3] ?? '', /^credentials\[2\]\.client_secret: /);
		});
	}

	test('is that its provider ends or has ended too, and only that it has ended is an error with --strict', async t => {
		const {server, file, json} = await world(t);
		const {id, region} = server.teams[0] ?? {};
		const by = (text: string) => `{command: printf %s ${text}}`;
		const tokens = ['workout', 'sleep', 'body'].map(name => `${name}_verify_token: ${by(name)}`).join(', ');
		const fields = `client_id: 23QF7K, client_secret: ${by('0123456789abcdef'.repeat(2))}`;
		const row = `team: ${id}, env: sandbox, region: ${region}, provider: fitbit, ${fields}, details: {fitbit: {${tokens}}}`;
		writeFileSync(file, `version: 1\ncredentials:\n  - {${row}}\n`);
		const [before, after] = [new Date('2026-11-02T12:00:00Z'), new Date('2026-11-03T00:00:00Z')];
		const strict = await json(['plan', file, '--strict'], after);
		assert.deepEqual([strict.code, server.requests().length], [2, 0]);
		assert.match(
			strict.document.error?.fields?.[0]?.message ?? '',
			/^credentials\[0\]\.provider: Fitbit ended on 2 November 2026\. .* With --strict that is an error\.$/,
		);
		const toldBefore = await json(['plan', file, '--strict'], before);
		const toldAfter = await json(['apply', file], after);
		const told = [toldBefore, toldAfter].map(({code, document}) => [
			code,
			...(document.warnings ?? []).map(warning => `${warning.row} ${warning.code}`),
		]);
		assert.deepEqual(told, [
			[0, 'credentials[0] retirement'],
			[0, 'credentials[0] provider-ended'],
		]);
	});

	test('is kept in the command that applies the plan', async t => {
		const {file, rows, run} = await world(t);
		rows('client_id: "12345", client_secret: {env: SECRET}, exact: [client_secret]');
		const {code, stderr} = await run(['plan', file, '--strict']);
		assert.equal(code, 0, stderr);
		assert.match(stderr, /^To apply it: byoo apply .* --strict .*--yes/m);
	});

	test('of which there is nothing is an empty list', async t => {
		const {server, json, file} = await world(t);
		writeFileSync(
			file,
			`version: 1\ncredentials:\n  - {team: ${server.teams[0]?.id}, env: sandbox, region: us, provider: oura, client_id: abc, client_secret: {env: SECRET}}\n`,
		);
		for (const argv of [
			['plan', file],
			['apply', file],
		]) {
			assert.deepEqual((await json(argv)).document.warnings, []);
		}
	});
});

suite('what is doubted about the key beside a manifest', {concurrency: 2}, () => {
	const key = ['--key-command', "printf '%s' '\"mg_canary\"'"];
	for (const command of ['plan', 'apply']) {
		test(`is told by ${command} together with what its file and its secrets have`, async t => {
			const {server, rows, file, run} = await world(t);
			for (const row of [
				'client_id: undefined, client_secret: {env: SECRET}',
				'client_id: "12345", client_secret: {command: echo null}',
			]) {
				rows(row);
				const {code, stderr} = await run([command, file, ...key]);
				assert.equal(code, 2);
				assert.match(stderr, /^The manifest cannot be taken: 1 thing to correct/);
				assert.match(stderr, /reads like words of a program/);
				assert.match(stderr, /^ {2}key: Organization key: It is wrapped in quotes/m);
				assert.doesNotMatch(stderr, /canary/);
			}
			assert.equal(server.requests().length, 0);
		});

		test(`is all that --exact can be for with ${command}, whose rows have their own`, async t => {
			const {server, rows, file, run} = await world(t);
			rows('client_id: "12345", client_secret: {env: SECRET}');
			const {code, stderr} = await run([command, file, '--exact', 'client-secret']);
			assert.deepEqual([code, server.requests().length], [2, 0]);
			assert.match(stderr, /--exact takes organization-key alone here\..+exact: \[client_secret\]/);
			const help = await run([command, '--help']);
			assert.match(
				help.stdout.replace(/\s+/g, ' '),
				/--exact FIELD .*organization-key; for a value of a row/,
			);
		});
	}
});
