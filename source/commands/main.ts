import {findCommand} from './flags/command-table.ts';
import {takesValue} from './flags/flags.ts';
import {loaders} from './loaders.ts';
import type {Run, RunEnding, Terminal} from './shared/terminal.ts';

declare const __VERSION__: string;

/** The whole program: the words of the command line, and the process they were given to. */
export const main: Run = async (words, terminal) => {
	const command = findCommand(words[0]);
	const rest = command ? words.slice(1) : words;
	if (asks(rest, '--help', '-h')) {
		const {helpText} = await import('./flags/help-text.ts');
		const {stdout} = terminal;
		return print(terminal, helpText(command, stdout.isTTY ? stdout.columns : undefined));
	}
	if (words[0] === 'help') return main([...words.slice(1, 2), '--help'], terminal);
	if (asks(words, '--version', '-v')) return print(terminal, `${__VERSION__}\n`);
	if (terminal.environment.NODE_DEBUG) {
		const {refuseToBeRead, showsWhatIsRead} = await import('./shared/node-debug.ts');
		if (showsWhatIsRead(terminal.environment.NODE_DEBUG)) return refuseToBeRead(words, terminal);
	}
	// A word that is no command is not handed to the wizard, whose answer would be about something else;
	// a dash in place of a hyphen is none.
	const isWord = !command && words[0] !== undefined && !/^[-\u2010-\u2015\u2212]/.test(words[0]);
	const start = await loaders[isWord ? 'unknown' : (command?.name ?? 'wizard')]();
	return start(rest, terminal);
};

/** Whether one of the words is there as a flag, and not as the value of one. */
function asks(words: readonly string[], ...names: readonly string[]): boolean {
	const end = words.indexOf('--');
	return words
		.slice(0, end === -1 ? undefined : end)
		.some((word, index) => names.includes(word) && !takesValue(words[index - 1]));
}

function print({stdout}: Terminal, text: string): RunEnding {
	stdout.write(text);
	return 0;
}
