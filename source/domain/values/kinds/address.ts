import {isLoopback} from '../../api-generation.ts';
import {type Edit, eachMatch, without} from '../edits.ts';
import {type Finding, foundAt, foundBy, foundIf, type Kind} from '../kind.ts';

// Addresses are read, not only parsed: what `URL` takes in silence and changes, a provider compares byte for byte.

const toHttps = (start: number, end: number): readonly Edit[] => [{start, end, replacement: 'https://'}];

const bareHost = /^(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}(?=$|[:/?#])/;

/** Another way of writing `https://`: twice, in capitals, with a slash or the colon missing, or not at all. */
function oddScheme(text: string): readonly Edit[] {
	const twice = /^(?:https?:\/\/)+(?=https?:\/\/)/i.exec(text);
	if (twice) return [without(0, twice[0].length)];
	if (/^https?:\/\/(?!\/)/.test(text)) return [];
	const odd = /^(https?)(?::\/*|\/\/)/i.exec(text);
	if (odd) return [{start: 0, end: odd[0].length, replacement: `${odd[1]?.toLowerCase()}://`}];
	return bareHost.test(text) && !/^localhost\b/i.test(text) ? toHttps(0, 0) : [];
}

const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

function plainHttp(text: string): Finding | undefined {
	if (!text.startsWith('http://')) return undefined;
	const url = parsed(text);
	return url && !isLoopback(url) ? {index: 0, edits: toHttps(0, 7)} : undefined;
}

const hostOf = (text: string): {readonly start: number; readonly host: string} | undefined => {
	const [whole = '', start = '', host = ''] = /^(https?:\/\/(?:[^/?#@]*@)?)([^/?#]*)/.exec(text) ?? [];
	return whole === '' ? undefined : {start: start.length, host: host.replace(/:\d{1,5}$/, '')};
};

const plainHost =
	/^(?:(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?|\[::1\])$/;

/** A host of letters, digits, dots and hyphens; an international name is what is asked of the name system. */
function oddHost(text: string): Finding | undefined {
	const found = hostOf(text);
	// What stands for something still to be filled in is told of for itself.
	if (!found || found.host === '' || found.host.length > 253 || /[\s*{}\\]/.test(found.host))
		return undefined;
	const {start, host} = found;
	if (plainHost.test(host)) return undefined;
	const meant = parsed(`https://${host}/`)?.hostname;
	const isOffered = meant !== undefined && /\P{ASCII}/u.test(host) && plainHost.test(meant);
	return isOffered
		? {index: start, edits: [{start, end: start + host.length, replacement: meant}]}
		: {index: start};
}

function unreadable(text: string): Finding | undefined {
	const isWeb = /^https?:\/\//.test(text);
	const url = parsed(text);
	const hasHost = (hostOf(text)?.host ?? '') !== '' && (hostOf(text)?.host.length ?? 0) <= 253;
	return foundIf((text !== '' && !isWeb) || url === undefined || !hasHost);
}

const signIn = (text: string): Finding | undefined => {
	const index = /^https?:\/\/[^/?#]*@/.exec(text)?.[0].length;
	return index === undefined ? undefined : {index: index - 1};
};

const emptyFragment = (text: string): readonly Edit[] => {
	const [end = ''] = /#+$/.exec(text.slice(-100)) ?? [];
	return end === '' ? [] : [without(text.length - end.length, text.length)];
};

/** What no address holds as it is, by RFC 3986, less what has a doubt of its own; brackets stand around a host alone. */
const neverInAddress = /["<>^`|]|(?<!^https?:\/\/)\[|(?<!^https?:\/\/\[[0-9a-f:.]{2,45})\]/i;

const lastMarks = /["'<>`)\]}|]{1,100}$/;
const pairs = {')': '(', ']': '[', '}': '{'} as const;

/** Whether the mark at the end belongs to an earlier one: a bracket that was opened, a quote that was begun. */
function isClosing(text: string): boolean {
	const last = text.at(-1) ?? '';
	const count = (sign: string): number => text.split(sign).length - 1;
	if (last === "'") return count("'") % 2 === 0;
	const opening = Object.entries(pairs).find(([closing]) => closing === last)?.[1];
	return opening !== undefined && count(opening) >= count(last);
}

/** At the end they were around the address, and go; anywhere else only a person knows what was meant. */
function oddMarks(text: string): Finding | undefined {
	if (!/^https?:\/\//.test(text)) return undefined;
	const [end = ''] = isClosing(text) ? [] : (lastMarks.exec(text.slice(-100)) ?? []);
	const start = text.length - end.length;
	const index = text.slice(0, start).search(neverInAddress);
	if (index !== -1) return {index};
	return end === '' ? undefined : foundBy([without(start, text.length)]);
}

/** Names that a shell or a program was to replace. A query may have names that begin with a $, as OData's. */
const filledIn = /\$[A-Za-z_]\w*(?![\w=])|\$\(|%(?![0-9A-F]{2})[A-Z][A-Z0-9_]{0,60}%/;

const roles = ['url'] as const;

/** In their order: what is repaired first makes the next readable. */
export const addressKinds = [
	{
		code: 'url-backslash',
		severity: 'ask',
		roles,
		find: text => foundBy(eachMatch(text, /\\\/?/g, () => '/')),
	},
	{code: 'url-scheme', severity: 'ask', roles, find: text => foundBy(oddScheme(text))},
	{code: 'url-not-https', severity: 'refuse', roles, find: plainHttp},
	{code: 'url-empty-fragment', severity: 'ask', roles, find: text => foundBy(emptyFragment(text))},
	{code: 'url-fragment', severity: 'refuse', roles, find: text => foundAt(text, /#/)},
	{code: 'url-sign-in', severity: 'refuse', roles, find: signIn},
	{code: 'url-host', severity: 'ask', roles, find: oddHost},
	{code: 'url-marks', severity: 'ask', mayLose: true, roles, find: oddMarks},
	{code: 'url-reference', severity: 'ask', roles, find: text => foundAt(text, filledIn)},
	{code: 'url-wildcard', severity: 'ask', roles, find: text => foundAt(text, /\*/)},
	{code: 'url-braces', severity: 'ask', roles, find: text => foundAt(text, /[{}]/)},
	{code: 'url-unreadable', severity: 'refuse', roles, find: unreadable},
] as const satisfies readonly Kind[];
