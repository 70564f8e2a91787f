import {type Result, success} from '../domain/problem.ts';
import type {Collected} from './collect.ts';
import {refused, stopped} from './refused.ts';

/** The text of what was collected. `subject` is what it came from and begins the sentences: “The file”. */
export function textOf(collected: Collected, subject: string, limit: number): Result<string> {
	if (collected.kind === 'stopped') return stopped();
	if (collected.kind === 'cut') {
		return refused(`${subject} could not be read to its end.`, 'Nothing was sent. Try it again.');
	}
	if (collected.kind === 'too-large') return tooLarge(subject, limit);
	if (collected.bytes.byteLength === 0) {
		return refused(`${subject} is empty.`, 'Make sure that the value is there, then run it again.');
	}
	const text = decoded(collected.bytes);
	return text === undefined ? notText(subject) : success(text);
}

export const tooLarge = (subject: string, limit: number): Result<never> =>
	refused(
		`${subject} is larger than ${Math.floor(limit / 1024)} kB.`,
		'This is too long to be right. Check that it is the one you meant.',
	);

/** Text that is not what was meant any more must never be sent, so nothing is replaced in silence. */
export const notText = (subject: string): Result<never> =>
	refused(
		`${subject} is not valid UTF-8 text.`,
		'Save or print it as UTF-8; some Windows programs write UTF-16 unless told otherwise.',
	);

function decoded(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		return undefined;
	}
}
