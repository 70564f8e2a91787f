import path from 'node:path';
import {patching} from './patching.mjs';

const shared = path.join(import.meta.dirname, 'injected/shared-caches.ts');

/**
For each frame Ink takes every text apart into its cells and measures them, as if it had never seen one of them. Nearly
all are those of the frame before, so what was found is kept.
*/
export const sharedCaches = patching('shared-caches', {
	'ink/build/output.js': {
		imports: `import {shared} from ${JSON.stringify(shared)};\n`,
		replacements: [{from: 'caches = new OutputCaches();', to: 'caches = shared(OutputCaches);', times: 1}],
	},
});
