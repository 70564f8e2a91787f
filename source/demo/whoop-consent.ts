import {reactionOfPair} from './pair-inputs.ts';
import {busy, elsewhere, page} from './provider-answers.ts';
import type {Reply} from './reply.ts';

const to = (location: string): Reply => ({kind: 'redirect', status: 302, location});

const fallback = (error: string, hint: string): Reply =>
	to(
		`https://api.prod.whoop.com/oauth/oauth2/fallbacks/error?${new URLSearchParams({error, error_hint: hint})}`,
	);

const unknownClient = fallback('invalid_client', 'The requested OAuth 2.0 Client does not exist.');

/** Where WHOOP sends a browser that asks for consent: to its sign-in, or to what is wrong with the request. */
export function consentAnswer(query: URLSearchParams): Reply {
	const clientId = query.get('client_id') ?? '';
	const state = query.get('state') ?? '';
	if (clientId === '' || query.get('response_type') !== 'code')
		return fallback('invalid_request', 'A parameter is missing.');
	switch (reactionOfPair(clientId)) {
		case 'unknown':
			return unknownClient;
		case 'consent-uri':
			return fallback(
				'invalid_request',
				"The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered redirect urls.",
			);
		case 'consent-scope':
			return backTo(query, 'invalid_scope');
		case 'unclear':
			return backTo(query, 'server_error');
		case 'page':
			return page;
		case 'redirect':
			return elsewhere;
		case 'slow':
			return {kind: 'silence'};
		case 'busy':
			return busy;
		default:
			// A short state is refused as one that could be guessed.
			return state.length < 8
				? backTo(query, 'invalid_state')
				: to('https://id.whoop.com/sign-in?login_challenge=5d2f0c9a8e7b');
	}
}

/** To where the client is at home, with the error. */
function backTo(query: URLSearchParams, error: string): Reply {
	const address = query.get('redirect_uri') ?? '';
	return URL.canParse(address)
		? to(`${address}?${new URLSearchParams({error, state: query.get('state') ?? ''})}`)
		: fallback('invalid_request', 'A parameter is missing.');
}
