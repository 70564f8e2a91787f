// node bundle-program.mjs MAIN FOLDER: a program bundled as this one is shipped, to be run as FOLDER/main.js.

import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {bundle} from '../../scripts/build/bundle.mjs';
import {oldestNodeOf} from '../../scripts/build/entry.mjs';

const [main, outdir] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '../..');
const oldestNode = oldestNodeOf(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
const {outputFiles} = await bundle({root, main, outdir, version: '0.0.0', oldestNode});
for (const file of outputFiles) {
	await mkdir(path.dirname(file.path), {recursive: true});
	await writeFile(file.path, file.contents);
}
