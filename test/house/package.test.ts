import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, suite, test} from 'node:test';
import {publint} from 'publint';
import {whereThereIsTime} from '../support/thorough.ts';
import {root} from './source-files.ts';

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(path.join(os.tmpdir(), 'byoo-package-'));
after(() => rmSync(folder, {recursive: true, force: true}));

suite('the package, as npm would publish it', () => {
	whereThereIsTime('is found in order by publint', async () => {
		const [{filename}] = JSON.parse(
			execFileSync(
				'npm',
				[
					'pack',
					'--json',
					'--ignore-scripts',
					'--pack-destination',
					folder,
					'--cache',
					path.join(folder, 'cache'),
				],
				{cwd: root, encoding: 'utf8'},
			),
		);
		const bytes = Uint8Array.from(readFileSync(path.join(folder, filename)));
		const {messages} = await publint({pack: {tarball: bytes.buffer}, strict: true});
		assert.deepEqual(messages, []);
	});

	whereThereIsTime('has a manifest that npm has nothing to correct of', () => {
		// As `npm pkg fix` would write it, which a publish does with a warning.
		const copy = path.join(folder, 'package.json');
		execFileSync('cp', [path.join(root, 'package.json'), copy]);
		execFileSync('npm', ['pkg', 'fix'], {cwd: folder, stdio: 'ignore'});
		assert.deepEqual(JSON.parse(readFileSync(copy, 'utf8')), manifest);
	});

	test('installs nothing and runs nothing where it is installed', () => {
		for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
			assert.equal(manifest[kind], undefined, kind);
		for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
			assert.equal(manifest.scripts[script], undefined, script);
	});

	test('is found by the words that people look for', () => {
		for (const word of ['oauth', 'junction', 'vital', 'wearables', 'cli', 'strava', 'garmin', 'credentials'])
			assert.ok(manifest.keywords.includes(word), word);
		assert.deepEqual(manifest.keywords, [...new Set(manifest.keywords)]);
	});

	// The repository has no address of its own yet, and npm believes only the one that it was built in.
	test('names no repository before the workflow that publishes names its own', () => {
		for (const key of ['repository', 'homepage', 'bugs']) assert.equal(manifest[key], undefined, key);
		const release = readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8');
		const [named, published] = [
			'- run: npm pkg set "repository.type=git" "repository.url=git+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"',
			'- run: npm publish ',
		].map(line => release.indexOf(line));
		assert.ok(named !== undefined && published !== undefined && named > 0 && named < published);
	});
});
