import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {mitLicence} from './mit-licence.mjs';

/** The licences of packages as `bundledPackages` gives them. Every one of them asks that its text goes with each copy. */
export async function noticesOf(packages, root) {
	const notices = await Promise.all(packages.map(one => noticeOf(one, root)));
	return `byoo contains code of these packages.\n\n${notices.join('\n')}`;
}

async function noticeOf(bundled, root) {
	const {name, version, license, folders, files} = bundled;
	const home = path.join(root, folders[0]);
	const [own, ...ofFolders] = await Promise.all(foldersOf(files).map(folder => textsIn(home, folder)));
	const texts = [...(own.length > 0 ? own : [withoutFile(bundled)]), ...ofFolders.flat()];
	return `${'-'.repeat(76)}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/** The folders that the files are in and all above, `.` first. What was taken from others often has its licence beside it. */
function foldersOf(files) {
	const folders = new Set(['.']);
	for (const file of files) {
		for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder)) {
			folders.add(folder);
		}
	}
	return [...folders].sort();
}

async function textsIn(home, folder) {
	const entries = await readdir(path.join(home, folder), {withFileTypes: true});
	const names = entries.filter(entry => entry.isFile() && licenceFile.test(entry.name)).map(({name}) => name);
	const texts = await Promise.all(names.sort().map(name => readFile(path.join(home, folder, name), 'utf8')));
	return texts.map(text => (folder === '.' ? text.trim() : `In ${folder}:\n\n${text.trim()}`));
}

const licenceFile = /^(licen[cs]e|copying|notice)[^.]*(\.(md|txt))?$/i;

/** A few packages name the MIT licence and forget the text, which the licence itself asks for. */
function withoutFile({name, license, author}) {
	if (license === 'MIT') return mitLicence(author?.name ?? author ?? `the ${name} authors`).trim();
	throw new Error(`${name} is bundled, and neither a file nor package.json says its whole licence`);
}
