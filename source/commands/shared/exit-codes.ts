import {platform} from 'node:os';
import type {Problem} from '../../domain/problem.ts';
import type {RunEnding, StopSignal} from './terminal.ts';

/** What the exit code of the program says. */
export const exitCodes = {
	done: 0,
	failed: 1,
	/** Wrong usage or invalid input; nothing was sent. */
	refused: 2,
	someFailed: 3,
	keyRefused: 4,
	/** Sent, and could not be confirmed. */
	unconfirmed: 5,
	/** `plan --detailed-exitcode` found something to create or update, `check` something that needs attention. */
	found: 6,
	/** The terminal was closed. */
	hungUp: 129,
	cancelled: 130,
	quit: 131,
} as const;

// Where several apply at once, the gravest first.
const byGravity: readonly number[] = [
	exitCodes.quit,
	exitCodes.cancelled,
	exitCodes.hungUp,
	exitCodes.keyRefused,
	exitCodes.unconfirmed,
	exitCodes.someFailed,
	exitCodes.failed,
];

/** The one code for all that happened. */
export const gravest = (codes: readonly number[]): number =>
	byGravity.find(code => codes.includes(code)) ??
	codes.find(code => code !== exitCodes.done) ??
	exitCodes.done;

/** The code of a job without prompts that was told to stop. */
export const stoppedCodes: Readonly<Record<StopSignal, number>> = {
	SIGINT: exitCodes.cancelled,
	SIGTERM: exitCodes.cancelled,
	SIGHUP: exitCodes.hungUp,
	SIGQUIT: exitCodes.quit,
};

/**
How a program with a screen ends that was told to stop: by the signal, as any program does; but SIGQUIT would leave an
image of the memory, with secrets in it, and Windows knows no signals that a shell would see: there it is the code.
*/
export const endingBy = (signal: StopSignal, system: string = platform()): RunEnding =>
	signal === 'SIGQUIT' || system === 'win32' ? stoppedCodes[signal] : signal;

/** The code of a problem that ended a command. What is to be corrected and no server was asked about, is usage. */
export function exitCodeOf({kind, status}: Problem): number {
	switch (kind) {
		case 'reauthenticate':
			return exitCodes.keyRefused;
		case 'uncertain':
			return exitCodes.unconfirmed;
		case 'correct':
			return status === undefined ? exitCodes.refused : exitCodes.failed;
		default:
			return exitCodes.failed;
	}
}
