import {nearest} from '../domain/search/nearest.ts';
import {commandNames} from './flags/command-table.ts';
import type {Run} from './shared/terminal.ts';
import {voiceFor} from './shared/voice.ts';

/** What is said of a word that is no command. It is not repeated: it may be anything. */
export const unknown: Run = async (argv, terminal) => {
	const [near] = argv[0] === undefined ? [] : nearest(argv[0], commandNames);
	return voiceFor({json: argv.includes('--json')}, terminal).fail({
		kind: 'correct',
		message: `byoo has no such command.${near === undefined ? '' : ` Did you mean byoo ${near}?`}`,
		advice: `The commands are ${commandNames.join(', ')}. See byoo --help.`,
		fields: [],
	});
};
