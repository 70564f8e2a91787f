import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Credential} from '../../source/domain/credential.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {Secret} from '../../source/domain/secret.ts';
import {connect} from '../../source/management-api/client.ts';
import {
	assertNoSecret,
	connectionTo,
	credential,
	detailSecretText,
	keyText,
	place,
	secretText,
} from '../support/credentials.ts';
import {type Scripted, type ScriptedServer, startScriptedServer} from '../support/scripted-server.ts';
import {altered} from '../support/values.ts';

const {signal} = new AbortController();
const options = {userAgent: 'byoo/test', timeoutSeconds: 5, wait: async () => {}};

const problemOf = async (server: ScriptedServer, sent: Credential = credential): Promise<Problem> => {
	const result = await connect(connectionTo(server.url), options).upsert(place, sent, {signal});
	assert.ok(!result.ok);
	assertNoSecret(result.problem);
	return result.problem;
};

const problemOfReading = async (
	answer: Scripted | undefined,
	t: Parameters<typeof startScriptedServer>[0],
) => {
	const server = await startScriptedServer(t, () => answer ?? 'hang');
	const result = await connect(connectionTo(server.url), options).organization({signal});
	assert.ok(!result.ok);
	assertNoSecret(result.problem);
	return result.problem;
};

const writes: readonly (readonly [Scripted, Problem['kind'], RegExp])[] = [
	[
		{status: 400, json: {detail: 'Provider is not supported.'}},
		'correct',
		/\(400\): Provider is not supported\.$/,
	],
	[
		{status: 401, json: {detail: 'Invalid key'}},
		'reauthenticate',
		/did not accept the organization key \(401\)/,
	],
	[{status: 403}, 'reauthenticate', /plan does not allow this \(403\)\.$/],
	[{status: 404, json: {detail: 'Not Found'}}, 'correct', /not found in sandbox, us \(404\)/],
	[{status: 405}, 'unavailable', /\(405\)/],
	[
		{status: 407},
		'unreachable',
		/^A proxy on the way to 127\.0\.0\.1:\d+ wants a user name and password \(407\)\.$/,
	],
	[{status: 408}, 'uncertain', /may still arrive/],
	[{status: 409}, 'correct', /\(409\)/],
	[
		{status: 418, text: 'short and stout', headers: {'content-type': 'text/plain'}},
		'correct',
		/short and stout/,
	],
	[{status: 429}, 'retry', /\(429\)/],
	[{status: 500, text: 'oops'}, 'uncertain', /\(500\); the credential was sent/],
	[{status: 501}, 'unavailable', /\(501\)/],
	[{status: 502, text: '<html><body>secret page</body></html>'}, 'uncertain', /with an HTML page/],
	[{status: 503}, 'retry', /\(503\)/],
	[{status: 504}, 'uncertain', /\(504\)/],
	[{status: 200, text: '<!doctype html>hello'}, 'uncertain', /200 with an HTML page/],
	[{status: 200, json: {id: 'c1'}}, 'uncertain', /JSON of an unknown shape/],
	[{status: 204}, 'uncertain', /204 with an empty answer/],
	['cut', 'uncertain', /broke off/],
	['reset', 'uncertain', /broke off/],
	['garbage', 'uncertain', /broke off/],
];

for (const [answer, kind, message] of writes) {
	const name = typeof answer === 'string' ? answer : `${answer.status} ${answer.text ?? ''}`;
	test(`a write answered with ${name} is sent once and is ${kind}`, async t => {
		const server = await startScriptedServer(t, () => answer);
		const problem = await problemOf(server);
		assert.equal(problem.kind, kind);
		assert.match(problem.message, message);
		assert.doesNotMatch(problem.message, /secret page|hello/);
		assert.ok(problem.advice.length > 10);
		assert.equal(server.requests.length, 1);
	});
}

const reads: readonly (readonly [Scripted, Problem['kind']])[] = [
	[{status: 401}, 'reauthenticate'],
	[{status: 403}, 'reauthenticate'],
	[{status: 404, json: {detail: 'Not Found'}}, 'unavailable'],
	[{status: 405}, 'unavailable'],
	[{status: 407}, 'unreachable'],
	[{status: 408}, 'retry'],
	[{status: 422, json: {detail: []}}, 'correct'],
	[{status: 500}, 'retry'],
	[{status: 501}, 'unavailable'],
	[{status: 200, text: '<html>'}, 'correct'],
	['cut', 'retry'],
	['reset', 'retry'],
];

for (const [answer, kind] of reads) {
	test(`a read answered with ${typeof answer === 'string' ? answer : answer.status} is ${kind}`, async t => {
		assert.equal((await problemOfReading(answer, t)).kind, kind);
	});
}

test('a 407 of a proxy that nobody set says where its user name and password go', async t => {
	const problem = await problemOfReading({status: 407, text: '<html>Blocked'}, t);
	assert.match(problem.advice, /^Nothing arrived at the API\. Set HTTPS_PROXY to the address of that proxy/);
	assert.equal(problem.status, 407);
});

