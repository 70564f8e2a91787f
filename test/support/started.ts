import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {connect} from 'node:net';
import {setInterval} from 'node:timers/promises';
import {personalEnvironment} from './environment.ts';
import {closedAddress} from './scripted-server.ts';

/** A server of somebody else's, as a process of its own. */
export type Started = {
	readonly child: ChildProcess;
	/** All that it has written so far. */
	readonly logged: () => string;
	/** Waits until it has said that, and gives the group. */
	readonly said: (pattern: RegExp) => Promise<string>;
	readonly stop: () => Promise<void>;
};

const open = new Set<ChildProcess>();

// A run that is broken off leaves nothing behind.
process.once('exit', () => {
	for (const child of open) child.kill('SIGKILL');
});

/** Starts it, in that folder. */
export function started(
	command: string,
	argv: readonly string[],
	cwd: string,
	env: Readonly<Record<string, string>> = {},
): Started {
	const child = spawn(command, argv, {cwd, env: personalEnvironment(env), stdio: ['ignore', 'pipe', 'pipe']});
	open.add(child);
	child.once('exit', () => open.delete(child));
	const chunks: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
	const logged = () => Buffer.concat(chunks).toString('latin1');
	return {
		child,
		logged,
		async said(pattern) {
			for (;;) {
				const found = pattern.exec(logged())?.[1];
				if (found !== undefined) return found;
				if (child.exitCode !== null) throw new Error(`${command} ended: ${logged()}`);
				await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
			}
		},
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
		},
	};
}

/** Resolves once somebody listens there. */
export async function listening(port: number, {child, logged}: Started): Promise<void> {
	for await (const _ of setInterval(10)) {
		const socket = connect(port, '127.0.0.1');
		const isThere = await new Promise<boolean>(resolve => {
			socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		});
		socket.destroy();
		if (isThere) return;
		if (child.exitCode !== null) throw new Error(`It ended before it listened: ${logged()}`);
	}
}

/** A port on which nobody listens. */
export const freePort = async (): Promise<number> => Number(new URL(await closedAddress()).port);

/** Whether a command is there and does that. */
export function runs(command: string, ...argv: readonly string[]): boolean {
	return spawnSync(command, argv, {stdio: 'ignore'}).status === 0;
}
