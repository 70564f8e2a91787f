import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {mitLicence} from './mit-licence.mjs';

/**
The licences of every package of which code is in the bundle, as esbuild's metafile lists it. Every one of them asks
that its text goes with each copy. Rejects if a package says nothing about its licence.
*/
export async function noticesOf(metafile, root) {
	const folders = new Set();
	for (const {inputs} of Object.values(metafile.outputs)) {
		for (const [input, {bytesInOutput}] of Object.entries(inputs)) {
			const folder = packageFolder.exec(input)?.[0];
			if (folder && bytesInOutput > 0) folders.add(folder);
		}
	}
	const notices = await Promise.all([...folders].sort().map(folder => noticeOf(path.join(root, folder))));
	// A package that is bundled twice, in one version, is named once.
	return `byoo contains code of these packages.\n\n${[...new Set(notices)].join('\n')}`;
}

/** The innermost package that a file belongs to: `…/node_modules/name` or `…/node_modules/@scope/name`. */
const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

async function noticeOf(folder) {
	const {name, version, license, author} = JSON.parse(
		await readFile(path.join(folder, 'package.json'), 'utf8'),
	);
	const file = (await readdir(folder)).find(file => /^(licen[cs]e|copying)/i.test(file));
	const text = file ? await readFile(path.join(folder, file), 'utf8') : undefined;
	// A few packages name the MIT licence and forget the text, which the licence itself asks for.
	const licence =
		text ?? (license === 'MIT' ? mitLicence(author?.name ?? author ?? `the ${name} authors`) : undefined);
	if (!licence)
		throw new Error(`${name} is bundled, and neither a file nor package.json says its whole licence`);
	return `${'-'.repeat(76)}\n${name} ${version} (${license ?? 'see below'})\n\n${licence.trim()}\n`;
}
