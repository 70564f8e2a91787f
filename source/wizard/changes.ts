import {valueChanges} from '../domain/body/changes.ts';
import type {Json, StoredCredential} from '../domain/credential.ts';
import type {FieldId} from '../domain/field.ts';
import {clean} from '../domain/text.ts';
import type {Answers} from './answers.ts';
import {providerOf} from './steps.ts';
import {isOfTarget} from './stored.ts';

/** One field that a save would change. Texts are cleaned for display; an empty one means none. */
export type Change = {
	readonly id: FieldId;
	readonly title: string;
	readonly from: string;
	readonly to: string;
};

/** What a save would change of the stored credential, field by field, in words. */
export function changesFrom(stored: StoredCredential, answers: Answers): readonly Change[] {
	const provider = providerOf(answers);
	if (!provider || !isOfTarget(stored, answers)) return [];
	return valueChanges(stored, answers, provider).map(({field, from, to}) => ({
		id: field.id,
		title: field.title,
		from: wordsOf(from),
		to: wordsOf(to),
	}));
}

/** A value in words. Of an object only its keys are shown, for it may hold secrets. */
function wordsOf(value: Json | undefined): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return clean(value.join(', '));
	return clean(typeof value === 'object' ? Object.keys(value).join(', ') : String(value));
}
