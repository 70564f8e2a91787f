import {Box, Text, useInput} from 'ink';
import TextInput from 'ink-text-input';
import {useRef} from 'react';
import stringWidth from 'string-width';
import {useConversation} from '../conversation.ts';
import {useCaret} from '../hooks/use-caret.ts';
import {usePasted} from '../hooks/use-pasted.ts';

/**
The line above a list that narrows it. Text is only added at its end. The watcher is drawn before the input, so
it hears each key first and keeps what is not text (Ctrl+W, Alt+B) from being typed; a paste's line breaks are
left out, so that a paste never chooses.
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
	const {isCovered} = useConversation();
	const isText = useRef(true);
	const caret = useCaret(stringWidth(query));
	usePasted(text => onChange(oneLine(query + text)));
	return (
		<Box>
			<Watcher
				onKey={hasModifier => {
					isText.current = !hasModifier;
				}}
			/>
			<Text dimColor>Filter: </Text>
			<Box ref={caret} flexShrink={0}>
				<TextInput
					value={query}
					showCursor={false}
					focus={!isCovered}
					onChange={text => {
						if (isText.current) onChange(oneLine(text));
					}}
				/>
			</Box>
			<Text wrap="truncate" dimColor>{`   ${status}`}</Text>
		</Box>
	);
}

function Watcher({onKey}: {readonly onKey: (hasModifier: boolean) => void}) {
	useInput((_, key) => onKey(key.ctrl || key.meta));
	return null;
}

const longest = 30;

const oneLine = (text: string): string =>
	text
		.replace(/[\r\n]+$/, '')
		.replace(/\p{Cc}/gu, ' ')
		.slice(0, longest);
