import type {Reply} from './reply.ts';

const json = (status: number, body: object): Reply => ({kind: 'json', status, body});

/** What a token endpoint answers to a made-up code, by whether it knows the pair. */
export type TokenAnswers = {
	/** The pair is right, so that it gets as far as the code. */
	readonly right: Reply;
	readonly unknown: Reply;
	readonly wrongSecret: Reply;
	/** What was sent is not of the form that it takes. */
	readonly malformed: Reply;
};

const oauthError = (status: number, error: string, description: string): Reply =>
	json(status, {error, error_description: description});

const malformed = oauthError(400, 'invalid_request', 'The request is missing a required parameter.');

export const google: TokenAnswers = {
	right: oauthError(400, 'invalid_grant', 'Malformed auth code.'),
	unknown: oauthError(401, 'invalid_client', 'The OAuth client was not found.'),
	wrongSecret: oauthError(401, 'invalid_client', 'The provided client secret is invalid.'),
	malformed,
};

const stravaError = (status: number, message: string, resource: string, field: string): Reply =>
	json(status, {message, errors: [{resource, field, code: 'invalid'}]});

export const strava: TokenAnswers = {
	right: stravaError(400, 'Bad Request', 'AuthorizationCode', 'code'),
	unknown: stravaError(400, 'Bad Request', 'Application', 'client_id'),
	wrongSecret: stravaError(401, 'Authorization Error', 'Application', ''),
	malformed: stravaError(400, 'Bad Request', 'RequestToken', 'grant_type'),
};

const withingsError = (status: number, error: string): Reply => json(200, {status, body: {}, error});

const withingsRefusal = withingsError(503, 'Invalid Params: invalid client id/secret');

export const withings: TokenAnswers = {
	right: withingsError(503, 'Invalid Params: invalid code'),
	unknown: withingsRefusal,
	wrongSecret: withingsRefusal,
	malformed: withingsError(503, 'Invalid Params'),
};

const standardRefusal = oauthError(401, 'invalid_client', 'Client authentication failed.');

/** WHOOP, Polar and Oura answer as RFC 6749 has it. */
export const standard: TokenAnswers = {
	right: oauthError(400, 'invalid_grant', 'The provided authorization code is invalid.'),
	unknown: standardRefusal,
	wrongSecret: standardRefusal,
	malformed,
};

/** What does not depend on the provider. */
export const elsewhere: Reply = {
	kind: 'redirect',
	status: 302,
	location: 'https://elsewhere.invalid/oauth/token',
};

export const page: Reply = {
	kind: 'page',
	html: '<!doctype html>\n<title>Sign in to this network</title>\n<h1>Sign in</h1>\n',
};

export const busy: Reply = {
	kind: 'json',
	status: 429,
	body: {message: 'Rate Limit Exceeded'},
	headers: {'retry-after': '60'},
};
