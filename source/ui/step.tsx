import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {useConversation} from './conversation.ts';
import {Note} from './note.tsx';

/** A step's title, alone on its line, its help, what was wrong, and its prompt. */
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
	const {veil} = useConversation();
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Text bold>{title}</Text>
			{help !== undefined && <Text dimColor>{veil(help)}</Text>}
			{problem !== undefined && <Note kind="bad">{problem}</Note>}
			{children}
		</Box>
	);
}
