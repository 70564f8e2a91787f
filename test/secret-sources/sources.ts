import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import type {TestContext} from 'node:test';
import type {Problem, Result} from '../../source/domain/problem.ts';
import type {SourceAccess} from '../../source/secret-sources/read-source.ts';
import {assertNoSecret} from '../support/credentials.ts';
import {waitUntil} from '../support/wait.ts';

/** Nothing on standard input, the variables of these tests, and what is changed. */
export const access = (changes: Partial<SourceAccess> = {}): SourceAccess => ({
	stdin: Readable.from([]),
	environment: process.env,
	...changes,
});

export async function temporaryFolder(t: TestContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'byoo-sources-'));
	t.after(() => rm(folder, {recursive: true}));
	return folder;
}

/** The problem that a result is, once it is clear that it repeats no secret and names a way out. */
export function problemOf(result: Result<unknown>): Problem {
	assert.ok(!result.ok, 'It was not refused.');
	assertNoSecret(result);
	assert.equal(result.problem.kind, 'correct');
	assert.match(result.problem.advice, /^[A-Z].+\.$/);
	return result.problem;
}

export const messageOf = (result: Result<unknown>): string => problemOf(result).message;

/** The lines of a file that a command writes, once there are that many. */
export async function linesOf(file: string, count: number): Promise<readonly string[]> {
	const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []);
	await until(() => lines().length >= count);
	return lines();
}

export const until = (isMet: () => boolean): Promise<void> =>
	waitUntil(isMet, {screen: () => '', isWhole: () => true});

/** Whether a process is gone; one that nobody has buried yet is. */
export function isGone(pid: string): boolean {
	const {stdout} = spawnSync('ps', ['-o', 'stat=', '-p', pid], {encoding: 'utf8'});
	return stdout.trim() === '' || stdout.startsWith('Z');
}
