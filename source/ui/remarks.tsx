import {Box, Text} from 'ink';
import {createContext, type ReactNode, use} from 'react';
import {useConversation} from './conversation.ts';
import {layout, type Remark, type RemarkRow, styleOf} from './layout.ts';
import {Rail} from './rail.tsx';

const RowsLeft = createContext<number | undefined>(undefined);

/** How many rows are left for a prompt, without its footer. */
export function useRowsLeft(): number {
	const {frame} = useConversation();
	return use(RowsLeft) ?? frame.bodyRows;
}

/** Lays out remarks as this screen may show them, so many cells from the left. */
export function useLayout(indent = 0): (remarks: readonly Remark[], rows: number) => readonly RemarkRow[] {
	const {frame, veil} = useConversation();
	return (remarks, rows) =>
		layout(
			remarks.map(remark =>
				remark.text === '' || remark.isRevealed ? remark : {...remark, text: veil(remark.text)},
			),
			{...frame, width: frame.width - indent},
			rows,
		);
}

/**
What is said above a prompt, which is its child, or within one. The prompt keeps the rows that it needs at least, and
gets the rest.
*/
export function Remarks({
	remarks,
	least = 3,
	children,
}: {
	readonly remarks: readonly Remark[];
	/** The rows of the prompt that must stay in sight. */
	readonly least?: number;
	readonly children?: ReactNode;
}) {
	const left = useRowsLeft();
	const rows = useLayout()(remarks, left - least);
	return (
		<Box flexDirection="column">
			{children === undefined ? (
				<RemarkRows rows={rows} />
			) : (
				<Rail>
					<RemarkRows rows={rows} />
				</Rail>
			)}
			<RowsLeft value={left - rows.length}>{children}</RowsLeft>
		</Box>
	);
}

/** What is said below a list, which keeps some rows, and the rows of the list, without those `taken` beside it. */
export function useBelow(
	remarks: readonly Remark[],
	taken = 0,
): {readonly said: readonly RemarkRow[]; readonly rows: number} {
	const left = useRowsLeft() - taken;
	const said = useLayout()(remarks, Math.max(1, left - leastOfList));
	return {said, rows: Math.max(1, left - said.length)};
}

/** What is said inside of a list, and the rows that are left of `rows` for its items. */
export function useInside(
	remarks: readonly Remark[],
	rows: number,
	indent: number,
): {readonly said: readonly RemarkRow[]; readonly rows: number} {
	const lay = useLayout(indent);
	// What is to be copied may leave no more than its own item.
	const needed = lay(
		remarks.filter(({isSpare}) => !isSpare),
		Number.POSITIVE_INFINITY,
	).length;
	const said = lay(remarks, Math.max(0, rows - leastOfList, Math.min(rows - 1, needed)));
	return {said, rows: rows - said.length};
}

const leastOfList = 3;

export function RemarkRows({rows}: {readonly rows: readonly RemarkRow[]}) {
	return rows.map((row, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: the rows of one text, in their places
		<RowOf key={index} row={row} />
	));
}

function RowOf({row: {text, tone, label, isFirst}}: {readonly row: RemarkRow}) {
	const {sign, color, weight} = styleOf(tone);
	return (
		<Text wrap="truncate" dimColor={weight === 'quiet'} bold={weight === 'bold'}>
			{sign !== undefined && (
				<Text bold {...(color === undefined ? {} : {color})}>{`${isFirst ? sign : ' '} `}</Text>
			)}
			{label !== undefined && <Text dimColor>{label}</Text>}
			{text || ' '}
		</Text>
	);
}
