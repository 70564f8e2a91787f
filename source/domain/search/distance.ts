/** How many letters of a word may be wrong for it to be taken for another: none of a short one. */
const allowance = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/**
How many letters must be added, left out, replaced or swapped to make of the word any beginning of the text; infinity
where they are too many for a slip. What is typed may be the beginning of what is meant.
*/
export function distanceToStart(word: string, text: string): number {
	const limit = allowance(word.length);
	if (word.length > text.length + limit) return Number.POSITIVE_INFINITY;
	const last = distancesToStarts(word, text.slice(0, word.length + limit));
	const distance = Math.min(...last);
	return distance > limit ? Number.POSITIVE_INFINITY : distance;
}

/** How many letters must be added, left out, replaced or swapped with their neighbour to turn one text into the other. */
export const editDistance = (a: string, b: string): number => distancesToStarts(a, b).at(-1) ?? 0;

/** The same from the first text to each beginning of the second, the empty one first. */
function distancesToStarts(a: string, b: string): readonly number[] {
	let earlier: readonly number[] = [];
	let row: readonly number[] = Array.from({length: b.length + 1}, (_, column) => column);
	for (let line = 1; line <= a.length; line++) {
		const next = [line];
		for (let column = 1; column <= b.length; column++) {
			const isSame = a[line - 1] === b[column - 1];
			const isSwapped = a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1];
			next.push(
				Math.min(
					(row[column - 1] ?? 0) + (isSame ? 0 : 1),
					(row[column] ?? 0) + 1,
					(next[column - 1] ?? 0) + 1,
					isSwapped ? (earlier[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
				),
			);
		}
		earlier = row;
		row = next;
	}
	return row;
}
