import {useRef, useState} from 'react';
import {parseField} from '../../../domain/field-values.ts';
import {Secret} from '../../../domain/secret.ts';
import {readValue, stopping, type ValueReading} from '../../../domain/values/doubts.ts';
import {useConversation} from '../../conversation.ts';
import {isQuestion} from '../../prompts/value-question.tsx';
import {useFoundIn} from '../found/use-found.tsx';
import type {KnownText} from './field-answering.ts';
import {useMoves} from './use-moves.ts';
import {useNotes} from './use-notes.ts';

/** A text of a field while it is entered, what is asked about it, and what it may be instead. */
export function useTextEntry({field, initial, onAnswer}: KnownText) {
	const {wizard} = useConversation();
	const {context, notes, note, forget} = useNotes(field);
	const movesFor = useMoves(field);
	const [question, setQuestion] = useState<ValueReading | undefined>(() => {
		const doubted = wizard.doubted[field.id];
		const reading = doubted && context && readValue(doubted.reveal(), context);
		return reading && isQuestion(reading) ? reading : undefined;
	});
	const [{entered, problem}, setEntered] = useState<{entered: string; problem?: string | undefined}>({
		entered: initial,
	});
	const [isTouched, setIsTouched] = useState(false);
	const settled = useRef<Secret>(undefined);
	const again = (text: string, said?: string) => {
		setEntered({entered: text, problem: said});
		setQuestion(undefined);
	};
	const take = (text: string): string | undefined => {
		const reading = parseField(field, text);
		if (!reading.ok) return reading.message;
		const isSaid = text !== initial && reading.answer.kind === 'given' && note(new Secret(text)).length > 0;
		return isSaid ? undefined : onAnswer(reading.answer);
	};
	/** Taken where nothing is doubted; otherwise asked about, or said to be wrong. */
	const judge = (text: string): string | undefined => {
		const reading = context && readValue(text, context);
		const stops = reading ? stopping(reading) : [];
		if (!reading || stops.length === 0) return take(text);
		// What no address can be may still be the secret of another field.
		if (!isQuestion(reading) && movesFor(reading).length === 0)
			return stops.map(({message}) => message).join(' ');
		setQuestion(reading);
		return undefined;
	};
	const found = useFoundIn(field, value => {
		const text = value.reveal().replace(/(?:\r\n|\r|\n)$/, '');
		const isClean = context && stopping(readValue(text, context)).length === 0;
		setEntered({entered: isClean ? text : initial, problem: judge(text)});
	});
	const submit = (text: string): string | undefined => {
		if (text.trim() === '' || text === initial || settled.current?.is(text)) return take(text);
		return found.take(text) ? undefined : judge(text);
	};
	const settle = (value: Secret) => {
		settled.current = value;
		again(value.reveal(), take(value.reveal()));
	};
	const changed = () => {
		forget();
		setIsTouched(true);
	};
	return {
		context,
		notes,
		changed,
		isTouched,
		movesFor,
		question,
		entered,
		problem,
		found,
		again,
		submit,
		settle,
	};
}
