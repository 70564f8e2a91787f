/** A text as it is searched: its letters and digits alone, bare of case and accents. */
export type Folded = {
	/** All words in a row, without anything between them. */
	readonly letters: string;
	/** Where each word begins in `letters`. */
	readonly starts: readonly number[];
};

/** With where each of the letters stands in the text as it was, and where the text behind it goes on. */
export type Placed = Folded & {readonly places: readonly Range[]};

/** From the first UTF-16 unit up to the one behind the last. */
export type Range = readonly [from: number, to: number];

/** Letters that Unicode takes for letters of their own, as those search for them whose keyboard lacks them. */
const ownLetters: Readonly<Record<string, string>> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	ı: 'i',
	ŧ: 't',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
};

/** A text bare of case and accents. */
export const unaccented = (text: string): string =>
	Array.from(
		text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
		sign => ownLetters[sign] ?? sign,
	).join('');

const bareOfNew = (sign: string): string => unaccented(sign).replace(/[^\p{L}\p{N}]+/gu, '');

/** Texts have few signs, and many of each. */
const known = new Map<string, string>();

function bareOf(sign: string): string {
	const bare = known.get(sign) ?? bareOfNew(sign);
	known.set(sign, bare);
	return bare;
}

/** The text is nearly always of signs that are as they are: then it is done in a tenth of the time. */
export function folded(text: string): Folded {
	if (/[^\0-\x7f]/.test(text)) return placed(text);
	const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	const starts: number[] = [];
	let letters = '';
	for (const word of words) {
		starts.push(letters.length);
		letters += word;
	}
	return {letters, starts};
}

export function placed(text: string): Placed {
	const [letters, places, starts]: [string[], Range[], number[]] = [[], [], []];
	let isInWord = false;
	let from = 0;
	for (const sign of text) {
		const to = from + sign.length;
		const bare = bareOf(sign);
		if (bare !== '' && !isInWord) starts.push(letters.length);
		for (const letter of bare) {
			letters.push(letter);
			places.push([from, to]);
		}
		// A mark of its own belongs to the letter before it.
		isInWord = bare !== '' || (isInWord && /\p{M}/u.test(sign));
		from = to;
	}
	return {letters: letters.join(''), places, starts};
}

/** The words of a folded text. */
export const wordsOf = ({letters, starts}: Folded): readonly string[] =>
	starts.map((start, index) => letters.slice(start, starts[index + 1]));

/** The words of a text, bare of case, accents and punctuation. */
export const wordsIn = (text: string): readonly string[] => wordsOf(folded(text));
