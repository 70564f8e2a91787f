import {lstatSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {namesIn} from './files.ts';

/**
What is written to before it is renamed: by `conf` under the name of the settings file, the end of a time, and six random
digits; for ticks and test users under that of theirs and sixteen.
*/
const temporary =
	/^[0-9a-f]{32}\.(?:json\.tmp-\d{10}[0-9a-f]{6}|(?:ticks|test-users)\.jsonl\.tmp-[0-9a-f]{16})$/;

/** A write takes far less than a second, also where a computer is busy; nobody waits for what is left of one. */
const oldMilliseconds = 60 * 60 * 1000;

/** Removes what runs left behind that were killed while they wrote. What another run writes right now is younger. */
export function removeLeftovers(folder: string, now: number): void {
	for (const name of namesIn(folder, temporary).names) {
		const path = join(folder, name);
		try {
			const stats = lstatSync(path);
			if (stats.isFile() && now - stats.mtimeMs > oldMilliseconds) rmSync(path);
		} catch {
			// Another run was quicker, or it may not be removed: it does no harm.
		}
	}
}
