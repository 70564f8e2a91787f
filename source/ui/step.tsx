import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {useConversation} from './conversation.ts';
import {Note} from './note.tsx';
import {Wrapped} from './wrapped.tsx';

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
	const {frame, veil} = useConversation();
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Text bold>{title}</Text>
			{help !== undefined && (
				<Wrapped width={frame.width} isQuiet>
					{veil(help)}
				</Wrapped>
			)}
			{problem !== undefined && <Note kind="bad">{problem}</Note>}
			{children}
		</Box>
	);
}
