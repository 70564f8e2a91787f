/**
Terminal input as single keys. One read of a terminal may hold many keys, and Ink hands all of them over
before React renders once; components that read rendered state would then act on an old one.

Nothing is lost or changed: the pieces joined are the input. A piece is a whole bracketed paste, an escape
sequence, a control character, or a run of text. Text with line breaks in it stays one piece, because that
is how a paste without brackets looks, and a paste must never press Enter. Ctrl+C is always a piece of its own,
except in a paste.
*/
export function splitKeys(input: string): readonly string[] {
	return input.match(piece) ?? [];
}

export const esc = '\u001b';
export const pasteStart = `${esc}[200~`;
export const pasteEnd = `${esc}[201~`;
export const interrupt = '\u0003';

const piece = new RegExp(
	[
		`${esc}\\[200~[^]*?(?:${esc}\\[201~|$)`, // a paste, or its beginning
		`${esc}(?=${esc}\\[200~)`, // Escape right before a paste
		`${esc}?${esc}\\[[235678]\\$`, // rxvt: Shift with Insert, Delete and the like
		`${esc}?${esc}\\[\\[?[0-9:;<=>?]*[ -/]*[@-~]`, // CSI: arrows, Home, End, function keys
		`${esc}?${esc}O[0-9;]*[A-Za-z]`, // SS3: arrows and function keys in application mode
		`${esc}[^${esc}${interrupt}]`, // Alt with a key
		esc,
		'[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001a\\u001c-\\u001f\\u007f]', // Ctrl with a key, Backspace
		'\\t(?=$|\\u001b)', // Tab alone; inside of text it belongs to a paste
		'[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]+', // text, with its tabs and line breaks
	].join('|'),
	'gu',
);
