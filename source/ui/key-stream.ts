import {Readable} from 'node:stream';
import {unstable_IdlePriority, unstable_scheduleCallback} from 'scheduler';
import {type ArrivedKeys, arrivedKeys, givenUp, isKeptByInk, withoutTorrent} from './arrived-keys.ts';
import {interrupt} from './split-keys.ts';

/** What Ink needs of a terminal's input. */
export type TerminalInput = NodeJS.ReadableStream & {
	readonly isTTY?: boolean;
	setRawMode?(isRaw: boolean): unknown;
	ref?(): unknown;
	unref?(): unknown;
};

/** Ink waits 20 ms for what could follow an Escape. */
const inkMilliseconds = 30;

/**
A screen that was just painted hears keys only after its effects have run, which React leaves to its scheduler. So a key
is handed over once that has nothing left to do: before, it would be lost. The turn lets Ink read the key before it.
*/
const afterEffects = (next: () => void): void => {
	setImmediate(() => unstable_scheduleCallback(unstable_IdlePriority, next));
};

const isInterrupt = (text: string): boolean => text !== '' && text.replaceAll(interrupt, '') === '';

/**
A terminal's input that hands out one key per turn of the event loop, so that React has rendered one key
before the next arrives, and Ink never joins two of them. A paste without brackets arrives in pieces of some
kilobytes; they are joined, so that a final line break on a piece of its own is not taken for the Return key.
Ctrl+C is heard even inside a paste whose end never comes.
*/
export function keyStream(terminal: TerminalInput): TerminalInput & {dispose(): void} {
	const stream = new Readable({encoding: 'utf8', read() {}});
	let waiting = '';
	let keys: string[] = [];
	let isDraining = false;
	let isDisposed = false;
	let timer: NodeJS.Timeout | undefined;
	let lastTurn: NodeJS.Immediate | undefined;
	const drain = () => {
		// Whoever reads may be away for a while, and two keys that wait would be read as one.
		if (stream.readableLength > 0 && !isDisposed) return afterEffects(drain);
		const key = keys.shift();
		isDraining = key !== undefined;
		if (key === undefined) return;
		stream.push(key);
		afterEffects(isKeptByInk(key) ? () => setTimeout(drain, inkMilliseconds) : drain);
	};
	const stopWaiting = () => {
		clearTimeout(timer);
		clearImmediate(lastTurn);
	};
	const handOut = (arrived: ArrivedKeys) => {
		stopWaiting();
		keys = [...withoutTorrent([...keys, ...arrived.keys])];
		waiting = arrived.rest;
		if (arrived.patience !== undefined) timer = setTimeout(giveUpAfterReading, arrived.patience);
		if (isDraining) return;
		isDraining = true;
		afterEffects(drain);
	};
	const giveUp = () => handOut(givenUp(waiting));
	// Where the machine was busy for so long, the next chunk may be there already, and is read before this.
	const giveUpAfterReading = () => {
		lastTurn = setImmediate(giveUp);
	};
	const onData = (chunk: string | Buffer) => {
		const text = chunk.toString();
		handOut(arrivedKeys(waiting + text));
		if (isInterrupt(text) && waiting !== '') giveUp();
	};

	terminal.setEncoding?.('utf8');
	terminal.on('data', onData);
	return Object.assign(stream, {
		isTTY: terminal.isTTY ?? false,
		setRawMode(isRaw: boolean) {
			terminal.setRawMode?.(isRaw);
			return stream;
		},
		ref: () => terminal.ref?.(),
		unref: () => terminal.unref?.(),
		dispose() {
			isDisposed = true;
			keys = [];
			stopWaiting();
			terminal.off('data', onData);
			terminal.pause();
		},
	});
}
