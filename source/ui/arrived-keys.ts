import {esc, interrupt, pasteEnd, pasteStart, splitKeys} from './split-keys.ts';

/** What input comes to: the keys that are whole, and an end of it that the next chunk may go on with. */
export type ArrivedKeys = {
	readonly keys: readonly string[];
	readonly rest: string;
	/** How long the rest is waited for; without it, until it has come. */
	readonly patience?: number;
};

/** Text that arrives faster than fingers type is a paste, and the rest of it may still be on its way. */
const pastedLength = 8;

/** Milliseconds. A slow line cuts a sequence anywhere; that a person pressed Escape, though, is to be seen at once. */
const patience = {paste: 25, escape: 20, sequence: 200, interruptedPaste: 200} as const;

/** Tells the keys that are whole from an end that is not. */
export function arrivedKeys(input: string): ArrivedKeys {
	// A long paste comes in many chunks, and is not read from its beginning at each of them.
	const keys = input.startsWith(pasteStart) && !input.includes(pasteEnd) ? [input] : splitKeys(input);
	const last = keys.at(-1) ?? '';
	const held = (rest: string, milliseconds?: number): ArrivedKeys => ({
		keys: splitKeys(input.slice(0, input.length - rest.length)),
		rest,
		...(milliseconds === undefined ? {} : {patience: milliseconds}),
	});
	if (isOpenPaste(last)) return held(last, last.includes(interrupt) ? patience.interruptedPaste : undefined);
	const [sequence] = unfinished.exec(input) ?? [];
	if (sequence) return held(sequence, isBarely(sequence) ? patience.escape : patience.sequence);
	// Return held down comes in runs too, where the way is slow. Kept back, all of it would be one that nobody held down.
	const isPasted = last.length > pastedLength && !last.startsWith(esc) && !/^[\r\n]+$/.test(last);
	return isPasted ? held(last, patience.paste) : {keys, rest: ''};
}

/**
What a rest is once nothing more of it is waited for. A paste ends before the Ctrl+C in it; what follows may have
an unfinished end of its own.
*/
export function givenUp(rest: string): ArrivedKeys {
	const at = isOpenPaste(rest) ? rest.indexOf(interrupt) : -1;
	if (at === -1) return {keys: splitKeys(rest), rest: ''};
	const after = arrivedKeys(rest.slice(at));
	return {...after, keys: [rest.slice(0, at) + pasteEnd, ...after.keys]};
}

const isOpenPaste = (text: string): boolean => text.startsWith(pasteStart) && !text.endsWith(pasteEnd);

/** An end that could be the beginning of an escape sequence, such as the mark before a paste. */
const unfinished = new RegExp(`${esc}{1,2}(?!\\[[235678]\\$$)(?:\\[\\[?[0-9:;<=>?]*[ -/]*|O[0-9;]*)?$`, 'u');

const isBarely = (sequence: string): boolean => !sequence.includes('[');

/** Whether Ink keeps the key back for a while, and would take the next one for the rest of it. */
export const isKeptByInk = (key: string): boolean => unfinished.exec(key)?.index === 0;

/** More keys than anybody types ahead. */
const backlog = 20;

/**
The keys that wait, without those before the last Ctrl+C where they are very many: whoever presses it is not to wait
until a torrent has been read, and a terminal forgets at Ctrl+C what nobody has read yet, too.
*/
export function withoutTorrent(keys: readonly string[]): readonly string[] {
	let from = keys.lastIndexOf(interrupt);
	if (from <= backlog) return keys;
	while (keys[from - 1] === interrupt) from--;
	return keys.slice(from);
}
