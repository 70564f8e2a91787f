import {spawnByoo} from '../support/byoo.ts';
import {folderOfRuns} from './here.ts';
import type {Given} from './job.ts';
import {manifestFile} from './jobs.ts';

/** Runs the built program as a process of its own, with Node telling of itself on standard error. */
export function programSpawned(
	more: Readonly<Record<string, string>> = {},
	node: readonly string[] = [],
): Given['program'] {
	const folder = folderOfRuns();
	return async (words, input, {env, wait}) => {
		const {ended} = spawnByoo(
			words.map(word => (word === manifestFile ? folder.manifest : word)),
			{env: {...env, BYOO_CONFIG_DIR: folder.config, ...more}, input, node},
		);
		const ran = await ended;
		for (const [, seconds] of ran.stderr.matchAll(/^test: paused for ([\d.]+) s$/gm))
			await wait(Number(seconds));
		return {...ran, isTalkative: true};
	};
}
