import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {redirectDifference} from '../../../source/domain/values/redirects.ts';

const needed = 'https://api.sandbox.us.junction.com/v2/link/connect/strava';

suite('the redirect URIs of a document', () => {
	test('are fine where the one to register is among them, byte for byte', () => {
		assert.equal(redirectDifference(['https://a.example', needed], needed), undefined);
	});

	for (const uri of [`${needed}/`, needed.replace('sandbox.', ''), needed.toUpperCase(), `${needed}\u200b`]) {
		test(`are told where only another one is, and what cannot be seen is shown: ${uri.slice(-12)}`, () => {
			const words = redirectDifference([uri], needed) ?? '';
			assert.ok(words.startsWith(`The redirect URI to register is not in it: ${needed}. In it: `));
			assert.ok(words.endsWith(`${uri.replace('\u200b', '\\u{200b}')}.`));
		});
	}

	test('are fine where users return to the customer’s own first', () => {
		const own = 'https://connect.example.com/callback';
		assert.equal(redirectDifference([own], needed, [own]), undefined);
	});

	test('are not compared where there is none, or none is known to register', () => {
		assert.equal(redirectDifference([], needed), undefined);
		assert.equal(redirectDifference(['https://a.example'], undefined), undefined);
	});

	test('are told as far as anybody reads', () => {
		const many = Array.from({length: 100}, (_, index) => `https://a.example/${index}`);
		assert.match(redirectDifference(many, needed) ?? '', /a\.example\/4 and 95 more\.$/);
	});
});
