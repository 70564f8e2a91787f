import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import xterm from '@xterm/headless';
import {launch} from '../../test/support/terminal.ts';
import {rowsOf} from './cells.ts';
import type {Frame} from './film.ts';
import type {Screen} from './still.ts';

export type Stage = ReturnType<typeof openStage>;

const [columns, rows] = [80, 24];
/** How long nothing may be drawn until a screen counts as finished, in milliseconds. */
const rest = 150;
/** What a finger takes from key to key, in seconds: not always the same. */
const paces = [0.09, 0.07, 0.12, 0.08, 0.1, 0.14];

/**
A shell on a terminal, in which `byoo` is the built program of this repository, with settings of its own. What is shown
is taken down with the time that a person would see it, however long the program and this machine took.
*/
export function openStage() {
	const folder = mkdtempSync(path.join(tmpdir(), 'byoo-picture-'));
	const program = path.join(folder, 'byoo');
	const steady = path.join(import.meta.dirname, 'steady.mjs');
	writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' --import '${steady}' dist/cli.js "$@"\n`);
	chmodSync(program, 0o755);
	const terminal = launch({
		file: '/bin/sh',
		args: ['-i'],
		columns,
		rows,
		env: {
			...{PS1: '$ ', ENV: undefined, TZ: 'UTC', BYOO_CONFIG_DIR: path.join(folder, 'settings')},
			PATH: `${folder}:${process.env.PATH}`,
		},
	});
	const mirror = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	const frames: Frame[] = [];
	let mirrored = 0;

	/** The screen once nothing more is drawn. */
	async function screen(): Promise<Screen> {
		let length = -1;
		while (terminal.raw().length !== length) {
			length = terminal.raw().length;
			await setTimeout(rest);
		}
		await new Promise<void>(done => mirror.write(terminal.raw().slice(mirrored, length), done));
		mirrored = length;
		return {rows: rowsOf(mirror, terminal.cursor()), columns};
	}

	/** Shows the screen as it is now for some seconds. */
	async function show(seconds: number): Promise<Frame> {
		const frame = {...(await screen()), seconds};
		frames.push(frame);
		return frame;
	}

	/** Types one character, and waits until it shows. */
	async function typed(character: string): Promise<void> {
		const {length} = terminal.raw();
		terminal.write(character);
		await terminal.waitFor(() => terminal.raw().length > length);
	}

	return {
		terminal,
		frames,
		screen,
		show,
		/** Types as a person does. */
		async type(text: string): Promise<void> {
			for (const [index, character] of [...text].entries()) {
				await typed(character);
				await show(paces[index % paces.length] ?? 0.1);
			}
		},
		async close(): Promise<void> {
			await terminal.close();
			rmSync(folder, {recursive: true, force: true});
		},
	};
}
