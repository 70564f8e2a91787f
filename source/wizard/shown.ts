import {mask} from '../domain/secret.ts';
import type {Context} from '../domain/values/kind.ts';
import {holdsSecret} from '../domain/values/secret-runs.ts';
import {shownInvisible} from '../domain/values/signs.ts';

/** In UTF-16 units: as much of a value as a line of review shows. */
const longest = 300;

/**
A value as it may be shown on one line, with everything in it told apart: what cannot be seen is escaped, as
`\u{200b}`, and so are spaces at its edges and accents above others, which would be drawn over the lines around.
*/
export function shownValue(text: string): string {
	const start = text.slice(0, longest).toWellFormed();
	const shown = shownInvisible(text.length > longest ? start : text)
		.replace(/^ +| +$/g, escaped)
		.replace(/(?<=\p{M}{2})\p{M}+/gu, escaped);
	return text.length > longest ? `${shown}…` : shown;
}

const escaped = (signs: string): string =>
	Array.from(signs, sign => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join('');

/** The same with a mask in its place where it may be a secret, or holds one. */
export const shownUnlessSecret = (text: string, context: Context | undefined): string =>
	holdsSecret(text, context) ? mask : shownValue(text);
