import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {isExact, isSendable} from '../../source/domain/body/sendable.ts';
import {
	covers,
	isList,
	isObject,
	leavesIn,
	merged,
	placed,
	valueAt,
	without,
} from '../../source/domain/body/walk.ts';
import {Secret} from '../../source/domain/secret.ts';
import {anyJson} from '../support/any-json.ts';

const path = fc.array(fc.oneof(fc.constantFrom('a', 'b', 'toString', '__proto__'), fc.string()), {
	minLength: 1,
	maxLength: 4,
});
const object = fc.dictionary(fc.string(), anyJson);

suite('a value inside of others', () => {
	test('is found where it was placed, whatever stood there, and leaves the rest alone', () => {
		fc.assert(
			fc.property(object, path, fc.string(), (before, at, value) => {
				const after = placed(before, at, value);
				assert.equal(valueAt(after, at), value);
				for (const name of Object.keys(before)) {
					if (name !== at[0]) assert.equal(valueAt(after, [name]), before[name]);
				}
			}),
		);
	});

	test('is only what is its own, not what every object has', () => {
		assert.equal(valueAt({}, ['toString']), undefined);
		assert.equal(valueAt({a: 'text'}, ['a', 'length']), undefined);
		assert.equal(valueAt({a: [1]}, ['a', '0']), undefined);
		assert.equal(valueAt(undefined, ['a']), undefined);
	});

	test('is an object with names only where it has some of its own to look into', () => {
		for (const value of [null, undefined, 'a', 1, [], ['a'], new Secret('a')])
			assert.equal(isObject(value), false);
		assert.equal(isObject({}), true);
		assert.deepEqual([isList([]), isList({}), isList('a')], [true, false, false]);
	});

	test('is a leaf with its path, and each is told once', () => {
		const tree = {a: {b: 1, c: {d: ['x', {e: 1}]}}, f: null, g: {}};
		assert.deepEqual(leavesIn(tree), [
			{path: ['a', 'b'], value: 1},
			{path: ['a', 'c', 'd'], value: ['x', {e: 1}]},
			{path: ['f'], value: null},
		]);
		fc.assert(
			fc.property(object, tree => {
				for (const leaf of leavesIn(tree)) assert.equal(valueAt(tree, leaf.path), leaf.value);
			}),
		);
	});
});

suite('an object', () => {
	test('without a value is without what that leaves empty, and keeps its order', () => {
		const tree = {a: {b: {c: 1}}, d: {e: 1, f: {}}, g: 2};
		assert.deepEqual(
			without(tree, at => at.join('.') === 'a.b.c'),
			{d: {e: 1, f: {}}, g: 2},
		);
		const left = without({z: {y: 1, x: 2}, w: 3}, at => at.at(-1) === 'y');
		assert.equal(JSON.stringify(left), '{"z":{"x":2},"w":3}');
	});

	test('laid over another one keeps what it says nothing of', () => {
		assert.deepEqual(merged({a: {b: 1, c: 2}, d: 3}, {a: {c: 4}, e: 5}), {a: {b: 1, c: 4}, d: 3, e: 5});
		assert.deepEqual(merged({a: {b: 1}}, {a: null}), {a: null});
	});

	test('covers a path where it says something of it, or of what it is in', () => {
		const given = {a: {b: null}, c: 'text'};
		assert.deepEqual(
			[['a', 'b'], ['c', 'x', 'y'], ['a'], ['a', 'x'], ['x']].map(at => covers(given, at)),
			[true, true, true, false, false],
		);
	});
});

suite('a stored value can be sent again', () => {
	test('where its digits mean the same number', () => {
		for (const number of [0, -1, 1.5, 2 ** 53 - 1, 1e-7]) assert.equal(isExact(number), true, `${number}`);
		for (const number of [2 ** 53, -(2 ** 60), 1e300, Number.POSITIVE_INFINITY])
			assert.equal(isExact(number), false, `${number}`);
	});

	test('where nothing in it is masked or lost its digits', () => {
		for (const value of ['abc', null, false, {a: [1, 'b']}]) assert.equal(isSendable(value), true);
		for (const value of ['ab••', '****', 2 ** 60, {a: ['…']}, [{b: 2 ** 60}]])
			assert.equal(isSendable(value), false);
	});
});
