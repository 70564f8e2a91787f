import type {FieldId} from '../field.ts';
import type {Provider} from '../providers/provider.ts';
import {readValue, type ValueReading} from './doubts.ts';
import type {Context} from './kind.ts';
import {type Recognition, recognise} from './recognise.ts';

/** What a value is asked for. */
export type Asked = {
	readonly field: FieldId | 'organization-key';
	readonly context: Context;
	readonly provider?: Provider;
};

/** What came through: the value asked for with what is doubted about it, or a document, which may hold more. */
export type Entered =
	| {readonly kind: 'value'; readonly reading: ValueReading}
	| Exclude<Recognition, {readonly kind: 'value'}>;

/**
The one door for every value, whatever brought it: a paste, a flag, a file, a command, a manifest. What is to be taken
exactly as it comes is no document; and a name before nothing but the value asked for is a doubt about that value.
*/
export function enter(text: string, {field, context, provider}: Asked): Entered {
	const value = {kind: 'value', reading: readValue(text, context)} as const;
	if (context.isExact) return value;
	const recognition = recognise(text, provider);
	if (recognition.kind === 'value' || isAllOf(recognition, field, value.reading)) return value;
	return recognition;
}

/** Whether a document holds nothing but the value that is got by taking away what stands around it. */
function isAllOf(recognition: Recognition, asked: Asked['field'], {repaired}: ValueReading): boolean {
	if (recognition.kind !== 'document' || recognition.redirectUris.length > 0) return false;
	const [only, ...others] = recognition.fields;
	return (
		others.length === 0 && only?.field === asked && repaired !== undefined && only.value.is(repaired.reveal())
	);
}
