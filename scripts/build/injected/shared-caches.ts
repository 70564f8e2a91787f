type Caches = Readonly<Record<'widths' | 'blockWidths' | 'styledChars', ReadonlyMap<string, unknown>>>;

/** Of texts in a cache: some hundred frames of a large terminal. What was typed is in them, so it is not kept for long. */
const limit = 2000;

let caches: Caches | undefined;

/** The caches of the frames before; new ones where there are none, or once one of them is full. */
export function shared(make: new () => Caches): Caches {
	const isFull = caches && Object.values(caches).some(({size}) => size > limit);
	if (!caches || isFull) caches = new make();
	return caches;
}
