import {PassThrough, Writable} from 'node:stream';
import {setImmediate, setInterval} from 'node:timers/promises';
import {render} from 'ink';
import type {ReactNode} from 'react';
import {emulate, type Size} from './emulator.ts';
import {bracketed, keys} from './keys.ts';
import {type Expectation, waitUntil} from './wait.ts';

type MountOptions = Partial<Size> & {
	/** What the app puts between the terminal's keys and Ink. */
	readonly stdin?: (stdin: NodeJS.ReadStream) => NodeJS.ReadStream;
};

/**
Draws a component with Ink's real renderer on an emulated terminal, in this process: a few milliseconds a key, and the
screen is what a person would see, not what the component returned.
*/
export function mount(
	node: ReactNode,
	{columns = 80, rows = 24, stdin: wrap = stdin => stdin}: MountOptions = {},
) {
	const emulator = emulate({columns, rows, convertEol: true, isWizard: true});
	const stdout = screenOf(emulator.write, {columns, rows});
	const stdin = keyboard();
	const app = render(node, {
		stdout,
		stdin: wrap(stdin),
		stderr: stdout,
		interactive: true,
		patchConsole: false,
		exitOnCtrlC: false,
		maxFps: 1000,
	});

	/** Resolves when nothing was drawn for some turns of the event loop, so that also keys held back have arrived. */
	async function settle(): Promise<void> {
		let quietTurns = 0;
		let seen = -1;
		const deadline = performance.now() + 15_000;
		for await (const _ of setInterval(1)) {
			await app.waitUntilRenderFlush();
			const {length} = emulator.raw();
			quietTurns = length === seen && emulator.isWhole() ? quietTurns + 1 : 0;
			seen = length;
			if (quietTurns === 4) return;
			if (performance.now() > deadline)
				throw new Error(`The screen never comes to rest:\n${emulator.screen()}`);
		}
	}

	return {
		screen: emulator.screen,
		painted: emulator.painted,
		all: emulator.all,
		raw: emulator.raw,
		cursor: emulator.cursor,
		modes: emulator.modes,
		settle,
		/** Sends a piece as it is, without waiting for what it causes. */
		write: (piece: string): void => void stdin.write(piece),
		/** Sends the keys in one piece, as a terminal may, and waits until the last frame they cause is drawn. */
		async press(...pieces: readonly string[]): Promise<void> {
			for (const piece of pieces) {
				stdin.write(piece);
				if (piece.endsWith(keys.escape) || piece.length > typedLength) await heldKeysArrived();
				await settle();
			}
		},
		/** Marked as a paste if the app asked for that. */
		async paste(text: string): Promise<void> {
			stdin.write(emulator.modes().hasBracketedPaste ? bracketed(text) : text);
			await heldKeysArrived();
			await settle();
		},
		/** Waits for what comes by itself, like the answer to a request: at most 15 s. */
		waitFor: (expectation: Expectation): Promise<void> => waitUntil(expectation, emulator),
		async resize(size: Size): Promise<void> {
			emulator.resize(size);
			Object.assign(stdout, size);
			stdout.emit('resize');
			await settle();
		},
		async unmount(): Promise<void> {
			app.unmount();
			await setImmediate();
		},
		waitUntilExit: app.waitUntilExit,
	};
}

/** What may be typed by hand in one piece. */
const typedLength = 8;

/**
Some keys are held back for up to 40 ms: a lone escape, which may begin a longer sequence, and text that came faster
than fingers type, which may be the beginning of a paste.
*/
async function heldKeysArrived(): Promise<void> {
	for await (const _ of setInterval(60)) return;
}

/** As much of a terminal's output as Ink uses. */
const screenOf = (write: (data: string) => void, size: Size): NodeJS.WriteStream => {
	const stream = new Writable({
		decodeStrings: false,
		write(data, _encoding, done) {
			write(String(data));
			done();
		},
	});
	return Object.assign(stream, {isTTY: true}, size) as unknown as NodeJS.WriteStream;
};

/** As much of a terminal's input as Ink uses. */
const keyboard = (): NodeJS.ReadStream & PassThrough => {
	const stream = new PassThrough();
	const terminal = {isTTY: true, setRawMode: () => stream, ref: () => stream, unref: () => stream};
	return Object.assign(stream, terminal) as unknown as NodeJS.ReadStream & PassThrough;
};
