import {readFile} from 'node:fs/promises';
import path from 'node:path';

// What the licence of a bundled package may be: each lets code be passed on if its text goes with it.
const licences = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/**
The npm packages of which code is in the bundle, as esbuild's metafile lists it, sorted by name and version. Each is
`{name, version, license, author, integrity, folders, files}`: `license` an SPDX identifier, `integrity` the
lockfile's, where it has one, `folders` where the package lies, relative to the root, and `files` those of it that have
code in the bundle, relative to a folder.

A package that is bundled twice in one version is there once, with two folders. Rejects if a licence is none of those
above.
*/
export async function bundledPackages(metafile, root, lock) {
	const packages = new Map();
	for (const [folder, files] of filesByFolder(metafile)) {
		const found = await packageIn(path.join(root, folder), lock.packages[lockKey(folder)]);
		const known = packages.get(packageId(found)) ?? {folders: [], files: []};
		packages.set(packageId(found), {
			...found,
			folders: [...known.folders, folder],
			files: [...new Set([...known.files, ...files])].sort(),
		});
	}
	return [...packages.keys()].sort().map(id => packages.get(id));
}

/** The folder of the innermost package that a file belongs to, or undefined: `…/node_modules/name`, scope included. */
export const packageFolder = file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

const packageId = ({name, version}) => `${name}@${version}`;

/** Folders of packages as the metafile names them, with those of their files that left something in the bundle. */
function filesByFolder({outputs}) {
	const folders = new Map();
	for (const {inputs} of Object.values(outputs)) {
		for (const [input, {bytesInOutput}] of Object.entries(inputs)) {
			const folder = packageFolder(input);
			if (!folder || bytesInOutput === 0) continue;
			folders.set(folder, [...(folders.get(folder) ?? []), input.slice(folder.length + 1)]);
		}
	}
	return folders;
}

/** The lockfile names folders from the first `node_modules` on. */
const lockKey = folder => folder.slice(folder.indexOf('node_modules/'));

async function packageIn(folder, locked) {
	const {name, version, license, author} = JSON.parse(
		await readFile(path.join(folder, 'package.json'), 'utf8'),
	);
	if (!licences.includes(license)) {
		throw new Error(
			`${name} is bundled under ${license}, which is none of the licences that the build knows`,
		);
	}
	const integrity = locked?.version === version ? locked.integrity : undefined;
	return {name, version, license, author, integrity};
}
