import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import path from 'node:path';
import {test} from 'node:test';
import {importsOf, type SourceFile, sourceFiles} from './source-files.ts';

// What each room may import, itself aside. `node:*` is all of Node except the process.

const allRooms = [
	'domain',
	'wizard',
	'operations',
	'manifest',
	'secret-sources',
	'ui',
	'output',
	'management-api',
	'proving',
	'settings',
	'demo',
];

const house: Readonly<Record<string, readonly string[]>> = {
	domain: ['zod', 'node:util'],
	wizard: ['domain'],
	operations: ['domain'],
	manifest: ['domain', 'yaml'],
	'secret-sources': ['domain', 'node:*'],
	'management-api': ['domain', 'ky', 'zod', 'node:*'],
	proving: ['domain', 'management-api', 'zod', 'node:*'],
	settings: ['domain', 'conf', 'zod', 'node:*'],
	demo: ['domain', 'zod', 'node:*'],
	output: ['domain', 'lean-qr', 'string-width'],
	ui: [
		'wizard',
		'domain',
		'output',
		'react',
		'ink',
		'ink-select-input',
		'ink-text-input',
		'scheduler',
		'string-width',
		'node:stream',
	],
	commands: [...allRooms, 'open', 'tinyclip', 'node:*'],
	cli: [...allRooms, 'commands', 'env-paths', 'node:*', 'node:process'],
	entry: ['cli', 'output', 'node:fs'],
};

const files = sourceFiles('source');

test('every room imports what it may, and nothing else', () => {
	for (const file of files) {
		const room = roomOf(file.path);
		const allowed = house[room];
		assert.ok(allowed, `${file.path} is in a room that the table does not know`);
		for (const name of file.imports) {
			const isAllowed = [room, ...allowed].includes(importedBy(file, name));
			assert.ok(isAllowed, `${file.path} imports ${name}, which ${room} must not`);
		}
	}
});

test('no file imports itself over others', () => {
	const graph = new Map(files.map(file => [file.path, relativeImports(file)]));
	const isDone = new Set<string>();
	function visit(file: string, trail: readonly string[]): void {
		assert.ok(!trail.includes(file), `A circle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`);
		if (isDone.has(file)) return;
		for (const imported of graph.get(file) ?? []) visit(imported, [...trail, file]);
		isDone.add(file);
	}
	for (const file of graph.keys()) visit(file, []);
});

test('no file only passes on what others export', () => {
	const barrels = files.filter(file => /(^|\/)index\.tsx?$/.test(file.path));
	assert.deepEqual(barrels, []);
});

test('every relative import names a file', () => {
	const paths = new Set(files.map(file => file.path));
	for (const file of files) {
		for (const imported of relativeImports(file)) assert.ok(paths.has(imported), `${file.path}: ${imported}`);
	}
});

test('the packages this program is made of are really used', () => {
	const used = new Set(files.flatMap(file => file.imports).map(packageOf));
	for (const name of ['ink', 'react', 'ink-select-input', 'ink-text-input', 'conf', 'ky', 'zod']) {
		assert.ok(used.has(name), `${name} is not imported in source/`);
	}
	// The lanes load whatever tests there are.
	const usedByTests = new Set(sourceFiles('test', 'lanes.ts').flatMap(file => file.imports));
	assert.ok(usedByTests.has('ink-testing-library'), 'ink-testing-library is not imported in test/');
});

test('the scheduler that keys wait for is the one that React leaves its effects to', () => {
	const ink = createRequire(import.meta.resolve('ink'));
	const reconciler = createRequire(ink.resolve('react-reconciler'));
	assert.equal(createRequire(import.meta.url).resolve('scheduler'), reconciler.resolve('scheduler'));
});

test('imports of every form are seen', () => {
	const text = `
import {
	type A,
	b,
} from './several-lines.ts';
import type {C} from './type.ts';
import d, * as e from 'default';
import './effect.ts';
export * from './all.ts';
export {f} from './some.ts';
const g: import('./inline.ts').G = await import('./later.ts');
export const h = Array.from('text');
`;
	assert.deepEqual([...importsOf(text, 'a file')].sort(), [
		'./all.ts',
		'./effect.ts',
		'./inline.ts',
		'./later.ts',
		'./several-lines.ts',
		'./some.ts',
		'./type.ts',
		'default',
	]);
	assert.throws(() => importsOf(`await ${'import'}(name)`, 'a file'), /a file: nobody can tell/);
	assert.throws(() => importsOf(`${'require'}('./any.ts')`, 'a file'), /a file: nobody can tell/);
	assert.throws(() => importsOf(`${'require'}(name)`, 'entry.ts'), /entry.ts: nobody can tell/);
	assert.deepEqual(importsOf(`${'require'}('./cli.ts')`, 'entry.ts'), ['./cli.ts']);
});

/** `ui` for `ui/prompts/menu.tsx`, `cli` for `cli.ts`. */
const roomOf = (file: string): string =>
	(file.includes('/') ? file.split('/')[0] : path.parse(file).name) ?? '';

/** The word of the table that an import falls under. */
function importedBy(file: SourceFile, name: string): string {
	if (name.startsWith('.')) return roomOf(resolved(file, name));
	if (name === 'node:process' || !name.startsWith('node:')) return packageOf(name);
	return house[roomOf(file.path)]?.includes('node:*') ? 'node:*' : name;
}

const resolved = (file: SourceFile, name: string): string =>
	path.posix.join(path.posix.dirname(file.path), name);

const relativeImports = (file: SourceFile): readonly string[] =>
	file.imports.filter(name => name.startsWith('.')).map(name => resolved(file, name));

/** `zod` for `zod/mini`. */
const packageOf = (name: string): string =>
	name
		.split('/')
		.slice(0, name.startsWith('@') ? 2 : 1)
		.join('/');
