import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {OrganizationMemory, RememberedOrganization} from '../domain/ports.ts';
import {parseRemembered} from './remembered.ts';

const shownAtMost = 10;
const extension = '.json';

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
		const turn = writing.then(task).then(() => undefined, sayUnwritable);
		writing = turn;
		return turn;
	};
	return {
		remembered: here.toSorted((a, b) => b.lastUsed.localeCompare(a.lastUsed)).slice(0, shownAtMost),
		warnings,
		remember: organization =>
			inTurn(async () => {
				const {default: Conf} = await import('conf');
				const conf = new Conf<Record<string, unknown>>({
					cwd: folder,
					configName: fileNameOf(organization),
					configFileMode: 0o600,
					clearInvalidConfig: true,
				});
				conf.store = {...organization};
			}),
		forget: organization =>
			inTurn(() => rmSync(join(folder, fileNameOf(organization) + extension), {force: true})),
	};
}

/** The file's name is the organization's identity: the API's address and the organization's ID. */
const fileNameOf = ({url, id}: RememberedOrganization): string =>
	createHash('sha256').update(`${url}\n${id}`).digest('hex').slice(0, 32);

const sayUnwritable = (): string =>
	'This computer’s settings cannot be written, so nothing is remembered for next time.';

function readAll(folder: string) {
	const organizations: RememberedOrganization[] = [];
	const warnings: string[] = [];
	for (const name of fileNames(folder)) {
		const text = readText(join(folder, name));
		const organization = text === undefined ? undefined : parseRemembered(text);
		if (organization) organizations.push(organization);
		else if (text !== undefined) warnings.push(setAside(folder, name));
	}
	return {organizations, warnings};
}

function fileNames(folder: string): readonly string[] {
	try {
		return readdirSync(folder).filter(name => /^[0-9a-f]{32}\.json$/.test(name));
	} catch {
		return [];
	}
}

function readText(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}

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
