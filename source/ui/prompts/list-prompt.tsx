import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import {useLatest} from '../hooks/use-latest.ts';
import type {Action} from '../key-table.ts';
import type {Remark} from '../layout.ts';
import {RemarkRows, useLayout, useRowsLeft} from '../remarks.tsx';
import {glyphs, theme} from '../theme.ts';
import {FilterLine} from './filter-line.tsx';
import {type Item, moved, type Pointer, type Row, rowsAround} from './list-rows.ts';

type State = {readonly query: string; readonly pointer: Pointer};

const moves: readonly Action[] = ['up', 'down', 'page-up', 'page-down', 'first', 'last'];

/**
A list of any length, of which only the rows that fit are drawn. With `find` one types to filter it. Where
nothing may be a default, the pointer is nowhere until the person moves it.
*/
export function ListPrompt<Id extends string>({
	items,
	initial,
	hasDefault = true,
	find,
	onChoose,
	onBack,
	bindingsFor,
	status,
	words = {next: 'choose'},
	onPoint,
	below = [],
}: {
	readonly items: readonly Item<Id>[];
	readonly initial?: Id | undefined;
	readonly hasDefault?: boolean;
	readonly find?: (query: string) => readonly Item<Id>[];
	readonly onChoose: (id: Id) => void;
	readonly onBack?: (() => void) | undefined;
	/** More keys, for the item that the pointer is on. */
	readonly bindingsFor?: (id: Id | undefined) => Bindings;
	/** Said beside the filter line, such as how many there are. */
	readonly status?: (shown: readonly Item<Id>[]) => string;
	readonly words?: {readonly [Name in Action]?: string};
	/** Told which item the pointer moved to. */
	readonly onPoint?: (id: Id | undefined) => void;
	/** Said below the list, above the footer. */
	readonly below?: readonly Remark[];
}) {
	const {openHelp} = useConversation();
	const initialIndex = items.findIndex(item => item.id === initial);
	const nowhere: Pointer = hasDefault ? 0 : undefined;
	const [state, change] = useLatest<State>({
		query: '',
		pointer: initialIndex === -1 ? nowhere : initialIndex,
	});
	const [isAsked, setIsAsked] = useState(false);
	const search = useMemo(
		() => remembering((query: string) => (query === '' || !find ? items : find(query))),
		[items, find],
	);
	const shown = search(state.query);
	const pointer = state.pointer === undefined ? undefined : Math.min(state.pointer, shown.length - 1);
	const rows = useRowsLeft() - (find ? 1 : 0);
	const said = useLayout()([...(isAsked ? [asked] : []), ...below], Math.max(1, rows - leastRows));
	const listRows = Math.max(1, rows - said.length);

	const filter = (query: string) => change(latest => ({query, pointer: query === '' ? latest.pointer : 0}));
	const choose = () => {
		const latest = change(now => now);
		const item = latest.pointer === undefined ? undefined : search(latest.query)[latest.pointer];
		if (item) onChoose(item.id);
		else setIsAsked(true);
	};
	const move = (action: Action) => () => {
		setIsAsked(false);
		const {query, pointer: at} = change(latest => ({
			...latest,
			pointer: moved(latest.pointer, action, search(latest.query).length, listRows),
		}));
		onPoint?.(at === undefined ? undefined : search(query)[at]?.id);
	};

	// A list to filter says how many there are beside its filter.
	const hasMore = !find && shown.length > listRows && listRows > 3;
	const drawn = rowsAround(shown, pointer, hasMore ? listRows - 1 : listRows);
	const hasQuery = state.query !== '';
	const keys: Bindings = {
		...Object.fromEntries(moves.map(action => [action, move(action)])),
		next: choose,
		back: hasQuery ? () => filter('') : onBack,
		clear: find ? () => filter('') : undefined,
		question: find ? undefined : openHelp,
		...bindingsFor?.(pointer === undefined ? undefined : shown[pointer]?.id),
	};
	useKeys(keys);

	return (
		<Box flexDirection="column">
			{find && <FilterLine query={state.query} onChange={filter} status={status?.(shown) ?? ''} />}
			{drawn.map(row =>
				row.kind === 'heading' ? (
					<Text key={`heading ${row.text}`} wrap="truncate" dimColor>
						{row.text}
					</Text>
				) : (
					<ItemRow key={row.item.id} item={row.item} isPointed={row.index === pointer} />
				),
			)}
			{hasMore && <Text dimColor>{`  ${moreWords(drawn, shown.length)}`}</Text>}
			{shown.length === 0 && <Text dimColor>Nothing matches. Esc clears the filter.</Text>}
			<RemarkRows rows={said} />
			<Footer
				actions={boundActions(keys).filter(action => action !== 'clear')}
				words={{...words, ...(hasQuery ? {back: 'clear filter'} : {})}}
			/>
		</Box>
	);
}

/** What is said below a list leaves it as many rows. */
const leastRows = 3;

const asked: Remark = {tone: 'warning', text: 'Choose with ↑ ↓, then press Enter.'};

/** How many rows are not drawn, above and below those that are. */
function moreWords(drawn: readonly Row<string>[], count: number): string {
	const indexes = drawn.flatMap(row => (row.kind === 'item' ? [row.index] : []));
	const above = indexes[0] ?? 0;
	const below = count - 1 - (indexes.at(-1) ?? 0);
	return [above > 0 ? `↑ ${above} more` : '', below > 0 ? `↓ ${below} more` : '']
		.filter(part => part !== '')
		.join('  ');
}

function ItemRow({item, isPointed}: {readonly item: Item; readonly isPointed: boolean}) {
	const {veil} = useConversation();
	return (
		<Text wrap="truncate" aria-role="listitem">
			<Text {...(isPointed ? {color: theme.accent} : {})}>
				{isPointed ? glyphs.pointer : ' '} {veil(item.label)}
			</Text>
			{item.detail !== undefined && <Text dimColor>{`   ${veil(item.detail)}`}</Text>}
		</Text>
	);
}

/** A function of one text that keeps its last answer: a list is searched once per query, not once per key. */
function remembering<Value>(compute: (text: string) => Value): (text: string) => Value {
	let last: {readonly text: string; readonly value: Value} | undefined;
	return text => {
		if (last?.text !== text) last = {text, value: compute(text)};
		return last.value;
	};
}
