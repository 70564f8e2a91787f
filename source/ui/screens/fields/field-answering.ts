import type {Field} from '../../../domain/field.ts';
import type {FieldAnswer} from '../../../domain/field-values.ts';
import {mask} from '../../../domain/secret.ts';
import {shownValue} from '../../../wizard/shown.ts';

/** What the prompt of a field is given. `onAnswer` says why an answer cannot stand, if so. */
export type Answering = {
	readonly field: Field;
	readonly onAnswer: (answer: FieldAnswer) => string | undefined;
};

/** A text to begin with; `isStored` where it is what the API has, and not what the person gave before. */
export type KnownText = Answering & {readonly initial: string; readonly isStored?: boolean};

const shownOfStored = 24;

/** The label of a field that holds what is stored. */
export function storedWords(text: string, isSealed: boolean): string {
	const shown = shownValue(text);
	const start = shown.length > shownOfStored ? `${shown.slice(0, shownOfStored).toWellFormed()}…` : shown;
	return `Stored: ${isSealed ? mask : start}, Enter keeps it, typing or pasting replaces it`;
}
