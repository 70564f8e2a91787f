import type {FieldId} from '../field.ts';
import type {FieldAnswers} from '../field-values.ts';
import {fieldsOf} from '../fields.ts';
import type {Provider} from '../providers/provider.ts';
import {Secret} from '../secret.ts';
import type {Warning} from '../warnings.ts';
import {contextOf} from './context.ts';
import {notesOn} from './doubts.ts';
import {fieldNamed} from './exact.ts';

/**
What is unusual about the answers to the provider's fields: the notes of the one door, whatever brought the values. They
are those to be sent, with whatever stops a value settled before. No message holds a part of a value.
*/
export const notesOnAnswers = (provider: Provider, answers: FieldAnswers): readonly Warning[] =>
	fieldsOf(provider).flatMap(field => {
		const answer = answers[field.id];
		const context = contextOf(field, provider);
		if (answer?.kind !== 'given' || !context) return [];
		const value = answer.value instanceof Secret ? answer.value.reveal() : answer.value;
		const messages = [value]
			.flat()
			.flatMap(text => (typeof text === 'string' ? notesOn(text, context) : []))
			.map(({message}) => `${field.title}: ${message}`);
		return [...new Set(messages)].map(message => ({
			code: 'unusual-value',
			message,
			field: field.path.join('.'),
		}));
	});

/**
The warnings that are errors where everything has to be as usual. A final line break is none, which most commands print;
nor is what somebody said to be meant exactly as it is.
*/
export const strictlyWrong = (
	warnings: readonly Warning[],
	provider: Provider,
	exact: readonly FieldId[],
): readonly Warning[] =>
	warnings.filter(({code, field}) => {
		const id = field === undefined ? undefined : fieldNamed(field, provider);
		return !isOfLineBreak(code) && !(id !== undefined && exact.includes(id));
	});

/** Whether it only tells what became of a final line break. */
export const isOfLineBreak = (code: string): boolean => code.startsWith('final-line-break-');

/** What is added to the words of a warning that is an error. */
export const strictWords = 'With --strict that is an error.';
