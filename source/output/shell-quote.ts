import {unseen} from '../domain/values/signs.ts';

const plain = /^[A-Za-z0-9_@%+:,./-]+$/;

const special = new RegExp(`[\\\\'!]|${unseen.source}`, 'gu');

/**
A text as one word of a POSIX shell. Plain words stay as they are. What cannot be seen is written as its bytes in
`$'…'`, which bash, zsh and POSIX of 2024 know, so that a value from elsewhere never acts on the terminal that
shows it. A NUL, which no command line can hold, is left out.
*/
export function quoted(text: string): string {
	if (plain.test(text)) return text;
	if (text.search(unseen) === -1) return `'${text.replaceAll("'", `'\\''`)}'`;
	return `$'${text.toWellFormed().replaceAll('\0', '').replace(special, bytesOf)}'`;
}

const bytesOf = (sign: string): string =>
	Array.from(new TextEncoder().encode(sign), byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
