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
	const codes = Array.from({length: b.length}, (_, index) => b.charCodeAt(index));
	let [earlier, row, next] = [0, 1, 2].map(() => codes.map((_, index) => index).concat(codes.length)) as [
		number[],
		number[],
		number[],
	];
	for (let line = 1; line <= a.length; line++) {
		const code = a.charCodeAt(line - 1);
		const codeBefore = a.charCodeAt(line - 2);
		let least = line;
		let left = line;
		next[0] = line;
		for (let column = 1; column <= codes.length; column++) {
			const isSame = code === codes[column - 1];
			const isSwapped = line > 1 && code === codes[column - 2] && codeBefore === codes[column - 1];
			const replaced = (row[column - 1] ?? 0) + (isSame ? 0 : 1);
			const added = Math.min((row[column] ?? 0) + 1, left + 1);
			left = Math.min(replaced, added, isSwapped ? (earlier[column - 2] ?? 0) + 1 : added);
			next[column] = left;
			least = Math.min(least, left);
		}
		if (least > limit) return [Number.POSITIVE_INFINITY];
		[earlier, row, next] = [row, next, earlier];
	}
	return row;
}
