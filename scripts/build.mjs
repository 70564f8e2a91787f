import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {bundle} from './build/bundle.mjs';
import {bundledPackages} from './build/bundled-packages.mjs';
import {entry, oldestNodeOf} from './build/entry.mjs';
import {noticesOf} from './build/notices.mjs';
import {sbomOf} from './build/sbom.mjs';

// node scripts/build.mjs [--outdir dist] [--metafile PATH] [--plain]
// Makes all that is shipped. The metafile (what ended up where) is for tests and is never part of the package, and so is a
// plain build, in which dependencies are no quicker than they are.

const root = path.resolve(import.meta.dirname, '..');
const {values} = parseArgs({
	options: {
		outdir: {type: 'string', default: 'dist'},
		metafile: {type: 'string'},
		plain: {type: 'boolean', default: false},
	},
});
const outdir = path.resolve(root, values.outdir);
const [manifest, lock] = await Promise.all(['package.json', 'package-lock.json'].map(readJson));
const {version} = manifest;
const oldestNode = oldestNodeOf(manifest);

const [first, {metafile, outputFiles}] = await Promise.all([
	entry({root, outdir, version, oldestNode}),
	bundle({root, main: 'source/cli.ts', outdir, version, oldestNode, isPlain: values.plain}),
]);
const packages = await bundledPackages(metafile, root, lock);
const texts = {
	'third-party-notices.txt': await noticesOf(packages, root),
	'sbom.cdx.json': `${JSON.stringify(sbomOf({manifest, packages, metafile}), null, '\t')}\n`,
};
const files = [
	...[...first, ...outputFiles].map(({path, contents}) => ({
		path,
		contents,
		mode: path.endsWith('cli.js') ? 0o755 : 0o644,
	})),
	...Object.entries(texts).map(([name, text]) => ({
		path: path.join(outdir, name),
		contents: Buffer.from(text),
		mode: 0o644,
	})),
];

// Only now, when nothing can fail any more: a broken build leaves the last good one in place.
await rm(outdir, {recursive: true, force: true});
for (const file of files) {
	await mkdir(path.dirname(file.path), {recursive: true});
	await writeFile(file.path, file.contents, {mode: file.mode});
}
if (values.metafile) await writeFile(values.metafile, JSON.stringify(metafile));

const bytes = files.reduce((sum, {contents}) => sum + contents.byteLength, 0);
console.log(`${path.relative(root, outdir)}: ${files.length} files, ${Math.round(bytes / 1000)} kB`);

async function readJson(file) {
	return JSON.parse(await readFile(path.join(root, file), 'utf8'));
}
