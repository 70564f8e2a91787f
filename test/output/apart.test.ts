import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {FieldChange} from '../../source/domain/plan.ts';
import {apart} from '../../source/output/apart.ts';
import {changedValues} from '../../source/output/plan-words.ts';

suite('two values beside each other', () => {
	test('are shown as they are where anybody sees the difference', () => {
		assert.deepEqual(apart('1234', '1235'), ['1234', '1235']);
		assert.deepEqual(apart('Läufer', 'Läufer 2'), ['Läufer', 'Läufer 2']);
	});

	test('have their signs spelled where they differ in none of the keyboard', () => {
		assert.deepEqual(apart('p\u0430y', 'pay'), ['p\\u{430}y', 'pay']);
		assert.deepEqual(apart('\uff11', '1'), ['\\u{ff11}', '1']);
		assert.deepEqual(apart('p\u0430', 'p\u03b1'), ['p\\u{430}', 'p\\u{3b1}']);
		assert.deepEqual(apart('caf\u00e9', 'cafe\u0301'), ['caf\\u{e9}', 'cafe\\u{301}']);
	});

	test('that are very long show the part that differs', () => {
		const start = 'x'.repeat(5000);
		const shown = apart(`${start}1`, `${start}2`);
		assert.deepEqual(shown, [`…${'x'.repeat(40)}1`, `…${'x'.repeat(40)}2`]);
	});

	test('that are the same have no difference to show', () => {
		assert.equal(apart('a', 'a'), undefined);
	});
});

suite('a change', () => {
	const told = (from: FieldChange['from'], to: FieldChange['to']) =>
		changedValues({field: 'client_id', title: 'Client ID', from, to});

	test('is never from one text to the same', () => {
		assert.equal(told('a\u200b', 'a'), 'a\\u{200b} → a');
		assert.equal(told('a ', 'a'), 'a\\u{20} → a');
		assert.equal(told('a\u00a0b', 'a b'), 'a\\u{a0}b → a b');
		assert.equal(told('a\u200b', 'a\\u{200b}'), 'a\\u{200b} → a\\u{5c}u{200b}');
		assert.equal(told(['a, b'], ['a', 'b']), '["a, b"] → ["a","b"]');
		assert.equal(told(null, 'none'), 'null → "none"');
	});

	test('of any two texts shows them apart', () => {
		const text = fc.string({unit: fc.constantFrom('a', ' ', '\u200b', '\u00a0', '\u0430', '\u0301', '\\')});
		fc.assert(
			fc.property(text, text, (from, to) => {
				const [before, after] = told(from, to).split(' → ');
				assert.equal(before === after, from === to);
			}),
		);
	});
});
