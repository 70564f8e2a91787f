import {nearest} from '../domain/nearest.ts';
import {commands} from './flags/command-table.ts';
import type {Run} from './shared/terminal.ts';
import {voiceFor} from './shared/voice.ts';

/** What is said of a word that is no command. It is not repeated: it may be anything. */
export const unknown: Run = async (argv, terminal) => {
	const names = commands.map(({name}) => name).filter(name => name !== 'wizard');
	const [near] = argv[0] === undefined ? [] : nearest(argv[0], names);
	return voiceFor({json: argv.includes('--json')}, terminal).fail({
		kind: 'correct',
		message: `byoo has no such command.${near === undefined ? '' : ` Did you mean byoo ${near}?`}`,
		advice: `The commands are ${names.join(', ')}. See byoo --help.`,
		fields: [],
	});
};
