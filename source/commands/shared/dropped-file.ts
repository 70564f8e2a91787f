import {constants} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {failure, type Result, success} from '../../domain/problem.ts';
import {Secret} from '../../domain/secret.ts';

/** In bytes: as much as the largest document that is recognised. */
const limit = 65_536;

/**
The text of a file that was dropped on the terminal: a regular one of up to 64 kB, in UTF-8. `~/` is the home folder.
Never rejects, and repeats neither the path nor what is in the file.
*/
export async function readDropped(path: string, home = homedir()): Promise<Result<Secret>> {
	let file: FileHandle | undefined;
	try {
		// Opened plainly, a pipe that nobody writes to would hold the program.
		const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
		file = await open(path.startsWith('~/') ? join(home, path.slice(2)) : path, flags);
		const stats = await file.stat();
		if (!stats.isFile()) return refused('That is not a regular file.');
		if (stats.size > limit) return refused('That file is larger than 64 kB.');
		// It may have grown since it was looked at.
		const {buffer, bytesRead} = await file.read(Buffer.alloc(limit + 1), 0, limit + 1, 0);
		if (bytesRead > limit) return refused('That file is larger than 64 kB.');
		return success(new Secret(new TextDecoder('utf-8', {fatal: true}).decode(buffer.subarray(0, bytesRead))));
	} catch (error) {
		return refused(
			error instanceof TypeError ? 'That file is no UTF-8 text.' : 'That file could not be read.',
		);
	} finally {
		await file?.close().catch(() => undefined);
	}
}

const refused = (message: string): Result<never> =>
	failure({kind: 'correct', message, advice: 'Paste what is in it instead.', fields: []});
