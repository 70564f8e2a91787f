import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import {useRef, useState} from 'react';
import stringWidth from 'string-width';
import {useConversation} from '../conversation.ts';
import {useCaret} from '../hooks/use-caret.ts';
import {useMasking} from '../hooks/use-known-secrets.ts';
import {usePasted} from '../hooks/use-pasted.ts';
import {glyphs, theme} from '../theme.ts';
import {KeyWatcher} from './key-watcher.tsx';

/**
The line above a list that narrows it, with what is left of the list at its end. Text is only added at its end. The watcher is drawn before the input, so
it hears each key first and keeps what is not text (Ctrl+W, Alt+B) from being typed; a paste's line breaks are
left out, so that a paste never chooses.

The input keeps its cursor to itself and loses it when its text changes from outside (Esc, a paste) or a key is
kept from it: it would then type backwards. So it begins anew, with the cursor at the end.
*/
export function FilterLine({
	query,
	onChange,
	status,
}: {
	readonly query: string;
	readonly onChange: (query: string) => void;
	readonly status: string;
}) {
	const {isCovered, frame} = useConversation();
	const isMasked = useMasking(undefined);
	const isText = useRef(true);
	const [input, setInput] = useState({text: query, generation: 0});
	const begunAnew = ({generation}: typeof input) => ({text: query, generation: generation + 1});
	if (input.text !== query) setInput(begunAnew);
	const hasRoomForHint = stringWidth(`› ${hint}  ${status}`) < frame.width;
	const caret = useCaret(stringWidth(query));
	usePasted(text => onChange(oneLine(query + text)));
	return (
		<Box width={frame.width}>
			<KeyWatcher
				onKey={key => {
					isText.current = !key.ctrl && !key.meta;
				}}
			/>
			<Box flexShrink={0}>
				<Text color={theme.accent}>{`${glyphs.between} `}</Text>
			</Box>
			<Box ref={caret} flexShrink={0}>
				<TextInput
					key={input.generation}
					value={query}
					showCursor={false}
					{...(isMasked(query) ? {mask: '•'} : {})}
					focus={!isCovered}
					onChange={text => {
						if (!isText.current) return setInput(begunAnew);
						setInput({...input, text});
						onChange(oneLine(text));
					}}
				/>
			</Box>
			<Box flexGrow={1}>
				<Text wrap="truncate" dimColor>
					{query === '' && hasRoomForHint ? hint : ''}
				</Text>
			</Box>
			<Box flexShrink={query === '' ? 0 : 1} paddingLeft={2}>
				<Text wrap="truncate" dimColor>
					{status}
				</Text>
			</Box>
		</Box>
	);
}

const hint = 'Type any part of its name';

/** A whole ID fits. */
const longest = 36;

/** A text as it may stand in the line. */
export const oneLine = (text: string): string =>
	text
		.replace(/[\r\n]+$/, '')
		.replace(/\p{Cc}/gu, ' ')
		.slice(0, longest);
