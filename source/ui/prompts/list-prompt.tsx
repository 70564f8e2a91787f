import {Box, type Key, Text} from 'ink';
import {useMemo} from 'react';
import {wordsIn} from '../../domain/search/folded.ts';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import {useResting} from '../hooks/use-resting.ts';
import type {Action, KeyWords} from '../key-table.ts';
import type {Remark} from '../layout.ts';
import {Rail} from '../rail.tsx';
import {RemarkRows, useBelow, useInside} from '../remarks.tsx';
import {FilterLine} from './filter-line.tsx';
import {type Item, isLetter} from './list-rows.ts';
import {indentIn, ListView} from './list-view.tsx';
import {useList} from './use-list.ts';

const moves: readonly Action[] = ['up', 'down', 'page-up', 'page-down', 'first', 'last'];

type ListPromptProps<Id extends string> = {
	readonly items: readonly Item<Id>[];
	readonly initial?: Id | undefined;
	/** What the list is narrowed by at first. */
	readonly initialQuery?: string;
	readonly hasDefault?: boolean;
	readonly find?: (query: string) => readonly Item<Id>[];
	/** Told with what narrowed the list, and whether Return was held down. */
	readonly onChoose: (id: Id, query: string, isHeld: boolean) => void;
	readonly onBack?: (() => void) | undefined;
	/** More keys, for the item that the pointer is on. */
	readonly bindingsFor?: (id: Id | undefined) => Bindings;
	/** Said at the end of the filter line, such as how many there are. */
	readonly status?: (shown: readonly Item<Id>[]) => string;
	readonly words?: KeyWords;
	/** Told which item the pointer moved to. */
	readonly onPoint?: (id: Id | undefined) => void;
	/** Told which item the pointer rests on, and nothing where it left that. */
	readonly onRest?: (id: Id | undefined) => void;
	/** Said below the list, above the footer. */
	readonly below?: readonly Remark[];
	/** More below it, about the item that the pointer is on. */
	readonly belowFor?: (id: Id | undefined) => readonly Remark[];
	/** Said right below the item that the pointer is on, as a part of it. */
	readonly insideFor?: (id: Id | undefined) => readonly Remark[];
};

/**
A list of any length, of which only the rows that fit are drawn. With `find` one types to filter it; without it a letter
moves the pointer to the next item that begins with it, and never chooses. Where nothing may be a default, the pointer is
nowhere until the person moves it.
*/
export function ListPrompt<Id extends string>({
	items,
	initial,
	initialQuery = '',
	hasDefault = true,
	find,
	onChoose,
	onBack,
	bindingsFor,
	status,
	words = {next: 'choose'},
	onPoint,
	onRest,
	below = [],
	belowFor = () => [],
	insideFor = () => [],
}: ListPromptProps<Id>) {
	const {openHelp, frame} = useConversation();
	const list = useList(items, {initial, initialQuery, hasDefault, find});
	const {query, shown, pointer} = list;
	const searched = useMemo(() => (find ? wordsIn(query) : []), [find, query]);
	const pointed = pointer === undefined ? undefined : shown[pointer]?.id;
	useResting(onRest && pointed, onRest);
	const remarks = [...(list.isAsked ? [asked] : []), ...below, ...belowFor(pointed)];
	const {said, rows: left} = useBelow(remarks, find ? 1 : 0);
	const {said: inside, rows} = useInside(insideFor(pointed), left, indentIn(frame));
	const choose = (isHeld: boolean) => {
		const id = list.choose();
		if (id !== undefined) onChoose(id, query, isHeld);
	};
	const move = (action: Action) => () => {
		const id = list.move(action, rows);
		onPoint?.(id);
	};
	const typed = (input: string, key: Key) => {
		if (find || !isLetter(input) || key.ctrl || key.meta) return;
		const id = list.moveTo(input);
		onPoint?.(id);
	};
	const keys: Bindings = {
		...Object.fromEntries(moves.map(action => [action, move(action)])),
		next: choose,
		back: query === '' ? onBack : () => list.filter(''),
		clear: find ? () => list.filter('') : undefined,
		question: find ? undefined : openHelp,
		...bindingsFor?.(pointed),
	};
	useKeys(keys, typed);
	return (
		<Box flexDirection="column">
			<Rail>
				{find && <FilterLine query={query} onChange={list.filter} status={status?.(shown) ?? ''} />}
				<ListView items={shown} pointer={pointer} rows={rows} searched={searched} inside={inside} />
				{shown.length === 0 && <Text dimColor>Nothing matches. Esc clears the filter.</Text>}
				<RemarkRows rows={said} />
			</Rail>
			<Footer
				actions={boundActions(keys).filter(action => action !== 'clear')}
				words={{...words, ...(query === '' ? {} : {back: ['clear filter', 'clear']})}}
			/>
		</Box>
	);
}

const asked: Remark = {tone: 'warning', text: 'Choose with ↑ ↓, then press Enter.'};
