import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {TokenAnswer} from '../../../source/domain/proof/pair-check.ts';
import {checkedHosts, pairCheckOf} from '../../../source/domain/proof/pair-checks.ts';
import {pairFinding, readAnswer} from '../../../source/domain/proof/pair-finding.ts';
import {providers} from '../../../source/domain/providers/catalogue.ts';

const specOf = (slug: string) => {
	const spec = pairCheckOf({slug});
	assert.ok(spec, slug);
	return spec;
};

const json = (status: number, body: unknown): TokenAnswer => ({
	status,
	contentType: 'application/json',
	text: JSON.stringify(body),
});

const strava = (status: number, resource: string, field: string, message = 'Bad Request'): TokenAnswer =>
	json(status, {message, errors: [{resource, field, code: 'invalid'}]});

const withings = (error: string, status = 503, http = 200): TokenAnswer =>
	json(http, {status, body: {}, error});

const google = (error: string, description: string, status = 401): TokenAnswer =>
	json(status, {error, error_description: description});

/** What is seen of one answer: the verdict, how sure it is or why it is none, and what was refused. */
const seen = (slug: string, answer: TokenAnswer): string => {
	const reading = readAnswer(specOf(slug), answer);
	if (reading.verdict === 'proved') return `proved, ${reading.certainty}`;
	if (reading.verdict === 'unknown') return `unknown: ${reading.type}`;
	return `${reading.part} refused, ${reading.certainty}: ${reading.type}`;
};

const table: readonly (readonly [slug: string, answer: TokenAnswer, seen: string])[] = [
	['google_health', google('invalid_grant', 'Malformed auth code.', 400), 'proved, documented'],
	['google_health', google('invalid_grant', 'Bad Request', 400), 'proved, documented'],
	[
		'google_health',
		google('invalid_client', 'The OAuth client was not found.'),
		'client-id refused, documented: invalid_client',
	],
	['google_health', google('invalid_client', 'Unauthorized'), 'secret refused, documented: invalid_client'],
	[
		'google_fit',
		google('invalid_client', 'The provided client secret is invalid.'),
		'secret refused, documented: invalid_client',
	],
	['google_fit', google('invalid_client', 'constructor'), 'pair refused, documented: invalid_client'],
	['google_health', google('deleted_client', 'Deleted.'), 'unknown: deleted_client'],
	['google_health', google('disabled_client', 'Disabled.'), 'unknown: disabled_client'],
	['google_health', google('invalid_request', 'Missing.', 400), 'unknown: invalid_request'],
	['google_health', google('redirect_uri_mismatch', 'Bad Request', 400), 'unknown: unexpected'],
	['google_health', google('invalid_grant', 'Bad Request', 200), 'unknown: unexpected'],

	['strava', strava(400, 'AuthorizationCode', 'code'), 'proved, documented'],
	['strava', strava(400, 'Application', 'client_id'), 'client-id refused, reported: Application/client_id'],
	['strava', strava(401, 'Application', '', 'Authorization Error'), 'pair refused, reported: Application'],
	['strava', strava(401, 'Application', '', 'Something else'), 'unknown: unexpected'],
	['strava', strava(400, 'RequestToken', 'grant_type'), 'unknown: unexpected'],
	['strava', strava(401, 'AuthorizationCode', 'code'), 'unknown: unexpected'],
	['strava', json(400, {errors: []}), 'unknown: unexpected'],
	['strava', json(400, {errors: 'none'}), 'unknown: unexpected'],

	['withings', withings('Invalid Params: invalid code'), 'proved, reported'],
	[
		'withings',
		withings('Invalid Params: invalid client id/secret'),
		'pair refused, reported: invalid client id/secret',
	],
	['withings', withings('Too Many Requests', 601), 'unknown: limited'],
	['withings', withings('Invalid Params'), 'unknown: unexpected'],
	['withings', withings('Invalid Params: invalid code', 503, 503), 'unknown: unexpected'],
	['withings', json(200, {status: 2554, error: 'Wrong action'}), 'unknown: unexpected'],

	['whoop_v2', json(400, {error: 'invalid_grant'}), 'proved, reported'],
	['whoop_v2', json(401, {error: 'invalid_client'}), 'pair refused, reported: invalid_client'],
	['whoop_v2', json(400, {error: 'invalid_request'}), 'unknown: invalid_request'],
	['polar', json(400, {error: 'invalid_grant'}), 'proved, reported'],
	['polar', json(401, {error: 'invalid_client'}), 'pair refused, standard: invalid_client'],
	['polar', json(401, {error: 'unauthorized_client'}), 'unknown: unauthorized_client'],
	['polar', json(400, {error: 'made_up'}), 'unknown: unexpected'],
	['oura', json(400, {error: 'invalid_grant'}), 'proved, reported'],
	['oura', json(401, {error: 'invalid_client'}), 'pair refused, standard: invalid_client'],
];

