import assert from 'node:assert/strict';
import {mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {forwarderKinds, platforms} from '../../source/domain/forwarder.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {canShare, forwarderOf} from '../../source/output/forwarders/forwarder.ts';
import {byoo} from '../support/byoo.ts';

function folderFor(t: TestContext): string {
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-forwarder-'));
	t.after(() => rmSync(folder, {recursive: true}));
	return folder;
}

const run = (...argv: readonly string[]) => byoo(['forwarder', ...argv]);

const variants = forwarderKinds.flatMap(kind =>
	[false, true].filter(isShared => !isShared || canShare(kind)).map(isShared => ({kind, isShared})),
);

suite('byoo forwarder', () => {
	for (const {kind, isShared} of variants) {
		test(`prints the file for ${kind}${isShared ? ', shared' : ''}, and nothing else`, async () => {
			const {code, stdout, stderr} = await run('--kind', kind, ...(isShared ? ['--shared'] : []));
			assert.deepEqual([code, stderr], [0, '']);
			assert.equal(stdout, forwarderOf(kind, isShared).text);
		});
	}

	test('writes it into a folder, which is made if it is missing', async t => {
		const folder = folderFor(t);
		for (const kind of forwarderKinds) {
			const out = join(folder, kind);
			const {code, stdout, stderr} = await run('--kind', kind, '--out', out);
			assert.deepEqual([code, stdout], [0, '']);
			assert.match(stderr, /^The forwarder is in .+\. At its top it says how to deploy and to try it\.\n$/);
			assert.ok(stderr.includes(join(out, platforms[kind].file)));
			assert.equal(readFileSync(join(out, platforms[kind].file), 'utf8'), forwarderOf(kind).text);
		}
	});

	test('writes over nothing, also not by way of a link', async t => {
		const folder = folderFor(t);
		writeFileSync(join(folder, 'server.mjs'), 'mine');
		symlinkSync('elsewhere', join(folder, 'main.py'));
		for (const kind of ['node', 'fastapi'] as const) {
			const {code, stdout, stderr} = await run('--kind', kind, '--out', folder);
			assert.deepEqual([code, stdout], [1, '']);
			assert.match(
				stderr,
				/^There is a (server\.mjs|main\.py) in this folder already; it was left alone\.\n/,
			);
		}
		assert.equal(readFileSync(join(folder, 'server.mjs'), 'utf8'), 'mine');
		assert.deepEqual(readdirSync(folder).sort(), ['main.py', 'server.mjs']);
	});

	test('says where it cannot write', async t => {
		const folder = folderFor(t);
		writeFileSync(join(folder, 'file'), '');
		for (const out of [join(folder, 'file'), join(folder, 'missing/folder')]) {
			const {code, stderr} = await run('--kind', 'worker', '--out', out);
			assert.equal(code, 1);
			assert.match(stderr, /^worker\.mjs could not be written there\.\nGive a folder/);
		}
	});

	test('needs a kind that there is, and a folder with a name', async () => {
		const missing = await run();
		assert.equal(missing.code, 2);
		assert.match(missing.stderr, /--kind worker\|node\|nextjs\|nginx\|fastapi/);
		for (const [argv, words] of [
			[['--kind', 'apache'], /^--kind takes worker, node, nextjs, nginx or fastapi\./],
			[['--kind', 'constructor'], /^--kind takes worker/],
			[['--kind', 'node', '--out', ''], /^--out takes the name of a folder\./],
			[['--kind', 'node', '--all'], /^--all does not apply to byoo forwarder\./],
		] as const) {
			const {code, stdout, stderr} = await run(...argv);
			assert.deepEqual([code, stdout], [2, '']);
			assert.match(stderr, words);
		}
	});

	test('says that nginx alone cannot share a callback', async () => {
		const {code, stdout, stderr} = await run('--kind', 'nginx', '--shared');
		assert.deepEqual([code, stdout], [2, '']);
		assert.match(stderr, /^Without a module, nginx cannot read whose callback it is/);
	});
});

suite('a forwarder', () => {
	for (const {kind, isShared} of variants) {
		const {text} = forwarderOf(kind, isShared);
		test(`says at its top how to deploy and to try it: ${kind}${isShared ? ', shared' : ''}`, () => {
			const sign = /^(\/\/|#) /.exec(text)?.[1] ?? '';
			const top = text.split('\n').slice(
				0,
				text.split('\n').findIndex(line => !line.startsWith(sign)),
			);
			assert.ok(top.length < 20);
			for (const label of ['Deploy', 'Address', 'Try', 'Mind'])
				assert.ok(
					top.some(line => line.startsWith(`${sign} ${label} `)),
					label,
				);
			const tries = isShared ? /curl -si 'https:\/\/YOUR-DOMAIN\/callback\// : /byoo prepare .*\\\n/;
			assert.match(top.join('\n'), tries);
		});

		test(`fits a screen's width and is short: ${kind}${isShared ? ', shared' : ''}`, () => {
			const lines = text.split('\n');
			assert.ok(lines.length < 110, `${lines.length}`);
			for (const line of lines.filter(one => !one.includes('curl -si'))) assert.ok(line.length <= 110, line);
		});

		test(`sends to Junction alone: ${kind}${isShared ? ', shared' : ''}`, () => {
			const hosts = new Set(Array.from(text.matchAll(/https:\/\/([^/"'\s;]+)/g), ([, host]) => host));
			hosts.delete('YOUR-DOMAIN');
			for (const host of hosts) {
				assert.match(host ?? '', /^api\.(sandbox\.)?((us|eu)\.junction\.com|(eu\.)?tryvital\.io)$/);
			}
			assert.equal(hosts.size, isShared ? 8 : 4);
		});

		test(`names the providers with an application of one’s own: ${kind}${isShared ? ', shared' : ''}`, () => {
			for (const {slug, ownOAuth} of providers) {
				const isNamed = new RegExp(`[/"]${slug}["(]`).test(text);
				assert.equal(isNamed, ownOAuth === 'yes', slug);
			}
		});

		if (isShared) {
			test(`says where one’s own code goes, and that nothing is verified: ${kind}`, () => {
				assert.match(text, /YOUR OWN CODE GOES/);
				assert.match(text, /nothing is verified/);
			});
		}
	}
});
