import {Box, Text} from 'ink';
import {useConversation} from './conversation.ts';
import {type Action, footerLine, hintsFor, type KeyWords} from './key-table.ts';

/** What the keys do now, made from the key table. */
export function Footer({actions, words}: {readonly actions: readonly Action[]; readonly words?: KeyWords}) {
	const {frame} = useConversation();
	const hints = hintsFor([...actions, 'help', 'leave'], words);
	return (
		<Box marginTop={frame.isCompact ? 0 : 1}>
			<Text wrap="truncate" dimColor>
				{footerLine(hints, frame.lineWidth)}
			</Text>
		</Box>
	);
}
