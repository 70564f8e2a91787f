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
	const lookFor = (asked: Asked, isRepeated: boolean): Look<Item> => {
		const before = widest(asked);
		const rest = index.slice(before.count);
		const isSame = before.count > 0 && before.asked.words.join() === asked.words.join();
		const now = {asked, count: index.length};
		if (isSame && rest.length === 0 && (isRepeated || before.isRanked)) return before;
		if (!isSame || !isRepeated) return {...now, ...lookIn([...before.found, ...rest], asked), isRanked: true};
		const fresh = lookIn(rest, asked);
		return {
			...now,
			found: [...before.found, ...fresh.found],
			best: [...before.best, ...fresh.best],
			isRanked: before.isRanked && fresh.found.length === 0,
		};
	};
	return (items, query) => {
		if (items !== known) follow(items);
		const asked = askedIn(query);
		if (asked.words.length === 0) return items;
		const look = lookFor(asked, last === query);
		looks = [look, ...looks.filter(one => one !== look)].slice(0, looksKept);
		last = query;
		return look.best;
	};
}
