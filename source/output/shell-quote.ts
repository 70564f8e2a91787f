const plain = /^[A-Za-z0-9_@%+:,./-]+$/;

// What a terminal does not show as a sign of its own: controls, bidi marks, joiners, spaces that look like others.
const unseen = /\p{C}|[^\P{Z} ]|\p{Variation_Selector}/u;
const special = /[\\'!]|\p{C}|[^\P{Z} ]|\p{Variation_Selector}/gu;

/**
A text as one word of a POSIX shell. Plain words stay as they are. What cannot be seen is written as its bytes in
`$'…'`, which bash, zsh and POSIX of 2024 know, so that a value from elsewhere never acts on the terminal that
shows it. A NUL, which no command line can hold, is left out.
*/
export function quoted(text: string): string {
	if (plain.test(text)) return text;
	if (!unseen.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
	return `$'${text.toWellFormed().replaceAll('\0', '').replace(special, bytesOf)}'`;
}

const bytesOf = (sign: string): string =>
	Array.from(new TextEncoder().encode(sign), byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
