const source = '^\\p{RGI_Emoji}$';
let pattern: RegExp | undefined;

/**
Whether a grapheme cluster is an emoji "recommended for general interchange" (Unicode, UTS #51), as
`/^\p{RGI_Emoji}$/v` tells. That pattern lists thousands of sequences, which takes 10 to 20 ms to compile. A single
UTF-16 unit is in the list exactly if it has emoji presentation, a short list, so most text never needs the long one.
*/
export function isRgiEmoji(cluster: string): boolean {
	if (cluster.length === 1) return /^\p{Emoji_Presentation}$/u.test(cluster);
	pattern ??= new RegExp(source, 'v');
	return pattern.test(cluster);
}
