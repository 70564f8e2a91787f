import path from 'node:path';
import {patching} from './patching.mjs';

const polyfill = path.join(import.meta.dirname, 'injected/promise-with-resolvers.ts');

/** Ink calls `Promise.withResolvers`, which Node has only since version 22. */
export const onEveryNode = patching('on-every-node', {
	'ink/build/ink.js': {imports: `import ${JSON.stringify(polyfill)};\n`, replacements: []},
});
