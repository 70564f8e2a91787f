import {type Beginning, beginningOf, distanceToStarts} from './distance.ts';
import {type Folded, folded, type Range, wordsIn, wordsOf} from './folded.ts';

/** Something that is searched, by the names that it goes by; the first is the one that is shown. */
export type Entry<Item> = {readonly item: Item; readonly names: readonly string[]};

/** What was found, and where the letters that were typed stand in the name that is shown. */
export type Hit<Item> = {readonly item: Item; readonly ranges: readonly Range[]};

export type Hits<Item> = {
	/** Whether nothing has all that was typed, and these come nearest to it. */
	readonly isNearest: boolean;
	readonly hits: readonly Hit<Item>[];
};

/** How well a name fits, the best first. */
const fits = {whole: 0, start: 1, word: 2, part: 3, none: 4} as const;
type Fit = (typeof fits)[keyof typeof fits];

/** An entry made ready to be searched. */
export type Indexed<Item> = {readonly item: Item; readonly names: readonly Folded[]};

export const indexed = <Item>({item, names}: Entry<Item>): Indexed<Item> => ({
	item,
	names: names.map(folded),
});

/**
A search among the entries, made ready once. Every word of the query has to be in a name, in any order, whatever the
case and accents: as its beginning, as that of a word, or as a part of one. Best first, then in the order of the
entries. Where nothing has them all, it is what a few wrong, missing or doubled letters make of them, the closest first,
up to `nearestCount`. The time of a search grows with the letters of all names.
*/
export function searchIn<Item>(entries: readonly Entry<Item>[]): (query: string) => Hits<Item> {
	const index = entries.map(indexed);
	let beginnings: readonly (readonly Beginning[])[] | undefined;
	return query => {
		const words = wordsIn(query);
		const hits = hitsIn(index, query);
		if (hits.length > 0 || words.length === 0) return {isNearest: false, hits};
		let nearest: readonly Hit<Item>[] | undefined;
		return {
			isNearest: true,
			// Looked for only where somebody asks: it takes far longer than to see that nothing has it all.
			get hits() {
				beginnings ??= index.map(beginningsIn);
				nearest ??= nearestIn(index, beginnings, words);
				return nearest;
			},
		};
	};
}

/** Those that have every word of the query, best first. */
export function hitsIn<Item>(index: readonly Indexed<Item>[], query: string): readonly Hit<Item>[] {
	const asked = folded(query);
	const words = wordsOf(asked);
	return index
		.map(entry => ({entry, fit: fitOf(asked, words, entry)}))
		.filter(({fit}) => fit !== fits.none)
		.sort((a, b) => a.fit - b.fit)
		.map(({entry}) => hitOf(entry, words));
}

function fitOf({letters}: Folded, words: readonly string[], {names}: Indexed<unknown>): Fit {
	if (words.length === 0) return fits.part;
	if (names.some(name => name.letters === letters)) return fits.whole;
	if (names.some(name => name.letters.startsWith(letters))) return fits.start;
	return words.reduce<Fit>((worst, word) => {
		const fit = worst === fits.none ? worst : wordFit(word, names);
		return fit > worst ? fit : worst;
	}, fits.word);
}

function wordFit(word: string, names: readonly Folded[]): Fit {
	const places = names.map(name => ({name, place: placeOf(word, name)}));
	if (places.some(({name, place}) => place !== undefined && name.starts.includes(place))) return fits.word;
	return places.some(({place}) => place !== undefined) ? fits.part : fits.none;
}

/** Where the word stands in a name: where a word of it begins, or else within one. */
function placeOf(word: string, {letters, starts}: Folded): number | undefined {
	let within: number | undefined;
	for (let at = letters.indexOf(word); at !== -1; at = letters.indexOf(word, at + 1)) {
		if (starts.includes(at)) return at;
		const isInOneWord = !starts.some(start => start > at && start < at + word.length);
		if (isInOneWord) within ??= at;
	}
	return within;
}

function hitOf<Item>({item, names: [shown]}: Indexed<Item>, words: readonly string[]): Hit<Item> {
	if (!shown) return {item, ranges: []};
	const ranges = words.flatMap(word => {
		const at = placeOf(word, shown);
		return at === undefined ? [] : shown.places.slice(at, at + word.length);
	});
	return {item, ranges: joined(ranges)};
}

/** The ranges in order, those that meet or overlap as one. */
function joined(ranges: readonly Range[]): readonly Range[] {
	const all: Range[] = [];
	for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
		const last = all.at(-1);
		if (last && from <= last[1]) all.splice(-1, 1, [last[0], Math.max(last[1], to)]);
		else all.push([from, to]);
	}
	return all;
}

const nearestCount = 5;

/** What a word may be the beginning of: the names, from each word of them on. */
const beginningsIn = ({names}: Indexed<unknown>): readonly Beginning[] =>
	names.flatMap(({letters, starts}) => starts.map(start => beginningOf(letters.slice(start))));

function nearestIn<Item>(
	index: readonly Indexed<Item>[],
	beginnings: readonly (readonly Beginning[])[],
	words: readonly string[],
): readonly Hit<Item>[] {
	return index
		.map((entry, at) => ({entry, distance: distanceOf(entry, beginnings[at] ?? [], words)}))
		.filter(({distance}) => distance !== Number.POSITIVE_INFINITY)
		.sort((a, b) => a.distance - b.distance)
		.slice(0, nearestCount)
		.map(({entry}) => hitOf(entry, words));
}

/** How many letters are wrong, of the words each by itself or of all of them as one. */
function distanceOf(
	{names}: Indexed<unknown>,
	beginnings: readonly Beginning[],
	words: readonly string[],
): number {
	const wrongIn = (word: string): number =>
		names.some(name => placeOf(word, name) !== undefined) ? 0 : distanceToStarts(word, beginnings);
	const apart = words.reduce(
		(sum, word) => (sum === Number.POSITIVE_INFINITY ? sum : sum + wrongIn(word)),
		0,
	);
	return words.length === 1 ? apart : Math.min(apart, wrongIn(words.join('')));
}
