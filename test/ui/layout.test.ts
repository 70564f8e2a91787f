import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {gap, heightOf, layout, type Remark} from '../../source/ui/layout.ts';

const frame = {width: 20, isCompact: false};
const textsOf = (remarks: readonly Remark[], rows: number, small = frame): readonly string[] =>
	layout(remarks, small, rows).map(({text}) => text);

const plain = (text: string, more: Partial<Remark> = {}): Remark => ({text, tone: 'plain', ...more});
const four = plain('one one one one two two two two three three three four four');

suite('what is said beside a prompt', () => {
	test('takes as many rows as its texts do, and a sign takes its width', () => {
		assert.deepEqual(textsOf([plain('nineteen and one ok')], 9), ['nineteen and one ok']);
		assert.deepEqual(textsOf([{tone: 'bad', text: 'nineteen and one ok'}], 9), ['nineteen and one', 'ok']);
		assert.deepEqual(
			layout([{tone: 'bad', text: 'nineteen and one ok'}], frame, 9).map(({isFirst}) => isFirst),
			[true, false],
		);
	});

	test('with a label is never wrapped', () => {
		assert.equal(heightOf([plain('a value that is far too long', {label: 'Label  '})], frame), 1);
	});

	test('has blank rows only where there is room for them', () => {
		assert.deepEqual(textsOf([plain('a'), gap], 9), ['a', '']);
		assert.deepEqual(textsOf([plain('a'), gap], 9, {...frame, isCompact: true}), ['a']);
	});

	test('takes no more rows than it may, and says that there was more', () => {
		assert.deepEqual(textsOf([{...four, atMost: 2}], 9), ['one one one one two', 'two two two three…']);
	});

	test('gives up its spare rows first, from the last one up', () => {
		const remarks = [
			plain('first'),
			plain('spare', {isSpare: true}),
			{...four, isSpare: true},
			plain('last'),
		];
		assert.deepEqual(textsOf(remarks, 5), [
			'first',
			'spare',
			'one one one one two',
			'two two two three…',
			'last',
		]);
		assert.deepEqual(textsOf(remarks, 3), ['first', 'spare', 'last']);
		assert.deepEqual(textsOf(remarks, 2), ['first', 'last']);
	});

	test('then loses the end of what is longest, so that the beginning of each is seen', () => {
		assert.deepEqual(textsOf([four, plain('short'), plain('a b c d e f g h i j k l')], 3), [
			'one one one one two…',
			'short',
			'a b c d e f g h i j…',
		]);
	});

	test('is never wider nor higher than it may be', () => {
		const remark = fc.record({
			text: fc.lorem({maxCount: 30}),
			tone: fc.constantFrom('plain', 'bad', 'quiet'),
			isSpare: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(remark as fc.Arbitrary<Remark>), fc.nat(12), (remarks, rows) => {
				const laid = layout(remarks, frame, rows);
				assert.equal(laid.length, Math.min(rows, heightOf(remarks, frame)));
				// A row that was cut may end with an ellipsis in the cell after its last one: it is cut when drawn.
				assert.ok(laid.every(({text}) => stringWidth(text) <= frame.width + 1));
			}),
		);
	});
});
