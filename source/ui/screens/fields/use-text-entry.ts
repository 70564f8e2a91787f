import {useRef, useState} from 'react';
import {parseField} from '../../../domain/field-values.ts';
import {Secret} from '../../../domain/secret.ts';
import {readValue, stopping, type ValueReading} from '../../../domain/values/doubts.ts';
import {finalLineBreak} from '../../../domain/values/signs.ts';
import {useConversation} from '../../conversation.ts';
import {isMoreThanLine} from '../../prompts/text-prompt.tsx';
import {isQuestion} from '../../prompts/value-question.tsx';
import {useFoundIn} from '../found/use-found.tsx';
import type {KnownText} from './field-answering.ts';
import {useMoves} from './use-moves.ts';
import {useNotes} from './use-notes.ts';

/** A text of a field while it is entered, what is asked about it, and what it may be instead. */
export function useTextEntry(known: KnownText) {
	const {field, initial} = known;
	const judging = useJudging(known);
	const {judge, take, ask, question} = judging;
	const [line, setLine] = useState<Line>({entered: initial, problem: judging.saidFirst});
	const settled = useRef<Secret>(undefined);
	const again = (entered: string, problem?: string) => {
		setLine({entered, problem});
		ask(undefined);
	};
	const found = useFoundIn(field, value => {
		const text = value.reveal().replace(finalLineBreak, '');
		// What is doubted is never shown before it is asked about.
		setLine({entered: judging.isClean(text) ? text : initial, problem: judge(text)});
	});
	const submit = (text: string): string | undefined => {
		if (text.trim() === '' || text === initial || settled.current?.is(text)) return take(text);
		return found.take(text) ? undefined : judge(text);
	};
	const settle = (value: Secret) => {
		settled.current = value;
		again(value.reveal(), take(value.reveal()));
	};
	return {...judging, ...line, question, found, again, submit, settle};
}

/** What the prompt begins with, and what is said of it. */
type Line = {readonly entered: string; readonly problem: string | undefined};

/** What is said of a text before it is the answer: doubts as a question, what is unusual once. */
function useJudging({field, initial, onAnswer}: KnownText) {
	const {wizard} = useConversation();
	const {context, notes, note, forget} = useNotes(field);
	const movesFor = useMoves(field);
	const [isTouched, setIsTouched] = useState(false);
	const read = (text: string) => context && readValue(text, context);
	// What no address can be may still be the secret of another field.
	const isAsked = (reading: ValueReading) => isQuestion(reading) || movesFor(reading).length > 0;
	const doubted = read(wizard.doubted[field.id]?.reveal() ?? '');
	const isBrought = wizard.doubted[field.id] !== undefined && doubted !== undefined;
	const [question, ask] = useState(isBrought && isAsked(doubted) ? doubted : undefined);
	const take = (text: string): string | undefined => {
		const reading = parseField(field, text);
		if (!reading.ok) return reading.message;
		const isSaid = text !== initial && reading.answer.kind === 'given' && note(new Secret(text)).length > 0;
		return isSaid ? undefined : onAnswer(reading.answer);
	};
	const judge = (text: string): string | undefined => {
		const reading = read(text);
		if (!reading || stopping(reading).length === 0) return take(text);
		if (!isAsked(reading)) return saidOf(reading);
		ask(reading);
		return undefined;
	};
	/** Asks at once about what the line would leave out, or says what is wrong with it. Of several lines it takes the first. */
	const judgeAtOnce = (text: string): boolean | string => {
		const reading = isMoreThanLine(text) ? read(text) : undefined;
		const stops = reading ? stopping(reading) : [];
		const isOfLines = reading?.repaired === undefined && stops.some(({code}) => code === 'several-lines');
		if (!reading || stops.length === 0 || isOfLines) return false;
		if (!isAsked(reading)) return saidOf(reading);
		ask(reading);
		return true;
	};
	const changed = () => {
		forget();
		setIsTouched(true);
	};
	return {
		context,
		notes,
		movesFor,
		question,
		ask,
		take,
		/** Takes it where nothing is doubted; otherwise asks about it, or says what is wrong. */
		judge,
		judgeAtOnce,
		isClean: (text: string) => saidOf(read(text)) === '',
		/** What is said of what a document brought, where there is nothing to ask. */
		saidFirst: isBrought && !isAsked(doubted) ? saidOf(doubted) : undefined,
		isTouched,
		changed,
	};
}

const saidOf = (reading: ValueReading | undefined): string =>
	reading
		? stopping(reading)
				.map(({message}) => message)
				.join(' ')
		: '';
