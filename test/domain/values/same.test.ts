import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {FieldId} from '../../../source/domain/field.ts';
import type {FieldAnswer} from '../../../source/domain/field-values.ts';
import {findProvider} from '../../../source/domain/providers/find-providers.ts';
import {Secret} from '../../../source/domain/secret.ts';
import {byFlag, byRow, sameAnswers} from '../../../source/domain/values/same.ts';

const given = (value: string | Secret | readonly string[]): FieldAnswer => ({kind: 'given', value});

function sameIn(
	slug: string,
	answers: Readonly<Record<string, FieldAnswer>>,
	{
		exact = [],
		beside = {},
	}: {exact?: readonly FieldId[]; beside?: Readonly<Record<string, FieldAnswer>>} = {},
): readonly (readonly [string, string])[] {
	const provider = findProvider(slug);
	assert.ok(provider);
	return sameAnswers(provider, answers, {...answers, ...beside}, byFlag(exact)).map(({field, message}) => [
		field,
		message,
	]);
}

suite('a value that is that of another field', () => {
	const clientId = given('123456789012');

	test('is told of a detail, once', () => {
		assert.deepEqual(sameIn('google_health', {'client-id': clientId, 'details.project_number': clientId}), [
			[
				'details.project_number',
				'Project number: It is the same as the client ID: copy the right one. If it is meant as it is, add --exact details.project_number.',
			],
		]);
	});

	test('is told of the client secret, and not of the client ID as well', () => {
		const same = sameIn('strava', {'client-id': given('12345'), 'client-secret': given(new Secret('12345'))});
		assert.deepEqual(
			same.map(([field]) => field),
			['client-secret'],
		);
	});

	test('is told where the client ID is stored and kept', () => {
		const beside = {'client-id': given('12345')};
		assert.equal(sameIn('strava', {'client-secret': given(new Secret('12345\n'))}, {beside}).length, 1);
		assert.equal(sameIn('strava', {}, {beside}).length, 0);
	});

	test('is told of an address with the client secret in it', () => {
		const secret = 'k7Wq3xZ9mP2vk7Wq';
		const same = sameIn('oura', {
			'client-secret': given(new Secret(secret)),
			'redirect-url-override': given(`https://connect.example.com/cb?k=${secret}`),
		});
		assert.deepEqual(
			same.map(([field]) => field),
			['redirect-url-override'],
		);
		assert.ok(!JSON.stringify(same).includes(secret));
	});

	test('is meant where that was said', () => {
		const answers = {'client-id': given('12345'), 'client-secret': given(new Secret('12345'))};
		assert.deepEqual(sameIn('strava', answers, {exact: ['client-secret']}), []);
	});

	test('is none where two details have it', () => {
		assert.deepEqual(
			sameIn('google_fit', {
				'details.redirect_uri': given('https://a.example/cb'),
				'redirect-url-override': given('https://a.example/cb'),
			}),
			[],
		);
	});

	test('is said to be meant in its row in a manifest', () => {
		const provider = findProvider('strava');
		assert.ok(provider);
		const answers = {'client-id': given('12345'), 'client-secret': given(new Secret('12345'))};
		const [problem] = sameAnswers(provider, answers, answers, byRow([]));
		assert.match(problem?.message ?? '', /add exact: \[client_secret\] to its row\.$/);
	});
});
