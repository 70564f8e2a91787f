import type {Problem} from '../../domain/problem.ts';
import {columns} from '../../output/wrapping.ts';
import {exitCodes} from '../shared/exit-codes.ts';
import type {Context} from '../shared/scripted.ts';
import {called} from './command-line.ts';
import {type Command, helpOf} from './command-table.ts';
import {type FlagName, flagWords} from './flags.ts';
import {printedCommand} from './printed-command.ts';

/** Something that a command cannot do without, and how to give it. */
export type Missing = {
	/** The flag that gives it; none for the organization key, which no flag takes. */
	readonly flag?: FlagName;
	readonly field: string;
	/** How to give it: `--org ID`. */
	readonly how: string;
	readonly what: string;
};

export const missingFlag = (command: Command, flag: FlagName, more = ''): Missing => ({
	flag,
	field: flag,
	how: flagWords(flag),
	what: `${helpOf(command, flag)}${more}`,
});

/** Says all that is missing at once, with the command as far as it is known. Gives the exit code. */
export function failMissing(context: Context, missing: readonly Missing[]): number {
	const {command, voice} = context;
	const added = missing.flatMap(({flag}) => (flag ? [{flag}] : []));
	const {values, operands, terminal} = context;
	const isVariable = (name: string) => Object.hasOwn(terminal.environment, name);
	const whole = printedCommand(command, {values, operands, isVariable}, added);
	const then = added.length === 0 ? 'Then run it again:' : 'Fill in the rest:';
	const problem: Problem = {
		kind: 'correct',
		message: `${called(command)} needs more. Nothing was sent.`,
		advice: `${then} ${whole}`,
		fields: missing.map(({field, how, what}) => ({field, message: `${how}: ${what}`})),
	};
	if (voice.isJson) return voice.fail(problem);
	const rows = missing.map(({how, what}) => [how, what] as const);
	voice.note(problem.message, ...columns(rows, voice.noteWidth), '', then, '', `  ${whole}`, '');
	return exitCodes.refused;
}
