import {execFile, spawnSync} from 'node:child_process';
import type {HandOff} from '../../source/domain/hand-off.ts';
import {curlFor} from '../../source/output/curl.ts';
import {credential, organizationId, place} from './credentials.ts';
import {personalEnvironment} from './environment.ts';

/** Whether what the script is for is here. */
export const canRunCurl = ['bash', 'curl'].every(program => spawnSync(program, ['--version']).status === 0);

export type Ended = {readonly code: number; readonly stdout: string; readonly stderr: string};

/** A hand-off to this server: Strava with its secret, but for what is told. */
export const handOffTo = (url: string, changes: Partial<HandOff> = {}): HandOff => ({
	generation: 'junction',
	url,
	isDemo: false,
	organizationId,
	place,
	credential,
	...changes,
});

/** The script of the hand-off, run by bash with these variables. */
export const runScript = (handOff: HandOff, variables: Readonly<Record<string, string>>): Promise<Ended> =>
	runBash(['-c', curlFor(handOff)], {variables});

export const runBash = (
	args: readonly string[],
	{variables = {}, input = ''}: {readonly variables?: Readonly<Record<string, string>>; input?: string} = {},
): Promise<Ended> =>
	new Promise(resolve => {
		const env = personalEnvironment({CURL_HOME: '/nonexistent', ...variables});
		const program = execFile('bash', args, {env, timeout: 30_000}, (error, stdout, stderr) =>
			resolve({code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr}),
		);
		program.stdin?.end(input);
	});
