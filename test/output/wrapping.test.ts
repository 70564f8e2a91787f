import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {folded, prose, wrapped} from '../../source/output/wrapping.ts';

suite('a wrapped text', () => {
	test('breaks between words, and no line begins with the space it broke at', () => {
		assert.deepEqual(wrapped('one two three', 7), ['one two', 'three']);
	});

	test('breaks within a word only where the word is longer than a line', () => {
		assert.deepEqual(wrapped('a https://example.com b', 10), ['a', 'https://ex', 'ample.com', 'b']);
	});

	test('is one row where it fits, and where there is nothing', () => {
		assert.equal(wrapped('fits', 4).length, 1);
		assert.equal(wrapped('', 4).length, 1);
	});

	test('never is wider than asked, counted in terminal cells', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 2, max: 80}), (text, width) => {
				for (const line of wrapped(text, width)) assert.ok(stringWidth(line) <= width);
			}),
		);
	});

	test('keeps every character but the spaces it broke at', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({min: 2, max: 80}), (text, width) => {
				assert.equal(wrapped(text, width).join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
			}),
		);
	});
});

test('a folded line is the pieces of itself', () => {
	assert.equal(folded('x'.repeat(25), 10).join(''), 'x'.repeat(25));
	assert.equal(folded('漢字漢字', 5).length, 2);
});

suite('a text in lines', () => {
	test('is broken between words, and goes on below its first word', () => {
		assert.deepEqual(prose('• one two three four', 11, '  '), ['• one two', '  three', '  four']);
		assert.deepEqual(prose('  漢字 漢字 漢字', 12), ['  漢字 漢字', '漢字']);
		assert.deepEqual(prose('one two', Number.POSITIVE_INFINITY), ['one two']);
	});

	test('keeps an address whole', () => {
		const address = 'https://example.com/a/long/one';
		const lines = prose(`See ${address} first.`, 12);
		assert.deepEqual(lines, ['See', address, 'first.']);
		assert.ok(stringWidth(lines[1] ?? '') > 12);
	});
});
