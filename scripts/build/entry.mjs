import path from 'node:path';
import {build} from 'esbuild';

/**
What comes before the bundle, in memory.

- `cli.js` says on an older Node what is needed, and the version; only a Node that is new enough ever reads the bundle.
  Its syntax is ES5: source that cannot be made so stops the build.
- `package.json` says that here `.js` is CommonJS, whatever the one above it says.

`root` and `outdir` are absolute paths, `oldestNode` is `major.minor`. Rejects with what esbuild found wrong.
*/
export async function entry({root, outdir, version, oldestNode}) {
	const {outputFiles} = await build({
		absWorkingDir: root,
		entryPoints: {cli: 'source/entry.ts'},
		outdir,
		bundle: true,
		minify: true,
		format: 'cjs',
		platform: 'node',
		target: 'es5',
		banner: {js: '#!/usr/bin/env node'},
		define: {__OLDEST_NODE__: JSON.stringify(oldestNode), __VERSION__: JSON.stringify(version)},
		plugins: [builtNames],
		write: false,
		logLevel: 'silent', // the rejection says it all
	});
	const kind = {path: path.join(outdir, 'package.json'), contents: Buffer.from('{"type":"commonjs"}\n')};
	return [...outputFiles, kind];
}

/** `>=20.19` → `20.19`. Of another form it could not be compared with what runs, so that stops the build. */
export function oldestNodeOf({engines}) {
	const [, oldest] = /^>=(\d+\.\d+)$/.exec(engines?.node) ?? [];
	if (!oldest)
		throw new Error(`engines of package.json must name the oldest Node as >=20.19, not ${engines?.node}`);
	return oldest;
}

/** The bundle, under the name it is shipped by. */
const builtNames = {
	name: 'built-names',
	setup(build) {
		build.onResolve({filter: /^\.\/cli\.ts$/}, () => ({path: './main.js', external: true}));
	},
};
