import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {inspect} from 'node:util';
import {Secret} from '../../source/domain/secret.ts';
import type {Context} from '../../source/domain/values/kind.ts';
import {takeSecret} from '../../source/secret-sources/take-secret.ts';
import {assertNoSecret} from '../support/credentials.ts';
import {messageOf, problemOf} from './sources.ts';

const what = 'Client secret';
/** Every sign that a shell, a URL or a format might take for its own, and none that a secret never has. */
const plain = 'canary$!\'"\\#%+/=&*-~';
const exactly = '--exact client-secret';
const taking = (text: string, more: Partial<Context> = {}) =>
	takeSecret(text, {
		what,
		exactly,
		asked: {field: 'client-secret', context: {role: 'client-secret', ...more}},
	});
const take = (text: string, clientId?: string) =>
	taking(text, clientId === undefined ? {} : {others: [{title: 'Client ID', value: new Secret(clientId)}]});
const keep = (text: string) => taking(text, {keepsWhitespace: true});
const exact = (text: string) => taking(text, {isExact: true});

/** The secret in the open, and the codes of its notes. */
function taken(result: ReturnType<typeof takeSecret>): readonly [string, readonly string[]] {
	assert.ok(result.ok, 'It was refused.');
	assertNoSecret(result);
	assert.doesNotMatch(inspect(result), /canary/);
	for (const {message} of result.value.notes) assert.match(message, /^Client secret: [A-Z].+\.$/);
	return [result.value.secret.reveal(), result.value.notes.map(({code}) => code)];
}

suite('a secret from a source', () => {
	test('is taken as it is', () => {
		assert.deepEqual(taken(take(plain)), [plain, []]);
	});

	for (const ending of ['\n', '\r\n', '\r']) {
		test(`loses one final ${JSON.stringify(ending)}, which is told`, () => {
			assert.deepEqual(taken(take(plain + ending)), [plain, ['final-line-break-removed']]);
		});
	}

	for (const text of ['', '\n', ' ', '\t\r\n \u00a0\n', '\ufeff']) {
		test(`of nothing but ${JSON.stringify(text)} is refused, kept or not`, () => {
			for (const way of [take, keep, exact]) {
				assert.match(messageOf(way(text)), /^Client secret: There is nothing in it: give a value\.$/);
			}
		});
	}

	const doubtful: Readonly<Record<string, RegExp>> = {
		'a b': /There is a space \(U\+0020\) at position 2/,
		[`"${plain}"`]: /wrapped in quotes/,
		[`<${plain}>`]: /wrapped in angle brackets/,
		'CLIENT_SECRET=4f1c9d20ab': /A name stands before it/,
		[`^V${plain}`]: /It holds \^V/,
		[`[200~${plain}[201~`]: /Marks of a paste/,
		[`${plain}\u200b${plain}`]: /zero-width space \(U\+200B\)/,
		[`\ufeff${plain}`]: /byte order mark \(U\+FEFF\)/,
		changeme: /words of a program or of an example/,
		'abcd****wxyz': /A part is hidden at position 5/,
		'${STRAVA_SECRET}': /says where the value is/,
	};
	for (const [text, message] of Object.entries(doubtful)) {
		test(`that is ${JSON.stringify(text)} is refused, or sent exactly so where that is asked for`, () => {
			assert.match(messageOf(take(text)), message);
			assert.match(messageOf(take(text)), /If it is meant as it is, add --exact client-secret\.$/);
			assert.equal(taken(exact(text))[0], text);
		});
	}

	for (const text of [` ${plain}`, `${plain}\n\n`, `${plain}\n${plain}`, 'a b']) {
		test(`that is ${JSON.stringify(text)} is refused, unless its white space is to be kept`, () => {
			assert.match(messageOf(take(text)), /add --exact client-secret\.$/);
			assert.equal(taken(keep(text))[0], text);
		});
	}

	test('is told with the length that a repair leaves, and with all that is doubted', () => {
		const message = messageOf(take(` "${plain}\u200b" `));
		for (const part of [/White space stands around it/, /quotes/, /zero-width space/]) {
			assert.match(message, part);
		}
		assert.match(message, new RegExp(`Without that it has ${plain.length} characters\\.`));
	});

	test('loses nothing but doubts about white space where that is kept', () => {
		assert.match(messageOf(keep(`" ${plain}"`)), /wrapped in quotes/);
	});

	test('that holds a control character is refused, exactly so too', () => {
		for (const way of [take, keep, exact]) {
			const message = messageOf(way(`${plain}\0${plain}`));
			assert.match(message, /a NUL \(U\+0000\) at position/);
			assert.doesNotMatch(message, /--exact/);
		}
	});

	test('that is a document is refused, and what to give is said', () => {
		const text = `CLIENT_ID=12345\nCLIENT_SECRET=${plain}\n`;
		assert.match(messageOf(take(text)), /a document with several \(a settings file\)\. Give the one value/);
	});

	test('keeps its final line break too where white space is kept, which is told', () => {
		assert.deepEqual(taken(keep(`${plain}\r\n`)), [`${plain}\r\n`, ['final-line-break-kept']]);
		assert.deepEqual(taken(keep(plain)), [plain, []]);
	});

	test('that is the client ID is refused too', () => {
		assert.match(problemOf(take('12345', '12345')).message, /same as the client ID/);
	});

	test('may have 16,384 characters and no more', () => {
		const longest = '1'.repeat(16_384);
		assert.deepEqual(taken(take(`${longest}\n`)), [longest, ['final-line-break-removed']]);
		for (const result of [take(`${longest}1`), keep(`${longest}\n`)]) {
			assert.equal(
				messageOf(result),
				'Client secret: It is too long to be right: give this one value alone.',
			);
		}
	});
});
