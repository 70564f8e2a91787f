import type {FieldId} from '../domain/field.ts';
import type {Provider} from '../domain/providers/provider.ts';
import {exactNames, fieldNamed} from '../domain/values/exact.ts';
import type {Value} from './document.ts';
import {type ReadingState, report} from './reading.ts';

/** The fields of a row that are taken exactly as they come: `exact: [client_secret]`. */
export function readExact(
	reading: ReadingState,
	value: Value | undefined,
	path: string,
	provider: Provider,
): readonly FieldId[] {
	if (value === undefined || value.kind === 'null') return [];
	const names = `exact is a list of these: ${exactNames(provider).join(', ')}.`;
	if (value.kind !== 'list') {
		report(reading, value, path, value.kind === 'unusable' ? value.message : names);
		return [];
	}
	return Array.from(value.items(), (item, index) => {
		const id = item.kind === 'text' ? fieldNamed(item.text, provider) : undefined;
		if (id === undefined) report(reading, item, `${path}[${index}]`, names);
		return id;
	}).filter(id => id !== undefined);
}
