import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {visiblePart} from '../../source/ui/frame.ts';
import type {Action} from '../../source/ui/key-table.ts';
import {type Item, moved, type Pointer, rowsAround} from '../../source/ui/prompts/list-rows.ts';

const page = 4;

suite('the pointer of a list of ten', () => {
	const rows: readonly (readonly [from: Pointer, action: Action, to: Pointer])[] = [
		[0, 'down', 1],
		[9, 'down', 9],
		[5, 'up', 4],
		[0, 'up', 0],
		[5, 'page-down', 9],
		[1, 'page-down', 5],
		[5, 'page-up', 1],
		[2, 'page-up', 0],
		[5, 'first', 0],
		[5, 'last', 9],
		[5, 'next', 5],
		[undefined, 'down', 0],
		[undefined, 'up', 9],
		[undefined, 'first', 0],
		[undefined, 'last', 9],
		[undefined, 'next', undefined],
	];
	for (const [from, action, to] of rows) {
		test(`goes from ${from ?? 'nowhere'} to ${to ?? 'nowhere'} by ${action}`, () => {
			assert.equal(moved(from, action, 10, page), to);
		});
	}
});

test('a list without items has no pointer', () => {
	for (const action of ['down', 'up', 'page-down', 'last'] as const) {
		assert.equal(moved(undefined, action, 0, page), undefined);
		assert.equal(moved(0, action, 0, page), undefined);
	}
});

test('the pointer never leaves the list', () => {
	const actions = fc.array(fc.constantFrom<Action>('up', 'down', 'page-up', 'page-down', 'first', 'last'));
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 60}),
			fc.integer({min: 1, max: 12}),
			actions,
			(count, rows, keys) => {
				let pointer: Pointer;
				for (const action of keys) {
					pointer = moved(pointer, action, count, rows);
					assert.ok(pointer !== undefined && pointer >= 0 && pointer < count);
				}
			},
		),
	);
});

const items = (...groups: readonly string[]): readonly Item[] =>
	groups.map((group, index) => ({id: `${index}`, label: `Item ${index}`, ...(group === '' ? {} : {group})}));

const drawn = (list: readonly Item[], pointer: Pointer, height: number): readonly string[] =>
	rowsAround(list, pointer, height).map(row => (row.kind === 'heading' ? row.text : row.item.id));

suite('the rows that are drawn', () => {
	test('have a heading above the first item of each group', () => {
		assert.deepEqual(drawn(items('Own', 'Own', 'Other'), 0, 9), ['Own', '0', '1', 'Other', '2']);
		assert.deepEqual(drawn(items('', ''), 0, 9), ['0', '1']);
	});

	test('are those around the pointer where not all fit', () => {
		const list = items(...Array.from({length: 20}, () => ''));
		assert.deepEqual(drawn(list, 10, 5), ['8', '9', '10', '11', '12']);
		assert.deepEqual(drawn(list, 19, 3), ['17', '18', '19']);
		assert.deepEqual(drawn(list, undefined, 3), ['0', '1', '2']);
	});

	test('always hold the pointer, fill the height, and keep their order', () => {
		const group = fc.constantFrom('', 'Own', 'Other');
		fc.assert(
			fc.property(
				fc.array(group, {minLength: 1}),
				fc.nat(),
				fc.integer({min: 1, max: 12}),
				(groups, at, height) => {
					const pointer = at % groups.length;
					const rows = rowsAround(items(...groups), pointer, height);
					const shown = rows.flatMap(row => (row.kind === 'item' ? [row.index] : []));
					assert.ok(shown.includes(pointer));
					assert.ok(rows.length === height || shown.length === groups.length);
					assert.deepEqual(
						shown,
						shown.toSorted((a, b) => a - b),
					);
				},
			),
		);
	});
});

test('the visible part is as long as fits, and lies within the list', () => {
	fc.assert(
		fc.property(fc.nat(50), fc.nat(50), fc.integer({min: 1, max: 20}), (count, chosen, rows) => {
			const {from, to} = visiblePart(count, Math.min(chosen, Math.max(0, count - 1)), rows);
			assert.ok(from >= 0 && to <= count);
			assert.equal(to - from, Math.min(count, rows));
		}),
	);
});
