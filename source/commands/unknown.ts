import {commands} from './flags/command-table.ts';
import type {Run} from './shared/terminal.ts';
import {voiceFor} from './shared/voice.ts';

/** What is said of a word that is no command. It is not repeated: it may be anything. */
export const unknown: Run = async (argv, terminal) => {
	const names = commands.map(({name}) => name).filter(name => name !== 'wizard');
	return voiceFor({json: argv.includes('--json')}, terminal).fail({
		kind: 'correct',
		message: 'byoo has no such command.',
		advice: `The commands are ${names.join(', ')}. See byoo --help.`,
		fields: [],
	});
};
