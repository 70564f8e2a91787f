import {Box, Text} from 'ink';
import {useConversation} from './conversation.ts';
import {glyphs, theme} from './theme.ts';
import {Wrapped} from './wrapped.tsx';

const looks = {
	good: {glyph: glyphs.answered, color: theme.good},
	warning: {glyph: glyphs.warning, color: theme.warning},
	bad: {glyph: glyphs.bad, color: theme.bad},
} as const;

/** One thing worth saying, told apart by its sign as well as by its colour. */
export function Note({kind, children}: {readonly kind: keyof typeof looks; readonly children: string}) {
	const {frame, veil} = useConversation();
	const {glyph, color} = looks[kind];
	return (
		<Box>
			<Box flexShrink={0}>
				<Text color={color}>{glyph} </Text>
			</Box>
			<Wrapped width={frame.width - 2} color={color}>
				{veil(children)}
			</Wrapped>
		</Box>
	);
}
