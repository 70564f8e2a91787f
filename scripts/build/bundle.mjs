import path from 'node:path';
import {build} from 'esbuild';
import {lazyUnicode} from './lazy-unicode.mjs';
import {withoutDevtools} from './without-devtools.mjs';
import {yogaWithoutFetch} from './yoga-without-fetch.mjs';

/**
The program and all it imports, in memory: `main.mjs` and the files it loads, ES modules without any dependency left
to install. What is loaded by `import()` becomes a file of its own, so that a command reads only the code it needs.

`root` and `outdir` are absolute paths; `main` is relative to the root; `oldestNode` is `major.minor`. Rejects with
what esbuild found wrong.
*/
export const bundle = ({root, main, outdir, version, oldestNode}) =>
	build({
		absWorkingDir: root,
		entryPoints: {main},
		outdir,
		outExtension: {'.js': '.mjs'},
		chunkNames: 'chunks/[name]-[hash]',
		bundle: true,
		splitting: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		jsx: 'automatic',
		target: `node${oldestNode}`,
		legalComments: 'none', // third-party-notices.txt has them all, once
		write: false,
		metafile: true,
		logLevel: 'silent', // the rejection says it all
		define: {
			'process.env.NODE_ENV': '"production"',
			__VERSION__: JSON.stringify(version),
		},
		inject: [path.join(import.meta.dirname, 'injected/promise-with-resolvers.ts')],
		// CommonJS packages call `require` for Node's own modules, which ES modules do not have.
		banner: {
			js: `import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);`,
		},
		plugins: [yogaWithoutFetch, lazyUnicode, withoutDevtools],
	});
