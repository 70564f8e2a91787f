import {randomBytes} from 'node:crypto';
import {
	appendFileSync,
	closeSync,
	constants,
	fstatSync,
	mkdirSync,
	openSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import {dirname} from 'node:path';
import * as z from 'zod/mini';
import {readSmallFile} from './files.ts';

/** From this size in bytes on, a file is written anew without what does not count any more. */
export const largeBytes = 32 * 1024;

/** The lines of a file that can be read, oldest first; none where there is no file of ours. */
export function linesIn<Schema extends z.core.$ZodType>(
	path: string,
	schema: Schema,
): readonly z.infer<Schema>[] {
	const file = readSmallFile(path);
	if (!file || !('text' in file)) return [];
	return file.text.split('\n').flatMap(line => {
		try {
			const read = z.safeParse(schema, JSON.parse(line));
			return read.success ? [read.data] : [];
		} catch {
			// A run was killed while it wrote this.
			return [];
		}
	});
}

const {O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0} = constants;

/**
Appends one line, so that two runs at once merge and a killed one leaves at most a line that nobody can read. Gives the
size of the file in bytes; throws where that is no file of ours, or it cannot be written.
*/
export function appendLine(path: string, line: object): number {
	mkdirSync(dirname(path), {recursive: true, mode: 0o700});
	const fd = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
	try {
		const stats = fstatSync(fd);
		if (!stats.isFile()) throw new Error('That is no file.');
		// On a line of its own, also after one that was cut.
		appendFileSync(fd, `\n${JSON.stringify(line)}\n`);
		return stats.size;
	} finally {
		closeSync(fd);
	}
}

/** Puts a file of these lines in the place of the one that is there, at once. */
export function replaceLines(path: string, lines: readonly object[]): void {
	const temporary = `${path}.tmp-${randomBytes(8).toString('hex')}`;
	writeFileSync(temporary, lines.map(line => `${JSON.stringify(line)}\n`).join(''), {mode: 0o600});
	renameSync(temporary, path);
}
