import type {Runs} from '../../domain/runs.ts';
import type {JobControl} from '../../domain/suspension.ts';
import type {Guard} from '../../management-api/watched-redirect.ts';

/** A request from outside to stop, which a terminal, a shell or a supervisor sends. */
export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGQUIT';

/** How a run ends: with an exit code, or by the signal that asked for it, so that a shell sees what happened. */
export type RunEnding = number | StopSignal;

/** What a command may use of the process, handed in by the entry point. */
export type Terminal = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Calls back at each request to stop, which then does not end the process by itself; the second one does. */
	readonly onStop: (listener: (signal: StopSignal) => void) => void;
	readonly now: () => Date;
	/** Waits before something is tried again, or ends early when the signal aborts. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/**
	Calls back right before the process ends, however it ends, so that a screen is put away. Not where the terminal is
	gone.
	*/
	readonly onLeave: (listener: () => void) => void;
	readonly jobControl: JobControl;
	readonly runs: Runs;
	/** Where settings are kept. */
	readonly configFolder: string;
	/** Leads addresses of providers to doubles of them. Only tests hand it in: no flag and no variable is one. */
	readonly reach?: (address: string) => string;
	/** How a watch looks names up, and what it may call. Only tests hand it in, too. */
	readonly guard?: Guard;
};

/** What runs a command: its words after the name, and the process. */
export type Run = (argv: readonly string[], terminal: Terminal) => Promise<RunEnding>;

/** Whether a person can be asked something here, on a screen or in lines, which every terminal can write. */
export const canAsk = ({stdin, stdout, environment}: Terminal, isInLines: boolean): boolean =>
	stdin.isTTY === true && stdout.isTTY === true && (isInLines || environment.TERM !== 'dumb');
