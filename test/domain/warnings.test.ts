import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {unknownProvider} from '../../source/domain/providers/find-providers.ts';
import {warningsFor} from '../../source/domain/warnings.ts';
import {fieldsFor} from '../support/field-answers.ts';

const provider = unknownProvider('newer');

const about = (id: string, value: string): readonly string[] => {
	const field = fieldsFor('newer').find(candidate => candidate.id === id);
	assert.ok(field);
	return warningsFor(provider, field, value);
};

suite('a value of a provider without known shapes', () => {
	const rows: readonly (readonly [value: string, warning: RegExp | undefined])[] = [
		['12345', undefined],
		['my-application', undefined],
		['id=', /settings file/],
		['CLIENT_ID=12345', /settings file/],
		['"12345"', /quotes/],
		['<12345>', /quotes or angle brackets/],
		['your_client_id', /placeholder/],
		['example-id', /placeholder/],
		['xxxx', /placeholder/],
	];
	for (const [value, warning] of rows) {
		test(`is ${warning ? 'warned of' : 'usual'} where it is ${value}`, () => {
			const warnings = about('client-id', value);
			assert.equal(warnings.length, warning ? 1 : 0);
			if (warning) assert.match(warnings[0] ?? '', warning);
		});
	}

	test('is not taken for a line of a settings file where it is an address', () => {
		assert.deepEqual(about('redirect-url-override', 'https://example.com/?a=b'), []);
	});

	test('is not doubted here where it is a secret, which is asked about as it is entered', () => {
		assert.deepEqual(about('client-secret', '"SECRET=x"'), []);
	});
});

test('no warning repeats the value', () => {
	const value = fc.string({minLength: 1}).map(text => `canary${text}`);
	fc.assert(
		fc.property(value, fc.constantFrom('strava', 'google_health', 'polar', 'fitbit'), (text, slug) => {
			for (const field of fieldsFor(slug)) {
				for (const warning of warningsFor(provider, field, text)) assert.doesNotMatch(warning, /canary/);
			}
		}),
	);
});
