import {Box, Text} from 'ink';
import {glyphs, theme} from '../theme.ts';

/** Stands where the next key goes, however narrow the terminal is. */
export const PromptMark = ({isHere = true}: {readonly isHere?: boolean}) => (
	<Box flexShrink={0}>
		<Text color={theme.accent}>{isHere ? glyphs.pointer : ' '} </Text>
	</Box>
);
