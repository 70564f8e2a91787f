import {schemas} from '../domain/field-values.ts';
import {type Result, success} from '../domain/problem.ts';
import {Secret} from '../domain/secret.ts';
import {type Doubt, doubtMessages, readSecret} from '../domain/secret-input.ts';
import {refused} from './refused.ts';

/** Something about a secret that the person should know. Never any part of it. */
export type SourceNote = {readonly code: string; readonly message: string};

export type TakenSecret = {readonly secret: Secret; readonly notes: readonly SourceNote[]};

type Taking = {
	/** The title of the field, to begin sentences with. */
	readonly what: string;
	/** Sends exactly what came, the final line break included. */
	readonly keepsWhitespace: boolean;
	readonly clientId?: string;
};

// What no secret has, told before it is looked at closely: that takes time.
const longest = 20_000;
const onlySecret = 'Check that nothing but the secret comes from its source.';

/**
A secret from the text of a source, where nobody can be asked. One final line break is removed, which most
commands add. What is hardly ever part of a secret, and would be noticed much later, is refused, unless it is to be
taken exactly as it comes.
*/
export function takeSecret(text: string, options: Taking): Result<TakenSecret> {
	const {what, keepsWhitespace, clientId} = options;
	if (text.trim() === '') {
		return refused(
			`${what}: ${text === '' ? 'It is empty.' : 'There is nothing but white space in it.'}`,
			'Make sure that the secret is there, then run it again.',
		);
	}
	if (text.length > longest) return refused(`${what}: This is too long to be right.`, onlySecret);
	const {value, hadFinalLineBreak, doubts} = readSecret(text, clientId);
	const [doubt] = doubts;
	if (doubt && !keepsWhitespace) return doubtful(what, doubt, text);
	const secret = new Secret(keepsWhitespace ? text : value);
	const parsed = schemas.secret.safeParse(secret);
	if (!parsed.success) {
		return refused(`${what}: ${parsed.error.issues[0]?.message ?? 'It cannot be sent.'}`, onlySecret);
	}
	const notes = doubts.map(each => noteOn(each, what));
	return success({
		secret,
		notes: hadFinalLineBreak ? [finalLineBreak(what, keepsWhitespace), ...notes] : notes,
	});
}

function doubtful(what: string, doubt: Doubt, text: string): Result<never> {
	const message = text.startsWith('\ufeff')
		? 'It begins with a byte order mark, which some editors add unseen.'
		: doubtMessages[doubt];
	const isWhiteSpace = doubt === 'edge white space' || doubt === 'line breaks';
	const fix = isWhiteSpace
		? 'Give it without, for instance by printf %s instead of echo'
		: 'Give the secret alone';
	return refused(`${what}: ${message}`, `${fix}; or add --keep-whitespace to send it exactly as it is.`);
}

const noteOn = (doubt: Doubt, what: string): SourceNote => ({
	code: doubt.toLowerCase().replaceAll(' ', '-'),
	message: `${what}: ${doubtMessages[doubt]} It is sent as it is.`,
});

const finalLineBreak = (what: string, isKept: boolean): SourceNote =>
	isKept
		? {code: 'final-line-break-kept', message: `${what}: The line break at its end is sent too.`}
		: {code: 'final-line-break-removed', message: `${what}: The line break at its end was removed.`};
