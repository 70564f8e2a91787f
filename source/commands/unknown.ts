import {nearest} from '../domain/search/nearest.ts';
import {commandNames} from './flags/command-table.ts';
import type {Run} from './shared/terminal.ts';
import {voiceFor} from './shared/voice.ts';

/** Which of the words that a command takes was meant, if any. What was typed is not repeated: it may be anything. */
export function meantBy(typed: string | undefined, words: readonly string[], command = 'byoo'): string {
	const [near] = typed === undefined ? [] : nearest(typed, words);
	return near === undefined ? '' : ` Did you mean ${command} ${near}?`;
}

/** What is said of a word that is no command. */
export const unknown: Run = async (argv, terminal) =>
	voiceFor({json: argv.includes('--json')}, terminal).fail({
		kind: 'correct',
		message: `byoo has no such command.${meantBy(argv[0], commandNames)}`,
		advice: `The commands are ${commandNames.join(', ')}. See byoo --help.`,
		fields: [],
	});
