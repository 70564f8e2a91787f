import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {frameFor} from '../../source/ui/frame.ts';

suite('the frame', () => {
	test('of a size of 0 or unknown is that of 80 by 24', () => {
		assert.deepEqual(frameFor(0, 0, 5), frameFor(80, 24, 5));
		assert.deepEqual(frameFor(Number.NaN, Number.NaN, 5), frameFor(80, 24, 5));
	});

	test('is never wider than the terminal, and its text never wider than 100 cells', () => {
		assert.equal(frameFor(40, 24, 0).lineWidth, 40);
		assert.equal(frameFor(80, 24, 0).lineWidth, 78);
		assert.equal(frameFor(80, 24, 0).width, 76);
		assert.equal(frameFor(200, 24, 0).width, 100);
	});

	test('leaves out what is not needed where rows are few', () => {
		assert.equal(frameFor(80, 17, 3).isCompact, true);
		assert.equal(frameFor(80, 18, 3).isCompact, false);
		assert.equal(frameFor(80, 17, 3).trailRows, 0);
	});

	const size = fc.record({rows: fc.integer({min: 1, max: 120}), trail: fc.nat(20)});

	test('shows no more of the trail than there is, and gives it no row that a prompt needs', () => {
		fc.assert(
			fc.property(size, ({rows, trail}) => {
				const {trailRows, bodyRows} = frameFor(80, rows, trail);
				assert.ok(trailRows >= 0 && trailRows <= trail);
				assert.ok(trailRows === 0 || bodyRows >= 11);
				assert.ok(bodyRows >= 3);
			}),
		);
	});

	test('leaves the last row free of any terminal of eight rows and more', () => {
		fc.assert(
			fc.property(size, ({rows, trail}) => {
				const {trailRows, bodyRows, isCompact} = frameFor(80, rows, trail);
				const used = bodyRows + (isCompact ? 4 : 8) + (trailRows === 0 ? 0 : trailRows + 1);
				assert.ok(rows < 8 || used < rows, `${used} of ${rows}`);
			}),
		);
	});
});
