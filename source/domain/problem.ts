/** Why one field was refused, in the server's or our own words. `field` is a step of the wizard or an API path. */
export type FieldProblem = {readonly field: string; readonly message: string};

type Told = {
	/** What happened, in one sentence. */
	readonly message: string;
	/** What to do next, in one sentence. */
	readonly advice: string;
	/** The HTTP status, where the server answered. */
	readonly status?: number;
	/** The server's own name for the request, for its support. */
	readonly requestId?: string;
};

/**
What can go wrong, as data. `kind` is what the person can do about it:

- `reauthenticate`: another key (401, 403)
- `correct`: change the named fields (400, 422 and other refusals)
- `conflict`: look again, something changed meanwhile
- `retry`: the same again, after `delaySeconds` where the server named a delay (429, 503)
- `uncertain`: a write was sent and its outcome is not known
- `unreachable`: nothing arrived at the API: name, connection, TLS or a proxy failed
- `unavailable`: this API, or this computer, does not offer it (404, 405, 501; a list that cannot be read in full)
- `bug`: a fault of this program, or an answer that it cannot make sense of
*/
export type Problem = Told &
	(
		| {readonly kind: 'reauthenticate'}
		| {readonly kind: 'correct'; readonly fields: readonly FieldProblem[]}
		| {readonly kind: 'conflict'}
		| {readonly kind: 'retry'; readonly delaySeconds?: number}
		| {readonly kind: 'uncertain'}
		| {readonly kind: 'unreachable'}
		| {readonly kind: 'unavailable'}
		| {readonly kind: 'bug'}
	);

/**
Whether the key was taken and may not do just this (403). Of the organization and the list of its teams a team's
management key may not be told, so there it means that they cannot be looked up.
*/
export const isForbidden = ({kind, status}: Problem): boolean => kind === 'reauthenticate' && status === 403;

/** What happened and what to do, in one text. */
export const sentencesOf = ({message, advice}: Told): string => `${message} ${advice}`;

/** What an operation gives: its value, or the problem that kept it from one. Operations never throw. */
export type Result<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly problem: Problem};

export const success = <Value>(value: Value): Result<Value> => ({ok: true, value});

export const failure = <Value = never>(problem: Problem): Result<Value> => ({ok: false, problem});
