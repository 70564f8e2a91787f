import {Box, Text} from 'ink';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import type {Action} from '../key-table.ts';
import type {Remark} from '../layout.ts';
import {Rail} from '../rail.tsx';
import {RemarkRows, useBelow} from '../remarks.tsx';
import {glyphs, theme} from '../theme.ts';
import {FilterLine} from './filter-line.tsx';
import {type Item, type Pointer, type Row, rowsAround} from './list-rows.ts';
import {useList} from './use-list.ts';

const moves: readonly Action[] = ['up', 'down', 'page-up', 'page-down', 'first', 'last'];

type ListPromptProps<Id extends string> = {
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
};

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
}: ListPromptProps<Id>) {
	const {openHelp} = useConversation();
	const list = useList(items, {initial, hasDefault, find});
	const {query, shown, pointer} = list;
	const {said, rows} = useBelow([...(list.isAsked ? [asked] : []), ...below], find ? 1 : 0);
	const choose = () => {
		const id = list.choose();
		if (id !== undefined) onChoose(id);
	};
	const move = (action: Action) => () => {
		const id = list.move(action, rows);
		onPoint?.(id);
	};
	const keys: Bindings = {
		...Object.fromEntries(moves.map(action => [action, move(action)])),
		next: choose,
		back: query === '' ? onBack : () => list.filter(''),
		clear: find ? () => list.filter('') : undefined,
		question: find ? undefined : openHelp,
		...bindingsFor?.(pointer === undefined ? undefined : shown[pointer]?.id),
	};
	useKeys(keys);
	return (
		<Box flexDirection="column">
			<Rail>
				{find && <FilterLine query={query} onChange={list.filter} status={status?.(shown) ?? ''} />}
				{/* A list to filter says how many there are beside its filter. */}
				<ListRows items={shown} pointer={pointer} rows={rows} saysMore={!find} />
				{shown.length === 0 && <Text dimColor>Nothing matches. Esc clears the filter.</Text>}
				<RemarkRows rows={said} />
			</Rail>
			<Footer
				actions={boundActions(keys).filter(action => action !== 'clear')}
				words={{...words, ...(query === '' ? {} : {back: 'clear filter'})}}
			/>
		</Box>
	);
}

/** The items around the pointer, and how many there are besides. */
function ListRows({
	items,
	pointer,
	rows,
	saysMore,
}: {
	readonly items: readonly Item[];
	readonly pointer: Pointer;
	readonly rows: number;
	readonly saysMore: boolean;
}) {
	const hasMore = saysMore && items.length > rows && rows > 3;
	const drawn = rowsAround(items, pointer, hasMore ? rows - 1 : rows);
	return (
		<>
			{drawn.map(row =>
				row.kind === 'heading' ? (
					<Text key={`heading ${row.text}`} wrap="truncate" dimColor>
						{row.text}
					</Text>
				) : (
					<ItemRow key={row.item.id} item={row.item} isPointed={row.index === pointer} />
				),
			)}
			{hasMore && <Text dimColor>{`  ${moreWords(drawn, items.length)}`}</Text>}
		</>
	);
}

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
			<Text bold={isPointed}>
				<Text color={theme.accent}>{isPointed ? glyphs.pointer : ' '}</Text> {veil(item.label)}
			</Text>
			{item.detail !== undefined && <Text dimColor>{`   ${veil(item.detail)}`}</Text>}
		</Text>
	);
}
