import path from 'node:path';
import {build} from 'esbuild';

/**
The files that come before the bundle, in memory: CommonJS, since not every Node can read ES modules.

- `cli.js` says on an older Node what is needed, and the version. Its syntax is ES5: source that cannot be made so stops the build.
- `start.js` loads the bundle; only a Node that is new enough ever reads it.
- `package.json` says that here `.js` is CommonJS, whatever the one above it says.

`root` and `outdir` are absolute paths, `oldestNode` is `major.minor`. Rejects with what esbuild found wrong.
*/
export async function entry({root, outdir, version, oldestNode}) {
	const shared = {
		absWorkingDir: root,
		outdir,
		bundle: true,
		minify: true,
		format: 'cjs',
		platform: 'node',
		define: {__OLDEST_NODE__: JSON.stringify(oldestNode), __VERSION__: JSON.stringify(version)},
		plugins: [builtNames],
		write: false,
		logLevel: 'silent', // the rejection says it all
	};
	const built = await Promise.all([
		build({
			...shared,
			entryPoints: {cli: 'source/entry.ts'},
			target: 'es5',
			banner: {js: '#!/usr/bin/env node'},
		}),
		build({...shared, entryPoints: {start: 'source/start.ts'}, target: `node${oldestNode}`}),
	]);
	const kind = {path: path.join(outdir, 'package.json'), contents: Buffer.from('{"type":"commonjs"}\n')};
	return [...built.flatMap(({outputFiles}) => outputFiles), kind];
}

/** `>=20.19` → `20.19`. Of another form it could not be compared with what runs, so that stops the build. */
export function oldestNodeOf({engines}) {
	const [, oldest] = /^>=(\d+\.\d+)$/.exec(engines?.node) ?? [];
	if (!oldest)
		throw new Error(`engines of package.json must name the oldest Node as >=20.19, not ${engines?.node}`);
	return oldest;
}

/** What follows in the source becomes a file of its own, under the name it is shipped by. */
const shippedAs = {'./start.ts': './start.js', './cli.ts': './main.mjs'};

const builtNames = {
	name: 'built-names',
	setup(build) {
		build.onResolve({filter: /^\.\/(start|cli)\.ts$/}, ({path}) => ({path: shippedAs[path], external: true}));
	},
};
