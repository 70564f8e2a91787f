import type {Field} from '../../domain/field.ts';
import type {Secret} from '../../domain/secret.ts';
import {readValue, stopping, type ValueReading} from '../../domain/values/doubts.ts';
import type {Context} from '../../domain/values/kind.ts';
import {lengthOf} from '../../domain/values/words.ts';
import {contextFor} from '../../wizard/field-context.ts';
import {isQuestion, mayBeKept} from '../prompts/value-question.tsx';
import {choose, type Talk} from './talk.ts';

/** Asks what was meant, where a value holds something that is probably no part of it; undefined to enter it again. */
export async function settleValue(
	talk: Talk,
	reading: ValueReading,
	canKeep: (value: Secret) => boolean = () => true,
): Promise<Secret | undefined> {
	const {value, repaired} = reading;
	talk.say(...stopping(reading).map(({message}) => message));
	if (!isQuestion(reading)) return undefined;
	const choice = await choose(talk, [
		{id: 'again', label: 'Enter it again'},
		...(repaired ? [{id: 'repaired', label: `Use it repaired (${lengthOf(repaired)})`} as const] : []),
		...(mayBeKept(reading) && canKeep(value)
			? [{id: 'kept', label: `Keep it exactly as it is (${lengthOf(value)})`} as const]
			: []),
	]);
	if (choice === 'repaired') return repaired;
	return choice === 'kept' ? value : undefined;
}

/** The same of all that can be said of a value of this field, what is only unusual as well. */
export async function settleEntered(
	talk: Talk,
	field: Field,
	text: string,
	canKeep?: (value: Secret) => boolean,
): Promise<Secret | undefined> {
	const context = contextFor(field, talk.wizard().answers);
	const reading = context && readValue(text, context);
	if (!reading) return undefined;
	const value = stopping(reading).length === 0 ? reading.value : await settleValue(talk, reading, canKeep);
	return value && (await isMeant(talk, value, context)) ? value : undefined;
}

/** Says what is unusual about it, and asks whether it is kept. */
async function isMeant(talk: Talk, value: Secret, context: Context): Promise<boolean> {
	const notes = readValue(value.reveal(), {...context, isExact: true}).doubts.filter(
		({severity}) => severity === 'note',
	);
	if (notes.length === 0) return true;
	talk.say(...notes.map(({message}) => message));
	const choice = await choose(talk, [
		{id: 'again', label: 'Enter it again'},
		{id: 'kept', label: 'Keep it as it is'},
	]);
	return choice === 'kept';
}
