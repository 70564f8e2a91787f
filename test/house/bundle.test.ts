import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {builtinModules} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import type {Metafile} from 'esbuild';
import {root} from './source-files.ts';

// A build of its own, so that no other test ever finds `dist/` half written.

const folder = mkdtempSync(path.join(os.tmpdir(), 'byoo-bundle-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const output = execFileSync(
	process.execPath,
	[
		'scripts/build.mjs',
		'--outdir',
		path.join(folder, 'dist'),
		'--metafile',
		path.join(folder, 'metafile.json'),
	],
	{cwd: root, encoding: 'utf8'},
);
const {outputs}: Metafile = JSON.parse(readFileSync(path.join(folder, 'metafile.json'), 'utf8'));
const entry = Object.keys(outputs).find(file => outputs[file]?.entryPoint === 'source/cli.ts') ?? '';

test('the build says one line, and leaves a program that can be run', () => {
	assert.match(output, /^.*dist: \d+ files, \d+ kB\n$/);
	const program = path.join(folder, 'dist/cli.js');
	assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
	assert.equal(statSync(program).mode & 0o777, 0o755);
});

test('what is loaded before the command is known is small: no screen, no schema, no HTTP, no settings', () => {
	const packages = new Set([...loadedAtStart()].flatMap(file => packagesIn(file)));
	for (const name of ['ink', 'react', 'react-reconciler', 'zod', 'conf', 'ajv', 'ky']) {
		assert.ok(!packages.has(name), `${name} is loaded at the start: ${[...packages].join(', ')}`);
	}
});

test('nothing but Node is left to install', () => {
	const missing = Object.values(outputs)
		.flatMap(({imports}) => imports)
		.filter(({external, path}) => external && !builtinModules.includes(path.replace(/^node:/, '')));
	assert.deepEqual(missing, []);
});

test('every package in the bundle is named with its licence', () => {
	const notices = readFileSync(path.join(folder, 'dist/third-party-notices.txt'), 'utf8');
	for (const name of Object.keys(outputs).flatMap(packagesIn)) {
		assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)\\n\\n.`, 'm'));
	}
});

test('only what a user needs is published', () => {
	// An own cache, since that of whoever runs the tests may not be writable.
	const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--cache', folder], {
		cwd: root,
		encoding: 'utf8',
	});
	const [{files}]: [{files: readonly {path: string}[]}] = JSON.parse(packed);
	const paths = files.map(({path}) => path);
	const others = paths.filter(path => !/^dist\/(chunks\/)?[\w-]+\.(js|txt)$/.test(path));
	assert.ok(paths.includes('dist/cli.js'));
	assert.deepEqual(others.sort(), ['license', 'package.json', 'readme.md']);
});

/** The files that Node reads before the program's first line runs. */
function loadedAtStart(): ReadonlySet<string> {
	const loaded = new Set([entry]);
	for (const file of loaded) {
		for (const {kind, path} of outputs[file]?.imports ?? []) {
			if (kind === 'import-statement' && path in outputs) loaded.add(path);
		}
	}
	return loaded;
}

/** The packages that an output has code of. */
function packagesIn(output: string): readonly string[] {
	const code = Object.entries(outputs[output]?.inputs ?? {}).filter(
		([, {bytesInOutput}]) => bytesInOutput > 0,
	);
	return code.flatMap(([input]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
}
