import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after} from 'node:test';
import type {Metafile} from 'esbuild';
import {root} from './source-files.ts';

// A build of its own, so that no other test ever finds `dist/` half written.

export const folder = mkdtempSync(path.join(os.tmpdir(), 'byoo-bundle-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** What the build says. */
export const output = execFileSync(
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

/** What ended up where, by file; paths are relative to the root. */
export const {outputs}: Metafile = JSON.parse(readFileSync(path.join(folder, 'metafile.json'), 'utf8'));

/** The text of a built file. */
export const built = (file: string): string => readFileSync(path.join(folder, 'dist', file), 'utf8');

/** The sources that an output has code of. */
export function inputsOf(output: string): readonly string[] {
	const inputs = Object.entries(outputs[output]?.inputs ?? {});
	return inputs.filter(([, {bytesInOutput}]) => bytesInOutput > 0).map(([input]) => input);
}

/** The folder of the package that a source belongs to; nothing for one of the program's own. */
export const packageFolders = (input: string): readonly string[] =>
	/.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
