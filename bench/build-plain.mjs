// node bench/build-plain.mjs FOLDER: the program with Ink's own options of how to draw, to compare with.

import {readFileSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {bundle} from '../scripts/build/bundle.mjs';
import {entry, oldestNodeOf} from '../scripts/build/entry.mjs';

const [outdir] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const how = {root, outdir, version: manifest.version, oldestNode: oldestNodeOf(manifest)};
const options = /\tmaxFps: \d+,\n\tincrementalRendering: true,\n/;

const plain = {
	name: 'plain',
	transform: {
		filter: {id: /source[\\/]ui[\\/]run\.tsx$/},
		handler(source) {
			if (!options.test(source)) throw new Error('run.tsx gives other options than before');
			return source.replace(options, '');
		},
	},
};

const first = await entry(how);
const {outputFiles} = await bundle({...how, main: 'source/cli.ts', plugins: [plain], isPlain: true});
for (const file of [...first, ...outputFiles]) {
	await mkdir(path.dirname(file.path), {recursive: true});
	await writeFile(file.path, file.contents);
}
