import {setMaxListeners} from 'node:events';
import {type LiveSecrets, liveSecrets} from '../../domain/live-secrets.ts';
import type {FieldProblem, Problem} from '../../domain/problem.ts';
import {type CommandLine, readCommandLine} from '../flags/command-line.ts';
import {type Command, type CommandName, commandNamed} from '../flags/command-table.ts';
import type {Values} from '../flags/flags.ts';
import {wholeNumber} from '../flags/whole-number.ts';
import {exitCodes, gravest, stoppedCodes} from './exit-codes.ts';
import type {StopSignal, Terminal} from './terminal.ts';
import {type Voice, voiceFor} from './voice.ts';

/** What a command without prompts works with. */
export type Context = {
	readonly command: Command;
	readonly values: Values;
	readonly operands: readonly string[];
	readonly terminal: Terminal;
	readonly voice: Voice;
	/** Every secret that this run knows; none of them is ever said. */
	readonly secrets: LiveSecrets;
	/** Aborts at the first request to stop, and at the deadline of the job. */
	readonly signal: AbortSignal;
	/** Aborts at the second request, for a command that finishes what it has begun, and at the deadline. */
	readonly lastSignal: AbortSignal;
};

/**
Runs a command without prompts: reads its words, gives it a voice, and gives its exit code, which tells of a request
to stop or a deadline where it was not done by then, and of data that could not be written.
*/
export async function scripted(
	name: CommandName,
	argv: readonly string[],
	terminal: Terminal,
	run: (context: Context) => Promise<number>,
): Promise<number> {
	const command = commandNamed(name);
	const line = readCommandLine(command, argv);
	const values = line.ok ? line.values : {json: argv.includes('--json')};
	const secrets = liveSecrets();
	const voice = voiceFor(values, terminal, secrets);
	if (!line.ok) return voice.fail(usage(line));
	const problems: FieldProblem[] = [];
	const deadline = wholeNumber('deadline', values.deadline, {from: 1, to: 86_400}, problems);
	if (problems.length > 0) return voice.fail(badFlags(problems));
	const stopping = stoppingOf(terminal, deadline);
	const {signal, lastSignal} = stopping;
	const {operands} = line;
	const code = await run({command, values, operands, terminal, voice, secrets, signal, lastSignal});
	stopping.settle();
	return withLosses(codeOf(code, stopping), voice);
}

type Stopping = {
	readonly signal: AbortSignal;
	readonly lastSignal: AbortSignal;
	/** Which request to stop came first, if any did. */
	readonly stoppedBy: () => StopSignal | undefined;
	/** Lets the deadline pass without effect. */
	readonly settle: () => void;
};

function stoppingOf(terminal: Terminal, deadlineSeconds: number | undefined): Stopping {
	const [first, last] = [new AbortController(), new AbortController()];
	// Every request of a job listens to them, and Node would warn of so many.
	setMaxListeners(0, first.signal, last.signal);
	let stoppedBy: StopSignal | undefined;
	terminal.onStop(signal => {
		// Who closed the terminal cannot ask once more.
		if (stoppedBy !== undefined || signal === 'SIGHUP') last.abort('cancelled');
		stoppedBy ??= signal;
		first.abort('cancelled');
	});
	const pass = () => {
		last.abort('deadline');
		first.abort('deadline');
	};
	const clock = deadlineSeconds === undefined ? undefined : setTimeout(pass, deadlineSeconds * 1000);
	return {
		signal: first.signal,
		lastSignal: last.signal,
		stoppedBy: () => stoppedBy,
		settle: () => clearTimeout(clock),
	};
}

function codeOf(code: number, {signal, stoppedBy}: Stopping): number {
	const by = stoppedBy();
	if (code === exitCodes.done || !signal.aborted) return code;
	if (by !== undefined) return gravest([code, stoppedCodes[by]]);
	// Nothing was wrong with what was typed, there was only not enough time for it.
	return code === exitCodes.refused ? exitCodes.failed : code;
}

/** Data that did not arrive must not look like success; what was saved is saved all the same. */
async function withLosses(code: number, voice: Voice): Promise<number> {
	const {hasLostData, receipts} = await voice.losses();
	if (!hasLostData && receipts.length === 0) return code;
	voice.note(
		'Standard output could not be written; look at the disk or the program that reads it.',
		...receipts,
	);
	return hasLostData && code === exitCodes.done ? exitCodes.failed : code;
}

const usage = ({problem}: Extract<CommandLine, {ok: false}>): Problem => ({
	kind: 'correct',
	message: problem,
	advice: 'Nothing was sent.',
	fields: [],
});

/** Everything that is wrong with the flags, as one problem. */
export function badFlags(problems: readonly FieldProblem[]): Problem {
	const [first] = problems;
	return {
		kind: 'correct',
		message: problems.length === 1 && first ? first.message : 'Several flags cannot be taken as they are.',
		advice: 'Correct what is named, then run it again. Nothing was sent.',
		fields: problems,
	};
}
