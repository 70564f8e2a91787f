import {mkdir, writeFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join} from 'node:path';
import type {ForwarderKind} from '../../domain/forwarder.ts';
import {failure, type Problem, type Result, success} from '../../domain/problem.ts';
import {forwarderOf} from '../../output/forwarders/forwarder.ts';

/**
Writes the forwarder of a kind into a folder, which is made where it is missing, though not what it should be in, and
gives the path of the file. One of its name that is there already is never written over. `~/` is the home folder. Never
rejects.
*/
export async function writeForwarder(
	kind: ForwarderKind,
	folder: string,
	isShared = false,
): Promise<Result<string>> {
	const {name, text} = forwarderOf(kind, isShared);
	const path = join(folder.replace(/^~(?=\/|$)/, homedir), name);
	try {
		await mkdir(join(path, '..')).catch(unlessThere);
		await writeFile(path, text, {flag: 'wx'});
		return success(path);
	} catch (error) {
		return failure(isThere(error) ? taken(name) : unwritable(name));
	}
}

const isThere = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'EEXIST';

function unlessThere(error: unknown): void {
	if (!isThere(error)) throw error;
}

const taken = (name: string): Problem => ({
	kind: 'conflict',
	message: `There is a ${name} in this folder already; it was left alone.`,
	advice: 'Give another folder.',
});

const unwritable = (name: string): Problem => ({
	kind: 'unavailable',
	message: `${name} could not be written there.`,
	advice: 'Give a folder that you may write to, or a new one in such a folder.',
});
