import {isList, isObject} from '../domain/body/walk.ts';

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

// Line feeds stay: inside of a JSON text they are escaped already, outside they are its lines.
const unseen = /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}/gu;

/** The same JSON, in which whatever a terminal would not show as a sign is escaped. It may come from a server. */
export const inertJson = (json: string): string =>
	json.replace(unseen, sign =>
		sign
			.split('')
			.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
			.join(''),
	);
