import {readdirSync, readFileSync} from 'node:fs';

/** The words of a process and of all that it started, now: one line each. */
export function commandLines(root: number | undefined): readonly string[] {
	const parents = readdirSync('/proc')
		.filter(name => /^\d+$/.test(name))
		.map(name => [Number(name), parentOf(name)] as const);
	const family = new Set([root]);
	for (const member of family) {
		for (const [pid, parent] of parents) if (parent === member) family.add(pid);
	}
	return [...family].map(pid => readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
}

/** The second word after the name of the process, which may hold anything: proc_pid_stat(5). */
const parentOf = (pid: string): number =>
	Number(readIfThere(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1]);

/** A process may be gone by now. */
function readIfThere(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
