import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';

type Process = {readonly pid: number; readonly parent: number; readonly words: () => string};

/**
The words of a process and of all that it started, now: one line each, which all users of this computer may read.
Those of other processes are none of a test's business: another run of it may be under way.
*/
export function commandLines(root: number | undefined): readonly string[] {
	const all = existsSync('/proc/self') ? byProc() : byPs();
	const family = new Set([root]);
	for (const member of family) {
		for (const {pid, parent} of all) if (parent === member) family.add(pid);
	}
	return all.filter(({pid}) => family.has(pid)).map(({words}) => words());
}

const byProc = (): readonly Process[] =>
	readdirSync('/proc')
		.filter(name => /^\d+$/.test(name))
		.map(name => ({
			pid: Number(name),
			// The second word after the name of the process, which may hold anything: proc_pid_stat(5).
			parent: Number(readIfThere(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]),
			words: () => readIfThere(`/proc/${name}/cmdline`).replaceAll('\0', ' '),
		}));

const byPs = (): readonly Process[] =>
	execFileSync('ps', ['-axww', '-o', 'pid=,ppid=,args='], {encoding: 'utf8'})
		.split('\n')
		.map(line => {
			const [, pid, parent, words = ''] = /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? [];
			return {pid: Number(pid), parent: Number(parent), words: () => words};
		});

/** A process may be gone by now. */
function readIfThere(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
