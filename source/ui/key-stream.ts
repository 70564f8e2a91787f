import {Readable} from 'node:stream';
import {pasteEnd, pasteStart, splitKeys} from './split-keys.ts';

/** What Ink needs of a terminal's input. */
export type TerminalInput = NodeJS.ReadableStream & {
	readonly isTTY?: boolean;
	setRawMode?(isRaw: boolean): unknown;
	ref?(): unknown;
	unref?(): unknown;
};

const interrupt = '\u0003';

/** Text that arrives faster than fingers type is a paste, and the rest of it may still be on its way. */
const pastedLength = 8;
const pasteGapMilliseconds = 25;

/** An escape sequence cut in two, such as the mark before a paste, of which the rest is on its way. */
const unfinishedSequence = new RegExp(`${pasteStart.charAt(0)}\\[[0-9;]*$`);
const sequenceGapMilliseconds = 200;

/**
A screen that was just painted hears keys only after its effects have run, which React leaves to a later turn.
A key handed over in between would be lost.
*/
const afterEffects = (next: () => void): void => {
	setImmediate(() => setImmediate(next));
};

/**
A terminal's input that hands out one key per turn of the event loop, so that React has rendered one key
before the next arrives. A paste without brackets arrives in pieces of some kilobytes; they are joined, so
that a final line break on a piece of its own is not taken for the Return key. Ctrl+C is heard even inside a
paste whose end never comes.
*/
export function keyStream(terminal: TerminalInput): TerminalInput & {dispose(): void} {
	const stream = new Readable({encoding: 'utf8', read() {}});
	let waiting = '';
	let keys: string[] = [];
	let isDraining = false;
	let timer: NodeJS.Timeout | undefined;

	const drain = () => {
		const key = keys.shift();
		isDraining = key !== undefined;
		if (key === undefined) return;
		stream.push(key);
		afterEffects(drain);
	};
	const flush = () => {
		keys = [...keys, ...splitKeys(waiting)];
		waiting = '';
		if (isDraining) return;
		isDraining = true;
		afterEffects(drain);
	};
	const isPasteOpen = () => waiting.lastIndexOf(pasteStart) > waiting.lastIndexOf(pasteEnd);

	const onData = (chunk: string | Buffer) => {
		const text = chunk.toString();
		clearTimeout(timer);
		if (text === interrupt && isPasteOpen()) waiting += pasteEnd;
		waiting += text;
		if (isPasteOpen()) return;
		const isPasted = (splitKeys(waiting).at(-1) ?? '').length > pastedLength && !waiting.endsWith(pasteEnd);
		if (unfinishedSequence.test(waiting)) timer = setTimeout(flush, sequenceGapMilliseconds);
		else if (isPasted) timer = setTimeout(flush, pasteGapMilliseconds);
		else flush();
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
			clearTimeout(timer);
			terminal.off('data', onData);
			terminal.pause();
		},
	});
}
