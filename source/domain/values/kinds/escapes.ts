import {type Edit, eachMatch} from '../edits.ts';
import {foundBy, identifiers, type Kind} from '../kind.ts';

// Ways of writing a sign that stand in a value instead of it.

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
};

const htmlEscapes = (text: string): readonly Edit[] =>
	eachMatch(text, /&(?:#\d{1,6}|#x[0-9a-f]{1,5}|amp|lt|gt|quot|apos|nbsp);/gi, signOf);

function signOf(entity: string): string {
	const name = entity.slice(1, -1).toLowerCase();
	if (!name.startsWith('#')) return entities[name] ?? entity;
	return String.fromCodePoint(
		name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
	);
}

/** Escapes of the signs that base64, addresses and forms have: by chance they hardly ever stand in a value. */
const likelyEscapes = /%(?:2[06BF]|3[AD])/i;

/** What a URL may hold without escapes, beside the escapes themselves. */
const isUrlEncoded = (text: string): boolean =>
	/^(?:[\w.~!*'()-]|%[0-9a-f]{2})+$/i.test(text) && decoded(text) !== undefined;

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** A run of escapes that is no UTF-8 is none. */
function urlEscapes(text: string): readonly Edit[] {
	if (!text.includes('%') || !(likelyEscapes.test(text) || isUrlEncoded(text))) return [];
	const edits = eachMatch(text, /(?:%[0-9a-f]{2})+/gi, found => decoded(found) ?? found);
	return edits.filter(({start, end, replacement}) => replacement !== text.slice(start, end));
}

/** A whole address that was encoded to be a part of another one. */
const encodedAddress = (text: string): readonly Edit[] => (/^https?%3A/i.test(text) ? urlEscapes(text) : []);

const controls: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t'};

/** Any other backslash is clean. */
const backslashEscapes = (text: string): readonly Edit[] =>
	eachMatch(text, /\\(?:[nrt]|u[0-9a-fA-F]{4})/g, found => {
		const sign = found.charAt(1);
		if (sign === 'u') return String.fromCharCode(Number.parseInt(found.slice(2), 16));
		return controls[sign] ?? found;
	});

export const escapeKinds = [
	{code: 'html-escape', severity: 'ask', find: text => foundBy(htmlEscapes(text))},
	{
		code: 'url-escape',
		severity: 'ask',
		mayLose: true,
		roles: identifiers,
		find: text => foundBy(urlEscapes(text)),
	},
	{code: 'encoded-address', severity: 'ask', roles: ['url'], find: text => foundBy(encodedAddress(text))},
	{
		code: 'backslash-escape',
		severity: 'ask',
		mayLose: true,
		roles: identifiers,
		find: text => foundBy(backslashEscapes(text)),
	},
] as const satisfies readonly Kind[];
