import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Secret} from '../../../source/domain/secret.ts';
import {doubtCodes} from '../../../source/domain/values/kinds.ts';
import {questionWords} from '../../../source/domain/values/recognise.ts';
import {mayBeSecret} from '../../../source/domain/values/shapes.ts';
import {positionOf, shownInvisible, signAt} from '../../../source/domain/values/signs.ts';
import {lengthOf, repairWords, wordsFor} from '../../../source/domain/values/words.ts';

suite('the words of a doubt', () => {
	const told = {context: {role: 'client-secret'}, position: 12, sign: 'a tab (U+0009)', count: 1} as const;

	test('are one sentence, and no others', () => {
		const sentences = doubtCodes.map(code => wordsFor(code, told));
		assert.equal(new Set(sentences).size, sentences.length);
		for (const sentence of sentences) {
			assert.match(sentence, /^[A-Z].*[^.]\.$/);
			assert.ok(sentence.length <= 110, sentence);
		}
	});

	test('say how many more there are', () => {
		const words = wordsFor('invisible-character', {...told, count: 3});
		assert.match(words, /at position 12, and 2 more,/);
	});

	test('of a question are one sentence too', () => {
		for (const words of Object.values(questionWords)) assert.match(words, /^[A-Z].*[^.]\.$/);
	});
});

test('a sealed value is told by its length alone, in characters as people count them', () => {
	assert.equal(lengthOf(new Secret('a')), '1 character');
	assert.equal(lengthOf(new Secret('🔑bc')), '3 characters');
	assert.equal(repairWords(new Secret('abc')), 'Without that it has 3 characters.');
});

suite('a sign', () => {
	test('is told by its name, where it has one that people know', () => {
		assert.equal(signAt('a\u200b', 1), 'a zero-width space (U+200B)');
		assert.equal(signAt('а', 0), 'a Cyrillic letter (U+0430)');
		assert.equal(signAt('é', 0), 'a sign (U+00E9)');
		assert.equal(signAt('🔑', 0), 'a sign (U+1F511)');
		assert.equal(signAt('', 0), undefined);
	});

	test('is at a position in characters', () => {
		assert.equal(positionOf('🔑b', 0), 1);
		assert.equal(positionOf('🔑b', 2), 2);
	});

	test('that nobody sees is shown escaped', () => {
		assert.equal(shownInvisible('a b\u200bc\u00a0d\te\ufe0f'), 'a b\\u{200b}c\\u{a0}d\\u{9}e\\u{fe0f}');
		assert.equal(shownInvisible('漢é🔑$'), '漢é🔑$');
		assert.equal(shownInvisible('a\u202eb\ud83d'), 'a\\u{202e}b\\u{d83d}');
	});
});

suite('what may be a secret', () => {
	for (const text of [
		'GOCSPX-k7Wq3xZ9mP2v',
		'  "GOCSPX-k7Wq"',
		'{"client_secret":"GOCSPX-k7Wq"}',
		'mg_k7Wq3xZ9mP2vk7Wq',
		'sk_us_k7Wq',
		'pk_eu_k7Wq',
		'-----BEGIN PRIVATE KEY-----',
	]) {
		test(`is masked at once: ${text.slice(0, 20)}`, () => assert.ok(mayBeSecret(text)));
	}

	test('is also what has the shape of the client secret of the provider', () => {
		const text = '0a1b2c3d4e'.repeat(4);
		assert.ok(mayBeSecret(text, /^[0-9a-f]{40}$/));
		assert.ok(!mayBeSecret(text));
	});

	test('is no identifier', () => {
		for (const text of ['12345', 'my-app', 'https://example.com', 'a.apps.googleusercontent.com']) {
			assert.ok(!mayBeSecret(text), text);
		}
	});
});
