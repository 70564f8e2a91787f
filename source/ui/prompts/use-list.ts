import {useMemo, useState} from 'react';
import {useLatest} from '../hooks/use-latest.ts';
import type {Action} from '../key-table.ts';
import {type Item, moved, type Pointer} from './list-rows.ts';

type State = {readonly query: string; readonly pointer: Pointer};

/**
Where one is in a list, and what narrows it. Without `find` it is never narrowed. `isAsked` after a choice with the
pointer nowhere.
*/
export function useList<Id extends string>(
	items: readonly Item<Id>[],
	{
		initial,
		hasDefault,
		find,
	}: {
		readonly initial: Id | undefined;
		readonly hasDefault: boolean;
		readonly find: ((query: string) => readonly Item<Id>[]) | undefined;
	},
) {
	const initialIndex = items.findIndex(item => item.id === initial);
	const nowhere: Pointer = hasDefault ? 0 : undefined;
	const [{query, pointer}, change] = useLatest<State>({
		query: '',
		pointer: initialIndex === -1 ? nowhere : initialIndex,
	});
	const [isAsked, setIsAsked] = useState(false);
	const search = useMemo(
		() => remembering((text: string) => (text === '' || !find ? items : find(text))),
		[items, find],
	);
	const shown = search(query);
	const itemAt = (state: State): Item<Id> | undefined =>
		state.pointer === undefined ? undefined : search(state.query)[state.pointer];
	return {
		query,
		shown,
		pointer: pointer === undefined ? undefined : Math.min(pointer, shown.length - 1),
		isAsked,
		filter: (text: string) => {
			change(latest => ({query: text, pointer: text === '' ? latest.pointer : 0}));
		},
		/** The item that is chosen now, if any. */
		choose(): Id | undefined {
			const item = itemAt(change(now => now));
			if (!item) setIsAsked(true);
			return item?.id;
		},
		/** The item that the pointer comes to, in a list of which `page` rows are seen. */
		move(action: Action, page: number): Id | undefined {
			setIsAsked(false);
			const next = change(latest => ({
				...latest,
				pointer: moved(latest.pointer, action, search(latest.query).length, page),
			}));
			return itemAt(next)?.id;
		},
	};
}

/** A function of one text that keeps its last answer: a list is searched once per query, not once per key. */
function remembering<Value>(compute: (text: string) => Value): (text: string) => Value {
	let last: {readonly text: string; readonly value: Value} | undefined;
	return text => {
		if (last?.text !== text) last = {text, value: compute(text)};
		return last.value;
	};
}
