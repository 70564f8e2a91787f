import type {Secret} from '../secret.ts';
import {type Asked, type Entered, enter} from './door.ts';
import {stopping, type ValueReading} from './doubts.ts';
import {questionWords} from './recognise.ts';
import {finalLineBreak} from './signs.ts';
import {repairWords} from './words.ts';

/** Something about a value that is said before it is sent. `code` is for programs and does not change. */
export type ValueNote = {readonly code: string; readonly message: string};

/** What is taken where nobody can be asked: the value with its notes, or all that speaks against it, in words. */
export type Taken =
	| {readonly ok: true; readonly value: Secret; readonly notes: readonly ValueNote[]}
	| {readonly ok: false; readonly message: string};

/**
Takes a value where nobody can be asked: whatever is doubted stops it, with what a repair would leave of it.
`exactly` is how to say that it is meant as it comes: `--exact client-id`.
*/
export function take(text: string, asked: Asked, exactly: string): Taken {
	const {isExact, keepsWhitespace} = asked.context;
	if (!isExact || keepsWhitespace) return taken(text, asked, exactly);
	// What is exact is the value that was doubted, and that never had the line break which a source ends with.
	const value = text.replace(finalLineBreak, '');
	const exact = taken(value, asked, exactly);
	return exact.ok && value !== text ? {...exact, notes: [endingRemoved, ...exact.notes]} : exact;
}

function taken(text: string, asked: Asked, exactly: string): Taken {
	const entered = enter(text, asked);
	if (entered.kind !== 'value') return {ok: false, message: documentWords(entered)};
	const {reading} = entered;
	if (stopping(reading).length > 0) return {ok: false, message: doubtWords(reading, exactly)};
	return {ok: true, value: reading.value, notes: notesOn(text, reading)};
}

/**
The same of a text that stands in a document: a line break at its end is no copy's doing, and doubted like other white
space, or a part of what is exact.
*/
export function takeWritten(text: string, asked: Asked, exactly: string): Taken {
	if (text.trim() === '') return {ok: false, message: blank};
	const written = taken(text, asked, exactly);
	const hasEnding = written.ok && written.notes.some(({code}) => code === endingRemoved.code);
	return hasEnding ? {ok: false, message: `${blank} If it is meant as it is, add ${exactly}.`} : written;
}

const blank = 'There is white space at its end, or nothing else.';

function doubtWords(reading: ValueReading, exactly: string): string {
	const doubts = stopping(reading);
	const isOpen = doubts.every(({severity}) => severity === 'ask');
	return [
		...doubts.map(({message}) => message),
		...(reading.repaired ? [repairWords(reading.repaired)] : []),
		...(isOpen ? [`If it is meant as it is, add ${exactly}.`] : []),
	].join(' ');
}

function documentWords(entered: Exclude<Entered, {readonly kind: 'value'}>): string {
	if (entered.kind === 'refused') return `${entered.refusal.message} ${entered.refusal.advice}`;
	const what = `It is not one value, but a document with several (${entered.name}).`;
	return entered.kind === 'question'
		? `${what} ${questionWords[entered.reason]} Give the one value that is asked for.`
		: `${what} Give the one value that is asked for.`;
}

/** Some have had names and words of their own for longer than there are doubts, and programs know them. */
function notesOn(text: string, {value, doubts}: ValueReading): readonly ValueNote[] {
	const isEndingKept = /[\r\n]$/.test(value.reveal()) && value.is(text);
	return [
		...(isEndingKept ? [endingKept] : []),
		...doubts.map(({code, message}) => {
			if (code === 'final-line-break') return endingRemoved;
			return code === 'unusual-shape' ? {code: 'unusual-value', message} : {code, message};
		}),
	];
}

const endingKept: ValueNote = {
	code: 'final-line-break-kept',
	message: 'The line break at its end is sent too.',
};

const endingRemoved: ValueNote = {
	code: 'final-line-break-removed',
	message: 'The line break at its end was removed.',
};
