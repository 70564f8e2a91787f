import assert from 'node:assert/strict';
import {chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {PassThrough} from 'node:stream';
import {suite, type TestContext, test} from 'node:test';
import {copyTo, pageWriter, writeNew} from '../../source/commands/shared/desktop.ts';
import {nastyTexts} from '../support/hand-offs.ts';

// The programs of a desktop's own clipboard are not found, so that the clipboard of whoever runs this is left alone.
process.env.PATH = '';

async function folder(t: TestContext): Promise<string> {
	const made = await mkdtemp(path.join(tmpdir(), 'byoo-desktop-'));
	t.after(() => rm(made, {recursive: true}));
	return made;
}

async function problem(file: string) {
	const result = await writeNew(file, 'new');
	assert.ok(!result.ok, 'It was written.');
	return result.problem;
}

suite('a new file', () => {
	test('is written whole, for its owner only, and its path given back', async t => {
		const file = path.join(await folder(t), 'a report: ü "1".md');
		assert.deepEqual(await writeNew(file, '# ü 漢\n'), {ok: true, value: file});
		assert.equal(await readFile(file, 'utf8'), '# ü 漢\n');
		assert.equal((await stat(file)).mode & 0o777, 0o600);
	});

	test('is never written over one that is there', async t => {
		const file = path.join(await folder(t), 'report.md');
		await writeFile(file, 'old', {mode: 0o644});
		const {message, advice} = await problem(file);
		assert.equal(message, 'There is a file of that name already; it was left alone.');
		assert.match(advice, /--report FILE/);
		assert.equal(await readFile(file, 'utf8'), 'old');
		assert.equal((await stat(file)).mode & 0o777, 0o644);
	});

	test('is written anew by the run that wrote it, as long as nobody changed it', async t => {
		const made = await folder(t);
		const file = path.join(made, 'report.md');
		const write = pageWriter();
		for (const text of ['# A long report\n', '# ü\n']) {
			assert.deepEqual(await write(file, text), {ok: true, value: file});
			assert.equal(await readFile(file, 'utf8'), text);
		}
		assert.equal((await pageWriter()(file, 'of another run')).ok, false);
		await writeFile(file, '# ü, and a note\n');
		assert.equal((await write(file, 'new')).ok, false);
		await rm(file);
		await symlink(path.join(made, 'elsewhere.md'), file);
		assert.equal((await write(file, 'new')).ok, false);
		assert.deepEqual(await readdir(made), ['report.md']);
	});

	test('is not written through a link, wherever it leads', async t => {
		const made = await folder(t);
		await symlink(path.join(made, 'elsewhere.md'), path.join(made, 'link.md'));
		assert.match((await problem(path.join(made, 'link.md'))).message, /left alone/);
		assert.deepEqual(await readdir(made), ['link.md']);
	});

	test('is one of two that are written at once', async t => {
		const file = path.join(await folder(t), 'report.md');
		const results = await Promise.all([writeNew(file, 'one'), writeNew(file, 'two')]);
		assert.deepEqual(results.map(({ok}) => ok).toSorted(), [false, true]);
		assert.equal(await readFile(file, 'utf8'), results[0]?.ok ? 'one' : 'two');
	});

	test('that cannot be written is said without the system’s words', async t => {
		const made = await folder(t);
		await writeFile(path.join(made, 'file'), '');
		await mkdir(path.join(made, 'taken.md'));
		for (const name of ['missing/report.md', 'file/report.md', `${'x'.repeat(300)}.md`, 'nul\0.md']) {
			assert.deepEqual(await problem(path.join(made, name)), {
				kind: 'correct',
				message: 'The file could not be written.',
				advice: 'Start byoo in another folder, or give another name with --report FILE.',
				fields: [],
			});
		}
		assert.match((await problem(path.join(made, 'taken.md'))).message, /left alone/);
	});

	test('in a folder that is closed is said', async t => {
		const made = await folder(t);
		await chmod(made, 0o500);
		const isRoot = process.geteuid?.() === 0;
		if (isRoot) process.seteuid?.(65_534); // nothing is closed to root
		const {message} = await problem(path.join(made, 'report.md')).finally(() => {
			if (isRoot) process.seteuid?.(0);
		});
		assert.equal(message, 'The file could not be written.');
	});
});

suite('a copy', () => {
	test('reaches the terminal’s clipboard byte for byte, as one sequence', () => {
		for (const text of [...nastyTexts, '', 'two\nlines\n', '\u001b]52;c;x\u0007', 'x'.repeat(100_000)]) {
			const stdout = new PassThrough();
			copyTo(stdout, text);
			const written: Buffer = stdout.read();
			// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequence that is looked for
			const base64 = /^\u001b\]52;c;([A-Za-z0-9+/=]*)\u0007$/.exec(written.toString('latin1'))?.[1];
			assert.ok(base64 !== undefined, 'It is not one sequence.');
			assert.deepEqual(Buffer.from(base64, 'base64'), Buffer.from(text));
		}
	});
});
