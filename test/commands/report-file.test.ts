import assert from 'node:assert/strict';
import {chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {writeNew} from '../../source/commands/shared/desktop.ts';
import {checkReport} from '../../source/commands/shared/report-file.ts';
import type {FieldProblem} from '../../source/domain/problem.ts';
import {oddFiles} from '../support/odd-files.ts';

async function temporaryFolder(t: TestContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'byoo-report-'));
	t.after(() => rm(folder, {recursive: true}));
	return folder;
}

function flawOf(path: string): string | undefined {
	const problems: FieldProblem[] = [];
	checkReport(path, problems);
	assert.ok(problems.length < 2 && problems.every(({field}) => field === 'report'));
	return problems[0]?.message;
}

suite('the file of a report', () => {
	test('is a new one in a folder that is there', async t => {
		const folder = await temporaryFolder(t);
		assert.equal(flawOf(join(folder, 'report.md')), undefined);
		assert.deepEqual(await readdir(folder), []);
	});

	const odd = {
		...oddFiles,
		'a file': (path: string) => writeFile(path, 'old'),
		'a link to nothing': (path: string) => symlink(`${path}.nowhere`, path),
	};
	for (const [name, make] of Object.entries(odd)) {
		test(`is not ${name} that is there already, which is neither waited for nor written to`, async t => {
			const folder = await temporaryFolder(t);
			const path = join(folder, 'report.md');
			await make(path, t);
			const before = await readdir(folder);
			assert.match(flawOf(path) ?? '', /is there already\. Give another name\.$/);
			const written = await writeNew(path, 'new');
			assert.match(written.ok ? '' : written.problem.message, /left alone/);
			assert.deepEqual(await readdir(folder), before);
		});
	}

	test('is not in what is no folder', async t => {
		const folder = await temporaryFolder(t);
		for (const [name, make] of Object.entries(odd)) {
			if (name === 'a folder') continue;
			const parent = join(folder, name.replaceAll(' ', '-'));
			await make(parent, t);
			const reason = name === 'a link to itself' ? /cannot be written/ : /folder that is not there/;
			assert.match(flawOf(join(parent, 'report.md')) ?? '', reason);
		}
	});

	test('has a name, and one that the system takes', async t => {
		const folder = await temporaryFolder(t);
		for (const path of ['', `${folder}/`, join(folder, 'missing/')]) {
			assert.equal(flawOf(path), '--report takes the name of a file.');
		}
		assert.match(flawOf(join(folder, `${'x'.repeat(300)}.md`)) ?? '', /cannot be written/);
		assert.match(flawOf('/dev/stdout') ?? '', /is there already/);
	});

	test('is not in a folder that is closed', async t => {
		const folder = join(await temporaryFolder(t), 'closed');
		await mkdir(folder);
		await chmod(folder, 0o500);
		const isRoot = process.geteuid?.() === 0;
		if (isRoot) return t.skip('Nothing is closed to root.');
		assert.match(flawOf(join(folder, 'report.md')) ?? '', /cannot be written/);
	});
});
