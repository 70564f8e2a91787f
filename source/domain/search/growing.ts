import {type Hit, hitsIn, type Indexed, indexed} from './search.ts';

/** A search in all items that are there; those of the last time come first among them. */
export type GrowingSearch<Item> = (items: readonly Item[], query: string) => readonly Hit<Item>[];

/**
A search of a list that is still on its way. What a query found stays where it is, and what comes is found below that, so
that nothing moves under the eyes; asked for anew, or for something else, it is best first. An item is made ready once,
and looked at once for a query, whatever comes after it.
*/
export function growingSearch<Item>(namesOf: (item: Item) => readonly string[]): GrowingSearch<Item> {
	let index: readonly Indexed<Item>[] = [];
	let last: {readonly query: string; readonly count: number; readonly hits: readonly Hit<Item>[]} | undefined;
	return (items, query) => {
		const isLonger = index.every(({item}, at) => item === items[at]);
		const known = isLonger ? index : [];
		index = [...known, ...items.slice(known.length).map(item => indexed({item, names: namesOf(item)}))];
		const before = isLonger && last?.query === query ? last : {count: 0, hits: []};
		const hits = [...before.hits, ...hitsIn(index.slice(before.count), query)];
		last = {query, count: index.length, hits};
		return hits;
	};
}
