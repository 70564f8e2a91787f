import type {FieldProblem, Problem} from '../../domain/problem.ts';
import {type CommandLine, readCommandLine} from '../flags/command-line.ts';
import {type Command, type CommandName, commandNamed} from '../flags/command-table.ts';
import type {Values} from '../flags/flags.ts';
import {exitCodes} from './exit-codes.ts';
import type {Terminal} from './terminal.ts';
import {type Voice, voiceFor} from './voice.ts';

/** What a command without prompts works with. */
export type Context = {
	readonly command: Command;
	readonly values: Values;
	readonly operands: readonly string[];
	readonly terminal: Terminal;
	readonly voice: Voice;
	/** Aborts at the first request to stop. */
	readonly signal: AbortSignal;
	/** Aborts at the second one, for a command that finishes what it has begun. */
	readonly lastSignal: AbortSignal;
};

/**
Runs a command without prompts: reads its words, gives it a voice, and gives its exit code, which is 130 where it
was cancelled before it was done.
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
	const voice = voiceFor(values, terminal);
	if (!line.ok) return voice.fail(usage(line));
	const [first, last] = [new AbortController(), new AbortController()];
	terminal.onCancel(() => {
		if (first.signal.aborted) last.abort();
		first.abort();
	});
	const {operands} = line;
	const signals = {signal: first.signal, lastSignal: last.signal};
	const code = await run({command, values, operands, terminal, voice, ...signals});
	return first.signal.aborted && code !== exitCodes.done ? exitCodes.cancelled : code;
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
