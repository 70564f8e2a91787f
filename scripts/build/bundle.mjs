import path from 'node:path';
import {rolldown} from 'rolldown';
import {chunkNames} from './chunks.mjs';
import {drawnOnce} from './drawn-once.mjs';
import {fewerBytes} from './fewer-bytes.mjs';
import {lazyUnicode} from './lazy-unicode.mjs';
import {leftOutOfConf} from './left-out.mjs';
import {metafileOf} from './metafile.mjs';
import {sharedCaches} from './shared-caches.mjs';
import {withoutDevtools} from './without-devtools.mjs';
import {yogaFromFile} from './yoga-from-file.mjs';

/** What has to be changed in dependencies so that they can be bundled, and what only makes them quicker; each says why. */
const needed = [yogaFromFile, withoutDevtools];
const quicker = [lazyUnicode, sharedCaches, drawnOnce, fewerBytes];

/**
The program and all it imports, in memory: `main.js` and the files it loads, without any dependency left to install.
What is loaded by `import()` becomes a file of its own, so that a command reads only the code it needs. The files are
CommonJS: for ES modules Node starts another loader, which waits for each file before it reads the next.

`root` and `outdir` are absolute paths; `main` is relative to the root; `oldestNode` is `major.minor`; `plugins` are
more of the bundler's; with `isPlain` dependencies are no quicker than they are. Gives
`{outputFiles, metafile}`: `{path, contents}` each, and what ended up where, in the shape of esbuild's metafile. Rejects
with what the bundler found wrong, a warning included.
*/
export async function bundle({root, main, outdir, version, oldestNode, plugins = [], isPlain = false}) {
	const warnings = [];
	const {plugin, found} = metafileOf({root, outdir});
	const program = await rolldown({
		cwd: root,
		input: {main},
		platform: 'node',
		// Modules are put together by when they are needed, and not by which of them imports which.
		preserveEntrySignatures: 'allow-extension',
		transform: {
			target: `node${oldestNode}`,
			jsx: {runtime: 'automatic'},
			define: {'process.env.NODE_ENV': '"production"', __VERSION__: JSON.stringify(version)},
		},
		plugins: [...needed, ...(isPlain ? [] : quicker), leftOutOfConf(), plugin, ...plugins],
		onLog: (level, log) => {
			if (level === 'warn') warnings.push(log.message);
		},
	});
	const {output} = await program.generate({
		format: 'cjs',
		minify: true,
		entryFileNames: '[name].js',
		chunkFileNames: 'chunks/[name]-[hash].js',
		comments: false, // third-party-notices.txt has all licences, once
		codeSplitting: {
			includeDependenciesRecursively: false,
			groups: [{name: chunkNames(root, main), debugName: 'by-first-frame'}],
		},
	});
	await program.close();
	if (warnings.length > 0) throw new Error(warnings.join('\n'));
	return {
		outputFiles: output.map(({fileName, code, source}) => ({
			path: path.join(outdir, fileName),
			contents: Buffer.from(code ?? source),
		})),
		metafile: found.metafile,
	};
}
