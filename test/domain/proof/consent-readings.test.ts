import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {consentCheckOf, consentQuery, readConsent} from '../../../source/domain/proof/consent-check.ts';
import {providers} from '../../../source/domain/providers/catalogue.ts';

const spec = consentCheckOf({slug: 'whoop_v2'});
assert.ok(spec);

const redirectUri = 'https://connect.example.com/callback';
const asked = {
	who: 'WHOOP',
	portalUrl: 'https://portal.example',
	redirectUri,
	scopes: ['offline', 'read:sleep'],
};

const read = (location: string | null, status = 302, text = '') =>
	readConsent(spec, {status, contentType: '', text, location}, asked);

const fallback = (query: Record<string, string>) =>
	`https://api.prod.whoop.com/oauth/oauth2/fallbacks/error?${new URLSearchParams(query)}`;

const mismatch = "The 'redirect_uri' parameter does not match any of the pre-registered redirect urls.";

const table: readonly (readonly [location: string | null, seen: string, status?: number])[] = [
	['https://id.whoop.com/sign-in?login_challenge=5d2f', 'proved'],
	['/oauth/sign-in?login_challenge=5d2f', 'proved'],
	[fallback({error: 'invalid_client'}), 'refuted: invalid_client'],
	[fallback({error: 'invalid_request', error_hint: mismatch}), 'refuted: invalid_request'],
	[fallback({error: 'invalid_request', error_hint: 'Something else.'}), 'unknown: unexpected'],
	[fallback({error: 'invalid_scope'}), 'refuted: invalid_scope'],
	[`${redirectUri}?error=invalid_scope&state=one`, 'refuted: invalid_scope'],
	[`${redirectUri}?error=server_error`, 'unknown: unexpected'],
	['https://elsewhere.example/?error=invalid_scope', 'unknown: unexpected'],
	['https://elsewhere.example/sign-in?login_challenge=5d2f', 'unknown: unexpected'],
	['https://whoop.com.elsewhere.example/?login_challenge=5d2f', 'unknown: unexpected'],
	['http://id.whoop.com/sign-in?login_challenge=5d2f', 'unknown: unexpected'],
	['https://id.whoop.com/sign-in?login_challenge=', 'unknown: unexpected'],
	['https://id.whoop.com:x/', 'unknown: redirect'],
	[null, 'unknown: redirect'],
	[fallback({error: 'invalid_client'}), 'unknown: unexpected', 200],
	[null, 'unknown: limited', 429],
];

suite('what the consent address of WHOOP tells', () => {
	for (const [location, expected, status] of table) {
		test(`${status ?? 302} to ${location} is ${expected}`, () => {
			const {verdict, type} = read(location, status);
			assert.equal(type === undefined ? verdict : `${verdict}: ${type}`, expected);
		});
	}

	test('nothing of where it leads to is repeated', () => {
		for (const [location, , status] of table) {
			assert.doesNotMatch(
				JSON.stringify(read(location && `${location}&canary=1`, status)),
				/canary|5d2f|elsewhere/,
			);
		}
	});

	test('a page in its place tells nothing', () => {
		assert.equal(read(null, 200, '<html>').type, 'html');
	});

	test('the redirect URI and the scopes to see to are named', () => {
		const uri = read(fallback({error: 'invalid_request', error_hint: mismatch}));
		assert.ok(uri.message.includes(redirectUri));
		assert.match(read(fallback({error: 'invalid_scope'})).advice ?? '', /offline, read:sleep/);
	});
});

test('the question has all that WHOOP wants to know, and scopes by spaces', () => {
	const query = consentQuery({clientId: 'a b', redirectUri, scopes: asked.scopes, state: 'made-up-state'});
	assert.deepEqual(Object.fromEntries(query), {
		response_type: 'code',
		client_id: 'a b',
		redirect_uri: redirectUri,
		scope: 'offline read:sleep',
		state: 'made-up-state',
	});
});

test('only WHOOP is asked', () => {
	assert.deepEqual(
		providers.filter(provider => consentCheckOf(provider)).map(({slug}) => slug),
		['whoop_v2'],
	);
});
