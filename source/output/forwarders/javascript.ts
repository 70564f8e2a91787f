import {prose} from '../wrapping.ts';
import {audienceRows, forwardedProviders, placeRows} from './destinations.ts';
import {type Heading, headingLines} from './heading.ts';

// What the files in JavaScript share. Their module names stand in double quotes.

const width = 100;

const pairs = (rows: readonly (readonly [string, string])[]): readonly string[] =>
	rows.map(([from, to]) => `  ["${from}", "${to}"],`);

const plainTables = [
	'const places = [',
	...pairs(placeRows),
	'];',
	'const providers = [',
	...prose(`  ${forwardedProviders.map(slug => `"${slug}",`).join(' ')}`, width, '  '),
	'];',
	'',
	'// Every path that is forwarded, and where to. No other one is, however it is spelled.',
	'const targets = new Map();',
	'for (const [place, junction] of places)',
	'  for (const provider of providers)',
	'    targets.set("/" + place + "/" + provider, junction + "/connect/" + provider);',
];

const sharedTables = [
	'// Your callbacks that Junction shares, each with its provider. Put in your own paths, and take out the rest.',
	'const callbacks = new Map([',
	...pairs(forwardedProviders.map(slug => [`/callback/${slug}`, slug])),
	']);',
	'',
	"// The audiences that Junction's link tokens name, and where each leads.",
	'const audiences = new Map([',
	...pairs(audienceRows),
	']);',
];

const always = [
	'const reads = ["GET", "HEAD"];',
	'const always = { "cache-control": "no-store", "referrer-policy": "no-referrer" };',
];

const plainAnswer = [
	'// Status and headers of the answer. Path and query are as they came.',
	'function answerTo(method, path, query) {',
	'  const target = targets.get(path);',
	'  if (target === undefined) return { status: 404, headers: always };',
	'  if (!reads.includes(method)) return { status: 405, headers: { ...always, allow: reads.join(", ") } };',
	'  return { status: 307, headers: { ...always, location: target + query } };',
	'}',
];

const sharedAnswer = [
	"// Status and headers of the answer to what is Junction's; undefined for what is yours. Path and query are as",
	'// they came.',
	'function answerTo(method, path, query) {',
	'  const provider = callbacks.get(path);',
	'  const junction = audiences.get(audienceIn(query));',
	'  if (provider === undefined || junction === undefined) return undefined;',
	'  if (!reads.includes(method)) return undefined;',
	'  return { status: 307, headers: { ...always, location: junction + "/connect/" + provider + query } };',
	'}',
	'',
	'// What the state names as its audience, where it has the form of a link token. It is read from a copy of the',
	'// query, and nothing is verified: it tells whose request this seems to be. Let nothing else follow from it.',
	'function audienceIn(query) {',
	'  const states = new URLSearchParams(query).getAll("state");',
	'  const parts = states.length === 1 ? states[0].split(".") : [];',
	'  if (parts.length !== 3 || !/^[A-Za-z0-9_-]+$/.test(parts[1])) return undefined;',
	'  try {',
	'    return JSON.parse(atob(parts[1].replaceAll("-", "+").replaceAll("_", "/"))).aud;',
	'  } catch {',
	'    return undefined;',
	'  }',
	'}',
];

/** A file: its heading, its imports, the tables and the answer, and what the platform does with that. */
export function javascriptFile(
	heading: Omit<Heading, 'sign'>,
	{imports = [], plain, shared}: {readonly imports?: readonly string[]} & Record<'plain' | 'shared', string>,
	isShared: boolean,
): string {
	const parts = [
		headingLines({...heading, sign: '//'}, isShared),
		imports,
		isShared ? sharedTables : plainTables,
		always,
		isShared ? sharedAnswer : plainAnswer,
		[(isShared ? shared : plain).trim()],
	];
	return `${parts
		.filter(lines => lines.length > 0)
		.map(lines => lines.join('\n'))
		.join('\n\n')}\n`;
}
