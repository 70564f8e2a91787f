import stringWidth from 'string-width';

let segmenter: Intl.Segmenter | undefined;

/** The text in no more than so many columns of a terminal, with `…` for what was cut off. No sign is cut apart. */
export function cut(text: string, width: number): string {
	if (stringWidth(text) <= width) return text;
	segmenter ??= new Intl.Segmenter();
	let head = '';
	let room = width - 1;
	for (const {segment} of segmenter.segment(text)) {
		room -= stringWidth(segment);
		if (room < 0) break;
		head += segment;
	}
	return width < 1 ? '' : `${head.trimEnd()}…`;
}
