/** The items that have a key in common, by that key, in the order of their first. Those without a key are left out. */
export function alikeBy<Item>(
	items: readonly Item[],
	keyOf: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		if (key === undefined) continue;
		const group = groups.get(key) ?? [];
		group.push(item);
		groups.set(key, group);
	}
	return groups;
}

/** Does something with each of the items, so many of them at once. */
export async function eachOf<Item>(
	items: readonly Item[],
	atOnce: number,
	act: (item: Item) => Promise<void>,
): Promise<void> {
	const queue = items.values();
	async function work(): Promise<void> {
		for (const item of queue) await act(item);
	}
	await Promise.all(Array.from({length: Math.min(atOnce, items.length)}, work));
}
