import assert from 'node:assert/strict';
import {readdirSync, readFileSync, readlinkSync} from 'node:fs';
import type {Terminal} from './terminal.ts';

/** The session of each process, as Linux tells it; a process that ends meanwhile has none. */
function sessionOf(pid: string): number | undefined {
	try {
		const [, afterName = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[A-Z] )/);
		return Number(afterName.split(' ')[3]);
	} catch {
		return undefined;
	}
}

/** The processes on this terminal, which is a session of its own. */
export const processesOn = ({pid}: Terminal): readonly number[] =>
	readdirSync('/proc')
		.filter(name => /^\d+$/.test(name) && sessionOf(name) === pid)
		.map(Number);

/** Asserts that a program that has ended left no other one behind. */
export const assertNobodyLeft = (terminal: Terminal): void => assert.deepEqual(processesOn(terminal), []);

/** The sockets on which the program waits for connections. */
export function listenersOf({pid}: Terminal): readonly string[] {
	const open = readdirSync(`/proc/${pid}/fd`).map(name => targetOf(`/proc/${pid}/fd/${name}`));
	const listening = ['tcp', 'tcp6'].flatMap(table =>
		readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
			.split('\n')
			.map(line => line.trim().split(/\s+/))
			.filter(([, , , state]) => state === '0A')
			.map(columns => `socket:[${columns[9]}]`),
	);
	return listening.filter(socket => open.includes(socket));
}

function targetOf(link: string): string {
	try {
		return readlinkSync(link);
	} catch {
		return '';
	}
}
