import {lstatSync, mkdirSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {OrganizationMemory, RememberedOrganization} from '../domain/ports.ts';
import {namesIn, readSmallFile, sizeLimit} from './files.ts';
import {fileNameOf, settingsName, ticksName} from './identity.ts';
import {removeLeftovers} from './leftovers.ts';
import {parseRemembered} from './remembered.ts';

const shownAtMost = 10;

/**
What is remembered in the folder: one file per organization and API address, so that two runs at once lose
nothing. Only organizations of the given addresses are offered, or all where none are given. Read plainly and at
once, because the first screen needs it; `conf` is loaded when something is written. Nothing here throws: what goes
wrong is said in `warnings`, or by what `remember` and `forget` give.
*/
export function openMemory(folder: string, addresses?: readonly string[]): OrganizationMemory {
	const {organizations, warnings} = readAll(folder);
	const here = organizations.filter(({url}) => addresses?.includes(url) ?? true);
	let writing: Promise<unknown> = Promise.resolve();
	const inTurn = (task: () => void | Promise<void>): Promise<string | undefined> => {
		const turn = writing
			.then(task)
			.then(() => removeLeftovers(folder, Date.now()))
			.then(() => undefined, sayUnwritable);
		writing = turn;
		return turn;
	};
	return {
		remembered: here.toSorted((a, b) => b.lastUsed.localeCompare(a.lastUsed)).slice(0, shownAtMost),
		warnings,
		remember: organization =>
			inTurn(async () => {
				const {default: Conf} = await import('conf');
				makeRoom(folder, settingsName(fileNameOf(organization)));
				const conf = new Conf<Record<string, unknown>>({
					cwd: folder,
					configName: fileNameOf(organization),
					configFileMode: 0o600,
					clearInvalidConfig: true,
				});
				conf.store = {...organization};
			}),
		forget: organization =>
			inTurn(() => {
				for (const nameOf of [settingsName, ticksName])
					rmSync(join(folder, nameOf(fileNameOf(organization))), {force: true});
			}),
	};
}

/**
Makes the folder, and sees to it that `conf` finds either no file or one of ours: it reads whatever is there to its
end, and where there is a link it replaces what that leads to, wherever it is. So a link gives way to a file.
*/
function makeRoom(folder: string, name: string): void {
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const path = join(folder, name);
	const stats = lstatSync(path, {throwIfNoEntry: false});
	if (stats?.isSymbolicLink()) rmSync(path);
	else if (stats && (!stats.isFile() || stats.size > sizeLimit))
		throw new Error('There is no room for the file.');
}

const sayUnwritable = (): string =>
	'This computer’s settings cannot be written, so nothing is remembered for next time.';

function readAll(folder: string) {
	const organizations: RememberedOrganization[] = [];
	const warnings: string[] = [];
	const {names, isWhole} = namesIn(folder, /^[0-9a-f]{32}\.json$/);
	for (const name of names) {
		const file = readSmallFile(join(folder, name));
		if (!file) continue;
		const organization = 'text' in file ? parseRemembered(file.text) : undefined;
		if (organization) organizations.push(organization);
		else warnings.push('oddity' in file ? notUsed(name, file.oddity) : setAside(folder, name));
	}
	if (!isWhole) warnings.push('There are too many files in the settings folder; not all were looked at.');
	return {organizations, warnings};
}

const notUsed = (name: string, oddity: string): string =>
	`The settings file ${name} ${oddity}. It is left alone and not used; you can remove it.`;

/** A damaged file is kept for whoever wants to look, under a name that is not read again. */
function setAside(folder: string, name: string): string {
	const aside = `${name}.damaged`;
	try {
		renameSync(join(folder, name), join(folder, aside));
		return `A settings file was damaged. It was set aside as ${aside}.`;
	} catch {
		return 'A settings file is damaged and cannot be set aside. It is not used.';
	}
}
