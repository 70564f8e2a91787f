/** How many letters of a word may be wrong for it to be taken for another: none of a short one. */
const allowance = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/** Texts that a word may be the beginning of, and which letters they have, each a bit of 32: of one, and of all together. */
export type Beginnings = {
	readonly letters: number;
	readonly texts: readonly {readonly text: string; readonly letters: number}[];
};

export function beginningsOf(all: readonly string[]): Beginnings {
	const texts = all.map(text => ({text, letters: lettersOf(text)}));
	return {letters: texts.reduce((some, {letters}) => some | letters, 0), texts};
}

const lettersOf = (text: string): number => {
	let letters = 0;
	for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
	return letters;
};

function bitsIn(letters: number): number {
	let count = 0;
	for (let rest = letters; rest !== 0; rest &= rest - 1) count++;
	return count;
}

/**
How many letters must be added, left out, replaced or swapped to make of the word any beginning of a text, at the least of
all texts; infinity where they are too many for a slip. What is typed may be the beginning of what is meant. Most texts
lack more letters of the word than may be wrong, and are not compared; of what begins alike one is.
*/
export function slipsOf(word: string): (beginnings: Beginnings) => number {
	const limit = allowance(word.length);
	const wanted = lettersOf(word);
	const known = new Map<string, number>();
	const lacks = (letters: number): boolean => bitsIn(wanted & ~letters) > limit;
	return beginnings => {
		let least = Number.POSITIVE_INFINITY;
		if (lacks(beginnings.letters)) return least;
		for (const {text, letters} of beginnings.texts) {
			if (word.length > text.length + limit || lacks(letters)) continue;
			const start = text.slice(0, word.length + limit);
			const slips = known.get(start) ?? Math.min(...distancesToStarts(word, start, limit));
			known.set(start, slips);
			least = Math.min(least, slips);
		}
		return least > limit ? Number.POSITIVE_INFINITY : least;
	};
}

/** How many letters must be added, left out, replaced or swapped with their neighbour to turn one text into the other. */
export const editDistance = (a: string, b: string): number => distancesToStarts(a, b).at(-1) ?? 0;

/**
The same from the first text to each beginning of the second, the empty one first. Nothing but infinity is given where
all are above the limit.
*/
function distancesToStarts(a: string, b: string, limit = Number.POSITIVE_INFINITY): readonly number[] {
	let earlier: readonly number[] = [];
	let row: readonly number[] = Array.from({length: b.length + 1}, (_, column) => column);
	for (let line = 1; line <= a.length; line++) {
		const next = [line];
		let least = line;
		for (let column = 1; column <= b.length; column++) {
			const isSame = a[line - 1] === b[column - 1];
			const isSwapped = a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1];
			const distance = Math.min(
				(row[column - 1] ?? 0) + (isSame ? 0 : 1),
				(row[column] ?? 0) + 1,
				(next[column - 1] ?? 0) + 1,
				isSwapped ? (earlier[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			);
			next.push(distance);
			least = Math.min(least, distance);
		}
		if (least > limit) return [Number.POSITIVE_INFINITY];
		earlier = row;
		row = next;
	}
	return row;
}
