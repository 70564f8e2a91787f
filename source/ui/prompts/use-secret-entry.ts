import {useEffect, useState} from 'react';
import {Secret} from '../../domain/secret.ts';
import {readSecret, type SecretReading} from '../../domain/secret-input.ts';
import {useConversation} from '../conversation.ts';
import {useLatest} from '../hooks/use-latest.ts';
import {type Edit, edited, type Line, lineOf, textIn} from './editor.ts';

const revealMilliseconds = 8000;
const longest = 65_536;
const endsWithLineBreak = /(?:\r\n|\r|\n)$/;

export type SecretAsked = {
	/** The secret entered before: Enter in the empty field keeps it. */
	readonly kept?: Secret | undefined;
	readonly clientId?: string | undefined;
	/** Whether Enter in the empty field means that there is none. */
	readonly isOptional?: boolean;
	/** Whether the text is taken as it is, without doubts about what a copy brought along. */
	readonly isExact?: boolean;
	/** Answers with what is wrong with it, if anything. */
	readonly onSubmit: (secret: Secret) => string | undefined;
	readonly onChange?: ((text: Secret) => void) | undefined;
};

type Entry = {readonly line: Line; readonly note?: string};

const nothing: Entry = {line: lineOf('')};

/** A secret while it is entered, and what is asked about it before it is handed over. */
export function useSecretEntry({kept, clientId, isOptional, isExact, onSubmit, onChange}: SecretAsked) {
	const {onTyped} = useConversation();
	const [{line, note}, change] = useLatest(nothing);
	const [isRevealed, setIsRevealed] = useRevealed();
	const [question, setQuestion] = useState<SecretReading>();
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
		const reading = readSecret(text, clientId);
		if (reading.doubts.length > 0 && !isExact) setQuestion(reading);
		else say(onSubmit(new Secret(isExact ? text : reading.value)));
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
		settle(value: string) {
			setQuestion(undefined);
			say(onSubmit(new Secret(value)));
		},
		again() {
			changed(() => nothing);
			setQuestion(undefined);
		},
	};
}

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
