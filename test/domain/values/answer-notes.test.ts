import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {FieldAnswers, FieldValue} from '../../../source/domain/field-values.ts';
import {findProvider, unknownProvider} from '../../../source/domain/providers/find-providers.ts';
import {Secret} from '../../../source/domain/secret.ts';
import {notesOnAnswers, strictlyWrong} from '../../../source/domain/values/answer-notes.ts';
import {readValue} from '../../../source/domain/values/doubts.ts';
import {fieldsFor} from '../../support/field-answers.ts';

const providerOf = (slug: string) => findProvider(slug) ?? unknownProvider(slug);

const answers = (values: Readonly<Record<string, FieldValue>>): FieldAnswers =>
	Object.fromEntries(Object.entries(values).map(([id, value]) => [id, {kind: 'given', value}]));

const notes = (slug: string, values: Readonly<Record<string, FieldValue>>) =>
	notesOnAnswers(providerOf(slug), answers(values));

suite('what is unusual about answers', () => {
	test('is told by the field, for whatever the provider has a shape of', () => {
		const secret = new Secret('canary');
		assert.deepEqual(notes('strava', {'client-id': 'abc', 'client-secret': secret}), [
			{
				code: 'unusual-value',
				field: 'client_id',
				message: 'Client ID: The Strava client ID is usually a number of up to ten digits.',
			},
			{
				code: 'unusual-value',
				field: 'client_secret',
				message: 'Client secret: The Strava client secret is usually 40 hexadecimal digits in lower case.',
			},
		]);
		const [note] = notes('google_health', {'details.project_number': 'my-project-42'});
		assert.equal(note?.field, 'details.project_number');
	});

	test('is nothing where the value is usual, or nobody knows its shape', () => {
		assert.deepEqual(notes('strava', {'client-id': '12345'}), []);
		assert.deepEqual(notes('newer', {'client-id': 'anything', 'client-secret': new Secret('x')}), []);
		assert.deepEqual(notesOnAnswers(providerOf('strava'), {'client-id': {kind: 'empty'}}), []);
	});

	test('is an error under --strict, unless it is meant exactly so or only a line break', () => {
		const strava = providerOf('strava');
		const all = [
			...notes('strava', {'client-id': 'abc', 'client-secret': new Secret('x')}),
			{code: 'final-line-break-removed', message: '', field: 'client_secret'},
			{code: 'unknown-detail', message: '', field: 'details'},
		];
		const wrong = (exact: Parameters<typeof strictlyWrong>[2]) =>
			strictlyWrong(all, strava, exact).map(({field, code}) => `${field} ${code}`);
		assert.deepEqual(wrong([]), [
			'client_id unusual-value',
			'client_secret unusual-value',
			'details unknown-detail',
		]);
		assert.deepEqual(wrong(['client-id']), ['client_secret unusual-value', 'details unknown-detail']);
	});
});

suite('a value of a provider without known shapes', () => {
	// One that is a name and an equals sign alone may be base64: it is clean.
	const rows: readonly (readonly [value: string, doubt: RegExp | undefined])[] = [
		['12345', undefined],
		['my-application', undefined],
		['CLIENT_ID=12345', /settings file/],
		['"12345"', /quotes/],
		['<12345>', /angle brackets/],
		['your_client_id', /example/],
		['example-id', /example/],
		['xxxx', /example/],
	];
	for (const [value, doubt] of rows) {
		test(`is ${doubt ? 'doubted' : 'usual'} where it is ${value}`, () => {
			const {doubts} = readValue(value, {role: 'client-id'});
			assert.equal(doubts.length, doubt ? 1 : 0);
			if (doubt) assert.match(doubts[0]?.message ?? '', doubt);
		});
	}

	test('is not taken for a line of a settings file where it is an address', () => {
		assert.deepEqual(readValue('https://example.com/?a=b', {role: 'url'}).doubts, []);
	});
});

test('no note repeats the value', () => {
	const value = fc.string({minLength: 1}).map(text => `canary${text}`);
	fc.assert(
		fc.property(value, fc.constantFrom('strava', 'google_health', 'polar', 'fitbit'), (text, slug) => {
			const all = Object.fromEntries(fieldsFor(slug).map(({id}) => [id, text]));
			assert.doesNotMatch(JSON.stringify(notes(slug, all)), /canary/);
		}),
	);
});
