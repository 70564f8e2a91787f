import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {quoted} from '../../source/output/shell-quote.ts';
import {nastyTexts, shellWords} from '../support/hand-offs.ts';

suite('a text as a word of a shell', () => {
	test('stays as it is where it is plain', () => {
		for (const text of ['sandbox', '8a1f0c3e-5b7d', 'https://a.example:1/b_c', 'a@b.example', '1,2+3%']) {
			assert.equal(quoted(text), text);
		}
	});

	test('is quoted where a shell could take it for something else', () => {
		assert.equal(quoted(''), "''");
		assert.equal(quoted('a b'), "'a b'");
		assert.equal(quoted("it's"), `'it'\\''s'`);
		assert.equal(quoted('A=1'), "'A=1'");
	});

	test('shows nothing that a terminal would obey or hide', () => {
		const hidden = ['\u001b[2J', 'a\nb', '\u202ex', 'a\u00a0b', '\u200b', '\ufe0f', "it's \\ !1 \u0085 1"];
		for (const text of hidden) assert.match(quoted(text), /^\$'[\x20-\x7e]*'$/);
		assert.deepEqual(shellWords(hidden.map(quoted).join(' ')), hidden);
		assert.equal(quoted('a\0 b'), "$'a b'");
	});

	test('is that text again', () => {
		assert.deepEqual(shellWords(nastyTexts.map(quoted).join(' ')), nastyTexts);
	});

	test('is that text again, whatever the text', () => {
		const text = fc.string({unit: 'binary'}).map(any => any.replaceAll('\0', ''));
		fc.assert(
			fc.property(fc.array(text, {minLength: 1, maxLength: 40}), texts => {
				assert.deepEqual(shellWords(texts.map(quoted).join(' ')), texts);
			}),
		);
	});
});
