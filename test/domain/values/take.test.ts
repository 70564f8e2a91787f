import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Asked} from '../../../source/domain/values/door.ts';
import type {Context} from '../../../source/domain/values/kind.ts';
import {type Taken, take, takeWritten} from '../../../source/domain/values/take.ts';

const asked = (context: Omit<Context, 'role'>): Asked => ({
	field: 'client-secret',
	context: {role: 'client-secret', ...context},
});

const exact = asked({isExact: true});

const valueIn = (taken: Taken): string | undefined => (taken.ok ? taken.value.reveal() : undefined);
const codesOf = (taken: Taken): readonly string[] => (taken.ok ? taken.notes.map(({code}) => code) : []);

suite('a value that is taken exactly as it comes', () => {
	for (const ending of ['\n', '\r\n', '\r']) {
		test(`has not the final ${JSON.stringify(ending)} of its source, which is told`, () => {
			const taken = take(`"a1B2"${ending}`, exact, '--exact client-secret');
			assert.equal(valueIn(taken), '"a1B2"');
			assert.deepEqual(codesOf(taken), ['final-line-break-removed']);
		});
	}

	test('is the one that was doubted', () => {
		assert.equal(valueIn(take(' a1B2 \n', exact, '')), ' a1B2 ');
		assert.equal(valueIn(take('"a1B2"', exact, '')), '"a1B2"');
	});

	test('keeps all where white space is kept as well', () => {
		const taken = take('"a1B2"\n', asked({isExact: true, keepsWhitespace: true}), '');
		assert.equal(valueIn(taken), '"a1B2"\n');
		assert.deepEqual(codesOf(taken), ['final-line-break-kept']);
	});

	test('keeps the line break that was written in a document', () => {
		assert.equal(valueIn(takeWritten('a1B2\n', exact, '')), 'a1B2\n');
	});

	test('is not nothing', () => {
		assert.equal(take('\n', exact, '').ok, false);
	});
});
