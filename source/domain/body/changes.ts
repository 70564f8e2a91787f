import type {Json, StoredCredential} from '../credential.ts';
import type {Field} from '../field.ts';
import type {FieldAnswers} from '../field-values.ts';
import {fieldsOf, isDetail} from '../fields.ts';
import {unknownProvider} from '../providers/find-providers.ts';
import type {Provider} from '../providers/provider.ts';
import {Secret} from '../secret.ts';
import {differences, spellingOf} from './compare.ts';
import {jsonOf} from './seal.ts';
import {hidden} from './show.ts';
import {storedValue} from './stored.ts';
import {isSamePath} from './walk.ts';

/** One field whose answer is not what is stored, both raw, but secrets masked. null is no value. */
export type ValueChange = {readonly field: Field; readonly from: Json; readonly to: Json};

/**
The fields in which the answers are not what is stored, and what a practice binding erases. The client secret is not
among them: it cannot be read back, so every save sets it anew.
*/
export function valueChanges(
	stored: StoredCredential,
	answers: FieldAnswers,
	provider: Provider,
): readonly ValueChange[] {
	const fields = fieldsOf(provider).filter(isComparable);
	const changeOf = (field: Field, wanted: Json | Secret | undefined): readonly ValueChange[] => {
		const from = storedValue(stored, field);
		const comparison = {strictness: 'exact', spelling: spellingOf(field, provider)} as const;
		if (differences(wanted, from, comparison).length === 0) return [];
		const told = (value: Json | Secret = null) =>
			field.kind === 'secret' || value instanceof Secret ? hidden(value) : value;
		return [{field, from: told(from), to: told(wanted)}];
	};
	return [
		...erasedFields(provider).flatMap(field => changeOf(field, undefined)),
		...fields.flatMap(field => changeOf(field, wantedValue(field, answers))),
	];
}

function wantedValue({id, kind}: Field, answers: FieldAnswers): Json | Secret | undefined {
	const answer = answers[id];
	if (answer?.kind !== 'given') return undefined;
	const {value} = answer;
	return kind === 'json' && value instanceof Secret ? jsonOf(value) : value;
}

/** Whether it can be read back. A secret detail is at least known to be there or not. */
const isComparable = (field: Field): boolean => field.kind !== 'secret' || isDetail(field);

/** What a practice binding has no place for, so that whatever is stored of it goes. */
function erasedFields(provider: Provider): readonly Field[] {
	if (provider.ownOAuth !== 'practice') return [];
	const own = fieldsOf(provider);
	return fieldsOf(unknownProvider('')).filter(
		field => isComparable(field) && !own.some(({path}) => isSamePath(path, field.path)),
	);
}
