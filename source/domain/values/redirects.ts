import {shownInvisible} from './signs.ts';

/** More than anybody compares by eye. */
const shownUris = 5;

/**
What is different about the redirect URIs of a document, compared byte for byte with the one to register, or with the
customer's `own`, where users return first. Nothing where it names none, or where none is known.
*/
export function redirectDifference(
	found: readonly string[],
	needed: string | undefined,
	own: readonly string[] = [],
): string | undefined {
	if (found.length === 0 || needed === undefined) return undefined;
	if (found.some(uri => uri === needed || own.includes(uri))) return undefined;
	const rest = found.length - shownUris;
	const named = found.slice(0, shownUris).map(shownInvisible).join(', ');
	const more = rest > 0 ? ` and ${rest} more` : '';
	return `The redirect URI to register is not in it: ${shownInvisible(needed)}. In it: ${named}${more}.`;
}
