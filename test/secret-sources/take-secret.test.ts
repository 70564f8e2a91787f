import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {takeSecret} from '../../source/secret-sources/take-secret.ts';
import {assertNoSecret, secretText} from '../support/credentials.ts';
import {messageOf, problemOf} from './sources.ts';

const what = 'Client secret';
const take = (text: string, clientId?: string) =>
	takeSecret(text, {what, keepsWhitespace: false, ...(clientId !== undefined && {clientId})});
const keep = (text: string) => takeSecret(text, {what, keepsWhitespace: true});

/** The secret in the open, and the codes of its notes. */
function taken(result: ReturnType<typeof takeSecret>): readonly [string, readonly string[]] {
	assert.ok(result.ok, 'It was refused.');
	assertNoSecret(result);
	for (const {message} of result.value.notes) assert.match(message, /^Client secret: [A-Z].+\.$/);
	return [result.value.secret.reveal(), result.value.notes.map(({code}) => code)];
}

suite('a secret from a source', () => {
	test('is taken as it is', () => {
		assert.deepEqual(taken(take(secretText)), [secretText, []]);
		assert.deepEqual(taken(take('a b')), ['a b', []]);
	});

	for (const ending of ['\n', '\r\n', '\r']) {
		test(`loses one final ${JSON.stringify(ending)}, which is told`, () => {
			assert.deepEqual(taken(take(secretText + ending)), [secretText, ['final-line-break-removed']]);
		});
	}

	for (const text of ['', '\n', ' ', '\t\r\n \u00a0\n', '\ufeff']) {
		test(`of nothing but ${JSON.stringify(text)} is refused, kept or not`, () => {
			assert.match(messageOf(take(text)), /^Client secret: (It is empty|There is nothing but white space)/);
			assert.match(messageOf(keep(text)), /^Client secret: (It is empty|There is nothing but white space)/);
		});
	}

	const doubtful: Readonly<Record<string, readonly [message: RegExp, ...codes: string[]]>> = {
		[` ${secretText}`]: [/white space around it/, 'edge-white-space'],
		[`${secretText}\n\n`]: [/white space around it/, 'edge-white-space'],
		[`${secretText}\n${secretText}`]: [/line break inside it/, 'line-breaks'],
		[`${secretText}\u200b${secretText}`]: [/invisible control characters/, 'control-characters'],
		[`${secretText}\0${secretText}`]: [/invisible control characters/, 'control-characters'],
		[`\ufeff${secretText}`]: [/byte order mark/, 'edge-white-space'],
		[`"${secretText}"`]: [/wrapped in quotes/, 'quotes'],
		[`<${secretText}>`]: [/wrapped in angle brackets/, 'angle-brackets', 'placeholder'],
		[`CLIENT_SECRET=${secretText}`]: [/a name and an equals sign/, 'name-and-equals-sign'],
		[`^V${secretText}`]: [/contains \^V/, 'caret-v'],
		[`[200~${secretText}[201~`]: [/marks that a terminal puts/, 'paste-marks'],
		changeme: [/looks like a placeholder/, 'placeholder'],
	};
	for (const [text, [message, ...codes]] of Object.entries(doubtful)) {
		test(`that is ${JSON.stringify(text)} is refused, or sent exactly so where that is asked for`, () => {
			const problem = problemOf(take(text));
			assert.match(problem.message, message);
			assert.match(problem.advice, /(printf %s|the secret alone).*--keep-whitespace/);
			const [value, noted] = taken(keep(text));
			assert.equal(value, text);
			for (const code of codes) assert.ok(noted.includes(code), code);
		});
	}

	test('keeps its final line break too where white space is kept, which is told', () => {
		assert.deepEqual(taken(keep(`${secretText}\r\n`)), [`${secretText}\r\n`, ['final-line-break-kept']]);
		assert.deepEqual(taken(keep(secretText)), [secretText, []]);
	});

	test('that is the client ID is refused too', () => {
		assert.match(problemOf(take('12345', '12345')).message, /same as the client ID/);
	});

	test('may have 16,384 characters and no more', () => {
		const longest = '1'.repeat(16_384);
		assert.deepEqual(taken(take(`${longest}\n`)), [longest, ['final-line-break-removed']]);
		for (const result of [take(`${longest}1`), keep(`${longest}\n`)]) {
			assert.equal(messageOf(result), 'Client secret: This is too long to be right.');
		}
	});
});
