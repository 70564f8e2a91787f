import type {Issue} from './checks.ts';

/**
What the server does with one request: a JSON answer, a redirect, an HTML page where something else was due, an
answer that breaks off in the middle, nothing at all, or the end of the connection.
*/
export type Reply =
	| {
			readonly kind: 'json';
			readonly status: number;
			readonly body: object;
			readonly headers?: Readonly<Record<string, string>>;
	  }
	| {readonly kind: 'redirect'; readonly status: number; readonly location: string}
	| {readonly kind: 'page'; readonly html: string}
	| {readonly kind: 'cut'; readonly body: object}
	| {readonly kind: 'silence'}
	| {readonly kind: 'drop'};

export const ok = (body: object): Reply => ({kind: 'json', status: 200, body});

/** A refusal in FastAPI's shape: `{"detail": "…"}`. */
export const refusal = (
	status: number,
	detail: string,
	headers: Readonly<Record<string, string>> = {},
): Reply => ({kind: 'json', status, body: {detail}, headers});

/** Refused values in FastAPI's shape: `{"detail": [{"loc", "msg", "type", "input"}]}`. */
export const invalid = (issues: readonly Issue[]): Reply => ({
	kind: 'json',
	status: 422,
	body: {detail: issues},
});
