import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {visiblePart} from '../../source/ui/frame.ts';
import type {Action} from '../../source/ui/key-table.ts';
import {columnGap, columnWidths, widthsOf} from '../../source/ui/prompts/list-columns.ts';
import {
	type Item,
	isLetter,
	moved,
	nextWithLetter,
	type Pointer,
	rowsAround,
} from '../../source/ui/prompts/list-rows.ts';
import {partsOf} from '../../source/ui/prompts/list-view.tsx';

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

suite('a first letter', () => {
	const labels = ['Sandbox', 'production', 'Étape', 'São Bento', '東京'];

	test('moves to the next item that begins with it, and from the last one to the first', () => {
		assert.equal(nextWithLetter(labels, undefined, 's'), 0);
		assert.equal(nextWithLetter(labels, 0, 'S'), 3);
		assert.equal(nextWithLetter(labels, 3, 's'), 0);
		assert.equal(nextWithLetter(labels, 1, 'e'), 2);
		assert.equal(nextWithLetter(labels, 1, '東'), 4);
	});

	test('moves nowhere where nothing begins with it', () => {
		assert.equal(nextWithLetter(labels, 1, 'x'), 1);
		assert.equal(nextWithLetter(labels, undefined, 'x'), undefined);
		assert.equal(nextWithLetter([], undefined, 'x'), undefined);
	});

	test('is one letter, and no digit, space or paste', () => {
		assert.ok(['s', 'É', '東'].every(isLetter));
		assert.ok(!['1', ' ', '', 'ss', '?', '\r'].some(isLetter));
	});
});

suite('the columns of a list', () => {
	const name = fc
		.array(
			fc.constantFrom('Ashbourne', '東京ウェルネス', 'مركز الرياض', 'Łódź', '🌙', 'e\u0301lan', 'Ελληνικό'),
			{
				minLength: 1,
				maxLength: 5,
			},
		)
		.map(words => words.join(' '));
	const list = fc.array(
		fc.record({
			label: name,
			detail: fc.option(name, {nil: undefined}),
			end: fc.option(fc.constantFrom('ef514e11', '2b6d90aa'), {nil: undefined}),
		}),
		{minLength: 1, maxLength: 12},
	);
	const itemsOf = (rows: readonly {label: string; detail: string | undefined; end: string | undefined}[]) =>
		rows.map(
			({label, detail, end}, index): Item => ({
				id: `${index}`,
				label,
				...(detail === undefined ? {} : {detail}),
				...(end === undefined ? {} : {end}),
			}),
		);
	const taken = ({label, detail, end}: ReturnType<typeof columnWidths>) =>
		label + (detail === 0 ? 0 : columnGap + detail) + (end === 0 ? 0 : columnGap + end);

	test('fit the line, whatever the script of the names', () => {
		fc.assert(
			fc.property(list, fc.integer({min: 8, max: 98}), (rows, room) => {
				const items = itemsOf(rows);
				const columns = columnWidths(items, room);
				assert.ok(taken(columns) <= room);
				for (const item of items) assert.ok(taken(widthsOf(item, columns, room)) <= room);
			}),
		);
	});

	test('are those of all items where the line takes them, and nothing is cut then', () => {
		fc.assert(
			fc.property(list, rows => {
				const items = itemsOf(rows);
				const columns = columnWidths(items, 400);
				for (const item of items) {
					if (item.detail === undefined && item.end === undefined) continue;
					assert.deepEqual(widthsOf(item, columns, 400), columns);
					assert.ok(stringWidth(item.label) <= columns.label);
					assert.ok(stringWidth(item.detail ?? '') <= columns.detail);
				}
			}),
		);
	});

	test('give up the details first, then what stands at the end', () => {
		const items = [{id: '1', label: 'Ashbourne Cardiology', detail: 'Strava, Polar set', end: 'ef514e11'}];
		assert.deepEqual(columnWidths(items, 80), {label: 20, detail: 17, end: 8});
		assert.deepEqual(columnWidths(items, 45), {label: 20, detail: 11, end: 8});
		assert.deepEqual(columnWidths(items, 36), {label: 20, detail: 0, end: 8});
		assert.deepEqual(columnWidths(items, 20), {label: 20, detail: 0, end: 0});
	});

	test('are left by an item that is whole only without them', () => {
		const long = {id: '1', label: 'A name that takes most of the line', detail: 'one'};
		const short = {id: '2', label: 'Short', detail: 'a detail that is long'};
		const columns = columnWidths([long, short], 40);
		assert.deepEqual(widthsOf(short, columns, 40), {label: 5, detail: 21, end: 0});
	});
});

test('the letters that were searched for are told from the others', () => {
	assert.deepEqual(
		partsOf('Ashbourne Cardiology', [
			[0, 3],
			[10, 14],
		]),
		[
			{from: 0, part: 'Ash', isMarked: true},
			{from: 3, part: 'bourne ', isMarked: false},
			{from: 10, part: 'Card', isMarked: true},
			{from: 14, part: 'iology', isMarked: false},
		],
	);
	assert.deepEqual(partsOf('Łódź', [[0, 4]]), [{from: 0, part: 'Łódź', isMarked: true}]);
	assert.deepEqual(partsOf('Łódź', []), [{from: 0, part: 'Łódź', isMarked: false}]);
});
