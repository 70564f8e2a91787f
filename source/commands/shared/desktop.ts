import {lstat, readFile, truncate, writeFile} from 'node:fs/promises';
import {failure, type Problem, type Result, success} from '../../domain/problem.ts';

/**
Hands a text to the clipboard: by the terminal (OSC 52, which also crosses an SSH connection) and by the
system's own, where there is one. Neither says whether it arrived.
*/
export function copyTo(stdout: NodeJS.WritableStream, text: string): void {
	stdout.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`);
	import('tinyclip').then(({writeText}) => writeText(text)).catch(() => undefined);
}

/** Opens an address in the browser. Without one nothing happens: the address is always shown too. */
export function openInBrowser(address: string): void {
	import('open')
		.then(({default: open}) => open(address))
		.then(child => child.on('error', () => undefined))
		.catch(() => undefined);
}

/**
Writes pages of one run. A page that this run wrote itself, and that nobody changed since, is written anew; any other file is
never written over.
*/
export function pageWriter(): (path: string, text: string) => Promise<Result<string>> {
	const written = new Map<string, string>();
	return async (path, text) => {
		const before = written.get(path);
		const isOurs = before !== undefined && (await textOf(path)) === before;
		const result = isOurs ? await writeAnew(path, text) : await writeNew(path, text);
		if (result.ok) written.set(path, text);
		return result;
	};
}

/** Of a regular file: whatever else took its place is not waited for. */
async function textOf(path: string): Promise<string | undefined> {
	try {
		return (await lstat(path)).isFile() ? await readFile(path, 'utf8') : undefined;
	} catch {
		return undefined;
	}
}

const writeAnew = (path: string, text: string): Promise<Result<string>> =>
	writeFile(path, text, {flag: 'r+'})
		.then(() => truncate(path, Buffer.byteLength(text)))
		.then(
			() => success(path),
			() => failure(unwritable),
		);

const unwritable: Problem = {
	kind: 'correct',
	message: 'The file could not be written.',
	advice: 'Start byoo in another folder.',
	fields: [],
};

/** Writes a new file; one that exists is never written over. `flag` is the one that takes another name. */
export async function writeNew(path: string, text: string, flag = '--report'): Promise<Result<string>> {
	try {
		await writeFile(path, text, {flag: 'wx', mode: 0o600});
		return success(path);
	} catch (error) {
		const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
		return failure({
			kind: 'correct',
			message: isThere
				? 'There is a file of that name already; it was left alone.'
				: 'The file could not be written.',
			advice: `Start byoo in another folder, or give another name with ${flag} FILE.`,
			fields: [],
		});
	}
}
