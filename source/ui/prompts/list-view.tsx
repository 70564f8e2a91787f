import {Box, Text} from 'ink';
import {Fragment, useMemo} from 'react';
import stringWidth from 'string-width';
import type {Range} from '../../domain/search/folded.ts';
import {rangesIn} from '../../domain/search/search.ts';
import {cut} from '../../output/table.ts';
import {useConversation} from '../conversation.ts';
import type {Frame} from '../frame.ts';
import type {RemarkRow} from '../layout.ts';
import {RemarkRows} from '../remarks.tsx';
import {glyphs, theme} from '../theme.ts';
import {type ColumnWidths, columnGap, columnWidths, widthsOf} from './list-columns.ts';
import {type Item, nearestGroup, type Pointer, type Row, rowsAround} from './list-rows.ts';

/** The pointer, and a blank beside it. */
const pointerWidth = 2;
/** Whether an item is done, and a blank beside it. */
const signWidth = 2;

/** How far what is said inside of a list is moved in: below the words of its item, where there is room for that. */
export const indentIn = ({hasMark}: Pick<Frame, 'hasMark'>): number =>
	hasMark ? pointerWidth + signWidth : 0;

/** The items around the pointer in their columns, and how many there are besides. */
export function ListView({
	items,
	pointer,
	rows,
	searched = [],
	inside = [],
}: {
	readonly items: readonly Item[];
	readonly pointer: Pointer;
	readonly rows: number;
	/** The words that are searched for. */
	readonly searched?: readonly string[];
	/** Said right below the item that the pointer is on. */
	readonly inside?: readonly RemarkRow[];
}) {
	const {frame} = useConversation();
	const room = frame.width - pointerWidth - (items.some(isTickable) ? signWidth : 0);
	const columns = useMemo(() => columnWidths(items, room), [items, room]);
	const whole = rowsAround(items, pointer, rows);
	const isWhole = whole.filter(({kind}) => kind === 'item').length === items.length;
	const hasMore = !isWhole && rows > 3;
	const drawn = hasMore ? rowsAround(items, pointer, rows - 1) : whole;
	return (
		<>
			{drawn.map(row =>
				row.kind === 'heading' ? (
					<Text key={`heading ${row.text}`} wrap="truncate" dimColor={row.text !== nearestGroup}>
						{row.text}
					</Text>
				) : (
					<Fragment key={row.item.id}>
						<ItemRow
							item={row.item}
							isPointed={row.index === pointer}
							columns={columns}
							room={room}
							searched={searched}
						/>
						{row.index === pointer && inside.length > 0 && (
							<Box flexDirection="column" marginLeft={indentIn(frame)}>
								<RemarkRows rows={inside} />
							</Box>
						)}
					</Fragment>
				),
			)}
			{hasMore && <Text dimColor>{`  ${moreWords(drawn, items.length)}`}</Text>}
		</>
	);
}

/** How many rows are not drawn, above and below those that are. */
function moreWords(drawn: readonly Row<string>[], count: number): string {
	const indexes = drawn.flatMap(row => (row.kind === 'item' ? [row.index] : []));
	const above = indexes[0] ?? 0;
	const below = count - 1 - (indexes.at(-1) ?? 0);
	return [above > 0 ? `↑ ${above} more` : '', below > 0 ? `↓ ${below} more` : '']
		.filter(part => part !== '')
		.join('  ');
}

/** A row is one text, its columns kept apart by blanks: to lay out a box for each cell takes longer than all else. */
function ItemRow({
	item,
	isPointed,
	columns,
	room,
	searched,
}: {
	readonly item: Item;
	readonly isPointed: boolean;
	readonly columns: ColumnWidths;
	readonly room: number;
	readonly searched: readonly string[];
}) {
	const {veil, frame} = useConversation();
	const widths = widthsOf(item, columns, room);
	const {label, detail = '', end = '', isNamed = false, isDone} = item;
	const shown = veil(label);
	const seen = cut(shown, widths.label);
	const ranges = isNamed && shown === label ? rangesIn(label, searched) : [];
	const beside = besideLabel(seen, widths, {detail: veil(detail), end: veil(end)}, room);
	return (
		<Text wrap="truncate">
			<Text color={theme.accent} bold={isPointed}>
				{isPointed ? glyphs.pointer : ' '}
			</Text>{' '}
			{room < frame.width - pointerWidth && <Sign isDone={isDone} />}
			<Text bold={isPointed}>
				{partsOf(seen, within(ranges, seen === shown ? seen.length : seen.length - 1)).map(
					({from, part, isMarked}) =>
						isMarked ? (
							<Text key={from} {...(isPointed ? {underline: true} : {bold: true})}>
								{part}
							</Text>
						) : (
							part
						),
				)}
			</Text>
			{beside !== '' && <Text dimColor>{beside}</Text>}
		</Text>
	);
}

/** What stands on a row besides the label that is seen, each in its column. */
function besideLabel(
	seen: string,
	widths: ColumnWidths,
	{detail, end}: Readonly<Record<'detail' | 'end', string>>,
	room: number,
): string {
	const middle = widths.detail > 0 ? `${' '.repeat(columnGap)}${cut(detail, widths.detail)}` : '';
	const left = `${' '.repeat(widths.label - stringWidth(seen))}${middle}`;
	if (widths.end === 0) return left.trimEnd();
	const gap = room - stringWidth(seen) - stringWidth(left) - widths.end;
	return `${left}${' '.repeat(Math.max(0, gap))}${cut(end, widths.end)}`.trimEnd();
}

const Sign = ({isDone}: {readonly isDone: boolean | undefined}) => (
	<Text {...(isDone ? {color: theme.good} : {dimColor: true})}>
		{`${isDone === undefined ? ' ' : isDone ? glyphs.answered : glyphs.open} `}
	</Text>
);

const isTickable = ({isDone}: Item): boolean => isDone !== undefined;

/** The ranges as far as the text is seen. The letters that were searched for are bold; in bold they are underlined. */
const within = (ranges: readonly Range[], length: number): readonly Range[] =>
	ranges.flatMap(([from, to]) => (from < length ? [[from, Math.min(to, length)] as const] : []));

/** The text in parts that are marked and parts that are not. */
export function partsOf(
	text: string,
	ranges: readonly Range[],
): readonly {readonly from: number; readonly part: string; readonly isMarked: boolean}[] {
	const edges = [0, ...ranges.flat(), text.length];
	return edges.slice(0, -1).flatMap((from, index) => {
		const part = text.slice(from, edges[index + 1]);
		return part === '' ? [] : [{from, part, isMarked: index % 2 === 1}];
	});
}
