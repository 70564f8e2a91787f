import {fileFilter} from './patching.mjs';

const glue = fileFilter('yoga-layout/dist/binaries/yoga-wasm-base64-esm.js');
const index = fileFilter('yoga-layout/dist/src/index.js');
const dataUrl = /"(data:application\/octet-stream;base64,)([A-Za-z0-9+/=]+)"/g;

// What the package's own index does, with Emscripten's option for a host that instantiates the module itself: the
// glue fills in `module`, before it returns where that is done at once.
const ownIndex = `
import {readFileSync} from 'node:fs';
import loadYoga from '../binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from './wrapAssembly.js';
const module = {
	instantiateWasm(imports, done) {
		const compiled = new WebAssembly.Module(readFileSync(new URL('yoga.wasm', import.meta.url)));
		const instance = new WebAssembly.Instance(compiled, imports);
		done(instance);
		return instance.exports;
	},
};
loadYoga(module);
export default wrapAssembly(module);
export * from './generated/YGEnums.js';
`;

/**
Yoga, which lays out Ink's boxes, carries its WebAssembly as a `data:` URL and loads it with `fetch()`. In Node
that starts the whole HTTP client, which takes about ten times as long as compiling the module, and its text is a third
larger than what it stands for. So the module becomes a file beside the chunks, read and compiled at once.

Stops the build where the glue has not one such URL, or the index is not what this one stands in for.
*/
export const yogaFromFile = {
	name: 'yoga-from-file',
	transform: {
		filter: {id: [glue, index]},
		handler(source, id) {
			if (index.test(id)) {
				if (!source.includes('wrapAssembly(await loadYoga())'))
					throw new Error('yoga-from-file: the index of Yoga has changed');
				return {code: ownIndex, map: null};
			}
			const urls = [...source.matchAll(dataUrl)];
			if (urls.length !== 1 || !source.includes('.instantiateWasm'))
				throw new Error('yoga-from-file: the glue of Yoga has changed');
			const [[whole, scheme, base64]] = urls;
			this.emitFile({type: 'asset', fileName: 'chunks/yoga.wasm', source: Buffer.from(base64, 'base64')});
			return {code: source.replace(whole, `"${scheme}"`), map: null};
		},
	},
};
