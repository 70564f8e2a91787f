import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {builtinModules} from 'node:module';
import path from 'node:path';
import {test} from 'node:test';
import {built, folder, inputsOf, output, outputs, packageFolders} from './built.ts';
import {linksOf, pageAt} from './pages.ts';
import {root} from './source-files.ts';

const main = Object.keys(outputs).find(file => outputs[file]?.entryPoint === 'source/cli.ts') ?? '';

test('the build says one line, and leaves a program that can be run', () => {
	assert.match(output, /^.*dist: \d+ files, \d+ kB\n$/);
	assert.match(built('cli.js'), /^#!\/usr\/bin\/env node\n/);
	assert.equal(statSync(path.join(folder, 'dist/cli.js')).mode & 0o777, 0o755);
});

test('what is loaded before the command is known is small: no screen, no schema, no HTTP, no settings', () => {
	const packages = new Set([...loadedAtStart()].flatMap(file => packagesIn(file)));
	for (const name of ['ink', 'react', 'react-reconciler', 'zod', 'conf', 'ajv', 'ky']) {
		assert.ok(!packages.has(name), `${name} is loaded at the start: ${[...packages].join(', ')}`);
	}
});

test('commands that ask nobody load no screen', () => {
	for (const command of ['for-credentials', 'for-manifests', 'demo-server']) {
		const start = Object.keys(outputs).filter(file => path.basename(file).startsWith(`${command}-`));
		assert.equal(start.length, 1, command);
		const packages = new Set([...loadedWith(start)].flatMap(packagesIn));
		for (const name of ['ink', 'react', 'react-reconciler']) assert.ok(!packages.has(name), command);
	}
});

test('the wizard reads three files for its first frame, and what the bundler adds', () => {
	const [wizard = ''] = Object.keys(outputs).filter(file =>
		inputsOf(file).includes('source/commands/wizard.ts'),
	);
	const files = [...loadedWith([main, wizard])].map(file =>
		path.basename(file).replace(/-[\w-]{8}\.js$/, ''),
	);
	assert.deepEqual(files.sort(), ['base', 'main.js', 'rolldown-runtime', 'screen']);
});

test('nothing but Node is left to install', () => {
	const missing = Object.values(outputs)
		.flatMap(({imports}) => imports)
		.filter(({external, path}) => external && !builtinModules.includes(path.replace(/^node:/, '')));
	assert.deepEqual(missing, []);
});

test('every package in the bundle is named with its licence', () => {
	const notices = built('third-party-notices.txt');
	for (const name of Object.keys(outputs).flatMap(packagesIn)) {
		assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)\\n\\n.`, 'm'));
	}
});

test('only what a user needs is published, and the pages and pictures that the readme leads to', () => {
	// An own cache, since that of whoever runs the tests may not be writable.
	const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--cache', folder], {
		cwd: root,
		encoding: 'utf8',
	});
	const [{files, size}]: [{files: readonly {path: string}[]; size: number}] = JSON.parse(packed);
	// What it grows by is to be meant.
	assert.ok(size < 530_000, `the package has ${size} bytes`);
	const paths = files.map(({path}) => path);
	const others = paths.filter(path => !/^dist\/chunks\/([\w-]+\.js|yoga\.wasm)$/.test(path));
	const pictures = linksOf(pageAt('readme.md')).filter(link => link.startsWith('docs/pictures/'));
	assert.deepEqual(others.sort(), [
		'changelog.md',
		'dist/cli.js',
		'dist/main.js',
		'dist/package.json',
		'dist/sbom.cdx.json',
		'dist/third-party-notices.txt',
		...['architecture', 'check', 'commands', 'demo'].map(name => `docs/${name}.md`),
		'docs/examples/byoo-check.yml',
		...['faults', 'forwarder', 'json', 'manifest'].map(name => `docs/${name}.md`),
		...pictures.toSorted(),
		'license',
		'package.json',
		'readme.md',
		'security.md',
	]);
});

/** The files that Node reads before the program's first line runs. */
const loadedAtStart = (): ReadonlySet<string> => loadedWith([main]);

/** The files and all that Node reads with them. */
function loadedWith(files: readonly string[]): ReadonlySet<string> {
	const loaded = new Set(files);
	for (const file of loaded) {
		for (const {kind, path} of outputs[file]?.imports ?? []) {
			if (kind === 'import-statement' && path in outputs) loaded.add(path);
		}
	}
	return loaded;
}

/** The names of the packages that an output has code of. */
const packagesIn = (output: string): readonly string[] =>
	inputsOf(output)
		.flatMap(packageFolders)
		.map(folder => folder.replace(/^.*node_modules\//, ''));
