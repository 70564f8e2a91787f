import {inertJson} from './inert-json.ts';

/**
The value as one JSON document with a final line break. What it says is exactly the value, and nothing in it acts
on a terminal. Secrets in it show their mask.
*/
export const jsonDocument = (value: unknown): string =>
	`${inertJson(JSON.stringify(value, null, 2) ?? 'null')}\n`;
