import {useEffect, useRef, useState} from 'react';
import {Secret} from '../../domain/secret.ts';
import {readValue, stopping, type ValueReading} from '../../domain/values/doubts.ts';
import type {Context} from '../../domain/values/kind.ts';
import {useConversation} from '../conversation.ts';
import {useLatest} from '../hooks/use-latest.ts';
import {type Edit, edited, type Line, lineOf, textIn} from './editor.ts';
import {isQuestion} from './value-question.tsx';

const revealMilliseconds = 8000;
const longest = 65_536;
/** One, as a copy brings along; what ends with more of them is asked about. */
const endsWithLineBreak = /(?<![\r\n])(?:\r\n|\r|\n)$/;

export type SecretAsked = {
	/** The secret entered before: Enter in the empty field keeps it. */
	readonly kept?: Secret | undefined;
	/** What stands there already, and is handed over like what is typed; what it raises is asked at once. */
	readonly initial?: Secret | undefined;
	/** What its text is looked at with. */
	readonly context?: Context;
	/** Whether Enter in the empty field means that there is none. */
	readonly isOptional?: boolean;
	/** Whether the text is taken as it is, without doubts about what a copy brought along. */
	readonly isExact?: boolean;
	/** Whether what was entered is more than the secret, and is seen to elsewhere. */
	readonly onRead?: ((text: string) => boolean) | undefined;
	/** Answers with what is wrong with it, if anything. */
	readonly onSubmit: (secret: Secret) => string | undefined;
	readonly onChange?: ((text: Secret) => void) | undefined;
};

type Entry = {readonly line: Line; readonly note?: string};

const nothing: Entry = {line: lineOf('')};

/** A secret while it is entered, and what is asked about it before it is handed over. */
export function useSecretEntry({
	kept,
	initial,
	context = {role: 'client-secret'},
	isOptional,
	isExact,
	onRead,
	onSubmit,
	onChange,
}: SecretAsked) {
	const {onTyped} = useConversation();
	const [{line, note}, change] = useLatest<Entry>(() =>
		initial ? {line: lineOf(initial.reveal().replace(endsWithLineBreak, ''))} : nothing,
	);
	const [isRevealed, setIsRevealed] = useRevealed();
	/** What the person said to be right, should it have to be handed over once more. */
	const settled = useRef<Secret>(undefined);
	const [question, setQuestion] = useState<ValueReading | undefined>(() => {
		const text = textIn(line);
		const reading = initial && !isExact ? readValue(text, context) : undefined;
		return reading && stopping(reading).length > 0 && isQuestion(reading)
			? asEntered(reading, text)
			: undefined;
	});
	const say = (said: string | undefined): void => {
		change(({line: latest}) => ({line: latest, ...(said === undefined ? {} : {note: said})}));
	};
	const changed = (next: (entry: Entry) => Entry) => {
		const entry = change(next);
		onTyped();
		onChange?.(new Secret(textIn(entry.line)));
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
		const text = textIn(change(entry => entry).line);
		setIsRevealed(false);
		if (text === '' && !kept && !isOptional) return say('Paste or type it first.');
		if (text === '') return say(onSubmit(kept ?? new Secret('')));
		if (isExact) return say(onSubmit(new Secret(text)));
		if (!settled.current?.is(text) && onRead?.(text)) return;
		const reading = readValue(text, context);
		const stops = stopping(reading);
		if (stops.length === 0 || settled.current?.is(text))
			return say(onSubmit(settled.current?.is(text) ? settled.current : reading.value));
		if (isQuestion(reading)) setQuestion(asEntered(reading, text));
		else say(stops.map(({message}) => message).join(' '));
	};
	return {
		line,
		note,
		isRevealed,
		question,
		say,
		insert,
		submit,
		edit: (edit: Edit) => changed(entry => ({line: edited(entry.line, edit)})),
		reveal: () => setIsRevealed(now => !now),
		settle(value: Secret) {
			settled.current = value;
			setQuestion(undefined);
			change(() => ({line: lineOf(value.reveal())}));
			say(onSubmit(value));
		},
		again() {
			changed(() => nothing);
			setQuestion(undefined);
		},
	};
}

/** What is kept exactly as it is, is all that the field holds. */
const asEntered = (reading: ValueReading, text: string): ValueReading => ({
	...reading,
	value: new Secret(text),
});

/** Hides itself again after some seconds. */
function useRevealed() {
	const [isRevealed, setIsRevealed] = useState(false);
	useEffect(() => {
		if (!isRevealed) return;
		const timer = setTimeout(() => setIsRevealed(false), revealMilliseconds);
		return () => clearTimeout(timer);
	}, [isRevealed]);
	return [isRevealed, setIsRevealed] as const;
}
