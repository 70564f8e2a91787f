import {
	closeSync,
	constants,
	fstatSync,
	lstatSync,
	opendirSync,
	openSync,
	readSync,
	type Stats,
} from 'node:fs';
import {join} from 'node:path';

/** The text of a file, or in words why it is not read. */
export type SmallFile = {readonly text: string} | {readonly oddity: string};

/** Far larger than any settings file, in bytes. */
export const sizeLimit = 64 * 1024;
const filesLimit = 200;
const entriesLimit = 10_000;

/**
The names in a folder that fit, in their order; where there are far too many, the newest. `isWhole` is false where
not even all names were looked at. A folder that is not there has none.
*/
export function namesIn(
	folder: string,
	pattern: RegExp,
): {readonly names: readonly string[]; readonly isWhole: boolean} {
	const entries = entriesIn(folder);
	const names = entries.filter(name => pattern.test(name));
	const newest = names.length > filesLimit ? newestOf(folder, names).slice(0, filesLimit) : names;
	return {names: newest.toSorted(), isWhole: entries.length < entriesLimit};
}

function entriesIn(folder: string): readonly string[] {
	const names: string[] = [];
	try {
		const entries = opendirSync(folder);
		try {
			for (let entry = entries.readSync(); entry && names.length < entriesLimit; entry = entries.readSync()) {
				names.push(entry.name);
			}
		} finally {
			entries.closeSync();
		}
	} catch {
		// What was found until then is all there is to know.
	}
	return names;
}

function newestOf(folder: string, names: readonly string[]): readonly string[] {
	const changed = (name: string) => {
		try {
			return lstatSync(join(folder, name)).mtimeMs;
		} catch {
			return 0;
		}
	};
	return names
		.map(name => ({name, time: changed(name)}))
		.toSorted((a, b) => b.time - a.time)
		.map(({name}) => name);
}

/**
Reads a regular file at once, or one that a link leads to. Whatever else has its name is not waited for, and of
what is larger than a settings file nothing is read. Undefined where there is none.
*/
export function readSmallFile(path: string): SmallFile | undefined {
	let fd: number | undefined;
	try {
		// Opened plainly, a pipe would wait for somebody who writes to it.
		fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		const stats = fstatSync(fd);
		if (!stats.isFile()) return {oddity: `is ${kindOf(stats)}, not a file`};
		const text = stats.size > sizeLimit ? undefined : textOf(fd);
		return text === undefined ? {oddity: `is larger than ${sizeLimit / 1024} kB`} : {text};
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'ENOENT') return undefined;
		return {oddity: code === 'ENXIO' ? 'is a socket, not a file' : 'cannot be read'};
	} finally {
		if (fd !== undefined) closeSync(fd);
	}
}

function kindOf(stats: Stats): string {
	if (stats.isDirectory()) return 'a folder';
	return stats.isFIFO() ? 'a pipe' : 'a device';
}

/** Undefined where the file grew beyond its limit meanwhile. */
function textOf(fd: number): string | undefined {
	const bytes = Buffer.alloc(sizeLimit + 1);
	let [length, read] = [0, 0];
	do {
		read = readSync(fd, bytes, length, bytes.length - length, null);
		length += read;
	} while (read > 0 && length < bytes.length);
	return length > sizeLimit ? undefined : bytes.toString('utf8', 0, length);
}
