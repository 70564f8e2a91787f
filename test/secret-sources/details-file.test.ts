import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {parseDetails} from '../../source/secret-sources/details-file.ts';
import {detailSecretText} from '../support/credentials.ts';
import {runs} from '../support/thorough.ts';
import {messageOf, problemOf} from './sources.ts';

const secret = JSON.stringify(detailSecretText);

suite('details', () => {
	test('are a JSON object, whole', () => {
		const text = `\ufeff{"fitbit": {"code": ${secret}, "list": [1, -2.50, 1e3, true, null, "ü\\u00fc"]}, "": {}}\r\n`;
		assert.deepEqual(parseDetails(text), {
			ok: true,
			value: {fitbit: {code: detailSecretText, list: [1, -2.5, 1000, true, null, 'üü']}, '': {}},
		});
	});

	for (const text of ['[]', '[{}]', '1', secret, 'null', 'true']) {
		test(`that are ${text} are refused`, () => {
			assert.equal(messageOf(parseDetails(text)), 'Details must be a JSON object.');
		});
	}

	const faults: Readonly<Record<string, string>> = {
		'': 'line 1, column 1, a value is expected',
		' \n': 'line 2, column 1, a value is expected',
		[detailSecretText]: 'line 1, column 1, a value is expected',
		[`{"a": ${secret}`]: 'line 1, column 32, a comma or a closing bracket is expected',
		[`{"a": ${secret},}`]: 'line 1, column 33, a name in double quotes is expected',
		[`{"ü👍": ${secret.slice(0, -1)}`]: 'line 1, column 8, the text in quotes has no end',
		[`{\r\n"a": 1\r\t${secret}}`]: 'line 3, column 2, a comma or a closing bracket is expected',
		[`{${secret}}`]: 'line 1, column 27, a colon is expected',
		[`{${secret}: 1]`]: 'line 1, column 30, a comma or a closing bracket is expected',
		"{'a': 1}": 'line 1, column 2, a name in double quotes or } is expected',
		'[1 2]': 'line 1, column 4, a comma or a closing bracket is expected',
		'[,]': 'line 1, column 2, a value or ] is expected',
		[`{} ${secret}`]: 'line 1, column 4, the end of the text is expected',
		'{"a": "\n"}': 'line 1, column 7, the text in quotes has a line break or a wrong \\ in it',
		'{"a": "\\x"}': 'line 1, column 7, the text in quotes has a line break or a wrong \\ in it',
		[`{${secret}: 1, ${secret}: 2}`]: 'line 1, column 32, the object has this name already',
		'{"a": 1, "\\u0061": 2}': 'line 1, column 10, the object has this name already',
		'{"a": 12345678901234567890}': 'line 1, column 7, the number has more digits than can be kept',
		'{"a": [9007199254740993]}': 'line 1, column 8, the number has more digits than can be kept',
		'{"a": 0.12345678901234567890}': 'line 1, column 7, the number has more digits than can be kept',
		'{"a": 1e999}': 'line 1, column 7, the number has more digits than can be kept',
		'{"a": 1e-999}': 'line 1, column 7, the number has more digits than can be kept',
	};
	for (const [text, fault] of Object.entries(faults)) {
		test(`are refused where ${fault}`, () => {
			assert.equal(messageOf(parseDetails(text)), `Details are not usable JSON: at ${fault}.`);
		});
	}

	test('may be 32 levels deep and no deeper', () => {
		const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
		assert.ok(parseDetails(nested(32)).ok);
		assert.match(messageOf(parseDetails(nested(33))), /deeper than 32 levels/);
		assert.match(messageOf(parseDetails('['.repeat(1_000_000))), /deeper than 32 levels/);
	});

	test('that are long are read to their end', () => {
		for (const long of [JSON.stringify('\n'.repeat(400_000)), `[${'1,'.repeat(200_000)}1]`]) {
			assert.ok(parseDetails(`{"a": ${long}}`).ok);
		}
		assert.match(messageOf(parseDetails(`{"a": 1${'0'.repeat(900_000)}1}`)), /more digits/);
	});

	test('are refused without a word of them', () => {
		for (const text of [detailSecretText, `{"a": ${secret}`, `{${secret}}`, `{"a": ${secret}b}`]) {
			const problem = JSON.stringify(problemOf(parseDetails(text)));
			for (const part of ['canary', 'detail-', 'secret']) assert.ok(!problem.includes(part));
		}
	});

	test('are exactly what JSON is', () => {
		const parts = fc.constantFrom(
			...'{}[]:,"\\ \n-.0123eEu+ab/',
			'true',
			'null',
			'"a"',
			'"b"',
			'1',
			'{"a":',
			'1,',
		);
		fc.assert(
			fc.property(fc.array(parts, {maxLength: 12}), pieces => {
				const text = `{"x":${pieces.join('')}}`;
				const result = parseDetails(text);
				const isSubtle = !result.ok && /already|more digits/.test(result.problem.message);
				if (!isSubtle) assert.deepEqual(result.ok ? result.value : undefined, parsed(text));
			}),
			{numRuns: runs(1000)},
		);
	});

	test('that are JSON are taken as they are', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue({maxDepth: 5})), value => {
				const text = JSON.stringify(value, null, 2);
				assert.deepEqual(parseDetails(text), {ok: true, value: JSON.parse(text)});
			}),
		);
	});
});

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
