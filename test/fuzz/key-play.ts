import {bracketed, keys} from '../support/keys.ts';
import {type Random, randomOf} from './random.ts';

/** One thing that happens to the program: bytes of the terminal in one piece, a new size, or a pause. */
export type Play =
	| {readonly kind: 'write'; readonly bytes: string}
	| {readonly kind: 'resize'; readonly columns: number; readonly rows: number}
	| {readonly kind: 'pause'; readonly milliseconds: number};

/** A whole run: where the wizard begins, what happens, and how it is told to end. */
export type KeyRun = {
	readonly start: Start;
	readonly plays: readonly Play[];
	/** Pieces that hold two Ctrl+C with nothing typed between them. */
	readonly ending: readonly string[];
};

export type Start = 'organization' | 'key' | 'team' | 'fields' | 'review';

const starts = ['organization', 'key', 'team', 'fields', 'fields', 'review'] as const;

/** Two Ctrl+C alone, in one piece, and glued to what may come before and after them. */
const endings = [
	[keys.ctrlC, keys.ctrlC],
	[keys.ctrlC + keys.ctrlC],
	[`x${keys.ctrlC}${keys.ctrlC}`],
	[`some longer text${keys.ctrlC}${keys.ctrlC}`],
	[`${keys.ctrlC}${keys.ctrlC}y`],
	[`x${keys.ctrlC}`, `${keys.ctrlC}y`],
	[`${keys.escape}${keys.ctrlC}${keys.ctrlC}`],
	[`${keys.escape}[${keys.ctrlC}${keys.ctrlC}`],
	[`${keys.escape}O${keys.ctrlC}`, keys.ctrlC],
	[`${keys.escape}[200${keys.ctrlC}`, keys.ctrlC],
	[`${keys.enter}${keys.ctrlC}${keys.ctrlC}`],
] as const;

const sizes = [
	{columns: 80, rows: 24},
	{columns: 20, rows: 10},
	{columns: 200, rows: 50},
	{columns: 40, rows: 12},
] as const;

/** The run that follows from the seed, of about so many keys. */
export function keyRunOf(seed: number, keyCount: number): KeyRun {
	const random = randomOf(seed);
	const start = random.pick(starts);
	const plays: Play[] = [];
	for (let count = 0; count < keyCount; ) {
		const tokens = Array.from({length: 1 + (random.happens(0.3) ? random.below(8) : 0)}, () =>
			tokenOf(random),
		);
		count += tokens.length;
		for (const bytes of cut(tokens.join(''), random)) {
			plays.push({kind: 'write', bytes});
			plays.push(...between(random));
		}
	}
	return {start, plays, ending: random.pick(endings)};
}

function tokenOf(random: Random): string {
	const roll = random.next();
	if (roll < 0.3) return random.pick(commonKeys);
	if (roll < 0.6) return random.pick(Object.values(keys) as [string, ...string[]]);
	if (roll < 0.7) return textOf(random);
	if (roll < 0.8) return bracketed(textOf(random));
	if (roll < 0.86) return random.pick(fragments);
	if (roll < 0.96) return String.fromCharCode(random.below(0x20));
	return random.pick(replies);
}

const commonKeys = [keys.enter, keys.down, keys.up, keys.escape, keys.tab, keys.space] as const;

/** Beginnings and ends of sequences by themselves, as a slow line or a broken terminal sends them. */
const fragments = [
	'\u001b[200~',
	'\u001b[201~',
	'\u001b[200',
	'[200~',
	'~',
	'\u001b[',
	'\u001bO',
	'\u001b\u001b',
	'\u001b\u001b[200~',
	'\u001b[200~\u001b[200~',
	'\u001b]0;title',
	'\u001bP',
] as const;

/** What terminals send of themselves: focus, mouse, positions, colours. */
const replies = [
	'\u001b[I',
	'\u001b[O',
	'\u001b[12;40R',
	'\u001b[<0;10;10M',
	'\u001b]11;rgb:0000/0000/0000\u0007',
	'\u001b[?62;c',
	'\u001b[99;5u',
] as const;

const alphabet = [
	'a',
	'Z',
	'7',
	' ',
	'-',
	'?',
	'\r',
	'\n',
	'\t',
	'é',
	'漢',
	'👍',
	'\u0301',
	'\u0003',
] as const;

function textOf(random: Random): string {
	const length = random.happens(0.05) ? 5000 : 1 + random.below(40);
	return Array.from({length}, () => random.pick(alphabet)).join('');
}

/** The bytes in one piece or cut anywhere, also inside of a sequence. */
function cut(bytes: string, random: Random): readonly string[] {
	if (!random.happens(0.25)) return [bytes];
	const at = random.below(bytes.length + 1);
	return [bytes.slice(0, at), bytes.slice(at)].filter(piece => piece !== '');
}

function between(random: Random): readonly Play[] {
	const roll = random.next();
	if (roll < 0.5) return [];
	if (roll < 0.85) return [{kind: 'pause', milliseconds: random.below(8)}];
	if (roll < 0.97) return [{kind: 'pause', milliseconds: random.below(60)}];
	if (roll < 0.98) return [{kind: 'pause', milliseconds: 250}];
	return [{kind: 'resize', ...random.pick(sizes)}];
}
