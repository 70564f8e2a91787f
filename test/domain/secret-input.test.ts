import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {type Doubt, doubtMessages, readSecret} from '../../source/domain/secret-input.ts';

type Row = readonly [text: string, doubts: readonly Doubt[], tidied: string];

const plain = 'a1B2-c3_D4.e5';

/** Pasted texts with what is doubted about them, and what is left without it. */
const rows: Readonly<Record<string, Row>> = {
	'a plain secret': [plain, [], plain],
	'base64 with padding': ['c2VjcmV0LXZhbHVlLQ==', [], 'c2VjcmV0LXZhbHVlLQ=='],
	'a secret that ends in key==': ['c2VjcmV0a2V5key==', [], 'c2VjcmV0a2V5key=='],
	'a colon in a secret': ['abc:def', [], 'abc:def'],
	'quotes inside': ['ab"cd', [], 'ab"cd'],
	'other languages': ['пароль漢字🔑', [], 'пароль漢字🔑'],
	'spaces around': [`  ${plain} `, ['edge white space'], plain],
	'a tab before': [`\t${plain}`, ['edge white space'], plain],
	'no-break spaces around': [`\u00a0${plain}\u00a0`, ['edge white space'], plain],
	'a byte order mark': [`\ufeff${plain}`, ['edge white space'], plain],
	'two final line breaks': [`${plain}\n\n`, ['edge white space'], plain],
	'a line break inside': ['a1B2\r\nc3D4', ['line breaks'], 'a1B2c3D4'],
	'a line separator inside': ['a1B2\u2028c3D4', ['line breaks'], 'a1B2c3D4'],
	'a zero-width space inside': ['a1B2\u200bc3D4', ['control characters'], 'a1B2c3D4'],
	'an escape inside': ['a1B2\u001bc3D4', ['control characters'], 'a1B2c3D4'],
	'double quotes': [`"${plain}"`, ['quotes'], plain],
	'single quotes': [`'${plain}'`, ['quotes'], plain],
	'curly quotes': [`“${plain}”`, ['quotes'], plain],
	backticks: [`\`${plain}\``, ['quotes'], plain],
	'angle brackets': [`<${plain}>`, ['angle brackets', 'placeholder'], plain],
	'a line of a settings file': [`CLIENT_SECRET=${plain}`, ['name and equals sign'], plain],
	'a bare name of a secret': [`SECRET=${plain}`, ['name and equals sign'], plain],
	'a line of a script': [`export STRAVA_API_KEY="${plain}"`, ['name and equals sign'], plain],
	'a line of YAML': [`client_secret: ${plain}`, ['name and equals sign'], plain],
	'the paste key': [`^V${plain}`, ['caret V'], plain],
	'the paste key alone': ['^V', ['caret V'], ''],
	'all of it at once': [` "CLIENT_SECRET='<${plain}>'" `, ['edge white space', 'quotes'], plain],
};

suite('a pasted secret', () => {
	for (const [name, [text, doubts, tidied]] of Object.entries(rows)) {
		test(`with ${name}`, () => {
			const value = text.replace(/(?:\r\n|\n)$/, '');
			assert.deepEqual(readSecret(text), {value, hadFinalLineBreak: value !== text, doubts, tidied});
		});
	}

	for (const ending of ['\n', '\r\n', '\r']) {
		test(`loses its final ${JSON.stringify(ending)}, which is told and not doubted`, () => {
			const reading = readSecret(plain + ending);
			assert.deepEqual(reading, {value: plain, hadFinalLineBreak: true, doubts: [], tidied: plain});
		});
	}

	for (const text of [
		'xxx',
		'****',
		'••••',
		'...',
		'your_client_secret',
		'YOUR-SECRET-HERE',
		'client secret',
		'changeme',
		'change-me',
		'null',
		'undefined',
		'[redacted]',
		'{secret}',
		'<secret>',
		'"placeholder"',
	]) {
		test(`is doubted as a placeholder where it is ${text}`, () => {
			assert.ok(readSecret(text).doubts.includes('placeholder'));
		});
	}

	test('is doubted where it is the client ID, also in another dress', () => {
		assert.deepEqual(readSecret('12345', '12345').doubts, ['same as client ID']);
		assert.deepEqual(readSecret('"12345"', ' 12345 ').doubts, ['quotes', 'same as client ID']);
		assert.deepEqual(readSecret('12345', '123456').doubts, []);
		assert.deepEqual(readSecret('', '').doubts, []);
	});

	test('of 10 kB is taken whole', () => {
		const long = 'Zm9vYmFy'.repeat(1280);
		assert.deepEqual(readSecret(`${long}\n`), {
			value: long,
			hadFinalLineBreak: true,
			doubts: [],
			tidied: long,
		});
	});

	for (const sign of ['"', '<', '^V', 'key=', '\u200b']) {
		test(`of nothing but ${JSON.stringify(sign)} is read to its end`, () => {
			const text = sign.repeat(8000);
			assert.equal(readSecret(text).value, text);
		});
	}

	test('that nobody doubts is not changed, and what is tidied is tidy', () => {
		const signs = fc.constantFrom('a', '1', '"', "'", '<', '>', '=', ' ', '\n', '^V', 'KEY=', '\u200b', '🔑');
		fc.assert(
			fc.property(fc.array(signs, {maxLength: 12}), parts => {
				const {value, doubts, tidied} = readSecret(parts.join(''));
				if (doubts.length === 0) assert.equal(tidied, value);
				assert.equal(readSecret(tidied).tidied, tidied);
			}),
		);
	});
});

test('each doubt has words of its own, which never hold the value', () => {
	const messages = Object.values(doubtMessages);
	assert.equal(new Set(messages).size, messages.length);
	for (const message of messages) assert.match(message, /^It .*\.$|^There .*\.$/);
});
