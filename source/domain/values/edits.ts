import type {Mapped} from '../escapes.ts';

/** A change of a text: what stands from `start` up to `end`, in UTF-16 units, becomes the replacement. */
export type Edit = {readonly start: number; readonly end: number; readonly replacement: string};

/** A text before any edit. */
export const unedited = (text: string): Mapped => ({text, placeOf: index => index});

/**
The text after edits, which are in order and do not overlap. What a replacement is made of is placed where the
replaced text began, so that a place in the result is one in the text that it was made from.
*/
export function edited({text, placeOf}: Mapped, edits: readonly Edit[]): Mapped {
	const parts: string[] = [];
	const places: number[] = [];
	let end = 0;
	const keepUntil = (next: number) => {
		parts.push(text.slice(end, next));
		for (let index = end; index < next; index++) places.push(placeOf(index));
	};
	for (const edit of edits) {
		keepUntil(edit.start);
		parts.push(edit.replacement);
		for (let unit = 0; unit < edit.replacement.length; unit++) places.push(placeOf(edit.start));
		end = edit.end;
	}
	keepUntil(text.length);
	const last = placeOf(text.length);
	return {text: parts.join(''), placeOf: index => places[index] ?? last};
}

/** The edit that takes a part away. */
export const without = (start: number, end: number): Edit => ({start, end, replacement: ''});

/** The edits that leave only what is between; `start` and `end` are units of a text of this length. */
export const onlyBetween = (start: number, end: number, length: number): readonly Edit[] =>
	[without(0, start), without(end, length)].filter(edit => edit.start < edit.end);

/** One edit for each match of a pattern that is global. */
export const eachMatch = (
	text: string,
	pattern: RegExp,
	replacementOf: (found: string) => string = () => '',
): readonly Edit[] =>
	Array.from(text.matchAll(pattern), ({0: found, index}) => ({
		start: index,
		end: index + found.length,
		replacement: replacementOf(found),
	}));
