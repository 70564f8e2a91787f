import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {chmod, open, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {PassThrough, Readable} from 'node:stream';
import {suite, test} from 'node:test';
import {success} from '../../source/domain/problem.ts';
import {detailsLimit, readSource} from '../../source/secret-sources/read-source.ts';
import {keyText, secretText} from '../support/credentials.ts';
import {access, messageOf, problemOf, temporaryFolder} from './sources.ts';

const stdin = {kind: 'stdin'} as const;
const file = (path: string) => ({kind: 'file', path}) as const;
const variable = (name: string) => ({kind: 'environment', name}) as const;
const piped = (...chunks: readonly (string | Uint8Array)[]) => access({stdin: Readable.from(chunks)});
const cutInUtf8 = Buffer.concat([Buffer.from(secretText), Buffer.from([0xc3])]);

suite('standard input', () => {
	test('is read to its end, whatever the pieces', async () => {
		const bytes = Buffer.from(`${secretText}\r\n`);
		const pieces = Array.from(bytes, byte => Buffer.from([byte]));
		assert.deepEqual(await readSource(stdin, piped(...pieces)), success(`${secretText}\r\n`));
	});

	test('keeps a byte order mark and white space, for the caller to judge', async () => {
		assert.deepEqual(await readSource(stdin, piped('\ufeff a \n\n')), success('\ufeff a \n\n'));
	});

	test('comes through a real pipe', async t => {
		const {stdout} = spawn('sh', ['-c', 'printf %s "$1"; sleep 0.05; printf %s "$1"', 'sh', secretText]);
		t.after(() => stdout.destroy());
		const result = await readSource(stdin, access({stdin: stdout}));
		assert.deepEqual(result, success(secretText + secretText));
	});

	test('that is a terminal is refused at once, with the ways that hide what is typed', async () => {
		const terminal = Object.assign(new PassThrough(), {isTTY: true});
		const {message, advice} = problemOf(await readSource(stdin, access({stdin: terminal})));
		assert.match(message, /^Standard input is a terminal/);
		assert.match(advice, /Pipe .* run byoo/);
	});

	test('that is empty, or was read to its end before, is refused', async () => {
		const once = access({stdin: Readable.from([])});
		assert.equal(messageOf(await readSource(stdin, once)), 'Standard input is empty.');
		assert.equal(messageOf(await readSource(stdin, once)), 'Standard input is closed or was read already.');
	});

	test('that breaks off is refused', async () => {
		const broken = new PassThrough();
		const reading = readSource(stdin, access({stdin: broken}));
		broken.write(secretText);
		broken.destroy(new Error(secretText));
		assert.equal(messageOf(await reading), 'Standard input could not be read to its end.');
	});

	test('that nobody ends is bounded, and then left alone', async () => {
		const endless = new PassThrough();
		const reading = readSource(stdin, access({stdin: endless}), 1024);
		endless.write(secretText.repeat(100));
		assert.equal(messageOf(await reading), 'Standard input is larger than 1 kB.');
		assert.ok(endless.isPaused());
	});

	test('is let go when the run is stopped', async () => {
		const stop = new AbortController();
		const open = new PassThrough();
		const reading = readSource(stdin, access({stdin: open, signal: stop.signal}));
		open.write(secretText);
		stop.abort();
		assert.match(messageOf(await reading), /^Reading was stopped/);
		assert.ok(open.isPaused());
		assert.equal(open.destroy(new Error('late')).destroyed, true);
	});
});

suite('a file', () => {
	test('is read whole', async t => {
		const path = join(await temporaryFolder(t), 'secret');
		await writeFile(path, `${secretText}\n`);
		assert.deepEqual(await readSource(file(path), access()), success(`${secretText}\n`));
	});

	test('may be as long as the limit, and not a byte longer', async t => {
		const path = join(await temporaryFolder(t), 'details');
		await writeFile(path, 'ü'.repeat(32 * 1024));
		assert.ok((await readSource(file(path), access())).ok);
		await writeFile(path, 'ü'.repeat(32 * 1024 + 1));
		assert.equal(messageOf(await readSource(file(path), access())), 'The file is larger than 64 kB.');
		assert.ok((await readSource(file(path), access(), detailsLimit)).ok);
	});

	test('is refused without its path, each time with its own reason', async t => {
		const folder = await temporaryFolder(t);
		const [empty, latin, lockedPath] = ['empty', 'latin', secretText.replace('/', '-')].map(name =>
			join(folder, name),
		);
		assert.ok(empty && latin && lockedPath);
		await writeFile(empty, '');
		await writeFile(latin, cutInUtf8);
		await writeFile(lockedPath, secretText);
		await chmod(lockedPath, 0);
		const reasons: Readonly<Record<string, RegExp>> = {
			[join(folder, secretText)]: /does not exist/,
			[join(empty, 'inside')]: /does not exist/,
			[`${folder}/\0`]: /could not be read/,
			[join(folder, 'x'.repeat(300))]: /could not be read/,
			[folder]: /is a folder/,
			'/dev/null': /neither a file nor a pipe/,
			[empty]: /is empty/,
			[latin]: /not valid UTF-8/,
			// Root reads everything.
			...(process.getuid?.() === 0 ? {} : {[lockedPath]: /may not be read/}),
		};
		for (const [path, reason] of Object.entries(reasons)) {
			const problem = problemOf(await readSource(file(path), access()));
			assert.match(problem.message, reason);
			assert.ok(!JSON.stringify(problem).includes(folder));
		}
	});

	test('may be a pipe of the shell', async () => {
		const script = `
			import {readSource} from './source/secret-sources/read-source.ts';
			const result = await readSource({kind: 'file', path: process.argv[1]}, {stdin: process.stdin, environment: {}});
			console.log(JSON.stringify(result));
		`;
		const command = '"$0" --import tsx --input-type=module --eval "$1" <(sleep 0.1; printf %s "$2")';
		const output = execFileSync('bash', ['-c', command, process.execPath, script, secretText]);
		assert.deepEqual(JSON.parse(String(output)), success(secretText));
	});

	test('that is a pipe waits for its writer, and for nobody when the run is stopped', async t => {
		const path = join(await temporaryFolder(t), 'pipe');
		execFileSync('mkfifo', [path]);
		const stop = new AbortController();
		const stopped = readSource(file(path), access({signal: stop.signal}));
		stop.abort();
		assert.match(messageOf(await stopped), /^Reading was stopped/);

		const reading = readSource(file(path), access());
		const writer = await open(path, 'w');
		await writer.write(secretText);
		await writer.close();
		assert.deepEqual(await reading, success(secretText));
	});
});

suite('a variable', () => {
	test('is taken as it is', async () => {
		const environment = {SECRET: ` ${secretText}\n`};
		assert.deepEqual(
			await readSource(variable('SECRET'), access({environment})),
			success(` ${secretText}\n`),
		);
	});

	test('that is not set or empty is refused without its name, which may be a secret by mistake', async () => {
		for (const name of ['', 'EMPTY', secretText, 'constructor', '__proto__', 'toString']) {
			const message = messageOf(await readSource(variable(name), access({environment: {EMPTY: ''}})));
			assert.equal(message, 'The environment variable is not set or is empty.');
		}
	});

	test('that is too long or was no UTF-8 is refused', async () => {
		const environment = {LONG: secretText.repeat(5000), MANGLED: `${secretText}\ufffd`};
		assert.match(messageOf(await readSource(variable('LONG'), access({environment}))), /larger than 64 kB/);
		assert.match(messageOf(await readSource(variable('MANGLED'), access({environment}))), /not valid UTF-8/);
	});

	test('of the organization key is never a secret to send', async () => {
		const environment = {VITAL_ORG_KEY: keyText, JUNCTION_MANAGEMENT_KEY: keyText};
		for (const name of Object.keys(environment)) {
			assert.match(messageOf(await readSource(variable(name), access({environment}))), /organization key/);
		}
	});
});

test('nothing is read once the run was stopped', async () => {
	const signal = AbortSignal.abort();
	for (const source of [stdin, file('/'), variable('HOME'), {kind: 'command', command: 'exit 1'} as const]) {
		assert.match(messageOf(await readSource(source, access({signal}))), /^Reading was stopped/);
	}
});
