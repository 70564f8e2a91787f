import {type Result, success} from '../domain/problem.ts';
import type {Secret} from '../domain/secret.ts';
import type {Asked} from '../domain/values/door.ts';
import {take, type ValueNote} from '../domain/values/take.ts';
import {refused} from './refused.ts';

/** Something about a secret that the person should know. Never any part of it. */
export type SourceNote = ValueNote;

export type TakenSecret = {readonly secret: Secret; readonly notes: readonly SourceNote[]};

type Taking = {
	/** The title of the field, to begin sentences with. */
	readonly what: string;
	/** What the secret is for, and what it is looked at with. */
	readonly asked: Asked;
	/** How to say that it is meant as it comes: `--exact client-secret`. */
	readonly exactly: string;
};

/**
A secret from the text of a source, where nobody can be asked. One final line break is removed, which most
commands add. All that is hardly ever part of a secret, and would be noticed much later, is refused at once.
*/
export function takeSecret(text: string, {what, asked, exactly}: Taking): Result<TakenSecret> {
	const taken = take(text, asked, exactly);
	if (!taken.ok) {
		return refused(`${what}: ${taken.message}`, 'Correct it where it comes from, then run it again.');
	}
	// What is unusual is told of all fields alike, once the save is planned.
	const told = taken.notes.filter(({code}) => code !== 'unusual-value');
	const notes = told.map(({code, message}) => ({code, message: `${what}: ${message}`}));
	return success({secret: taken.value, notes});
}
