import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {build} from 'esbuild';

const sources = join(import.meta.dirname, 'references');
const ownPackage = join(sources, 'package.json');

export type References = {
	/** A plain bundle of the least that Ink can be. */
	readonly hello: string;
	/** The same of rows of which one changes with each key; its argument is how many. */
	readonly rows: string;
	/** A choice of `@inquirer/prompts`, as it is installed. */
	readonly select: string;
	/** A packed app of the packages of this project, which npm installs beside it. */
	readonly app: string;
};

/** What the program is compared with, installed at the versions that `references/package.json` pins, in this folder. */
export async function references(folder: string): Promise<References> {
	copyFileSync(ownPackage, join(folder, 'package.json'));
	const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];
	execFileSync('npm', ['install', ...quiet, '--ignore-scripts'], {cwd: folder, stdio: 'ignore'});
	copyFileSync(join(sources, 'select.js'), join(folder, 'select.js'));
	const [hello, rows] = await bundled(folder, join(folder, 'node_modules'), ['hello', 'rows'] as const);
	return {hello, rows, select: join(folder, 'select.js'), app: packedApp(folder)};
}

/** Plain bundles of apps of Ink in the folder, made of these modules. */
export async function bundled<Names extends readonly string[]>(
	folder: string,
	modules: string,
	names: Names,
): Promise<{[Index in keyof Names]: string}> {
	// Ink asks for it, and finds out later that nobody wants it.
	const devtools = join(folder, 'no-devtools.js');
	writeFileSync(devtools, 'export default {};\n');
	await build({
		absWorkingDir: folder,
		entryPoints: names.map(name => join(sources, `${name}.tsx`)),
		nodePaths: [resolve(modules)],
		outdir: folder,
		outExtension: {'.js': '.mjs'},
		bundle: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		jsx: 'automatic',
		define: {'process.env.NODE_ENV': '"production"'},
		alias: {'react-devtools-core': devtools},
		banner: {js: `import {createRequire as r} from 'node:module'; const require = r(import.meta.url);`},
		logLevel: 'silent',
	});
	return names.map(name => join(folder, `${name}.mjs`)) as {[Index in keyof Names]: string};
}

function packedApp(folder: string): string {
	const app = join(folder, 'app');
	mkdirSync(app);
	const {dependencies} = JSON.parse(readFileSync(ownPackage, 'utf8'));
	const {'@inquirer/prompts': _, ...used} = dependencies;
	const own = {name: 'byoo-bench-app', version: '1.0.0', type: 'module', bin: 'app.js', dependencies: used};
	writeFileSync(join(app, 'package.json'), JSON.stringify(own));
	copyFileSync(join(sources, 'app.js'), join(app, 'app.js'));
	return packed(app, folder);
}

/** Packs a package into the folder, and gives the file. */
export function packed(from: string, folder: string): string {
	const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
		cwd: from,
		encoding: 'utf8',
	});
	const [{filename}]: readonly [{filename: string}] = JSON.parse(said);
	return join(folder, filename);
}
