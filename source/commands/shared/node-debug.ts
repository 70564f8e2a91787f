import type {Problem} from '../../domain/problem.ts';
import type {Terminal} from './terminal.ts';
import {voiceFor} from './voice.ts';

/**
Whether `NODE_DEBUG` asks Node for the log of its streams, which shows the beginning of all that is read: keys as they
are typed, secrets that are piped in or printed by a command. A list of names, with `*` for any part of one.
*/
export const showsWhatIsRead = (nodeDebug: string): boolean =>
	nodeDebug.split(',').some(name => {
		const parts = name.split('*').map(part => part.replace(/\W/g, '\\$&'));
		return new RegExp(`^${parts.join('.*')}$`, 'i').test('stream');
	});

/** Says why nothing is done then, and gives the exit code. */
export const refuseToBeRead = (words: readonly string[], terminal: Terminal): number =>
	voiceFor({json: words.includes('--json')}, terminal).fail(wouldBeRead);

const wouldBeRead: Problem = {
	kind: 'correct',
	message: 'NODE_DEBUG makes Node print what byoo reads, secrets too. Nothing was sent.',
	advice: 'Leave stream and * out of NODE_DEBUG, or unset it: --debug tells of each request.',
	fields: [],
};
