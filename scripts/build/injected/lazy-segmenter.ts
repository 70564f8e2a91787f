/** What the patched packages use of `Intl.Segmenter`. */
type Segmenter = {
	segment(
		text: string,
	): Iterable<Intl.SegmentData> & {containing(index?: number): Intl.SegmentData | undefined};
};

/**
Text in which every UTF-16 unit is a cluster of its own: Latin, punctuation, arrows, lines, blocks and the signs of
terminal apps. No sign of these sets ever joins another; carriage return is missing because it joins a line feed.
*/
const simple =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: escape and bell begin and end terminal sequences
	/^[\n\u0007\u001B\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2500-\u25FC\u2713-\u2718\u276E-\u2771]*$/;

let full: Intl.Segmenter | undefined;

/** A segmenter of grapheme clusters that loads Unicode's tables only for text that needs them. */
export const lazySegmenter = (): Segmenter => ({
	segment(text) {
		if (simple.test(text)) return unitsOf(text);
		full ??= new Intl.Segmenter();
		return full.segment(text);
	},
});

function unitsOf(text: string): ReturnType<Segmenter['segment']> {
	const unitAt = (index: number) => ({segment: text.charAt(index), index, input: text});
	return {
		*[Symbol.iterator]() {
			for (let index = 0; index < text.length; index++) yield unitAt(index);
		},
		containing: (index = 0) => (index >= 0 && index < text.length ? unitAt(Math.trunc(index)) : undefined),
	};
}
