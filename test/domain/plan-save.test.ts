import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {opened} from '../../source/domain/body/seal.ts';
import type {Credential, JsonObject} from '../../source/domain/credential.ts';
import type {FieldAnswers} from '../../source/domain/field-values.ts';
import type {Before} from '../../source/domain/outcome.ts';
import {planSave} from '../../source/domain/plan-save.ts';
import {failure, success} from '../../source/domain/problem.ts';
import {findProvider, unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {assertNoSecret, detailSecretText, place, secretText, teamId} from '../support/credentials.ts';
import {empty, given, stored} from '../support/play.ts';
import {altered, detailsIn, type StoredChanges} from '../support/values.ts';

const secret = given(new Secret(secretText));
const nothing: Before = success(undefined);
const unreadable: Before = failure({kind: 'unavailable', message: 'No read here.', advice: 'Go on.'});

function plan(slug: string, answers: FieldAnswers, before: Before = nothing) {
	const provider = findProvider(slug) ?? unknownProvider(slug);
	return planSave({place, teamId, provider, answers}, before);
}

function planned(...input: Parameters<typeof plan>) {
	const result = plan(...input);
	assert.ok(result.ok, JSON.stringify(result));
	const {credential, changes} = result.value;
	assertNoSecret({credential, changes});
	return result.value;
}

/** What is missing, as `field: message`. */
function missing(...input: Parameters<typeof plan>): readonly string[] {
	const result = plan(...input);
	assert.ok(!result.ok && result.problem.kind === 'correct');
	assert.equal(result.problem.status, undefined);
	return result.problem.fields.map(({field, message}) => `${field}: ${message}`);
}

const before = (changes: StoredChanges = {}): Before => success(altered(stored, changes));
/** The details that would be sent, in the open. */
function openedDetails(credential: Credential): JsonObject | null {
	const details = detailsIn(credential);
	return details && opened(details);
}

const complete: FieldAnswers = {'client-id': given('12345'), 'client-secret': secret};

suite('what is planned', () => {
	test('is a create where nothing is stored', () => {
		const {action, changes, credential} = planned('strava', complete);
		assert.deepEqual([action, changes], ['create', []]);
		assert.deepEqual(
			[credential.values.client_id, credential.values.details, credential.values.redirect_url_override],
			['12345', null, null],
		);
	});

	test('is an update that names each changed field', () => {
		const override = 'https://a.example/b';
		const {action, changes} = planned(
			'strava',
			{...complete, 'client-id': given('999'), 'redirect-url-override': given(override)},
			before(),
		);
		assert.equal(action, 'update');
		assert.deepEqual(changes, [
			{id: 'client-id', field: 'client_id', title: 'Client ID', from: '12345', to: '999'},
			{
				id: 'redirect-url-override',
				field: 'redirect_url_override',
				title: 'Redirect URL override',
				from: null,
				to: override,
			},
		]);
	});

	test('is a resend where only the secret is sent anew', () => {
		assert.equal(planned('strava', {'client-secret': secret}, before()).action, 'resend');
	});

	test('is a save where what is stored cannot be read', () => {
		assert.equal(planned('strava', complete, unreadable).action, 'save');
	});
});

suite('a field that is left out', () => {
	const override = 'https://kept.example/callback';

	test('keeps what is stored, which is sent again exactly as it was read', () => {
		const {credential, action} = planned(
			'google_health',
			{'client-secret': secret},
			before({
				provider: 'google_health',
				redirect_url_override: override,
				details: {project_number: '42', service_account_email: 'a@b.example', added: {by: ['them']}},
			}),
		);
		assert.equal(action, 'resend');
		assert.equal(credential.values.redirect_url_override, override);
		assert.deepEqual(credential.values.details, {
			project_number: '42',
			service_account_email: 'a@b.example',
			added: {by: ['them']},
		});
	});

	test('keeps the whole of details that have no known shape', () => {
		const {credential} = planned('strava', {'client-secret': secret}, before({details: {a: 'b', c: [1]}}));
		assert.deepEqual(openedDetails(credential), {a: 'b', c: [1]});
	});

	test('keeps a stored secret detail that can be read', () => {
		const {credential} = planned(
			'polar',
			{'client-secret': secret},
			before({provider: 'polar', details: {webhook_secret: detailSecretText}}),
		);
		assert.deepEqual(openedDetails(credential), {webhook_secret: detailSecretText});
	});

	test('is empty in a new credential, if it may be', () => {
		assert.equal(planned('strava', complete).credential.values.redirect_url_override, null);
	});
});

suite('details that no field knows', () => {
	const others = (text: string) => given(new Secret(text));
	const opening = (input: ReturnType<typeof planned>) => openedDetails(input.credential);

	test('take their place beside what is stored, however deep it is', () => {
		const details = {a: 1, list: [{k: 'v'}], deep: {kept: 'K', changed: 'x'}};
		const result = planned(
			'strava',
			{'client-secret': secret, details: others('{"deep":{"changed":"y"}}')},
			before({details}),
		);
		assert.deepEqual(opening(result), {a: 1, list: [{k: 'v'}], deep: {kept: 'K', changed: 'y'}});
		const polar = {webhook_secret: 'readable', nested: {kept: 'K', gone: 'x'}};
		const other = planned(
			'polar',
			{'client-secret': secret, details: others('{"nested":{"gone":null}}')},
			before({provider: 'polar', details: polar}),
		);
		assert.deepEqual(opening(other), {webhook_secret: 'readable', nested: {kept: 'K', gone: null}});
	});

	test('do not erase what is masked beside them', () => {
		const details = {a: 1, deep: {pw: '••••'}};
		for (const [text, isGiven] of [
			['{"a":2}', false],
			['{"deep":{"b":1}}', false],
			['{"deep":{"pw":null}}', true],
			['{"deep":null}', true],
		] as const) {
			const result = plan('strava', {'client-secret': secret, details: others(text)}, before({details}));
			assert.equal(result.ok, isGiven, text);
		}
	});
});

suite('a change that nobody could compare', () => {
	test('is a secret detail that appears', () => {
		const {action, changes} = planned(
			'polar',
			{'client-secret': secret, 'details.webhook_secret': secret},
			before({provider: 'polar', details: null}),
		);
		assert.equal(action, 'update');
		assert.deepEqual(
			changes.map(({field, from, to}) => [field, from, to]),
			[['details.webhook_secret', null, '••••••••']],
		);
	});

	test('is what a practice binding has no place for', () => {
		const stray = before({
			provider: 'freestyle_libre',
			redirect_url_override: 'https://a.example',
			details: {a: 1},
		});
		const {action, changes} = planned('freestyle_libre', {}, stray);
		assert.equal(action, 'update');
		assert.deepEqual(
			changes.map(({field, to}) => [field, to]),
			[
				['details', null],
				['redirect_url_override', null],
			],
		);
	});
});

suite('a field that is cleared', () => {
	test('is sent as null and shown as a change', () => {
		const {credential, changes} = planned(
			'strava',
			{'client-secret': secret, 'redirect-url-override': empty},
			before({redirect_url_override: 'https://a.example/b'}),
		);
		assert.equal(credential.values.redirect_url_override, null);
		assert.deepEqual(
			changes.map(({field, to}) => [field, to]),
			[['redirect_url_override', null]],
		);
	});

	test('cannot be one that is needed', () => {
		assert.deepEqual(missing('strava', {...complete, 'client-id': empty}, before()), [
			'client-id: Client ID is needed and cannot be cleared.',
		]);
	});
});

suite('what is missing', () => {
	test('is every field that a new credential needs', () => {
		const fields = missing('fitbit', {}).map(line => line.split(':')[0]);
		assert.deepEqual(fields, [
			'client-id',
			'client-secret',
			'details.fitbit.workout_verify_token',
			'details.fitbit.sleep_verify_token',
			'details.fitbit.body_verify_token',
		]);
	});

	test('is the client secret of every update, with the reason', () => {
		assert.match(missing('strava', {}, before())[0] ?? '', /^client-secret: .*cannot be read back/);
	});

	test('is a stored detail that is masked, for a mask must never be sent', () => {
		const masked = before({provider: 'polar', details: {webhook_secret: '****'}});
		assert.match(
			missing('polar', {'client-secret': secret}, masked)[0] ?? '',
			/^details\.webhook_secret: .*masked/,
		);
	});

	test('is a number that lost digits when it was read, for another one would be sent', () => {
		const known = {'client-secret': secret, 'details.webhook_secret': secret};
		const withAccount = (account: number) => before({provider: 'polar', details: {account}});
		assert.match(missing('polar', known, withAccount(2 ** 60))[0] ?? '', /^details\.account: /);
		const {credential} = planned('polar', known, withAccount(2 ** 50));
		assert.equal(openedDetails(credential)?.account, 2 ** 50);
	});

	test('is what stands in place of an object that known details are in', () => {
		const displaced = before({provider: 'fitbit', details: {fitbit: 'a text'}});
		const [problem = ''] = missing('fitbit', {'client-secret': secret}, displaced).filter(text =>
			text.startsWith('details.fitbit:'),
		);
		assert.match(problem, /cannot be sent again/);
	});

	test('is a masked detail that the catalogue does not know, unless it is given or cleared', () => {
		const details = {webhook_secret: '****', added: '••••'};
		const masked = before({provider: 'polar', details});
		const known = {'client-secret': secret, 'details.webhook_secret': secret};
		assert.match(
			missing('polar', known, masked)[0] ?? '',
			/^details\.added: .*Give it again, or clear it\.$/,
		);
		const others = given(new Secret(JSON.stringify({added: null})));
		const {credential, changes} = planned('polar', {...known, details: others}, masked);
		assert.deepEqual(Object.keys(openedDetails(credential) ?? {}).sort(), ['added', 'webhook_secret']);
		assert.deepEqual(
			changes.map(({field, from, to}) => [field, from, to]),
			[['details.added', '••••••••', null]],
		);
	});
});

suite('a practice binding', () => {
	const practice = {provider: 'freestyle_libre', clientSecretHash: null};

	test('is its practice ID and nothing else', () => {
		const {credential} = planned('freestyle_libre', {'client-id': given('p-1')});
		const {client_secret: secret, details, redirect_url_override: override} = credential.values;
		assert.deepEqual([secret, details, override], [null, null, null]);
	});

	test('is the same in any case', () => {
		const result = planned(
			'freestyle_libre',
			{'client-id': given('P-1')},
			before({...practice, client_id: 'p-1'}),
		);
		assert.equal(result.action, 'resend');
	});
});

test('values of details that the catalogue does not know are never shown', () => {
	const {changes} = planned(
		'strava',
		{'client-secret': secret, details: given(new Secret(JSON.stringify({hook: detailSecretText})))},
		before({details: {hook: 'another'}}),
	);
	assert.deepEqual(
		changes.map(({field, from, to}) => [field, from, to]),
		[['details', {hook: '••••••••'}, {hook: '••••••••'}]],
	);
});
