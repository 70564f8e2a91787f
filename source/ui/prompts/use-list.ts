import {useMemo, useRef, useState} from 'react';
import {remembered} from '../../domain/remembered.ts';
import {wordsIn} from '../../domain/search/folded.ts';
import {useLatest} from '../hooks/use-latest.ts';
import type {Action} from '../key-table.ts';
import {type Item, moved, nextWithLetter, type Pointer} from './list-rows.ts';

/** The pointer keeps to its item where others come or go around it. */
type State<Id> = {readonly query: string; readonly pointed: Id | undefined};

/**
Where one is in a list, and what narrows it. Without `find` it is never narrowed. `isAsked` after a choice with the
pointer nowhere.
*/
export function useList<Id extends string>(
	items: readonly Item<Id>[],
	{
		initial,
		initialQuery,
		hasDefault,
		find,
	}: {
		readonly initial: Id | undefined;
		/** What the list is narrowed by at first. It was not typed here, so the pointer is nowhere. */
		readonly initialQuery: string;
		readonly hasDefault: boolean;
		readonly find: ((query: string) => readonly Item<Id>[]) | undefined;
	},
) {
	const nowhere = hasDefault ? items[0]?.id : undefined;
	const [{query, pointed}, change] = useLatest<State<Id>>({
		query: initialQuery,
		pointed: initialQuery !== '' ? undefined : items.some(item => item.id === initial) ? initial : nowhere,
	});
	const [isAsked, setIsAsked] = useState(false);
	// What nobody typed here is replaced by what is typed, and not added to.
	const isUntouched = useRef(initialQuery !== '');
	const search = useMemo(
		() => remembered(text => (isNothing(text) || !find ? items : find(text)), 1),
		[items, find],
	);
	const pointerOf = (state: State<Id>): Pointer => {
		const index = search(state.query).findIndex(({id}) => id === state.pointed);
		return index === -1 ? undefined : index;
	};
	const itemAt = (state: State<Id>): Item<Id> | undefined => {
		const pointer = pointerOf(state);
		return pointer === undefined ? undefined : search(state.query)[pointer];
	};
	const movedTo = (to: (shown: readonly Item<Id>[], pointer: Pointer) => Pointer): Id | undefined => {
		setIsAsked(false);
		const next = change(latest => {
			const shown = search(latest.query);
			const pointer = to(shown, pointerOf(latest));
			return {...latest, pointed: pointer === undefined ? undefined : shown[pointer]?.id};
		});
		return itemAt(next)?.id;
	};
	return {
		query,
		shown: search(query),
		pointer: pointerOf({query, pointed}),
		isAsked,
		filter: (given: string) => {
			const isAdded = isUntouched.current && given !== initialQuery && given.startsWith(initialQuery);
			const text = isAdded ? given.slice(initialQuery.length) : given;
			isUntouched.current = false;
			change(latest => ({
				query: text,
				pointed: isNothing(text) ? (latest.pointed ?? nowhere) : search(text)[0]?.id,
			}));
		},
		/** The item that is chosen now, if any. */
		choose(): Id | undefined {
			const item = itemAt(change(now => now));
			if (!item) setIsAsked(true);
			return item?.id;
		},
		/** The item that the pointer comes to, in a list of which `page` rows are seen. */
		move: (action: Action, page: number): Id | undefined =>
			movedTo((shown, pointer) => moved(pointer, action, shown.length, page)),
		/** The item that the pointer comes to by the first letter of its label. */
		moveTo: (letter: string): Id | undefined =>
			movedTo((shown, pointer) =>
				nextWithLetter(
					shown.map(({label}) => label),
					pointer,
					letter,
				),
			),
	};
}

/** Whether a query asks for nothing: it has neither a letter nor a digit. */
const isNothing = (query: string): boolean => wordsIn(query).length === 0;