for (const status of [300, 301, 302, 303, 304, 307, 308]) {
	test(`a ${status} is never followed, neither reading nor writing`, async t => {
		const elsewhere = await startScriptedServer(t, () => ({status: 200, json: {}}));
		const server = await startScriptedServer(t, () => ({
			status,
			headers: {location: `${elsewhere.url}/steal`},
		}));
		const problem = await problemOf(server);
		assert.equal(problem.kind, 'correct');
		assert.match(problem.message, /redirect/);
		const reading = await connect(connectionTo(server.url), options).organization({signal});
		assert.ok(!reading.ok && reading.problem.kind === 'correct');
		assert.equal(elsewhere.requests.length, 0);
		assert.equal(server.requests.length, 2);
	});
}

test('the fields of a 422 are named by their steps, and nothing that echoes the body is read', async t => {
	const input = {client_secret: secretText, key: keyText};
	const entry = (loc: readonly unknown[], msg: string) => ({
		loc,
		msg,
		type: 'value_error',
		input,
		ctx: {input},
	});
	const server = await startScriptedServer(t, () => ({
		status: 422,
		headers: {'x-request-id': 'req-1 [31m'},
		json: {
			detail: [
				entry(['body', 'client_id'], 'Not a client ID'),
				entry(['body', 'client_secret'], `Bad secret ${secretText} or ${encodeURIComponent(secretText)}`),
				entry(['path', 'team_id'], 'no uuid'),
				entry(['path', 'org_id'], 'no uuid'),
				entry(['path', 'env'], 'no'),
				entry(['path', 'region'], 'no'),
				entry(['body', 'provider'], 'no'),
				entry(['body', 'redirect_url_override'], 'no'),
				entry(['body', 'something', 4, 'else'], `key ${keyText}`),
				entry(['body', 'something', 4, 'else'], `key ${keyText}`),
				{loc: 'odd', type: 'missing'},
				7,
			],
		},
	}));
	const problem = await problemOf(server);
	assert.ok(problem.kind === 'correct');
	assert.deepEqual(
		problem.fields.map(({field}) => field),
		[
			'client-id',
			'client-secret',
			'team',
			'organization',
			'environment',
			'region',
			'provider',
			'redirect-url-override',
			'something.4.else',
			'body',
		],
	);
	assert.equal(problem.fields[0]?.message, 'Not a client ID');
	assert.equal(problem.fields.at(-1)?.message, 'missing');
	assert.match(problem.message, /\(422\): Not a client ID\.$/);
	assert.equal(problem.requestId, 'req-1 [31m');
});

test('of the union of all details, only complaints about the own fields are kept', async t => {
	const entry = (...loc: readonly string[]) => ({
		loc: ['body', 'details', ...loc],
		msg: 'Required',
		type: 'missing',
	});
	const server = await startScriptedServer(t, () => ({
		status: 422,
		json: {
			detail: [
				entry('FitbitTeamProviderDetails', 'fitbit'),
				entry('PolarTeamProviderDetails', 'webhook_secret'),
				entry('BioReferenceProviderDetails', 'x'),
			],
		},
	}));
	const details = {webhook_secret: new Secret(detailSecretText)};
	const problem = await problemOf(server, altered(credential, {provider: 'polar', details}));
	assert.ok(problem.kind === 'correct');
	assert.deepEqual(problem.fields, [{field: 'details.webhook_secret', message: 'Required'}]);
});

test('control characters and secrets in server text are neutralised, and its length is bounded', async t => {
	const detail = `line\r\nX-Evil: 1\u001b[31m\u202e ${secretText} ${detailSecretText} ${keyText} ${'long '.repeat(9999)}`;
	for (const answer of [
		{status: 400, json: {detail}},
		{status: 400, json: {error: {message: detail}}},
		{status: 400, text: detail, headers: {'content-type': 'text/plain; charset=utf-8'}},
		{status: 400, json: {detail: secretText.split('').join('\u200b')}},
	]) {
		const server = await startScriptedServer(t, () => answer);
		const sent = altered(credential, {details: {deep: {webhook_secret: new Secret(detailSecretText)}}});
		const {message} = await problemOf(server, sent);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
		assert.doesNotMatch(message, /[\u0000-\u001f\u007f-\u009f\u202e\u200b]/);
		assert.ok(message.length < 300, message);
		assert.match(message, /••••/);
	}
});

test('an answer of 5 MB is not read to its end', async t => {
	const server = await startScriptedServer(t, () => ({status: 200, text: 'x'.repeat(5 * 1024 * 1024)}));
	const problem = await problemOf(server);
	assert.equal(problem.kind, 'uncertain');
	assert.match(problem.message, /more than 4 MB/);
	const reading = await connect(connectionTo(server.url), options).teams({}, {signal});
	assert.ok(!reading.ok && reading.problem.kind === 'correct');
});

test('a 401 of a Vital key names the other API', async t => {
	const server = await startScriptedServer(t, () => ({status: 401}));
	const result = await connect(connectionTo(server.url, 'vital'), options).organization({signal});
	assert.ok(!result.ok);
	assert.match(result.problem.message, /^The Vital API/);
	assert.match(result.problem.advice, /Junction/);
});
