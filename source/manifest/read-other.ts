import {isExact} from '../domain/body/sendable.ts';
import type {Path} from '../domain/body/walk.ts';
import type {Json} from '../domain/credential.ts';
import {secretDetail} from '../domain/values/asked.ts';
import type {Value} from './document.ts';
import {type Found, takenFrom} from './read-field.ts';
import {isReference, secretOf} from './read-secret.ts';
import {type ReadingState, report, taken, within} from './reading.ts';

/** A value of unknown meaning as JSON; null stands where a secret goes. */
export function otherValue(
	reading: ReadingState,
	value: Value,
	path: string,
	bodyPath: Path,
	found: Found,
	isInList = false,
): Json {
	if (isReference(value) || value.kind === 'text') {
		if (isInList && isReference(value)) {
			report(reading, value, path, 'A secret cannot be part of a list here.');
			return null;
		}
		const field = secretDetail(bodyPath);
		const secret = secretOf(reading, value, path, bodyPath, text => takenFrom(text, field, found));
		if (secret?.kind === 'reference') found.secrets.push(secret.reference);
		return secret?.kind === 'literal' ? secret.secret.reveal() : null;
	}
	switch (value.kind) {
		case 'map':
			return Object.fromEntries(
				taken(reading, value.entries, path).map(({key, value: inside}) => [
					key,
					otherValue(reading, inside, within(path, key), [...bodyPath, key], found, isInList),
				]),
			);
		case 'list':
			return Array.from(value.items(), (item, index) =>
				otherValue(reading, item, `${path}[${index}]`, bodyPath, found, true),
			);
		case 'number':
			return numberOf(reading, value, path);
		case 'boolean':
			return value.isTrue;
		case 'unusable':
			report(reading, value, path, value.message);
			return null;
		default:
			return null;
	}
}

/** As JSON spells numbers. Zeros before it, which an ID may have, and other bases would be lost on the way. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

const notExact =
	'This number would not arrive as it is written. Put it in quotes, or write it as a plain decimal number.';

/** A number that arrives as it is written. */
function numberOf(
	reading: ReadingState,
	value: Value & {readonly number: number; readonly text: string},
	path: string,
): Json {
	const {number, text} = value;
	// Who writes a power of ten means no digits beyond those written.
	const isMeant = isExact(number) || (/e/i.test(text) && Number.isFinite(number));
	if (jsonNumber.test(text) && isMeant) return number;
	report(reading, value, path, notExact);
	return null;
}
