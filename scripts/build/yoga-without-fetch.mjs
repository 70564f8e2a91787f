import {patching} from './patching.mjs';

/**
Yoga, which lays out Ink's boxes, carries its WebAssembly as a `data:` URL and loads it with `fetch()`. In Node
that starts the whole HTTP client, which takes about ten times as long as compiling the module itself. Its glue
has another way, for hosts without `fetch`: decode the text. This takes that way always.
*/
export const yogaWithoutFetch = patching('yoga-without-fetch', {
	'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js': {
		replacements: [{from: '"function"!=typeof fetch', to: 'true', times: 2}],
	},
});
