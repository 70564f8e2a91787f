import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {Secret} from '../../source/domain/secret.ts';
import {jsonDocument} from '../../source/output/json.ts';
import {assertNoSecret, secretText} from '../support/credentials.ts';
import {hostile} from './placed.ts';

suite('a JSON document', () => {
	test('is indented by two spaces and ends its last line', () => {
		assert.equal(jsonDocument({a: [1, null], b: {}}), '{\n  "a": [\n    1,\n    null\n  ],\n  "b": {}\n}\n');
		assert.equal(jsonDocument(undefined), 'null\n');
	});

	test('escapes what a terminal would obey or not show', () => {
		assert.equal(
			jsonDocument('\u001b\u009b\u007f\n\u202e\u200b\u2028\u2029\ue000\ud800\u{e0041}'),
			'"\\u001b\\u009b\\u007f\\n\\u202e\\u200b\\u2028\\u2029\\ue000\\ud800\\udb40\\udc41"\n',
		);
		assert.equal(jsonDocument('\u00a0\ufe0f\u3164\u2800'), '"\\u00a0\\ufe0f\\u3164\\u2800"\n');
		assert.equal(jsonDocument('Zürich 漢字 🏃 ••'), '"Zürich 漢字 🏃 ••"\n');
		assert.deepEqual(JSON.parse(jsonDocument({[hostile]: hostile})), {[hostile]: hostile});
	});

	test('says exactly the value and never acts, whatever the text', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string({unit: 'binary'}), fc.string({unit: 'binary'})), value => {
				const text = jsonDocument(value);
				assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
				assert.doesNotMatch(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}/u);
			}),
		);
	});

	test('masks secrets, wherever they are', () => {
		const text = jsonDocument({a: [new Secret(secretText)]});
		assert.deepEqual(JSON.parse(text), {a: ['••••••••']});
		assertNoSecret(text);
	});
});
