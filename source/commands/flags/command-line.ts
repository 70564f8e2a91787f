import {parseArgs} from 'node:util';
import {nearest} from '../../domain/nearest.ts';
import {type Command, commandNames} from './command-table.ts';
import {type Flag, type FlagName, flags, type Values} from './flags.ts';

/** The words of a command, or why they cannot be read. What was typed is never repeated: it may be a secret. */
export type CommandLine =
	| {readonly ok: true; readonly values: Values; readonly operands: readonly string[]}
	| {readonly ok: false; readonly problem: string};

/** Reads the words after a command's name by its flags. */
export function readCommandLine(command: Command, argv: readonly string[]): CommandLine {
	const secret = argv.find(argument => looksLikeSecretFlag(argument));
	if (secret !== undefined) return {ok: false, problem: noSecretsHere(command, secret)};
	const known = Object.entries<Flag>(flags).map(([name, flag]) => [name, optionOf(flag)] as const);
	try {
		const {values, positionals, tokens} = parseArgs({
			args: [...argv],
			options: Object.fromEntries(known),
			strict: true,
			allowPositionals: true,
			tokens: true,
		});
		const foreign = (Object.keys(values) as FlagName[]).filter(name => !command.flags.includes(name));
		if (foreign.length > 0) return {ok: false, problem: notHere(command, foreign)};
		const twice = tokens.find(
			(token, index) =>
				token.kind === 'option' &&
				!isRepeatable(token.name) &&
				tokens.some((other, at) => at < index && other.kind === 'option' && other.name === token.name),
		);
		// The last one would win, and what was meant is anyone's guess.
		if (twice?.kind === 'option') return {ok: false, problem: `--${twice.name} is given more than once.`};
		if (positionals.length > command.operandLimit) return {ok: false, problem: unknownWord(command)};
		return {ok: true, values: values as Values, operands: positionals};
	} catch {
		return {ok: false, problem: `${unknownWord(command)}${meantFlags(command, argv)}`};
	}
}

const optionOf = ({value, isRepeatable}: Flag) =>
	({type: value === undefined ? 'boolean' : 'string', multiple: isRepeatable === true}) as const;

const isRepeatable = (name: string): boolean =>
	Object.entries<Flag>(flags).some(([known, flag]) => known === name && flag.isRepeatable === true);

const secretFlags: readonly FlagName[] = [
	'client-secret-stdin',
	'client-secret-file',
	'client-secret-env',
	'client-secret-command',
];

/** What people type who want to give a secret or a key as a value. */
function looksLikeSecretFlag(argument: string): boolean {
	const [name = ''] = argument.split('=', 1);
	const isKnown = Object.hasOwn(flags, name.slice(2));
	return !isKnown && /^--?(?:client[-_]?secret|secret|(?:org|api|management|vital)?[-_]?key$)/i.test(name);
}

function noSecretsHere({flags: allowed}: Command, argument: string): string {
	const why = 'No flag takes a secret as its value: it would be seen in the list of processes.';
	if (/key/i.test(argument)) {
		return `${why} Put the organization key into JUNCTION_MANAGEMENT_KEY or VITAL_ORG_KEY, or name a command with --key-command.`;
	}
	return allowed.includes('client-secret-stdin')
		? `${why} Give the client secret by one of ${secretFlags.map(name => `--${name}`).join(', ')}.`
		: `The wizard asks for the client secret, masked. ${why} byoo set reads it from standard input, a file, a variable or a command.`;
}

function notHere(command: Command, names: readonly FlagName[]): string {
	if (command.name === 'wizard' && names.includes('json')) {
		return '--json is for commands without prompts, and the wizard asks. byoo set is its twin.';
	}
	if (command.name === 'wizard' && names.some(name => secretFlags.includes(name))) {
		return 'The wizard asks for the client secret, masked. No flag takes a secret here; byoo set reads it from standard input, a file, a variable or a command.';
	}
	const list = names.map(name => `--${name}`).join(', ');
	return `${list} ${names.length === 1 ? 'does' : 'do'} not apply to ${called(command)}. See ${called(command)} --help.`;
}

function unknownWord(command: Command): string {
	const hint = command.name === 'wizard' ? ` The commands are ${commandNames.join(', ')}.` : '';
	return `There is a word or a flag that ${called(command)} does not know, or a flag without its value.${hint} See ${called(command)} --help.`;
}

/** The flags of the command that an unknown one may have meant, which is itself not repeated. */
function meantFlags(command: Command, argv: readonly string[]): string {
	const names = argv
		.filter(argument => argument.startsWith('--'))
		.map(argument => argument.slice(2).split('=', 1)[0] ?? '')
		.filter(name => name !== '' && name.length < 40 && !Object.hasOwn(flags, name));
	const near = new Set(names.flatMap(name => nearest(name, command.flags).slice(0, 1)));
	return near.size === 0 ? '' : ` Did you mean ${[...near].map(name => `--${name}`).join(', ')}?`;
}

/** How a command is called: `byoo set`. */
export const called = ({name}: Command): string => (name === 'wizard' ? 'byoo' : `byoo ${name}`);
