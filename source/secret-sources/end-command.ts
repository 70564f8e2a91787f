import {type ChildProcess, spawnSync} from 'node:child_process';
import {setTimeout} from 'node:timers/promises';
import {isWindows, type Variables} from './child-environment.ts';

export type RunningCommand = {
	readonly child: ChildProcess;
	readonly hasOwnGroup: boolean;
	/** Resolves when the shell that runs the command is gone. */
	readonly gone: Promise<unknown>;
	/** For the programs that end it: without any secret of ours. */
	readonly variables: Variables;
};

const graceMilliseconds = 300;

/**
Ends a command with all it started, politely first and at once: a program that asks for a password has a terminal to
restore. What still runs a moment later is killed. Programs send the signals, since only `cli.ts` may touch the process.
*/
export async function endCommand(command: RunningCommand): Promise<void> {
	const {child, hasOwnGroup, gone, variables} = command;
	const {pid} = child;
	if (pid === undefined) return;
	const run: Run = (file, args) =>
		spawnSync(file, args, {env: {...variables}, encoding: 'utf8', windowsHide: true}).stdout ?? '';
	if (isWindows) {
		run('taskkill', ['/pid', String(pid), '/t', '/f']);
		return void (await gone);
	}
	const isAlive = child.exitCode === null && child.signalCode === null;
	const targets = hasOwnGroup ? [-pid] : isAlive ? [pid, ...descendantsOf(pid, run)] : [];
	const tell = (signal: string) =>
		run('/bin/sh', ['-c', 'kill -s "$@"', 'sh', signal, '--', ...targets.map(String)]);
	if (targets.length > 0) {
		tell('TERM');
		await setTimeout(graceMilliseconds);
		tell('KILL');
	}
	await gone;
}

/** Runs a program and gives what it prints. */
type Run = (file: string, args: readonly string[]) => string;

/** All processes that a process started, directly or not; none where there is no `ps`. */
function descendantsOf(pid: number, run: Run): readonly number[] {
	const lines = run('ps', ['-A', '-o', 'pid=,ppid=']).split('\n');
	const pairs = lines.map(line => line.trim().split(/\s+/).map(Number));
	const found = [pid];
	for (const parent of found) {
		for (const [child = 0, itsParent] of pairs) if (child > 1 && itsParent === parent) found.push(child);
	}
	return found.slice(1);
}
