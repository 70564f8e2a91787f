// node bundle-program.mjs ENTRY FOLDER: the entry as the program is shipped, to be run as FOLDER/cli.js.

import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {bundle} from '../../scripts/build/bundle.mjs';

const [entry, outdir] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '../..');
const {outputFiles} = await bundle({root, entry, outdir, version: '0.0.0'});
const files = [
	...outputFiles.map(({path, contents}) => ({path, contents})),
	{path: path.join(outdir, 'package.json'), contents: '{"type": "module"}'},
];
for (const file of files) {
	await mkdir(path.dirname(file.path), {recursive: true});
	await writeFile(file.path, file.contents);
}
