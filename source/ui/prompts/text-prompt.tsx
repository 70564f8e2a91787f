import {Box, Text} from 'ink';
import {useRef, useState} from 'react';
import stringWidth from 'string-width';
import {finalLineBreak} from '../../domain/values/signs.ts';
import {useConversation} from '../conversation.ts';
import {Footer} from '../footer.tsx';
import {useCaret} from '../hooks/use-caret.ts';
import {type Bindings, boundActions, useKeys} from '../hooks/use-keys.ts';
import {useMasking} from '../hooks/use-known-secrets.ts';
import {useLatest} from '../hooks/use-latest.ts';
import {usePasted} from '../hooks/use-pasted.ts';
import {Note} from '../note.tsx';
import {Rail} from '../rail.tsx';
import {Remarks} from '../remarks.tsx';
import {counted} from '../words.ts';
import {type Edit, edited, editOf, lineOf, textIn, windowOf} from './editor.ts';

import {PromptMark} from './prompt-mark.tsx';

const hidden = '••••••';

type TextPromptProps = {
	readonly initial?: string;
	readonly placeholder?: string;
	/** Whether typing and pasting replace the initial text, which nobody typed here. Only editing keys change it. */
	readonly isReplaced?: boolean;
	/** What is wrong with the initial text, if anything. */
	readonly said?: string | undefined;
	/** What is worth a second look in the text as it was handed over. */
	readonly notes?: readonly string[];
	/** Whether the text may be a secret, and must not be drawn; one that is so by its form alone, if not given. */
	readonly isSecret?: (text: string) => boolean;
	/** What stands on the screen already: a beginning of it is drawn in presenter mode too. */
	readonly inSight?: string;
	/**
	Whether what was pasted is seen to elsewhere, or why it is left out. `whole` is what would then stand in the line, were
	nothing of it left out.
	*/
	readonly onPasted?: (text: string, whole: string) => boolean | string;
	/** Told when the text becomes another. */
	readonly onChange?: () => void;
	readonly onSubmit: (text: string) => string | undefined;
	readonly onBack?: (() => void) | undefined;
	readonly bindings?: Bindings;
};

/**
A line of text: identifiers and addresses. Enter hands it over; `onSubmit` answers with what is wrong with it,
if anything. Text and Enter in one piece (“abc⏎”) mean both. What follows a line break, and what cannot be
seen, is left out and said, because these values never have it. In presenter mode the text is not drawn, but for what
is in sight.
*/
export function TextPrompt({
	initial = '',
	placeholder,
	isReplaced = false,
	said,
	notes = [],
	isSecret,
	inSight = '',
	onPasted,
	onChange,
	onSubmit,
	onBack,
	bindings = {},
}: TextPromptProps) {
	const {frame, onTyped, isPresenting} = useConversation();
	const [line, change] = useLatest(() => lineOf(initial.replace(/[\p{Cc}\p{Cf}]/gu, '')));
	const [problem, setProblem] = useState(said);
	const isMasked = useMasking(undefined);
	const holdsSecret = isSecret ?? isMasked;
	/** Once a secret is in the line, what is left of it stays masked, until the line is empty. */
	const wasSealed = useRef(false);
	const isSealed = wasSealed.current || holdsSecret(textIn(line));
	const isHidden = isSealed || (isPresenting && !inSight.startsWith(textIn(line)));
	const shown = isHidden
		? {text: hidden, cursor: hidden.length}
		: windowOf(line, frame.width - 3, stringWidth);
	const caret = useCaret(shown.cursor);

	const isUntouched = useRef(isReplaced);
	/** Whether lines were left out of what was put in last, and nobody was asked yet. */
	const isShortened = useRef(false);
	const edit = (made: Edit) => {
		const before = textIn(change(latest => latest));
		const isFresh = isUntouched.current && made.kind === 'insert';
		isUntouched.current = false;
		const text = textIn(change(latest => edited(isFresh ? lineOf('') : latest, made)));
		if (text === before) return;
		// A person who types passes through shapes of secrets; what was pasted, or is cut down, was one.
		const isOfSecret =
			made.kind === 'insert' ? made.text.length > 1 && holdsSecret(text) : holdsSecret(before);
		wasSealed.current = text !== '' && ((wasSealed.current && !isFresh) || isOfSecret);
		// What was said of a value goes with it.
		setProblem(undefined);
		if (text === '') isShortened.current = false;
		onChange?.();
	};
	const insert = (text: string): readonly string[] => {
		const latest = isUntouched.current ? lineOf('') : change(one => one);
		const whole = textIn(edited(latest, {kind: 'insert', text}));
		const seen = (text.length > 1 || isMoreThanLine(text)) && onPasted?.(text, whole);
		if (typeof seen === 'string') setProblem(seen);
		if (seen) return [];
		const {taken, rest, doubt} = lineIn(text);
		isShortened.current = rest.some(part => part !== '');
		onTyped();
		edit({kind: 'insert', text: taken});
		setProblem(doubt);
		return rest;
	};
	const submit = () => {
		// A Return that came with the paste, or out of habit, is not the word of a person on what was left out.
		if (isShortened.current) {
			isShortened.current = false;
			return setProblem('Only the first line was taken. Enter again goes on with it.');
		}
		setProblem(onSubmit(textIn(change(latest => latest))));
	};

	const keys: Bindings = {next: submit, back: onBack, ...bindings};
	useKeys(keys, (input, key) => {
		const made = editOf(input, key);
		if (made?.kind === 'insert') {
			const rest = insert(made.text);
			if (rest.length === 1 && rest[0] === '') submit();
		} else if (made) {
			edit(made);
		}
	});
	usePasted(insert);

	return (
		<Box flexDirection="column">
			<Rail>
				<Box>
					<PromptMark />
					<Box ref={caret}>
						<Text wrap="truncate">
							{shown.text}
							{isSealed && <Text dimColor>{`  ${counted(line.characters.length)}`}</Text>}
							{line.characters.length === 0 && placeholder !== undefined && (
								<Text dimColor>{placeholder}</Text>
							)}
						</Text>
					</Box>
				</Box>
				{problem !== undefined && <Note kind="bad">{problem}</Note>}
				<Remarks remarks={notes.map(text => ({tone: 'warning', text}))} least={1} />
			</Rail>
			<Footer
				actions={[...boundActions(keys), ...(line.characters.length > 0 ? (['clear'] as const) : [])]}
			/>
		</Box>
	);
}

/** Whether a line could not hold all of the text but the line break at its end. */
export const isMoreThanLine = (text: string): boolean =>
	lineIn(text).taken !== text.replace(finalLineBreak, '');

/** What of a text is taken for the line, what follows its line break, and what is to be said of that. */
function lineIn(text: string): {
	readonly taken: string;
	readonly rest: readonly string[];
	readonly doubt: string | undefined;
} {
	const [first = '', ...rest] = text.replace(/^[\r\n]+/, '').split(/[\r\n]+/);
	const taken = first.replace(/[\p{Cc}\p{Cf}]/gu, '');
	if (rest.some(part => part !== '')) return {taken, rest, doubt: 'Only the first line was taken.'};
	return {taken, rest, doubt: taken === first ? undefined : 'Invisible characters were left out.'};
}
