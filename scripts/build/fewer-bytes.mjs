import path from 'node:path';
import {patching} from './patching.mjs';

const joined = path.join(import.meta.dirname, 'injected/joined.ts');

/**
For each row of a frame that stays as it was Ink writes that the cursor goes to the next line: of what a key costs on a slow
line that is more than half. How many lines it goes down can be said at once.
*/
export const fewerBytes = patching('fewer-bytes', {
	'ink/build/log-update.js': {
		imports: `import {joined} from ${JSON.stringify(joined)};\n`,
		replacements: [{from: "stream.write(buffer.join(''));", to: 'stream.write(joined(buffer));', times: 1}],
	},
});
