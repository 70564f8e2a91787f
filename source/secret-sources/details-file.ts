import {isObject} from '../domain/body/walk.ts';
import type {Json, JsonObject} from '../domain/credential.ts';
import {type Result, success} from '../domain/problem.ts';
import {faultIn} from './json-fault.ts';
import {refused} from './refused.ts';

/** Deeper than the details of any provider, and as deep as the answers of the API are read. */
const depthLimit = 32;

/**
The details of a credential from the text of a JSON object. What would not arrive as it is written is refused:
a name given twice, a number with more digits than can be kept. A refusal says the line and the column, both
from 1, and never quotes the text, which may hold secrets.
*/
export function parseDetails(text: string): Result<JsonObject> {
	const json = text.replace(/^\ufeff/, '');
	const fault = faultIn(json, depthLimit);
	if (fault) {
		return refused(
			`Details are not usable JSON: at ${placeOf(json, fault.index)}, ${fault.message}.`,
			'Correct it there, then run it again.',
		);
	}
	const value: Json = JSON.parse(json);
	if (isObject(value)) return success(value);
	return refused('Details must be a JSON object.', 'Write them in braces, such as {"key": "value"}.');
}

function placeOf(text: string, index: number): string {
	const lines = text.slice(0, index).split(/\r\n|\r|\n/);
	return `line ${lines.length}, column ${Array.from(lines.at(-1) ?? '').length + 1}`;
}
