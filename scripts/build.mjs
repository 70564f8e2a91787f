import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {bundle} from './build/bundle.mjs';
import {noticesOf} from './build/notices.mjs';

// node scripts/build.mjs [--outdir dist] [--metafile PATH]
// Makes all that is shipped. The metafile (what ended up where) is for tests and is never part of the package.

const root = path.resolve(import.meta.dirname, '..');
const {values} = parseArgs({
	options: {outdir: {type: 'string', default: 'dist'}, metafile: {type: 'string'}},
});
const outdir = path.resolve(root, values.outdir);
const {version} = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));

const {metafile, outputFiles} = await bundle({root, entry: 'source/cli.ts', outdir, version});
const notices = await noticesOf(metafile, root);
const files = [
	...outputFiles.map(({path, contents}) => ({path, contents, mode: path.endsWith('cli.js') ? 0o755 : 0o644})),
	{path: path.join(outdir, 'third-party-notices.txt'), contents: Buffer.from(notices), mode: 0o644},
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
