import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';
import pty from '@lydell/node-pty';
import {personalEnvironment} from '../test/support/environment.ts';

/** One line of the table: ratios, unless the reach is of another unit. */
export type Row = {
	readonly what: string;
	readonly measured: string;
	readonly reference: string;
	readonly reach: string;
	readonly min: string;
	readonly median: string;
};

/** Figures of several things, taken in turns, so that a busy moment of the machine meets all of them. */
export async function interleaved<Name extends string>(
	rounds: number,
	measured: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Readonly<Record<Name, readonly number[]>>> {
	const names = Object.keys(measured) as Name[];
	const figures = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>;
	for (let round = 0; round < rounds; round++)
		for (const name of names) figures[name].push(await measured[name]());
	return figures;
}

export const least = (figures: readonly number[]): number => Math.min(...figures);

export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

export const quantile = (figures: readonly number[], share: number): number =>
	figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) * share)] ?? Number.NaN;

/** The least of one by the least of the other, and their medians: noise only ever adds. */
export const ratios = (
	figures: readonly number[],
	reference: readonly number[],
): Pick<Row, 'min' | 'median'> => ({
	min: (least(figures) / least(reference)).toFixed(2),
	median: (median(figures) / median(reference)).toFixed(2),
});

/** Milliseconds from the start of a Node to its end. Without variables of Node, which make every start slower. */
export function untilExit(args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
	const start = performance.now();
	spawnSync(process.execPath, args, {env: personalEnvironment(env), stdio: ['ignore', 'pipe', 'pipe']});
	return performance.now() - start;
}

type Start = {
	readonly args: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly file?: string;
	readonly cwd?: string;
	readonly columns?: number;
	readonly rows?: number;
};

export type Running = ReturnType<typeof start>;

/** A program on a terminal: what it writes, as it comes. */
export function start({file = process.execPath, args, env = {}, cwd, columns = 80, rows = 24}: Start) {
	const begun = performance.now();
	const child = pty.spawn(file, [...args], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		env: personalEnvironment(env),
		...(cwd && {cwd}),
	});
	let written = '';
	let isOver = false;
	let heard: () => void = () => undefined;
	child.onData(data => {
		written += data;
		heard();
	});
	const ended = new Promise<void>(resolve => {
		child.onExit(() => {
			isOver = true;
			heard();
			resolve();
		});
	});
	return {
		pid: child.pid,
		ended,
		/** Milliseconds since the start. */
		age: () => performance.now() - begun,
		/** How many signs it wrote so far. */
		length: () => written.length,
		textFrom: (place: number) => written.slice(place),
		write: (text: string) => child.write(text),
		/** Resolves as soon as what was written from this place on is as wanted. */
		async until(isSo: (text: string) => boolean, from = 0, seconds = 60): Promise<void> {
			const clock = AbortSignal.timeout(seconds * 1000);
			while (!isSo(written.slice(from))) {
				if (isOver || clock.aborted)
					throw new Error(`It never came. Last was: ${JSON.stringify(written.slice(-400))}`);
				await Promise.race([
					new Promise<void>(resolve => {
						heard = resolve;
					}),
					wait(200),
				]);
			}
		},
		async end(): Promise<void> {
			if (!isOver) process.kill(child.pid, 'SIGKILL');
			await ended;
		},
	};
}

/** Starts it once and leaves it by Ctrl+C, as people do, so that the next start is not the first one. */
export async function warmed(how: Start, words: string): Promise<void> {
	const program = start(how);
	await program.until(text => text.includes(words));
	program.write('\u0003');
	await program.ended;
}

/** Milliseconds from the start to what the first screen says. */
export async function untilPainted(how: Start, words: string): Promise<number> {
	const program = start(how);
	await program.until(text => text.includes(words));
	const time = program.age();
	await program.end();
	return time;
}

/**
Milliseconds from the start to the answer to a key that is sent as soon as the first screen is there. Throws where the
key was lost.
*/
export async function untilAnswered(
	how: Start,
	words: string,
	key: string,
	isAnswer: (text: string) => boolean,
): Promise<number> {
	const program = start(how);
	await program.until(text => text.includes(words));
	const from = program.length();
	program.write(key);
	await program.until(isAnswer, from, 10);
	const time = program.age();
	await program.end();
	return time;
}

/** Milliseconds of processor time that a process has taken, by Linux's own count of ticks of 10 ms. */
export function processorTime(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}
