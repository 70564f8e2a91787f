import type {Key} from 'ink';

/** A line being edited, by what a person sees as one character, with the cursor before `cursor`. */
export type Line = {readonly characters: readonly string[]; readonly cursor: number};

export type Edit =
	| {readonly kind: 'insert'; readonly text: string}
	| {
			readonly kind:
				| 'left'
				| 'right'
				| 'word-left'
				| 'word-right'
				| 'start'
				| 'end'
				| 'backspace'
				| 'delete'
				| 'kill-word'
				| 'kill-to-start'
				| 'kill-to-end';
	  };

let segmenter: Intl.Segmenter | undefined;

/** The text as the characters a person sees. Plain ASCII, the usual case, needs no table of Unicode. */
export function charactersOf(text: string): readonly string[] {
	if (/^[\x20-\x7e]*$/.test(text)) return text.split('');
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return Array.from(segmenter.segment(text), ({segment}) => segment);
}

export const lineOf = (text: string): Line => {
	const characters = charactersOf(text);
	return {characters, cursor: characters.length};
};

export const textIn = (line: Line): string => line.characters.join('');

const isSpace = (character: string | undefined): boolean => character !== undefined && /^\s$/.test(character);

function wordStart({characters, cursor}: Line): number {
	let index = cursor;
	while (index > 0 && isSpace(characters[index - 1])) index--;
	while (index > 0 && !isSpace(characters[index - 1])) index--;
	return index;
}

function wordEnd({characters, cursor}: Line): number {
	let index = cursor;
	while (index < characters.length && isSpace(characters[index])) index++;
	while (index < characters.length && !isSpace(characters[index])) index++;
	return index;
}

const cut = ({characters}: Line, from: number, to: number): Line => ({
	characters: [...characters.slice(0, from), ...characters.slice(to)],
	cursor: from,
});

export function edited(line: Line, edit: Edit): Line {
	const {characters, cursor} = line;
	switch (edit.kind) {
		case 'insert': {
			const before = charactersOf(characters.slice(0, cursor).join('') + edit.text);
			return {characters: [...before, ...characters.slice(cursor)], cursor: before.length};
		}
		case 'left':
			return {...line, cursor: Math.max(0, cursor - 1)};
		case 'right':
			return {...line, cursor: Math.min(characters.length, cursor + 1)};
		case 'word-left':
			return {...line, cursor: wordStart(line)};
		case 'word-right':
			return {...line, cursor: wordEnd(line)};
		case 'start':
			return {...line, cursor: 0};
		case 'end':
			return {...line, cursor: characters.length};
		case 'backspace':
			return cut(line, Math.max(0, cursor - 1), cursor);
		case 'delete':
			return cut(line, cursor, cursor + 1).characters.length === characters.length
				? line
				: cut(line, cursor, cursor + 1);
		case 'kill-word':
			return cut(line, wordStart(line), cursor);
		case 'kill-to-start':
			return cut(line, 0, cursor);
		case 'kill-to-end':
			return {characters: characters.slice(0, cursor), cursor};
	}
}

const controlEdits: Readonly<Record<string, Edit['kind']>> = {
	a: 'start',
	e: 'end',
	b: 'left',
	f: 'right',
	h: 'backspace',
	d: 'delete',
	k: 'kill-to-end',
	u: 'kill-to-start',
	w: 'kill-word',
};

const wordEdits: Readonly<Record<string, Edit['kind']>> = {b: 'word-left', f: 'word-right'};

/** The edit that a key stands for, with the keys of every shell; nothing for keys that edit nothing. */
export function editOf(input: string, key: Key): Edit | undefined {
	const isWord = key.ctrl || key.meta;
	if (key.leftArrow) return {kind: isWord ? 'word-left' : 'left'};
	if (key.rightArrow) return {kind: isWord ? 'word-right' : 'right'};
	if (key.home) return {kind: 'start'};
	if (key.end) return {kind: 'end'};
	if (key.backspace) return {kind: isWord ? 'kill-word' : 'backspace'};
	if (key.delete) return {kind: 'delete'};
	if (key.ctrl || key.meta) {
		const kind = (key.ctrl ? controlEdits : wordEdits)[input];
		return kind === undefined || kind === 'insert' ? undefined : {kind};
	}
	const isNothing =
		key.tab || key.escape || key.return || key.upArrow || key.downArrow || key.pageUp || key.pageDown;
	return isNothing || input === '' ? undefined : {kind: 'insert', text: input};
}

/** The part of a line that fits the width, in terminal cells, and the cursor's cell in it. */
export function windowOf(
	line: Line,
	width: number,
	widthOf: (text: string) => number,
): {readonly text: string; readonly cursor: number} {
	let start = line.cursor;
	let used = 0;
	while (start > 0 && used + widthOf(line.characters[start - 1] ?? '') < width) {
		start--;
		used += widthOf(line.characters[start] ?? '');
	}
	let end = line.cursor;
	let total = used;
	while (end < line.characters.length && total + widthOf(line.characters[end] ?? '') < width) {
		total += widthOf(line.characters[end] ?? '');
		end++;
	}
	return {text: line.characters.slice(start, end).join(''), cursor: used};
}
