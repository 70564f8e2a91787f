import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {useConversation} from './conversation.ts';
import type {Block} from './layout.ts';
import {Said} from './said.tsx';

/**
A step's title, alone on its line, its help, what was wrong, what else is to be known, and its prompt. In a small
terminal the help takes one row, and none beside a problem: the prompt must stay in sight.
*/
export function Step({
	title,
	help,
	problem,
	notes = [],
	least,
	children,
}: {
	readonly title: string;
	readonly help?: string | undefined;
	readonly problem?: string | undefined;
	readonly notes?: readonly Block[];
	/** The rows of the prompt that must stay in sight, where they are not the usual ones. */
	readonly least?: number;
	readonly children: ReactNode;
}) {
	const {frame} = useConversation();
	const shownHelp = frame.isCompact && problem !== undefined ? undefined : help;
	const blocks: readonly Block[] = [
		...(shownHelp === undefined ? [] : [{...helpLook, text: shownHelp, ...(frame.isCompact && {atMost: 1})}]),
		...(problem === undefined ? [] : [{look: 'bad', text: problem} as const]),
		...notes,
	];
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Text bold wrap="truncate">
				{title}
			</Text>
			<Said blocks={blocks} {...(least === undefined ? {} : {least})}>
				{children}
			</Said>
		</Box>
	);
}

const helpLook = {look: 'quiet', isSpare: true} as const;
