import {Box} from 'ink';
import type {ReactNode} from 'react';
import {useConversation} from './conversation.ts';
import {glyphs, theme} from './theme.ts';

const blank = {top: '', bottom: '', right: '', topLeft: '', topRight: '', bottomLeft: '', bottomRight: ''};
const mark = {...blank, left: glyphs.mark};

/** A part of the step that is asked now, with its mark down the left side. Parts below each other make one mark. */
export function Rail({children}: {readonly children: ReactNode}) {
	const {frame} = useConversation();
	if (!frame.hasMark) {
		return (
			<Box flexDirection="column" flexShrink={0}>
				{children}
			</Box>
		);
	}
	return (
		<Box
			flexDirection="column"
			flexShrink={0}
			borderStyle={mark}
			borderLeftColor={theme.accent}
			borderTop={false}
			borderRight={false}
			borderBottom={false}
			paddingLeft={1}
		>
			{children}
		</Box>
	);
}
