import {existsSync, lstatSync, mkdirSync, readdirSync, rmSync} from 'node:fs';
import * as nodeModule from 'node:module';
import {isAbsolute, join} from 'node:path';

declare const __VERSION__: string;

/** Node has it since 22.8. */
const {enableCompileCache} = nodeModule as {readonly enableCompileCache?: (folder: string) => unknown};

/**
Lets Node keep what it compiles of this program, which makes the next start a fifth shorter. In a folder that nobody else
can write to, which the one that Node would take is not: what lies there is run. Of other versions nothing is kept, and
what is none of them stays. Where that cannot be done, nothing is lost.
*/
export function keepCompiled(cacheFolder: string, user: number | undefined): void {
	if (!enableCompileCache || !isAbsolute(cacheFolder)) return;
	const all = join(cacheFolder, 'compiled');
	const own = join(all, __VERSION__);
	try {
		if (!existsSync(own)) {
			mkdirSync(own, {recursive: true, mode: 0o700});
			for (const name of readdirSync(all))
				if (isVersion(name) && name !== __VERSION__) rmSync(join(all, name), {recursive: true, force: true});
		}
		if ([cacheFolder, all, own].every(folder => isOnly(user, folder))) enableCompileCache(own);
	} catch {
		// A folder that cannot be written, such as that of a read-only system.
	}
}

/** Whether it is a folder of this user, and nobody else can write to it. Windows has its own ways, and no number. */
function isOnly(user: number | undefined, folder: string): boolean {
	const stats = lstatSync(folder);
	if (!stats.isDirectory()) return false;
	return user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
}

const isVersion = (name: string): boolean => /^\d+\.\d+\.\d+/.test(name);
