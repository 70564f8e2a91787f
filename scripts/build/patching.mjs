import {readFile} from 'node:fs/promises';

/**
An esbuild plugin that replaces exact pieces of text in files of dependencies.

`patches` maps a file (`package/path`, below node_modules) to `{imports, replacements}`: `imports` is put before
the file's text, and each replacement is `{from, to, times}`, `times` being how often `from` must occur.

A dependency that is not what the patch was written for stops the build. A patch that quietly no longer
applies, or applies to something else, would be shipped unnoticed.
*/
export const patching = (name, patches) => ({
	name,
	setup(build) {
		const patched = new Set();
		for (const [file, patch] of Object.entries(patches)) {
			build.onLoad({filter: fileFilter(file)}, async ({path}) => {
				patched.add(file);
				return {contents: apply(await readFile(path, 'utf8'), patch, file), loader: 'js'};
			});
		}
		build.onEnd(({metafile}) => {
			const inputs = Object.keys(metafile?.inputs ?? {});
			for (const file of Object.keys(patches)) {
				const isBundled = inputs.some(input => input.includes(`node_modules/${packageOf(file)}/`));
				if (isBundled && !patched.has(file)) throw new Error(`${name}: ${file} is not where it was`);
			}
		});
	},
});

function apply(source, {imports = '', replacements}, file) {
	let text = source;
	for (const {from, to, times} of replacements) {
		const found = text.split(from).length - 1;
		if (found !== times) throw new Error(`${file} has changed: ${found} times instead of ${times}: ${from}`);
		text = text.replaceAll(from, () => to);
	}
	return imports + text;
}

/** Matches the file's path on every platform. */
const fileFilter = file => new RegExp(`node_modules[\\\\/]${file.split('/').map(escaped).join('[\\\\/]')}$`);

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `@scope/name` or `name`. */
const packageOf = file =>
	file
		.split('/')
		.slice(0, file.startsWith('@') ? 2 : 1)
		.join('/');
