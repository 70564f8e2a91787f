import {Box, Text} from 'ink';
import stringWidth from 'string-width';
import type {ValueReading} from '../../domain/values/doubts.ts';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {useCaret} from '../hooks/use-caret.ts';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import {usePasted} from '../hooks/use-pasted.ts';
import type {KeyWords} from '../key-table.ts';
import {Note} from '../note.tsx';
import {Rail} from '../rail.tsx';
import {counted} from '../words.ts';
import {editOf, type Line, windowOf} from './editor.ts';
import {PromptMark} from './prompt-mark.tsx';
import {type SecretAsked, useSecretEntry} from './use-secret-entry.ts';
import {type ValueMove, ValueQuestion} from './value-question.tsx';

const mask = '••••••••';

type SecretPromptProps = SecretAsked & {
	readonly keptHint?: string | undefined;
	/** The fields that a value may be meant for instead. */
	readonly movesFor?: (reading: ValueReading) => readonly ValueMove[];
	readonly onBack?: (() => void) | undefined;
	readonly bindings?: Bindings;
	/** What keys do here, where the table’s word is too general. */
	readonly words?: KeyWords;
};

/**
A secret, never drawn: a mask of fixed width stands for it, with the count of characters beside it. Only a lone
Return hands it over; a paste never does, whatever it ends with. What was probably not meant is asked about.
*/
export function SecretPrompt({
	kept,
	keptHint = 'Enter keeps the one from before',
	initial,
	context,
	isOptional = false,
	isExact = false,
	onRead,
	onSubmit,
	onChange,
	movesFor,
	onBack,
	bindings = {},
	words = {},
}: SecretPromptProps) {
	const {isPresenting} = useConversation();
	const entry = useSecretEntry({
		kept,
		initial,
		...(context && {context}),
		isOptional,
		isExact,
		onRead,
		onSubmit,
		onChange,
	});
	const {line, note, isRevealed, question} = entry;
	const hasText = line.characters.length > 0;
	const keys: Bindings = {
		reveal: hasText && !isPresenting ? entry.reveal : undefined,
		back: onBack,
		...bindings,
	};
	const isActive = question === undefined;
	useKeys(
		keys,
		(input, key) => {
			if (key.return) return entry.submit();
			const edit = editOf(input, key);
			if (key.ctrl && input === 'v') {
				entry.say('The terminal has its own key to paste, often Ctrl+Shift+V.');
			} else if (edit?.kind === 'insert') entry.insert(edit.text);
			else if (edit) entry.edit(edit);
		},
		{isActive},
	);
	usePasted(entry.insert, isActive);
	if (question) {
		const moves = movesFor?.(question) ?? [];
		return <ValueQuestion reading={question} moves={moves} onSettled={entry.settle} onAgain={entry.again} />;
	}
	const hint = kept ? keptHint : isOptional ? 'empty for none' : '';
	return (
		<Box flexDirection="column">
			<Rail>
				<MaskedLine line={line} isRevealed={isRevealed && !isPresenting} hint={hint} />
				{note !== undefined && <Note kind="warning">{note}</Note>}
			</Rail>
			<Footer
				actions={['next', ...(hasText ? (['clear'] as const) : []), ...boundActions(keys)]}
				words={{...words, ...(isRevealed ? {reveal: 'hide'} : {})}}
			/>
		</Box>
	);
}

/** A mask of fixed width, or the text itself for the seconds that it is revealed, and how long it is. */
function MaskedLine({
	line,
	isRevealed,
	hint,
}: {
	readonly line: Line;
	readonly isRevealed: boolean;
	/** Said while it is empty. */
	readonly hint: string | undefined;
}) {
	const {frame} = useConversation();
	const count = line.characters.length;
	const hidden = count > 0 ? mask : '';
	const shown = isRevealed
		? windowOf({...line, characters: line.characters.map(visible)}, frame.width - 20, stringWidth)
		: {text: hidden, cursor: hidden.length};
	const caret = useCaret(shown.cursor);
	return (
		<Box>
			<PromptMark />
			<Box ref={caret} flexShrink={0}>
				<Text wrap="truncate">{shown.text}</Text>
			</Box>
			<Text wrap="truncate" dimColor>
				{count === 0 ? hint : `  ${counted(count)}`}
			</Text>
		</Box>
	);
}

/** What cannot be seen, or would move the cursor, as a sign. */
const visible = (character: string): string =>
	/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u.test(character) ? '␣' : character;
