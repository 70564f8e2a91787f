import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {runHere} from '../support/in-process.ts';
import type {Given} from './job.ts';
import {manifest, manifestFile} from './jobs.ts';

/** A folder with the manifest and without settings, until the tests of the process are over. */
export function folderOfRuns(): {readonly manifest: string; readonly config: string} {
	const folder = mkdtempSync(join(os.tmpdir(), 'byoo-faults-'));
	after(() => rmSync(folder, {recursive: true, force: true}));
	const file = join(folder, 'fleet.yaml');
	writeFileSync(file, manifest);
	return {manifest: file, config: join(folder, 'settings')};
}

/** Runs the program in this process. */
export function programHere(): Given['program'] {
	const folder = folderOfRuns();
	return (words, input, {env, wait}) =>
		runHere(
			words.map(word => (word === manifestFile ? folder.manifest : word)),
			{env, input, wait, configFolder: folder.config},
		).ended;
}
