import {onlyBetween} from '../edits.ts';
import {type Finding, foundAt, foundBy, type Kind} from '../kind.ts';
import {isReference} from './whole.ts';

// The API that a key is sent to follows from how it begins, so nothing may stand before it, and nothing around it.

/** Quotes, brackets and punctuation, on one side alone or not two of a pair. A key ends with an equals sign as base64 does. */
const before = /^["'`“”„‘’«»()[\]{}<>:;,.=]+/;
const after = /["'`“”„‘’«»()[\]{}<>:]{1,100}$/;

/** A key of a known beginning, or in one piece as long as keys are. */
const keyLike = /^(?:mg_.|[\w-]{16,}$)/;

function keyMarks(text: string): Finding | undefined {
	if (isReference(text)) return undefined;
	const [start = ''] = before.exec(text) ?? [];
	const [end = ''] = after.exec(text.slice(Math.max(start.length, text.length - 100))) ?? [];
	const inner = text.slice(start.length, text.length - end.length);
	return keyLike.test(inner)
		? foundBy(onlyBetween(start.length, text.length - end.length, text.length))
		: undefined;
}

const innerBeginning = (text: string): Finding | undefined =>
	foundAt(text, text.startsWith('mg_') ? /(?<=[^\w-])mg_/ : /mg_/);

const roles = ['key'] as const;

/** Looked for once nothing else stands around it that has a name of its own. */
export const keyKinds = [
	{code: 'key-marks', severity: 'ask', roles, find: keyMarks},
	{code: 'key-beginning', severity: 'ask', roles, find: innerBeginning},
] as const satisfies readonly Kind[];
