import {Box, Text} from 'ink';
import {createContext, type ReactNode, use} from 'react';
import {useConversation} from './conversation.ts';
import {type Block, layout, type Row, styleOf} from './layout.ts';

const RowsLeft = createContext<number | undefined>(undefined);

/** How many rows are left for a prompt, without its footer. */
export function useRowsLeft(): number {
	const {frame} = useConversation();
	return use(RowsLeft) ?? frame.bodyRows;
}

/** Lays out blocks as this screen may show them. */
export function useLayout(): (blocks: readonly Block[], rows: number) => readonly Row[] {
	const {frame, veil} = useConversation();
	return (blocks, rows) =>
		layout(
			blocks.map(block => (block.text === '' ? block : {...block, text: veil(block.text)})),
			frame,
			rows,
		);
}

/** What is said above a prompt, or below it. The prompt keeps the rows that it needs at least, and gets the rest. */
export function Said({
	blocks,
	least = 3,
	children,
}: {
	readonly blocks: readonly Block[];
	/** The rows of the prompt that must stay in sight. */
	readonly least?: number;
	readonly children?: ReactNode;
}) {
	const left = useRowsLeft();
	const rows = useLayout()(blocks, left - least);
	return (
		<Box flexDirection="column">
			<Rows rows={rows} />
			<RowsLeft value={left - rows.length}>{children}</RowsLeft>
		</Box>
	);
}

export function Rows({rows}: {readonly rows: readonly Row[]}) {
	return rows.map((row, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: the rows of one text, in their places
		<RowOf key={index} row={row} />
	));
}

function RowOf({row: {text, look, label, isFirst}}: {readonly row: Row}) {
	const {sign, color, isQuiet = false} = styleOf(look);
	return (
		<Text wrap="truncate" dimColor={isQuiet} {...(color === undefined ? {} : {color})}>
			{sign !== undefined && `${isFirst ? sign : ' '} `}
			{label !== undefined && <Text dimColor>{label}</Text>}
			{text || ' '}
		</Text>
	);
}
