import {close, constants, createReadStream, fstat, open, type Stats} from 'node:fs';
import {Socket} from 'node:net';
import {promisify} from 'node:util';
import type {Result} from '../domain/problem.ts';
import {collect} from './collect.ts';
import {refused} from './refused.ts';
import {textOf, tooLarge} from './text-of.ts';

const subject = 'The file';

/** The text of a file or of a pipe that stands for one, such as `<(command)`. The path is never repeated. */
export async function readFile(path: string, limit: number, signal?: AbortSignal): Promise<Result<string>> {
	try {
		const fd = await openAtOnce(path);
		const stream = await streamOf(fd, limit);
		if (!stream.ok) {
			await promisify(close)(fd);
			return stream;
		}
		const collected = await collect(stream.value, limit, signal);
		stream.value.destroy();
		return textOf(collected, subject, limit);
	} catch (error) {
		return unreadable(error);
	}
}

// Opened plainly, a pipe that nobody writes to would hold a thread of Node's, which then cannot even exit.
const openAtOnce = (path: string): Promise<number> =>
	promisify(open)(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));

type FileStream = NodeJS.ReadableStream & {destroy(): unknown};

async function streamOf(fd: number, limit: number): Promise<Result<FileStream>> {
	const stats = await promisify(fstat)(fd);
	if (await isStandardInput(stats)) return standardInput();
	if (stats.isFile() && stats.size > limit) return tooLarge(subject, limit);
	if (stats.isFile()) return {ok: true, value: createReadStream('', {fd})};
	if (stats.isFIFO()) return {ok: true, value: new Socket({fd, readable: true, writable: false})};
	return stats.isDirectory() ? directory() : special();
}

/** Under another name, such as `/dev/stdin`, it would be read twice without anybody noticing. */
async function isStandardInput({dev, ino}: Stats): Promise<boolean> {
	const input = await promisify(fstat)(0).catch(() => undefined);
	return input?.dev === dev && input.ino === ino;
}

const standardInput = (): Result<never> =>
	refused(
		`${subject} is standard input.`,
		'Ask for standard input itself: --client-secret-stdin, or - in place of a file of details.',
	);

function unreadable(error: unknown): Result<never> {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EISDIR') return directory();
	// What opening a socket gives.
	if (code === 'ENXIO') return special();
	if (code === 'ENOENT' || code === 'ENOTDIR') {
		return refused(
			`${subject} does not exist.`,
			'Check its path: a relative one begins at the current folder, and ~ is replaced by the shell alone.',
		);
	}
	if (code === 'EACCES' || code === 'EPERM') {
		return refused(`${subject} may not be read.`, 'Give yourself the right to read it, then run it again.');
	}
	return refused(`${subject} could not be read.`, 'Check its path, then run it again.');
}

const directory = (): Result<never> =>
	refused('The path is a folder, not a file.', 'Name the file in it that holds the value.');

const special = (): Result<never> =>
	refused(
		'The path is neither a file nor a pipe.',
		'Name a file, or pipe the value into standard input instead.',
	);
