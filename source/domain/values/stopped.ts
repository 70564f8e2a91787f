import type {Field} from '../field.ts';
import type {Provider} from '../providers/provider.ts';
import {askedOf, type How} from './asked.ts';
import {take} from './take.ts';

/** Whether a text, or any text of a list, would be refused where nobody can be asked. */
export function isStopped(field: Field, provider: Provider, value: unknown, how: How = {}): boolean {
	const values: readonly unknown[] = Array.isArray(value) ? value : [value];
	const texts = values.filter(one => typeof one === 'string');
	return texts.some(text => !take(text, askedOf(field, provider, how), '').ok);
}
