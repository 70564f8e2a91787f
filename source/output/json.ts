import {isList, isObject} from '../domain/body/walk.ts';
import {inertJson} from '../domain/inert.ts';

/**
The value as one JSON document with a final line break. What it says is exactly the value, and nothing in it acts
on a terminal. Secrets in it show their mask, and `hide` what of a text may not be shown.
*/
export const jsonDocument = (value: unknown, hide: (text: string) => string = text => text): string =>
	`${inertJson(JSON.stringify(withTexts(value, hide), null, 2) ?? 'null')}\n`;

/** The value with every text in it changed. Names of objects are ours. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (isList(value)) return value.map(item => withTexts(item, change));
	if (!isObject(value)) return value;
	const entries = Object.entries(value).map(([name, inner]) => [name, withTexts(inner, change)]);
	return Object.fromEntries(entries);
}
