import {type Asked, askedIn, type Hit, having, hitsIn, type Indexed, indexed, isWithin} from './search.ts';

/** A search in all items that are there; those of the last time come first among them. */
export type GrowingSearch<Item> = (items: readonly Item[], query: string) => readonly Hit<Item>[];

/** What was found among the first so many, in their order. */
type Look<Item> = {readonly asked: Asked; readonly count: number; readonly found: readonly Indexed<Item>[]};

/** Who types one letter too many comes back to a query of before. */
const looksKept = 40;

/**
A search of a list that is still on its way. What a query found stays where it is, and what comes is found below that, so
that nothing moves under the eyes; asked for anew, or for something else, it is best first. An item is made ready once,
and looked at once for a query, whatever comes after it. Where more is typed, only what had the beginning is looked at.
*/
export function growingSearch<Item>(namesOf: (item: Item) => readonly string[]): GrowingSearch<Item> {
	let known: readonly Item[] = [];
	let index: readonly Indexed<Item>[] = [];
	let looks: readonly Look<Item>[] = [];
	let last: {readonly query: string; readonly hits: readonly Hit<Item>[]} | undefined;
	const widerThan = (asked: Asked): Look<Item> =>
		looks
			.filter(look => isWithin(asked, look.asked))
			.reduce((best, look) => (look.asked.letters.length > best.asked.letters.length ? look : best), {
				asked: askedIn(''),
				count: 0,
				found: [],
			});
	return (items, query) => {
		if (items !== known) {
			const isLonger = known.every((item, at) => item === items[at]);
			if (!isLonger) [index, looks, last] = [[], [], undefined];
			index = [...index, ...items.slice(index.length).map(item => indexed({item, names: namesOf(item)}))];
			known = items;
		}
		const asked = askedIn(query);
		const wider = widerThan(asked);
		const fresh = having(index.slice(wider.count), asked);
		const found = [...having(wider.found, asked), ...fresh];
		const isSame = last?.query === query;
		const hits = isSame ? [...(last?.hits ?? []), ...hitsIn(fresh, asked)] : hitsIn(found, asked);
		looks = [{asked, count: index.length, found}, ...looks].slice(0, looksKept);
		last = {query, hits};
		return hits;
	};
}
