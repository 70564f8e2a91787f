import {type Asked, askedIn, type Indexed, indexed, isWithin, type Looked, lookIn} from './search.ts';

/** A search in all items that are there; those of the last time come first among them. */
export type GrowingSearch<Item> = (items: readonly Item[], query: string) => readonly Item[];

/** What was found among the first so many. */
type Look<Item> = Looked<Item> & {
	readonly asked: Asked;
	readonly count: number;
	/** Whether the best come first, and nothing that came later stands below them. */
	readonly isRanked: boolean;
};

/** Who types one letter too many comes back to a query of before. */
const looksKept = 40;

/**
A search of a list that is still on its way. What a query found stays where it is, and what comes is found below that, so
that nothing moves under the eyes; asked for anew, or for something else, it is best first. An item is made ready once,
and looked at once for a query, whatever comes after it. Where more is typed, only what had the beginning is looked at.
*/
export function growingSearch<Item>(namesOf: (item: Item) => readonly string[]): GrowingSearch<Item> {
	const nothing: Look<Item> = {asked: askedIn(''), count: 0, found: [], best: [], isRanked: true};
	let known: readonly Item[] = [];
	let index: readonly Indexed<Item>[] = [];
	let looks: readonly Look<Item>[] = [];
	let last: string | undefined;
	const follow = (items: readonly Item[]) => {
		const isLonger = known.every((item, at) => item === items[at]);
		if (!isLonger) [index, looks, last] = [[], [], undefined];
		index = [...index, ...items.slice(index.length).map(item => indexed({item, names: namesOf(item)}))];
		known = items;
	};
	const widest = (asked: Asked): Look<Item> =>
		looks
			.filter(look => isWithin(asked, look.asked))
			.reduce((best, look) => (look.asked.letters.length > best.asked.letters.length ? look : best), nothing);
	return (items, query) => {
		if (items !== known) follow(items);
		const asked = askedIn(query);
		if (asked.words.length === 0) return items;
		const before = widest(asked);
		const fresh = lookIn(index.slice(before.count), asked);
		const isSame = before.count > 0 && before.asked.words.join() === asked.words.join();
		const older = isSame ? before : lookIn(before.found, asked);
		const found = [...older.found, ...fresh.found];
		const isAppended = last === query && fresh.found.length > 0;
		const isKnown = isSame && fresh.found.length === 0 && (before.isRanked || last === query);
		const best = isKnown
			? before.best
			: isAppended
				? [...older.best, ...fresh.best]
				: lookIn(found, asked).best;
		const isRanked = isKnown ? before.isRanked : !isAppended;
		looks = [{asked, count: index.length, found, best, isRanked}, ...looks].slice(0, looksKept);
		last = query;
		return best;
	};
}
