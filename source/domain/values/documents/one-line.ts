import {isValueName, readName, strongNames} from '../names.ts';

const wordsOfShells = '(?:export|set|env|-e|--env|-d|--data|-F|and|&&)';
const shellWord = new RegExp(`^${wordsOfShells}$`, 'i');

/** A name that can mean nothing else, with the sign behind it, where it begins a line or stands behind a separator. */
const namedPart = new RegExp(
	`(?<=^|[\\s,;|{(])(?:${wordsOfShells}\\s+)?["'\`*]{0,3}[\\w.-]{0,60}(?:${strongNames})["'\`*]{0,3}\\s{0,9}[=:]`,
	'gi',
);
const separatorsBehind = new RegExp(`(?:[\\s,;|]+(?:${wordsOfShells}|[/·–—-]))?[\\s,;|]*$`, 'i');

/**
A line of several values as a line of each: `CLIENT_ID=a CLIENT_SECRET=b`, `client_id=a&client_secret=b`, and
`Client ID: a, client secret: b`. Any other line as it is.
*/
export const onePerValue = (line: string): readonly string[] =>
	(/[=:].*[=:]/.test(line) && (assignments(line) ?? parameters(line) ?? namedParts(line))) || [line];

/** Of a shell: nothing but names with their values. */
function assignments(line: string): readonly string[] | undefined {
	const pairs = line
		.trim()
		.split(/\s+/)
		.filter(word => !shellWord.test(word));
	if (pairs.length < 2 || !pairs.every(isPair)) return undefined;
	return pairs.map((pair, index) => (index < pairs.length - 1 ? pair.replace(/[,;]$/, '') : pair));
}

/** Of a request: its parameters, as they are written. */
function parameters(line: string): readonly string[] | undefined {
	const pairs = line.trim().replace(/^\?/, '').split('&');
	if (pairs.length < 2 || !pairs.every(pair => /^[A-Za-z_][\w.-]*=\S*$/.test(pair))) return undefined;
	return pairs.filter(pair => readName(nameOf(pair))).length >= 2 ? pairs : undefined;
}

const nameOf = (pair: string): string => pair.slice(0, Math.max(0, pair.indexOf('=')));

const isPair = (pair: string): boolean => isValueName(nameOf(pair)) && !/\s/.test(pair);

function namedParts(line: string): readonly string[] | undefined {
	// JSON in the midst of something else, as Kubernetes keeps it of what was applied.
	if (/^\s*\{\s*"/.test(line)) return undefined;
	const starts = Array.from(line.matchAll(namedPart), ({index}) => index);
	const [first = 0] = starts;
	if (starts.length < 2) return undefined;
	const parts = starts.map((start, index) => {
		const next = starts[index + 1];
		return next === undefined ? line.slice(start) : line.slice(start, next).replace(separatorsBehind, '');
	});
	const before = line.slice(0, first);
	return before.trim() === '' ? parts : [before, ...parts];
}
