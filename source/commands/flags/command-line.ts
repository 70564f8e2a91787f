import {parseArgs} from 'node:util';
import {editDistance} from '../../domain/search/distance.ts';
import {type Command, commandNames} from './command-table.ts';
import {type Flag, type FlagName, flags, flagWords, type Values} from './flags.ts';

/** The words of a command, or why they cannot be read. What was typed is never repeated: it may be a secret. */
export type CommandLine =
	| {readonly ok: true; readonly values: Values; readonly operands: readonly string[]}
	| {readonly ok: false; readonly problem: string};

/** Reads the words after a command's name by its flags. */
export function readCommandLine(command: Command, argv: readonly string[]): CommandLine {
	const secret = argv.find(argument => looksLikeSecretFlag(argument));
	if (secret !== undefined) return {ok: false, problem: noSecretsHere(command, secret)};
	const known = Object.entries<Flag>(flags).map(([name, flag]) => [name, optionOf(flag)] as const);
	const {values, positionals, tokens} = parseArgs({
		args: [...argv],
		options: Object.fromEntries(known),
		// What is wrong is said here, in words that repeat nothing.
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const problem =
		tokens.map(token => problemWith(command, token)).find(found => found !== undefined) ??
		foreignFlags(command, Object.keys(values) as FlagName[]) ??
		givenTwice(tokens) ??
		dashedWord(command, tokens) ??
		wordTooMany(command, tokens);
	return problem === undefined
		? {ok: true, values: values as Values, operands: positionals}
		: {ok: false, problem};
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/** Why a word cannot be taken as the flag that it looks like. What follows an `=` is never repeated. */
function problemWith(command: Command, token: Token): string | undefined {
	if (token.kind !== 'option') return undefined;
	const {name, rawName, value, inlineValue, index} = token;
	const takesNone = `--${name} takes no value. ${help(command)}`;
	// Without a value these never come here.
	if (everywhere.includes(name)) return takesNone;
	if (!isFlag(name)) return unknownFlag(command, rawName, index);
	const flag: Flag = flags[name];
	if (flag.value === undefined) return value === undefined ? undefined : takesNone;
	if (value === undefined) return `--${name} needs its value: ${flagWords(name)}. ${help(command)}`;
	if (inlineValue || !/^-./.test(value)) return undefined;
	return `What follows --${name} begins with a hyphen, like a flag. If it is the value, write --${name}=VALUE. ${help(command)}`;
}

/** Flags of every command, which are heeded before its own. */
const everywhere: readonly string[] = ['help', 'version'];

const isFlag = (name: string): name is FlagName => Object.hasOwn(flags, name);

function unknownFlag(command: Command, rawName: string, index: number): string {
	const typed = rawName.replace(/^--?/, '');
	const near = [...command.flags, ...everywhere].find(flag => isNear(typed, flag));
	return near === undefined
		? `The ${ordinal(index + 1)} word after ${called(command)} is no flag of it. ${help(command)}`
		: `${called(command)} has no flag ${rawName}. Did you mean --${near}?`;
}

/** Whether a few signs make one of the other, or it is the beginning of it. */
const isNear = (typed: string, flag: string): boolean =>
	typed.length > 2 &&
	(flag.startsWith(typed) ||
		typed.startsWith(flag) ||
		editDistance(typed, flag) <= Math.ceil(flag.length / 4));

function foreignFlags(command: Command, names: readonly FlagName[]): string | undefined {
	const foreign = names.filter(name => !command.flags.includes(name));
	return foreign.length === 0 ? undefined : notHere(command, foreign);
}

/** The last one would win, and what was meant is anyone's guess. */
function givenTwice(tokens: readonly Token[]): string | undefined {
	const names = tokens.flatMap(token => (token.kind === 'option' ? [token.name] : []));
	const twice = names.find((name, at) => !isRepeatable(name) && names.indexOf(name) < at);
	return twice === undefined ? undefined : `--${twice} is given more than once.`;
}

/** Programs for texts put one long dash in place of two hyphens; no shell does. */
function dashedWord(command: Command, tokens: readonly Token[]): string | undefined {
	const words = tokens.flatMap(token => (token.kind === 'positional' ? [token] : []));
	const token = words.find(({value}) => /^-?[\u2010-\u2015\u2212]/.test(value));
	if (!token) return undefined;
	return `The ${ordinal(token.index + 1)} word after ${called(command)} begins with a dash: a program replaced the hyphens. Type -- in its place.`;
}

function wordTooMany(command: Command, tokens: readonly Token[]): string | undefined {
	const token = tokens.filter(({kind}) => kind === 'positional')[command.operandLimit];
	if (!token) return undefined;
	const takes = command.operands === '' ? 'its flags alone' : `${command.operands} and its flags`;
	const hint = command.name === 'wizard' ? ` The commands are ${commandNames.join(', ')}.` : '';
	return `The ${ordinal(token.index + 1)} word after ${called(command)} is one too many: it takes ${takes}.${hint} ${help(command)}`;
}

const ordinal = (count: number): string => {
	const ending = ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th';
	return `${count}${Math.floor(count / 10) % 10 === 1 ? 'th' : ending}`;
};

const help = (command: Command): string => `See ${called(command)} --help.`;

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

/** How a command is called: `byoo set`. */
export const called = ({name}: Command): string => (name === 'wizard' ? 'byoo' : `byoo ${name}`);