suite('what one answer of a token endpoint means', () => {
	for (const [slug, answer, expected] of table) {
		test(`${slug}: ${answer.status} ${answer.text} is ${expected}`, () => {
			assert.equal(seen(slug, answer), expected);
		});
	}

	const page = (status: number, contentType = 'text/html') => ({
		status,
		contentType,
		text: '<!doctype html><title>invalid_client</title>',
	});
	const anywhere: readonly (readonly [answer: TokenAnswer, seen: string])[] = [
		[json(429, {error: 'invalid_client'}), 'unknown: limited'],
		[json(500, {error: 'invalid_client'}), 'unknown: unexpected'],
		[json(503, {}), 'unknown: unexpected'],
		[json(302, {error: 'invalid_grant'}), 'unknown: redirect'],
		[page(200), 'unknown: html'],
		[page(401), 'unknown: html'],
		[page(400, ''), 'unknown: html'],
		[json(200, {access_token: 'one'}), 'unknown: unexpected'],
		[json(400, ['invalid_grant']), 'unknown: unexpected'],
		[json(400, null), 'unknown: unexpected'],
		[{status: 400, contentType: '', text: ''}, 'unknown: unexpected'],
		[{status: 401, contentType: 'text/plain', text: 'invalid_client'}, 'unknown: unexpected'],
	];
	for (const [answer, expected] of anywhere) {
		test(`the same tells nothing anywhere: ${answer.status} ${answer.text}`, () => {
			for (const {slug} of offered) assert.equal(seen(slug, answer), expected, slug);
		});
	}
});

const offered = providers.filter(provider => pairCheckOf(provider));

suite('the providers whose pairs can be tried', () => {
	test('are those whose answers are known, and each can be reached over https alone', () => {
		assert.deepEqual(offered.map(({slug}) => slug).toSorted(), [
			'google_fit',
			'google_health',
			'oura',
			'polar',
			'strava',
			'whoop_v2',
			'withings',
		]);
		for (const {slug} of offered) {
			for (const endpoint of specOf(slug).endpoints) assert.equal(new URL(endpoint).protocol, 'https:');
		}
	});

	test('have a page at which client ID and secret are shown', () => {
		for (const {slug, portalUrl} of offered) assert.ok(portalUrl, slug);
	});

	test('name the hosts that a secret goes to', () => {
		assert.deepEqual(checkedHosts({slug: 'oura'}), ['moi.ouraring.com', 'api.ouraring.com']);
		assert.deepEqual(checkedHosts({slug: 'polar'}), ['polarremote.com']);
		assert.deepEqual(checkedHosts({slug: 'fitbit'}), []);
	});
});

suite('what the answers of one provider come to', () => {
	const grant = json(400, {error: 'invalid_grant'});
	const refusal = json(401, {error: 'invalid_client'});
	const nothing = json(400, {error: 'invalid_request'});
	const found = (slug: string, ...answers: readonly TokenAnswer[]) => {
		const spec = specOf(slug);
		const readings = answers.map(answer => ({reading: readAnswer(spec, answer), status: answer.status}));
		return pairFinding(spec, {who: spec.who, portalUrl: 'https://portal.example'}, readings);
	};

	test('a pair of Oura is right where one of the two endpoints knows it', () => {
		for (const answers of [[grant], [refusal, grant], [nothing, grant]])
			assert.equal(found('oura', ...answers).verdict, 'proved');
	});

	test('it is refused only by both', () => {
		assert.equal(found('oura', refusal, refusal).verdict, 'refuted');
		for (const answers of [
			[refusal, nothing],
			[nothing, refusal],
		]) {
			const {verdict, message, type} = found('oura', ...answers);
			assert.deepEqual([verdict, type], ['unknown', 'invalid_request']);
			assert.match(message, /^Oura refused the pair at one of its 2 addresses/);
		}
		assert.equal(found('oura', nothing, nothing).verdict, 'unknown');
	});

	test('the words say how sure it is, and what to do', () => {
		assert.deepEqual(found('strava', strava(400, 'AuthorizationCode', 'code')), {
			verdict: 'proved',
			message: 'Strava knows this client ID with this secret.',
			status: 400,
		});
		assert.deepEqual(found('strava', strava(401, 'Application', '', 'Authorization Error')), {
			verdict: 'refuted',
			message: 'Strava refused this client ID with this secret (as reported; Strava does not document it).',
			advice: 'Copy both anew, from the same application, at https://portal.example.',
			type: 'Application',
			status: 401,
		});
		assert.match(found('polar', refusal).message, /by the OAuth standard, not documented by Polar/);
		assert.deepEqual(
			found('google_health', google('invalid_client', 'Unauthorized')).advice,
			'Copy the secret anew, or make a new one, at https://portal.example.',
		);
	});
});
