import {isPlaceholder, placeholderOf} from '../../domain/text.ts';
import {quoted} from '../../output/shell-quote.ts';
import {called} from './command-line.ts';
import type {Command} from './command-table.ts';
import {type Flag, type FlagName, flags, type Values} from './flags.ts';

// Their values are not repeated: someone may have typed the secret itself.
const delicate: readonly FlagName[] = [
	'from',
	'client-secret-file',
	'client-secret-env',
	'client-secret-command',
	'key-command',
];

type Given = {
	readonly values: Values;
	readonly operands: readonly string[];
	/** Tells the name of a variable from a secret that was typed in its place. */
	readonly isVariable?: (name: string) => boolean;
};

/**
A command as one line for a shell: what was given of its flags, and the added ones with their values, or with
placeholders, which no command takes.
*/
export function printedCommand(
	command: Command,
	given: Given,
	added: readonly {readonly flag: FlagName; readonly value?: string}[],
): string {
	const values = Object.entries(given.values) as [FlagName, string | boolean | readonly string[]][];
	const words = values
		.filter(([name]) => command.flags.includes(name) && !added.some(({flag}) => flag === name))
		.flatMap(([name, value]) => [value].flat().map(one => wordOf(name, one, given.isVariable)));
	const more = added.map(({flag, value}) => wordOf(flag, value));
	return [called(command), ...given.operands.map(quoted), ...words, ...more].join(' ');
}

function wordOf(name: FlagName, value?: string | boolean, isVariable?: Given['isVariable']): string {
	const {value: takes}: Flag = flags[name];
	if (takes === undefined) return `--${name}`;
	const isText = typeof value === 'string' && !isPlaceholder(value);
	const isNamed = value === '-' || (name === 'client-secret-env' && isText && isVariable?.(value) === true);
	const isKnown = isText && (!delicate.includes(name) || isNamed);
	const text = isKnown ? value : placeholderOf(takes);
	return text.startsWith('-') && text !== '-' ? quoted(`--${name}=${text}`) : `--${name} ${quoted(text)}`;
}
