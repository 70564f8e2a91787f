import {isList, isObject} from '../body/walk.ts';
import type {Certainty, Reading, RefusedPart, TokenAnswer} from './pair-check.ts';

// What the answers to a made-up code mean, provider by provider. All but these tell nothing.

const proved = (certainty: Certainty): Reading => ({verdict: 'proved', certainty});

const refuted = (part: RefusedPart, certainty: Certainty, type: string): Reading => ({
	verdict: 'refuted',
	part,
	certainty,
	type,
});

/** The object that the text is as JSON; empty where it is none. */
export function objectIn({text}: Pick<TokenAnswer, 'text'>): {readonly [name: string]: unknown} {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}

/** What the answers of an endpoint mean that keeps to RFC 6749, 5.2. */
export const standardReading =
	(right: Certainty, wrong: Certainty) =>
	(answer: TokenAnswer): Reading | undefined => {
		const {error} = objectIn(answer);
		if (answer.status === 400 && error === 'invalid_grant') return proved(right);
		// The standard lets an endpoint choose between the two.
		if ((answer.status === 400 || answer.status === 401) && error === 'invalid_client')
			return refuted('pair', wrong, 'invalid_client');
		return undefined;
	};

const googleDescriptions: Readonly<Record<string, RefusedPart>> = {
	'The OAuth client was not found.': 'client-id',
	Unauthorized: 'secret',
	'The provided client secret is invalid.': 'secret',
};

/** Google tells an unknown client ID from a wrong secret by the description alone. */
export function googleReading(answer: TokenAnswer): Reading | undefined {
	const {error, error_description: description} = objectIn(answer);
	if (answer.status === 400 && error === 'invalid_grant') return proved('documented');
	if (answer.status !== 401) return undefined;
	if (error === 'invalid_client') {
		const known = typeof description === 'string' && Object.hasOwn(googleDescriptions, description);
		return refuted((known && googleDescriptions[description]) || 'pair', 'documented', error);
	}
	if (error !== 'deleted_client' && error !== 'disabled_client') return undefined;
	const what = error === 'deleted_client' ? 'deleted' : 'disabled';
	return {
		verdict: 'unknown',
		type: error,
		message: `Google answered ${error}, which is not documented: the client may have been ${what}.`,
		advice: `Look in the Google Cloud console whether the client was ${what}.`,
	};
}

/** Strava names what it stumbled over: the code once it knows the pair. */
export function stravaReading(answer: TokenAnswer): Reading | undefined {
	const {message, errors} = objectIn(answer);
	const [first] = isList(errors) ? errors : [];
	if (!isObject(first)) return undefined;
	const {resource, field} = first as {readonly resource?: unknown; readonly field?: unknown};
	if (answer.status === 400 && resource === 'AuthorizationCode') return proved('documented');
	if (resource !== 'Application') return undefined;
	if (answer.status === 400 && field === 'client_id')
		return refuted('client-id', 'reported', 'Application/client_id');
	return answer.status === 401 && message === 'Authorization Error' && field === ''
		? refuted('pair', 'reported', 'Application')
		: undefined;
}

/** Withings answers 200 whatever it says, and a number that stands for several things: its text tells. */
export function withingsReading(answer: TokenAnswer): Reading | undefined {
	if (answer.status !== 200) return undefined;
	const {status, error} = objectIn(answer);
	if (status === 601) return limited('Withings');
	if (status !== 503) return undefined;
	if (error === 'Invalid Params: invalid code') return proved('reported');
	return error === 'Invalid Params: invalid client id/secret'
		? refuted('pair', 'reported', 'invalid client id/secret')
		: undefined;
}

/** Too many requests, told by the status or in the answer. */
export const limited = (who: string): Reading & {readonly verdict: 'unknown'} => ({
	verdict: 'unknown',
	type: 'limited',
	message: `${who} asks for fewer requests just now, so it told nothing.`,
	advice: 'Try it again in a few minutes.',
});
