import {type ChildProcess, spawn} from 'node:child_process';
import {closeSync, openSync} from 'node:fs';
import type {Result} from '../domain/problem.ts';
import {isWindows, type Variables} from './child-environment.ts';
import {collect} from './collect.ts';
import {endCommand, type RunningCommand} from './end-command.ts';
import {refused, stopped} from './refused.ts';
import {textOf} from './text-of.ts';

export type CommandRun = {
	/** The command's own, without any secret of ours. */
	readonly variables: Variables;
	readonly limit: number;
	readonly seconds: number;
	readonly signal?: AbortSignal;
};

/**
What a command prints on its standard output, whole. The shell runs it: `/bin/sh`, or that of Windows. It cannot read
our standard input, and what it says or asks on standard error reaches the person. Its text is never repeated.
*/
export async function readCommand(command: string, run: CommandRun): Promise<Result<string>> {
	const hasOwnGroup = !isWindows && !hasTerminal();
	const child = start(command, run.variables, hasOwnGroup);
	if (!child) return unstartable();
	const stop = new AbortController();
	const abort = () => stop.abort();
	const timer = setTimeout(abort, run.seconds * 1000);
	run.signal?.addEventListener('abort', abort);
	const text = await outputOf(
		{child, hasOwnGroup, gone: endingOf(child), variables: run.variables},
		run.limit,
		stop.signal,
	);
	clearTimeout(timer);
	run.signal?.removeEventListener('abort', abort);
	if (run.signal?.aborted) return stopped();
	return stop.signal.aborted ? tooSlow(run.seconds) : text;
}

async function outputOf(running: Running, limit: number, stop: AbortSignal): Promise<Result<string>> {
	const {child, gone} = running;
	if (!child.stdout) return unstartable();
	let ended: Promise<void> | undefined;
	const end = () => {
		ended ??= endCommand(running);
	};
	stop.addEventListener('abort', end);
	const collected = await collect(child.stdout, limit, stop);
	child.stdout.destroy();
	if (collected.kind !== 'whole') end();
	const ending = await gone;
	stop.removeEventListener('abort', end);
	await ended;
	const text = textOf(collected, 'The output of the command', limit);
	return collected.kind === 'too-large' ? text : (refusalOf(ending) ?? text);
}

/**
A command of its own group can be ended with everything it started, but a group of one's own has no terminal, and
a password manager may want to ask there. So it gets one only where there is no terminal.
*/
function hasTerminal(): boolean {
	try {
		closeSync(openSync('/dev/tty', 'r'));
		return true;
	} catch {
		return false;
	}
}

/** Nothing where the system refuses at once: its error would repeat the command. */
function start(command: string, variables: Variables, hasOwnGroup: boolean): ChildProcess | undefined {
	try {
		return spawn(command, {
			shell: true,
			stdio: ['ignore', 'pipe', 'inherit'],
			env: {...variables},
			detached: hasOwnGroup,
			windowsHide: true,
		});
	} catch {
		return undefined;
	}
}

type Running = RunningCommand & {readonly gone: Promise<Ending>};

type Ending = {readonly code: number | null; readonly signal: string | null} | 'not started';

const endingOf = (child: ChildProcess): Promise<Ending> =>
	new Promise(resolve => {
		child.on('exit', (code, signal) => resolve({code, signal}));
		child.on('error', () => resolve('not started'));
	});

function refusalOf(ending: Ending): Result<never> | undefined {
	if (ending === 'not started') return unstartable();
	const advice = 'Run it by itself to see what is wrong.';
	if (ending.signal) return refused(`The command was ended by ${ending.signal}.`, advice);
	if (ending.code === 0) return undefined;
	const isMissing = !isWindows && ending.code === 127;
	return refused(
		`The command ended with exit code ${ending.code}.`,
		isMissing ? 'A program in it was not found: check that it is installed and in PATH.' : advice,
	);
}

const unstartable = (): Result<never> =>
	refused('The command could not be started.', 'Check that it runs in your shell, then try again.');

const tooSlow = (seconds: number): Result<never> =>
	refused(
		`The command did not end within ${seconds} seconds and was stopped.`,
		'Unlock what it reads from first, or run it by itself to see what it waits for.',
	);
