import type {Expectation} from '../field.ts';
import type {Secret} from '../secret.ts';
import type {Edit} from './edits.ts';
import type {Role} from './role.ts';

/**
How much a doubt weighs. `refuse`: it cannot be right. `ask`: it is almost surely wrong, and somebody has to say that it
is meant. `note`: it is unusual, and is said.
*/
export type Severity = 'refuse' | 'ask' | 'note';

/** The value of another field. `isSecret`: it must not be shown, whatever it stands in. */
export type Other = {readonly title: string; readonly value: Secret; readonly isSecret?: boolean};

/** What a value is looked at with. Nothing but the role is needed. */
export type Context = {
	readonly role: Role;
	/** What the provider usually hands out here. */
	readonly expectation?: Expectation;
	/** What the expectation is of, to begin a sentence with: “The Strava client ID”. */
	readonly subject?: string;
	/** The shape of this provider's client secret, where the value is for another field. */
	readonly secretShape?: RegExp;
	/** Whether no client ID of this provider has that shape, so that it tells a secret in the midst of a text too. */
	readonly isShapeTelling?: boolean;
	/** The values of other fields by the titles of these, none of which should be the same. */
	readonly others?: readonly Other[];
	/** Whether the person said that the value is meant exactly as it is: nothing is asked, and nothing repaired. */
	readonly isExact?: boolean;
	/** The same of white space alone. */
	readonly keepsWhitespace?: boolean;
};

/** Where one kind of doubt applies to a text. Indexes are in UTF-16 units. */
export type Finding = {
	/** Where it is; absent where it is about the value as a whole. */
	readonly index?: number;
	/** What makes it right; absent where only a person can. Never a list of none. */
	readonly edits?: readonly Edit[];
	/** How often it is there, where that is told. */
	readonly count?: number;
	/** The title of another field, for the words. */
	readonly title?: string;
};

/** One kind of doubt, as data: what it is called, how much it weighs, for whom it is, and how it is found. */
export type Kind<Code extends string = string> = {
	/** For programs: it does not change with the words. */
	readonly code: Code;
	readonly severity: Severity;
	/** Absent for every role. */
	readonly roles?: readonly Role[];
	/** Whether white space is all that it is about. */
	readonly isWhiteSpace?: true;
	/** Whether a repair could take away what belongs to the value. Whoever asks does not propose it first. */
	readonly mayLose?: true;
	/** Whether its words name the sign that stands at its index. */
	readonly namesSign?: true;
	/** In time linear in the length of the text. */
	readonly find: (text: string, context: Context) => Finding | undefined;
};

/** Every role whose value is an identifier or a secret, by RFC 6749, appendix A. */
export const identifiers: readonly Role[] = ['client-id', 'client-secret', 'key', 'text', 'secret', 'entry'];

/** A finding from edits, at the first of them; none where there are none. */
export function foundBy(edits: readonly Edit[]): Finding | undefined {
	const [first] = edits;
	return first && {index: first.start, edits, count: edits.length};
}

/** A finding that nothing can repair, at the first match. */
export function foundAt(text: string, pattern: RegExp): Finding | undefined {
	const index = text.search(pattern);
	return index === -1 ? undefined : {index};
}

/** A finding about the text as a whole. */
export const foundIf = (isFound: boolean): Finding | undefined => (isFound ? {} : undefined);
