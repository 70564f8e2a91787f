import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {differences, isSame, type Strictness, spellingOf} from '../../source/domain/body/compare.ts';
import {isObject} from '../../source/domain/body/walk.ts';
import type {BodyValue, Json} from '../../source/domain/credential.ts';
import {bodyFields} from '../../source/domain/fields.ts';
import {providerOfSlug} from '../../source/domain/providers/find-providers.ts';
import {Secret} from '../../source/domain/secret.ts';
import {anyJson} from '../support/any-json.ts';

const both: readonly Strictness[] = ['exact', 'lenient'];

/** Where the two differ, as `a.b`; the value itself is `here`. */
const differ = (
	strictness: Strictness,
	wanted: BodyValue | undefined,
	stored: Json | undefined,
	previous?: Json,
): readonly string[] =>
	differences(wanted, stored, {strictness, previous}).map(path => path.join('.') || 'here');

/** The same value with its lists and objects in another order, entries said twice, and nulls beside. */
function disordered(value: Json): Json {
	if (Array.isArray(value)) return [...value, ...value].reverse().map(disordered);
	if (!isObject(value)) return value;
	const entries = Object.entries(value).map(([name, inside]) => [name, disordered(inside)] as const);
	return {'not there': null, ...Object.fromEntries(entries.reverse())};
}

suite('however strictly two values are compared', () => {
	test('each is the same as itself, in whatever order, and null is nothing', () => {
		fc.assert(
			fc.property(anyJson, value => {
				for (const strictness of both) {
					assert.deepEqual(differ(strictness, value, value), []);
					assert.deepEqual(differ(strictness, disordered(value), value), []);
					assert.deepEqual(differ(strictness, value, disordered(value)), []);
				}
			}),
		);
		for (const strictness of both) {
			assert.deepEqual(differ(strictness, null, undefined), []);
			assert.deepEqual(differ(strictness, undefined, null), []);
			assert.deepEqual(differ(strictness, {a: null}, {}), []);
		}
	});

	test('a web address is the same in any spelling, and another one is not', () => {
		for (const strictness of both) {
			assert.deepEqual(differ(strictness, 'https://A.example:443/b/../c', 'https://a.example/c'), []);
			assert.deepEqual(differ(strictness, 'https://a.example/C', 'https://a.example/c'), ['here']);
			assert.deepEqual(differ(strictness, 'A', 'a'), ['here']);
		}
	});

	test('a value of another type is another one', () => {
		for (const strictness of both) {
			assert.deepEqual(differ(strictness, '1', 1), ['here']);
			assert.deepEqual(differ(strictness, 'true', true), ['here']);
			assert.deepEqual(differ(strictness, ['a'], 'a'), ['here']);
		}
	});
});

suite('exactly compared', () => {
	test('no value is a difference from one side only', () => {
		fc.assert(
			fc.property(anyJson, anyJson, (one, other) => {
				assert.deepEqual(differ('exact', one, other), differ('exact', other, one));
			}),
		);
	});

	test('whatever is not wanted is a difference, a mask too', () => {
		assert.deepEqual(differ('exact', {a: 1}, {a: 1, b: 2}), ['here']);
		assert.deepEqual(differ('exact', ['x'], ['x', 'y']), ['here']);
		assert.deepEqual(differ('exact', null, 'x'), ['here']);
		assert.deepEqual(differ('exact', 'abc', 'a••'), ['here']);
	});

	test('a no and an empty text are nothing', () => {
		for (const nothing of [null, undefined, false, '']) {
			for (const other of [null, undefined, false, '']) assert.deepEqual(differ('exact', nothing, other), []);
			assert.deepEqual(differ('exact', nothing, 'x'), ['here']);
		}
	});

	test('a secret differs from no secret at all, and from another one that can be read', () => {
		assert.deepEqual(differ('exact', new Secret('x'), '••••'), []);
		assert.deepEqual(differ('exact', new Secret('x'), 'x'), []);
		assert.deepEqual(differ('exact', new Secret('x'), 'y'), ['here']);
		assert.deepEqual(differ('exact', new Secret('x'), null), ['here']);
		assert.deepEqual(differ('exact', undefined, 'y'), ['here']);
	});
});

suite('leniently compared', () => {
	test('what the server added is no difference, wherever it is', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), anyJson), anyJson, (sent, more) => {
				assert.deepEqual(differ('lenient', sent, {...sent, 'added by the server': more}), []);
			}),
		);
		assert.deepEqual(differ('lenient', ['x'], ['x', 'y'], ['x']), []);
		assert.deepEqual(differ('lenient', null, 'x'), []);
	});

	test('what was there before and should be gone is one', () => {
		assert.deepEqual(differ('lenient', {a: null}, {a: 'x'}, {a: 'x'}), ['a']);
		assert.deepEqual(differ('lenient', {a: ['x']}, {a: ['x', 'y']}, {a: ['y']}), ['a']);
	});

	test('a mask may be what was sent, and a secret may be anything', () => {
		assert.deepEqual(differ('lenient', {a: 'abc', b: {c: 1}}, {a: 'a••', b: '****'}), []);
		assert.deepEqual(differ('lenient', {a: new Secret('x'), b: [new Secret('y')]}, {b: ['****']}), []);
	});

	test('each value that was lost or changed is one, by its path', () => {
		assert.deepEqual(differ('lenient', {a: {b: 1, c: 2}, d: 'x'}, {a: {c: 3}}), ['a.b', 'a.c', 'd']);
		assert.deepEqual(differ('lenient', {a: false, b: ''}, {}), ['a', 'b']);
	});
});

test('a client ID is compared as it is, and a practice ID in any case', () => {
	const [clientId, , , override] = bodyFields;
	assert.ok(clientId && override);
	const isSameFor = (slug: string, field: typeof clientId, one: string, other: string) =>
		isSame(one, other, spellingOf(field, providerOfSlug(slug)));
	assert.equal(isSameFor('strava', clientId, 'https://A.example', 'https://a.example/'), false);
	assert.equal(isSameFor('strava', clientId, 'A', 'a'), false);
	assert.equal(isSameFor('freestyle_libre', clientId, 'A', 'a'), true);
	assert.equal(isSameFor('freestyle_libre', override, 'https://A.example', 'https://a.example/'), true);
});
