import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {useConversation} from './conversation.ts';
import {Note} from './note.tsx';
import {Wrapped} from './wrapped.tsx';

/**
A step's title, alone on its line, its help, what was wrong, and its prompt. In a small terminal the help takes
one row, and none beside a problem: the prompt must stay in sight.
*/
export function Step({
	title,
	help,
	problem,
	children,
}: {
	readonly title: string;
	readonly help?: string | undefined;
	readonly problem?: string | undefined;
	readonly children: ReactNode;
}) {
	const {frame, veil} = useConversation();
	const shownHelp = frame.isCompact && problem !== undefined ? undefined : help;
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Text bold wrap="truncate">
				{title}
			</Text>
			{shownHelp !== undefined && (
				<Wrapped width={frame.width} isQuiet {...(frame.isCompact ? {rows: 1} : {})}>
					{veil(shownHelp)}
				</Wrapped>
			)}
			{problem !== undefined && <Note kind="bad">{problem}</Note>}
			{children}
		</Box>
	);
}
