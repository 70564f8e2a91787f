import {PassThrough, Writable} from 'node:stream';
import {main} from '../../source/commands/main.ts';
import type {RunEnding, StopSignal, Terminal} from '../../source/commands/shared/terminal.ts';
import {personalEnvironment} from './environment.ts';
import {neverSuspended} from './job-control.ts';
import {thisRun} from './runs.ts';

/** What the build replaces by the version. */
Object.assign(globalThis, {__VERSION__: '0.0.0-test'});

export type HereOptions = {
	/** What is piped in; nothing closes standard input at once. */
	readonly input?: string | Uint8Array;
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly configFolder: string;
	/** What the program does before it tries again: nothing, if not given. */
	readonly wait?: Terminal['wait'];
	/** What time it is: that of the computer, if not given. */
	readonly now?: Terminal['now'];
	/** Where the providers are: on the internet, if not given, and then they are never asked beside a demo. */
	readonly reach?: NonNullable<Terminal['reach']>;
	/** How a watch looks names up, and what it may call: public addresses, and none beside a demo, if not given. */
	readonly guard?: NonNullable<Terminal['guard']>;
};

export type RanHere = {readonly code: RunEnding; readonly stdout: string; readonly stderr: string};

export type RunningHere = {
	/** Asks it to end, as a signal would. */
	readonly stop: (signal: StopSignal) => void;
	/** What it has written to standard output so far. */
	readonly stdout: () => string;
	/** The same of standard error. */
	readonly stderr: () => string;
	readonly ended: Promise<RanHere>;
};

/**
Runs the program in this very process, without a terminal, on streams that are captured: everything of a run but the
process itself, and the seconds that it waits before it tries again.
*/
export function runHere(
	argv: readonly string[],
	{input, env, configFolder, wait = async () => undefined, now = () => new Date(), reach, guard}: HereOptions,
): RunningHere {
	const [stdin, stdout, stderr] = [new PassThrough(), captured(), captured()];
	stdin.end(input);
	const listeners: ((signal: StopSignal) => void)[] = [];
	const terminal: Terminal = {
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout.stream as unknown as NodeJS.WriteStream,
		stderr: stderr.stream as unknown as NodeJS.WriteStream,
		environment: personalEnvironment({BYOO_CONFIG_DIR: configFolder, ...env}),
		onStop: listener => void listeners.push(listener),
		wait,
		now,
		onLeave: () => undefined,
		jobControl: neverSuspended,
		runs: thisRun,
		configFolder,
		...(reach ? {reach} : {}),
		...(guard ? {guard} : {}),
	};
	return {
		stop(signal) {
			for (const listener of listeners) listener(signal);
		},
		stdout: stdout.text,
		stderr: stderr.text,
		ended: main(argv, terminal).then(
			(code): RanHere => ({code, stdout: stdout.text(), stderr: stderr.text()}),
		),
	};
}

function captured() {
	const chunks: Buffer[] = [];
	const stream = new Writable({
		write(chunk: Buffer, _encoding, done) {
			chunks.push(chunk);
			done();
		},
	});
	return {stream, text: () => Buffer.concat(chunks).toString('utf8')};
}
