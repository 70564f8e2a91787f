import {isBuiltin} from 'node:module';
import path from 'node:path';

/**
A plugin of the bundler that tells what ended up where, in the shape of esbuild's metafile: paths are relative to
`root`, outputs lie in `outdir`. `found.metafile` is there once the bundle was generated.
*/
export function metafileOf({root, outdir}) {
	const found = {};
	const relative = file => path.relative(root, file).split(path.sep).join('/');
	const isFile = id => path.isAbsolute(id);
	const plugin = {
		name: 'metafile',
		generateBundle(_, files) {
			const chunks = Object.values(files).filter(({type}) => type === 'chunk');
			const output = name => relative(path.join(outdir, name));
			const importOf = kind => name =>
				isBuiltin(name) ? {path: name, kind, external: true} : {path: output(name), kind};
			const outputs = chunks.map(chunk => [
				output(chunk.fileName),
				{
					bytes: Buffer.byteLength(chunk.code),
					...(chunk.isEntry && {entryPoint: relative(chunk.facadeModuleId)}),
					inputs: Object.fromEntries(
						Object.entries(chunk.modules)
							.filter(([id]) => isFile(id))
							.map(([id, {renderedLength}]) => [relative(id), {bytesInOutput: renderedLength}]),
					),
					imports: [
						...chunk.imports.map(importOf('import-statement')),
						...chunk.dynamicImports.map(importOf('dynamic-import')),
					],
				},
			]);
			const inputs = [...this.getModuleIds()].filter(isFile).map(id => {
				const {importedIds, dynamicallyImportedIds} = this.getModuleInfo(id);
				const imports = [...importedIds, ...dynamicallyImportedIds].filter(isFile);
				return [relative(id), {imports: imports.map(other => ({path: relative(other)}))}];
			});
			found.metafile = {inputs: Object.fromEntries(inputs), outputs: Object.fromEntries(outputs)};
		},
	};
	return {plugin, found};
}
