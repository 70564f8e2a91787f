import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export type SourceFile = {
	/** Relative to the folder that was asked for, with `/` on every platform. */
	readonly path: string;
	/** Everything it imports or passes on, types included, as written. */
	readonly imports: readonly string[];
};

/** All TypeScript files below a folder of the project, without those of that name. */
export function sourceFiles(folder: string, without?: string): readonly SourceFile[] {
	return readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
		.filter(file => /\.tsx?$/.test(file) && path.basename(file) !== without)
		.map(file => ({
			path: file.replaceAll(path.sep, '/'),
			imports: importsOf(readFileSync(path.join(root, folder, file), 'utf8'), file),
		}));
}

/**
The modules named in a file's text. The formatter writes every statement at the start of a line and every module name
in single quotes, which leaves little to be mistaken; an `import()` of anything but a literal is refused, and so is
`require`, unless of a literal by the entry, which is CommonJS.
*/
export function importsOf(text: string, file: string): readonly string[] {
	const required = file === 'entry.ts' ? /\brequire\(\s*[^')\s][^)]*\)/ : /\brequire\(/;
	const computed = /\bimport\(\s*[^')\s][^)]*\)/.exec(text) ?? required.exec(text);
	if (computed) throw new Error(`${file}: nobody can tell what ${computed[0]} loads`);
	return patterns.flatMap(pattern => Array.from(text.matchAll(pattern), ([, name]) => name ?? ''));
}

const patterns = [
	/^import\s+(?:type\s+)?[\w$*{}\s,]+?\s+from\s+'([^']+)'/gm,
	/^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'([^']+)'/gm,
	/^import\s+'([^']+)'/gm,
	/\bimport\(\s*'([^']+)'/g,
	/\brequire\(\s*'([^']+)'/g,
];
