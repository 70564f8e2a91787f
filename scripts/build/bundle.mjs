import path from 'node:path';
import {build} from 'esbuild';
import {lazyUnicode} from './lazy-unicode.mjs';
import {withoutDevtools} from './without-devtools.mjs';
import {yogaWithoutFetch} from './yoga-without-fetch.mjs';

/**
The entry and all it imports, in memory: ES modules without any dependency left to install. What the entry
loads by `import()` becomes a file of its own, so that a command reads only the code it needs.

`root` and `outdir` are absolute paths; `entry` is relative to the root. Rejects with what esbuild found wrong.
*/
export const bundle = ({root, entry, outdir, version}) =>
	build({
		absWorkingDir: root,
		entryPoints: {cli: entry},
		outdir,
		chunkNames: 'chunks/[name]-[hash]',
		bundle: true,
		splitting: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		jsx: 'automatic',
		target: 'node20.19',
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
		plugins: [yogaWithoutFetch, lazyUnicode, withoutDevtools, shebang],
	});

/** Gives the entry the line that lets a shell run it, whether or not its source has one. */
const shebang = {
	name: 'shebang',
	setup(build) {
		build.onEnd(({outputFiles}) => {
			const entry = outputFiles?.find(file => path.basename(file.path) === 'cli.js');
			if (!entry || entry.text.startsWith('#!')) return;
			entry.contents = Buffer.from(`#!/usr/bin/env node\n${entry.text}`);
		});
	},
};
