import {execFileSync} from 'node:child_process';
import {closeSync, constants, openSync} from 'node:fs';
import os from 'node:os';
import {setInterval} from 'node:timers/promises';
import pty, {type IPty} from '@lydell/node-pty';
import type {Size} from './emulator.ts';

export type Exit = {readonly exitCode: number; readonly signal: NodeJS.Signals | undefined};

/** The settings of a terminal's line, by `stty`. At a shell's prompt it has echo and signals and is not raw. */
export type LineModes = {readonly isRaw: boolean; readonly hasEcho: boolean; readonly hasSignals: boolean};

type Program = Size & {
	readonly file: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly cwd: string;
	readonly onData: (data: string) => void;
	/** Whether all data given to `onData` so far has been worked up. */
	readonly isIdle: () => boolean;
};

/** What node-pty does not declare, and the rescue of a program's last words needs. */
type Undeclared = {
	readonly ptsName: string;
	readonly _socket: {destroy: (error?: Error) => unknown};
};

/**
A program on a terminal of its own.

When a program ends, Linux lets go of what nobody has read yet, and node-pty closes its end 200 ms later, read or not:
under load every third program loses its last lines that way. So this holds the program's end of the terminal open
itself, forbids node-pty to close its own, and lets both go once the program is gone and nothing more comes. "Nothing
more" is counted in turns of the event loop, each of which reads what is there: a busy machine makes any number of
milliseconds too short.
*/
export function spawnOnTerminal({file, args, env, cwd, columns, rows, onData, isIdle}: Program) {
	const name = env.TERM ?? 'xterm-256color';
	const child = pty.spawn(file, [...args], {name, cols: columns, rows, env: {...env}, cwd}) as IPty &
		Undeclared;
	const line = openSync(child.ptsName, constants.O_RDWR | constants.O_NOCTTY);
	const socket = child._socket;
	const destroy = socket.destroy.bind(socket);
	socket.destroy = error => (error ? destroy(error) : socket);

	let received = 0;
	let lastModes: LineModes | undefined;
	let isHungUp = false;
	let exit: Exit | undefined;
	child.onData(data => {
		received += data.length;
		onData(data);
	});
	const ended = new Promise<Exit>(resolve => {
		child.onExit(({exitCode, signal}) => resolve({exitCode, signal: signalOf(signal)}));
	});

	async function lastWordsRead(): Promise<void> {
		let quietTurns = 0;
		let seen = -1;
		for await (const _ of setInterval(5)) {
			if (isAlive(child.pid)) continue;
			quietTurns = received === seen && isIdle() ? quietTurns + 1 : 0;
			seen = received;
			if (quietTurns === 6) return;
		}
	}

	function hangUp(): void {
		if (isHungUp) return;
		isHungUp = true;
		closeSync(line);
		destroy();
	}

	async function end(): Promise<Exit> {
		await lastWordsRead();
		if (!isHungUp) lastModes = modesOf(line);
		hangUp();
		exit = await ended;
		return exit;
	}

	return {
		pid: child.pid,
		write: (data: string): void => child.write(data),
		resize: ({columns, rows}: Size): void => child.resize(columns, rows),
		/** Closes the terminal, as its window or a broken connection does, while the program runs. */
		hangUp,
		/** The line's settings now; after the end those that the program left behind. */
		stty: (): LineModes => lastModes ?? modesOf(line),
		/** How the program ended, once it has and everything it wrote was handed on. */
		exit: (): Exit | undefined => exit,
		exited: end(),
	};
}

function modesOf(line: number): LineModes {
	const settings = execFileSync('stty', ['-a'], {stdio: [line, 'pipe', 'ignore'], encoding: 'utf8'}).split(
		/[\s;]+/,
	);
	return {
		isRaw: settings.includes('-icanon'),
		hasEcho: settings.includes('echo'),
		hasSignals: settings.includes('isig'),
	};
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

const signalOf = (number: number | undefined): NodeJS.Signals | undefined =>
	(Object.keys(os.constants.signals) as NodeJS.Signals[]).find(name => os.constants.signals[name] === number);
