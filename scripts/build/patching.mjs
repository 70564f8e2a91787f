/**
A plugin of the bundler that replaces exact pieces of text in files of dependencies.

`patches` maps a file (`package/path`, below node_modules) to `{imports, replacements}`: `imports` is put before
the file's text, and each replacement is `{from, to, times}`, `times` being how often `from` must occur.

A dependency that is not what the patch was written for stops the build. A patch that quietly no longer
applies, or applies to something else, would be shipped unnoticed.
*/
export function patching(name, patches) {
	const patched = new Set();
	return {
		name,
		transform: {
			filter: {id: Object.keys(patches).map(fileFilter)},
			handler(source, id) {
				const file = Object.keys(patches).find(file => fileFilter(file).test(id));
				patched.add(file);
				return {code: apply(source, patches[file], file), map: null};
			},
		},
		buildEnd(error) {
			if (error) return;
			const ids = [...this.getModuleIds()];
			for (const file of Object.keys(patches)) {
				const isBundled = ids.some(id => packageFilter(file).test(id));
				if (isBundled && !patched.has(file)) throw new Error(`${name}: ${file} is not where it was`);
			}
		},
	};
}

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
export const fileFilter = file => new RegExp(`${inModules(file)}$`);

/** Matches every file of the package that the file is of: `@scope/name` or `name`. */
const packageFilter = file =>
	new RegExp(
		`${inModules(
			file
				.split('/')
				.slice(0, file.startsWith('@') ? 2 : 1)
				.join('/'),
		)}[\\\\/]`,
	);

const inModules = file => `node_modules[\\\\/]${file.split('/').map(escaped).join('[\\\\/]')}`;

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
