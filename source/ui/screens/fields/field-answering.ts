import type {Field} from '../../../domain/field.ts';
import type {FieldAnswer} from '../../../domain/field-values.ts';
import {mask} from '../../../domain/secret.ts';
import {shownValue} from '../../../wizard/shown.ts';
import type {Remark} from '../../layout.ts';

/** What the prompt of a field is given. `onAnswer` says why an answer cannot stand, if so. */
export type Answering = {
	readonly field: Field;
	readonly onAnswer: (answer: FieldAnswer) => string | undefined;
};

/** Whose value a field begins with, where the person did not give it: the API's, that of a flag, or of another answer. */
export type Origin = 'Stored' | 'Given' | 'From the client ID';

/** A text to begin with. */
export type KnownText = Answering & {readonly initial: string; readonly origin?: Origin | undefined};

/** The same of a choice, which is seen. */
export const chosenAsStored: Remark = {tone: 'quiet', text: 'Chosen is what is stored; Enter keeps it.'};

const shownOfStored = 20;

/** The label of a field that holds what nobody typed there. */
export function originWords(origin: Origin, text: string, isSealed: boolean): string {
	const shown = shownValue(text);
	const start = shown.length > shownOfStored ? `${shown.slice(0, shownOfStored).toWellFormed()}…` : shown;
	return `${origin}: ${isSealed ? mask : start}, Enter keeps it, typing or pasting replaces it`;
}
