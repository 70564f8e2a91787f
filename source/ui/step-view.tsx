import {Box, Text} from 'ink';
import {createContext, type ReactNode, use, useLayoutEffect, useState} from 'react';
import {useConversation} from './conversation.ts';
import {invitationOf} from './invitation.ts';
import type {Remark} from './layout.ts';
import {Rail} from './rail.tsx';
import {Remarks} from './remarks.tsx';

const HelpCover = createContext<(isCovered: boolean) => void>(() => undefined);

/** Leaves the rows of the step's help to what is said in place of its prompt, as long as that is there. */
export function useRowsOfHelp(): void {
	const cover = use(HelpCover);
	useLayoutEffect(() => {
		cover(true);
		return () => cover(false);
	}, [cover]);
}

/**
A step's title, alone on its line, its help, what was wrong, what else is to be known, and its prompt. In a small
terminal the help takes one row, and none beside a problem: the prompt must stay in sight.
*/
export function StepView({
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
	readonly notes?: readonly Remark[];
	/** The rows of the prompt that must stay in sight, where they are not the usual ones. */
	readonly least?: number;
	readonly children: ReactNode;
}) {
	const {frame, wizard} = useConversation();
	const invitation = invitationOf(wizard);
	const [isCovered, setIsCovered] = useState(false);
	const shownHelp = isCovered || (frame.isCompact && problem !== undefined) ? undefined : help;
	const remarks: readonly Remark[] = [
		...(invitation === undefined ? [] : [{tone: 'accent', text: invitation, isSpare: true} as const]),
		...(shownHelp === undefined ? [] : [{...helpTone, text: shownHelp, ...(frame.isCompact && {atMost: 1})}]),
		...(problem === undefined ? [] : [{tone: 'bad', text: problem} as const]),
		...notes,
	];
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Rail>
				<Text bold wrap="truncate">
					{title}
				</Text>
			</Rail>
			<Remarks remarks={remarks} {...(least === undefined ? {} : {least})}>
				<HelpCover value={setIsCovered}>{children}</HelpCover>
			</Remarks>
		</Box>
	);
}

const helpTone = {tone: 'plain', isSpare: true} as const;
