import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {type Column, cut, table} from '../../source/output/table.ts';
import {assertLines, bare, hostile, marked} from './placed.ts';

const columns: readonly Column[] = [
	{title: 'TEAM'},
	{title: 'COUNT', isRight: true},
	{title: 'STATE', canShrink: false, tone: cell => (cell === 'gap' ? 'warning' : undefined)},
];
const rows = [
	['Runners', '7', 'set'],
	['東京 🏃 クリニック', '12345', 'gap'],
	['Marigold Cardiology of the North', '', ''],
];
const at = (width: number) => table(columns, rows, {width, isPlain: false});

suite('a table', () => {
	test('stands in columns by what signs take on the screen', () => {
		assert.deepEqual(at(Number.POSITIVE_INFINITY), [
			'TEAM                              COUNT  STATE',
			'Runners                               7  set',
			'東京 🏃 クリニック                12345  gap',
			'Marigold Cardiology of the North',
		]);
		assert.deepEqual(at(46), at(Number.POSITIVE_INFINITY));
	});

	test('cuts the widest column first where there is less room', () => {
		assert.deepEqual(at(24), [
			'TEAM        COUNT  STATE',
			'Runners         7  set',
			'東京 🏃…    12345  gap',
			'Marigold…',
		]);
	});

	test('shares the room between columns that are alike', () => {
		const lines = table([{title: 'A'}, {title: 'B'}], [['a'.repeat(30), 'b'.repeat(30)]], {
			width: 22,
			isPlain: false,
		});
		assert.deepEqual(lines, ['A           B', 'aaaaaaaaa…  bbbbbbbbb…']);
	});

	test('is a line for each cell where its columns do not fit at all', () => {
		assert.deepEqual(at(17), [
			'TEAM: Runners',
			'COUNT: 7',
			'STATE: set',
			'',
			'TEAM: 東京 🏃 ク…',
			'COUNT: 12345',
			'STATE: gap',
			'',
			'TEAM: Marigold C…',
			'COUNT:',
			'STATE:',
		]);
	});

	test('keeps as much of a column as is asked for', () => {
		const lines = table([{title: 'A', minimum: 9}, {title: 'B'}], [['a'.repeat(30), 'b'.repeat(9)]], {
			width: 18,
			isPlain: false,
		});
		assert.deepEqual(lines, ['A          B', 'aaaaaaaa…  bbbbbb…']);
	});

	test('has colours for its titles and where a column says so, in the same places', () => {
		const painted = table(columns, rows, {width: 30, isPlain: false, paint: marked});
		assert.deepEqual(painted.map(bare), at(30));
		assert.ok(painted[2]?.endsWith('\u001b[7mgap\u001b[0m'), painted[2]);
		assert.ok(painted[0]?.startsWith('\u001b[6mTEAM'), painted[0]);
	});

	test('is plain for other programs: rows only, nothing cut, no colour', () => {
		const long = 'x'.repeat(5000);
		assert.deepEqual(
			table(columns, [...rows, [long, '', 'a\tb\nc']], {width: 10, isPlain: true, paint: marked}),
			[
				'Runners\t7\tset',
				'東京 🏃 クリニック\t12345\tgap',
				'Marigold Cardiology of the North\t\t',
				`${long}\t\ta b c`,
			],
		);
	});

	test('makes what servers say inert', () => {
		for (const isPlain of [true, false]) {
			const lines = table(columns, [[hostile, hostile, hostile]], {width: 200, isPlain});
			assertLines(lines);
			assert.equal(lines.at(-1)?.match(/Evil/g)?.length, 3);
			assert.equal(lines.at(-1)?.split('\t').length, isPlain ? 3 : 1);
		}
	});

	test('fits every width, whatever its cells', () => {
		const cell = fc.string({unit: 'grapheme', maxLength: 60});
		fc.assert(
			fc.property(
				fc.array(fc.tuple(cell, cell, fc.constant('set')), {minLength: 1, maxLength: 5}),
				fc.integer({min: 8, max: 120}),
				(cells, width) => assertLines(table(columns, cells, {width, isPlain: false}), width),
			),
		);
	});
});

suite('a text that is cut', () => {
	test('loses no half of a sign', () => {
		assert.equal(cut('abc', 3), 'abc');
		assert.equal(cut('abcd', 3), 'ab…');
		assert.equal(cut('ab cd', 4), 'ab…');
		assert.equal(cut('漢字漢字', 6), '漢字…');
		assert.equal(cut('🇩🇪🇫🇷🇯🇵', 4), '🇩🇪…');
		assert.equal(cut('e\u0301e\u0301e\u0301', 2), 'e\u0301…');
		assert.equal(cut('abc', 1), '…');
		assert.equal(cut('abc', 0), '');
	});
});
