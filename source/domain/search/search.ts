import {once} from '../once.ts';
import {remembered} from '../remembered.ts';
import {type Beginnings, beginningsOf, slipsOf} from './distance.ts';
import {type Folded, folded, placed, type Range, wordsOf} from './folded.ts';

/** Something that is searched, by the names that it goes by; the first is the one that is shown. */
export type Entry<Item> = {readonly item: Item; readonly names: readonly string[]};

export type Hits<Item> = {
	/** Whether nothing has all that was typed, and these come nearest to it. */
	readonly isNearest: boolean;
	readonly items: readonly Item[];
};

/** How well a name fits, the best first. */
const fits = {whole: 0, start: 1, word: 2, part: 3, none: 4} as const;
type Fit = (typeof fits)[keyof typeof fits];

/** An entry made ready to be searched. */
export type Indexed<Item> = {
	readonly item: Item;
	readonly names: readonly Folded[];
	/** The letters of all names. What is not in these is in none. */
	readonly letters: string;
};

export function indexed<Item>({item, names: texts}: Entry<Item>): Indexed<Item> {
	const names = texts.map(folded);
	return {item, names, letters: names.map(({letters}) => letters).join('\n')};
}

/** What is searched for: its letters in a row, and its words. */
export type Asked = {readonly letters: string; readonly words: readonly string[]};

export function askedIn(query: string): Asked {
	const text = folded(query);
	return {letters: text.letters, words: wordsOf(text)};
}

/** Whether all that has the one has the other too, as when more was typed. */
export const isWithin = (asked: Asked, wider: Asked): boolean =>
	asked.letters.startsWith(wider.letters) &&
	wider.words.every((word, index) => asked.words[index]?.startsWith(word));

/**
A search among the entries, made ready once. Every word of the query has to be in a name, in any order, whatever the
case and accents: as its beginning, as that of a word, or as a part of one. Best first, then in the order of the
entries. Where nothing has them all, it is what a few wrong, missing or doubled letters make of them, the closest first,
up to `nearestCount`. The time of a search grows with the letters of all names.
*/
export function searchIn<Item>(entries: readonly Entry<Item>[]): (query: string) => Hits<Item> {
	const index = entries.map(indexed);
	const near = nearTo(index);
	return query => {
		const asked = askedIn(query);
		const items = lookIn(index, asked).best;
		if (items.length > 0 || asked.words.length === 0) return {isNearest: false, items};
		return {
			isNearest: true,
			// Looked for only where somebody asks: it takes far longer than to see that nothing has it all.
			get items() {
				return near(asked);
			},
		};
	};
}

/** What has every word that was asked for: in the order of the entries, and its items best first. */
export type Looked<Item> = {readonly found: readonly Indexed<Item>[]; readonly best: readonly Item[]};

export function lookIn<Item>(index: readonly Indexed<Item>[], asked: Asked): Looked<Item> {
	const found: Indexed<Item>[] = [];
	const byFit: Item[][] = Object.values(fits).map(() => []);
	for (const entry of index) {
		const fit = fitOf(asked, entry);
		if (fit === fits.none) continue;
		found.push(entry);
		byFit[fit]?.push(entry.item);
	}
	return {found, best: byFit.flat()};
}

function fitOf({letters, words}: Asked, {names, letters: all}: Indexed<unknown>): Fit {
	if (words.length === 0) return fits.part;
	if (!words.every(word => all.includes(word))) return fits.none;
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

/** Where words that were searched for stand in a name that is shown. */
export function rangesIn(shown: string, words: readonly string[]): readonly Range[] {
	if (words.length === 0) return [];
	const name = placed(shown);
	return joined(
		words.flatMap(word => {
			const at = placeOf(word, name);
			return at === undefined ? [] : name.places.slice(at, at + word.length);
		}),
	);
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
const beginningsIn = ({names}: Indexed<unknown>): Beginnings =>
	beginningsOf(names.flatMap(({letters, starts}) => starts.map(start => letters.slice(start))));

/** What a few wrong, missing or doubled letters make of the entries, the closest first. */
export function nearTo<Item>(index: readonly Indexed<Item>[]): (asked: Asked) => readonly Item[] {
	const ready = once(() => index.map(entry => [entry, beginningsIn(entry)] as const));
	// Most words of a query are those of the query before.
	const wrongWith = remembered(wrongOf, 10);
	const nearest = remembered(query => {
		const wrongIn = wrongLetters(query.split(' '), wrongWith);
		const near: {readonly entry: Indexed<Item>; readonly wrong: number}[] = [];
		for (const [entry, beginnings] of ready()) {
			const wrong = wrongIn(entry, beginnings);
			if (wrong !== Number.POSITIVE_INFINITY) near.push({entry, wrong});
		}
		return near
			.sort((a, b) => a.wrong - b.wrong)
			.slice(0, nearestCount)
			.map(({entry}) => entry.item);
	});
	return ({words}) => nearest(words.join(' '));
}

type WrongIn = (entry: Indexed<unknown>, beginnings: Beginnings) => number;

/** How many letters are wrong in an entry, of the words each by itself or of all of them as one. */
function wrongLetters(words: readonly string[], wrongWith: (word: string) => WrongIn): WrongIn {
	// Of long words the fewest entries have anything, and one that is not there at all is enough.
	const each = words.toSorted((a, b) => b.length - a.length).map(wrongWith);
	const asOne = words.length === 1 ? undefined : wrongWith(words.join(''));
	return (entry, beginnings) => {
		let apart = 0;
		for (const wrong of each) {
			if (apart === Number.POSITIVE_INFINITY) break;
			apart += wrong(entry, beginnings);
		}
		return asOne && apart > 0 ? Math.min(apart, asOne(entry, beginnings)) : apart;
	};
}

function wrongOf(word: string): WrongIn {
	const slips = slipsOf(word);
	return ({names, letters}, beginnings) => {
		const isThere = letters.includes(word) && names.some(name => placeOf(word, name) !== undefined);
		return isThere ? 0 : slips(beginnings);
	};
}
