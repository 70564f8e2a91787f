import {Box, Text} from 'ink';
import {useEffect, useState} from 'react';
import stringWidth from 'string-width';
import {Secret} from '../../domain/secret.ts';
import {readSecret, type SecretReading} from '../../domain/secret-input.ts';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {useCaret} from '../hooks/use-caret.ts';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import {useLatest} from '../hooks/use-latest.ts';
import {usePasted} from '../hooks/use-pasted.ts';
import {Note} from '../note.tsx';
import {counted} from '../words.ts';
import {edited, editOf, type Line, lineOf, textOf, windowOf} from './editor.ts';
import {PromptMark} from './prompt-mark.tsx';
import {SecretQuestion} from './secret-question.tsx';

const mask = '••••••••';
const revealMilliseconds = 8000;
const longest = 65_536;
const endsWithLineBreak = /(?:\r\n|\r|\n)$/;

type Entry = {readonly line: Line; readonly note?: string};

const nothing: Entry = {line: lineOf('')};

/**
A secret, never drawn: a mask of fixed width stands for it, with the count of characters beside it. Only a lone
Return hands it over; a paste never does, whatever it ends with. What was probably not meant is asked about.
*/
export function SecretPrompt({
	kept,
	keptHint = 'Enter keeps the one from before',
	clientId,
	isOptional = false,
	isExact = false,
	onSubmit,
	onChange,
	onBack,
	bindings = {},
}: {
	/** The secret entered before: Enter in the empty field keeps it. */
	readonly kept?: Secret | undefined;
	readonly keptHint?: string | undefined;
	readonly clientId?: string | undefined;
	/** Whether Enter in the empty field means that there is none. */
	readonly isOptional?: boolean;
	/** Whether the text is taken as it is, without doubts about what a copy brought along. */
	readonly isExact?: boolean;
	/** Answers with what is wrong with it, if anything. */
	readonly onSubmit: (secret: Secret) => string | undefined;
	readonly onChange?: (text: Secret) => void;
	readonly onBack?: (() => void) | undefined;
	readonly bindings?: Bindings;
}) {
	const {frame, onTyped, isPresenting} = useConversation();
	const [{line, note}, change] = useLatest(nothing);
	const [isRevealed, setIsRevealed] = useState(false);
	const [question, setQuestion] = useState<SecretReading>();
	const count = line.characters.length;
	const shown =
		isRevealed && !isPresenting
			? windowOf({...line, characters: line.characters.map(visible)}, frame.width - 20, stringWidth)
			: {text: count > 0 ? mask : '', cursor: count > 0 ? mask.length : 0};
	const caret = useCaret(question ? undefined : shown.cursor);

	useEffect(() => {
		if (!isRevealed) return;
		const timer = setTimeout(() => setIsRevealed(false), revealMilliseconds);
		return () => clearTimeout(timer);
	}, [isRevealed]);

	const changed = (next: (entry: Entry) => Entry) => {
		const entry = change(next);
		onTyped();
		onChange?.(new Secret(textOf(entry.line)));
	};
	const insert = (text: string) => {
		if (/^[\r\n]*$/.test(text)) return;
		if (text.length > longest) return say('This is too long to be a secret; it was left out.');
		const taken = text.replace(endsWithLineBreak, '');
		changed(entry => ({
			line: edited(entry.line, {kind: 'insert', text: taken}),
			...(taken === text ? {} : {note: 'A final line break was removed. Enter goes on.'}),
		}));
	};
	const submit = () => {
		const {line: latest} = change(entry => entry);
		const text = textOf(latest);
		setIsRevealed(false);
		if (text === '' && !kept && !isOptional) return say('Paste or type it first.');
		if (text === '') return say(onSubmit(kept ?? new Secret('')));
		const reading = readSecret(text, clientId);
		if (reading.doubts.length > 0 && !isExact) setQuestion(reading);
		else say(onSubmit(new Secret(isExact ? text : reading.value)));
	};
	const say = (note: string | undefined) =>
		change(({line: latest}) => ({line: latest, ...(note === undefined ? {} : {note})}));

	const keys: Bindings = {
		reveal: count > 0 && !isPresenting ? () => setIsRevealed(now => !now) : undefined,
		back: onBack,
		...bindings,
	};
	const isActive = question === undefined;
	useKeys(
		keys,
		(input, key) => {
			if (key.return) return submit();
			const edit = editOf(input, key);
			if (key.ctrl && input === 'v') {
				say('The terminal has its own key to paste, often Ctrl+Shift+V.');
			} else if (edit?.kind === 'insert') insert(edit.text);
			else if (edit) changed(entry => ({line: edited(entry.line, edit)}));
		},
		{isActive},
	);
	usePasted(insert, isActive);

	if (question) {
		return (
			<SecretQuestion
				reading={question}
				onSettled={value => {
					setQuestion(undefined);
					say(onSubmit(new Secret(value)));
				}}
				onAgain={() => {
					changed(() => nothing);
					setQuestion(undefined);
				}}
			/>
		);
	}
	return (
		<Box flexDirection="column">
			<Box>
				<PromptMark />
				<Box ref={caret} flexShrink={0}>
					<Text wrap="truncate">{shown.text}</Text>
				</Box>
				<Text wrap="truncate" dimColor>
					{count === 0 ? (kept ? keptHint : isOptional ? 'empty for none' : '') : `  ${counted(count)}`}
				</Text>
			</Box>
			{note !== undefined && <Note kind="warning">{note}</Note>}
			<Footer
				actions={['next', ...(count > 0 ? (['clear'] as const) : []), ...boundActions(keys)]}
				{...(isRevealed ? {words: {reveal: 'hide'}} : {})}
			/>
		</Box>
	);
}

/** What cannot be seen, or would move the cursor, as a sign. */
const visible = (character: string): string =>
	/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u.test(character) ? '␣' : character;
