import path from 'node:path';
import {patching} from './patching.mjs';

const ownLog = path.join(import.meta.dirname, 'injected/log-update.ts');

/**
Ink writes a changed line anew from its first cell that differs, all lines of a frame that has more or fewer of them, and
for each line that stays that the cursor goes on. On a slow line that is most of what a key costs.
*/
export const fewerBytes = patching('fewer-bytes', {
	'ink/build/ink.js': {
		replacements: [
			{
				from: "import logUpdate from './log-update.js';",
				to: `import {createLog} from ${JSON.stringify(ownLog)};\nconst logUpdate = {create: createLog};`,
				times: 1,
			},
		],
	},
});
