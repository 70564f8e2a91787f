import {wordsIn} from '../../domain/search/folded.ts';
import {visiblePart} from '../frame.ts';
import type {Action} from '../key-table.ts';

export type Item<Id extends string = string> = {
	readonly id: Id;
	readonly label: string;
	/** Whether it is done, said by a sign before the label. All items of a list have one, or none. */
	readonly isDone?: boolean;
	/** Whether its label is a name, in which the letters that are searched for are marked. */
	readonly isNamed?: true;
	/** Said beside the label, quietly. The details of all items stand below each other. */
	readonly detail?: string;
	/** What tells items of one name apart, at the end of the line. */
	readonly end?: string;
	/** The heading that this item and those after it stand under. */
	readonly group?: string;
};

/** The heading of what comes near to a query that nothing matches. */
export const nearestGroup = 'Nothing has all of that. The nearest:';

/** Where a list's pointer is: on no row until the person moves, where nothing may be a default. */
export type Pointer = number | undefined;

/** The pointer after a key, in a list of `count` items of which `page` are seen at once. It never wraps around. */
export function moved(pointer: Pointer, action: Action, count: number, page: number): Pointer {
	const last = count - 1;
	if (count === 0) return undefined;
	const at = pointer ?? (action === 'up' || action === 'last' ? count : -1);
	switch (action) {
		case 'up':
			return Math.max(0, at - 1);
		case 'down':
			return Math.min(last, at + 1);
		case 'page-up':
			return Math.max(0, at - page);
		case 'page-down':
			return Math.min(last, Math.max(0, at) + page);
		case 'first':
			return 0;
		case 'last':
			return last;
		default:
			return pointer;
	}
}

/** The next item after the pointer that begins with the letter, from the top again after the last one. */
export function nextWithLetter(labels: readonly string[], pointer: Pointer, letter: string): Pointer {
	const [asked] = wordsIn(letter);
	if (asked === undefined) return pointer;
	const from = (pointer ?? -1) + 1;
	const order = labels.map((_, step) => (from + step) % labels.length);
	return (
		order.find(index =>
			wordsIn(labels[index] ?? '')
				.join('')
				.startsWith(asked),
		) ?? pointer
	);
}

/** Whether a key is one letter and nothing else. Digits are none: nothing is numbered by its place. */
export const isLetter = (input: string): boolean => /^\p{L}$/u.test(input);

export type Row<Id extends string> =
	| {readonly kind: 'heading'; readonly text: string}
	| {readonly kind: 'item'; readonly item: Item<Id>; readonly index: number};

/** The rows that are drawn: the items around the pointer with their headings, as many as fit. */
export function rowsAround<Id extends string>(
	items: readonly Item<Id>[],
	pointer: Pointer,
	height: number,
): readonly Row<Id>[] {
	// Of thousands without a heading only those are looked at that are drawn.
	if (!items.some(({group}) => group !== undefined)) {
		const {from, to} = visiblePart(items.length, pointer ?? 0, height);
		return items.slice(from, to).map((item, at) => ({kind: 'item', item, index: from + at}));
	}
	const rows = items.flatMap((item, index): readonly Row<Id>[] => {
		const row = {kind: 'item', item, index} as const;
		const isNewGroup = item.group !== undefined && item.group !== items[index - 1]?.group;
		return isNewGroup ? [{kind: 'heading', text: item.group ?? ''}, row] : [row];
	});
	const chosen = rows.findIndex(row => row.kind === 'item' && row.index === (pointer ?? 0));
	const {from, to} = visiblePart(rows.length, Math.max(0, chosen), height);
	return rows.slice(from, to);
}
