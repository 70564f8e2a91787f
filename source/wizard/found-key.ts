import type {Secret} from '../domain/secret.ts';
import {type Entered, enter} from '../domain/values/door.ts';
import type {Context} from '../domain/values/kind.ts';

export const keyContext: Context = {role: 'key'};

export type FoundByKey = Exclude<Entered, {readonly kind: 'value'}>;

/** What was entered for the organization key. */
export const keyEntered = (text: string): Entered =>
	enter(text, {field: 'organization-key', context: keyContext});

/** The organization key that a document has in it, whatever application its other values are of. */
export function keyInDocument(found: FoundByKey): Secret | undefined {
	if (found.kind === 'refused') return undefined;
	const fields = found.kind === 'document' ? found.fields : found.applications.flatMap(one => one.fields);
	return fields.find(({field}) => field === 'organization-key')?.value;
}

/** The key that a text would come to, as far as it can be told before anybody was asked. */
export function keyIn(text: string): Secret | undefined {
	const entered = keyEntered(text);
	if (entered.kind === 'value') return entered.reading.repaired ?? entered.reading.value;
	return keyInDocument(entered);
}
