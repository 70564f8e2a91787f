import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {Secret} from '../../../source/domain/secret.ts';
import {readValue} from '../../../source/domain/values/doubts.ts';
import type {DoubtCode} from '../../../source/domain/values/kinds.ts';

type Row = readonly [text: string, codes: readonly DoubtCode[], repaired?: string];

const plain = 'a1B2-c3_D4.e5';

const read = (text: string, clientId?: string) =>
	readValue(text, {
		role: 'client-secret',
		...(clientId !== undefined && {others: [{title: 'Client ID', value: new Secret(clientId)}]}),
	});

const codesOf = (text: string, clientId?: string): readonly DoubtCode[] =>
	read(text, clientId).doubts.map(({code}) => code);

/** Pasted texts with what is doubted about them, and what is left without it, where that is known. */
const rows: Readonly<Record<string, Row>> = {
	'a plain secret': [plain, []],
	'base64 with padding': ['c2VjcmV0LXZhbHVlLQ==', []],
	'a secret that ends in key==': ['c2VjcmV0a2V5key==', []],
	'a colon in a secret': ['abc:def', []],
	'quotes inside': ['ab"cd', []],
	'other languages': ['пароль漢字🔑', ['other-character']],
	'spaces around': [`  ${plain} `, ['edge-space'], plain],
	'a tab before': [`\t${plain}`, ['edge-space'], plain],
	'no-break spaces around': [`\u00a0${plain}\u00a0`, ['edge-space'], plain],
	'a byte order mark': [`\ufeff${plain}`, ['edge-space'], plain],
	'two final line breaks': [`${plain}\n\n`, ['edge-space', 'final-line-break'], plain],
	'a line break inside': ['a1B2\r\nc3D4', ['several-lines'], 'a1B2c3D4'],
	'a line separator inside': ['a1B2\u2028c3D4', ['several-lines'], 'a1B2c3D4'],
	'a zero-width space inside': ['a1B2\u200bc3D4', ['invisible-character'], 'a1B2c3D4'],
	'an escape inside': ['a1B2\u001bc3D4', ['control-character']],
	'double quotes': [`"${plain}"`, ['quotes'], plain],
	'single quotes': [`'${plain}'`, ['quotes'], plain],
	'curly quotes': [`“${plain}”`, ['quotes'], plain],
	backticks: [`\`${plain}\``, ['quotes'], plain],
	'angle brackets': [`<${plain}>`, ['angle-brackets'], plain],
	'a line of a settings file': [`CLIENT_SECRET=${plain}`, ['name-before'], plain],
	'a bare name of a secret': [`SECRET=${plain}`, ['name-before'], plain],
	'a line of a script': [`export STRAVA_API_KEY="${plain}"`, ['name-before', 'quotes'], plain],
	'a line of YAML': [`client_secret: ${plain}`, ['name-before'], plain],
	'the paste key': [`^V${plain}`, ['paste-key'], plain],
	'the paste key alone': ['^V', ['paste-key', 'empty']],
	'all of it at once': [
		` "CLIENT_SECRET='<${plain}>'" `,
		['edge-space', 'quotes', 'name-before', 'angle-brackets'],
		plain,
	],
};

suite('a pasted secret', () => {
	for (const [name, [text, codes, repaired]] of Object.entries(rows)) {
		test(`with ${name}`, () => {
			const reading = read(text);
			assert.equal(reading.value.reveal(), text.replace(/(?:\r\n|\n)$/, ''));
			assert.deepEqual(codesOf(text), codes);
			assert.equal(reading.repaired?.reveal(), repaired);
		});
	}

	for (const ending of ['\n', '\r\n', '\r']) {
		test(`loses its final ${JSON.stringify(ending)}, which is told and not asked about`, () => {
			const {value, doubts} = read(plain + ending);
			assert.ok(value.is(plain));
			assert.deepEqual(
				doubts.map(({code, severity}) => [code, severity]),
				[['final-line-break', 'note']],
			);
		});
	}

	const stands: Readonly<Record<string, DoubtCode>> = {
		xxx: 'program-word',
		'****': 'masked',
		'••••': 'masked',
		'...': 'masked',
		your_client_secret: 'program-word',
		'YOUR-SECRET-HERE': 'program-word',
		'client secret': 'program-word',
		changeme: 'program-word',
		'change-me': 'program-word',
		null: 'program-word',
		undefined: 'program-word',
		'[redacted]': 'program-word',
		'{secret}': 'program-word',
		'<secret>': 'program-word',
		'"placeholder"': 'program-word',
	};
	for (const [text, code] of Object.entries(stands)) {
		test(`is doubted as no secret at all where it is ${text}`, () => {
			assert.ok(codesOf(text).includes(code));
		});
	}

	test('is doubted where it is the client ID, also in another dress', () => {
		assert.deepEqual(codesOf('12345', '12345'), ['same-as-other']);
		assert.deepEqual(codesOf('"12345"', ' 12345 '), ['quotes', 'same-as-other']);
		assert.deepEqual(codesOf('12345', '123456'), []);
		assert.deepEqual(codesOf('', ''), ['empty']);
	});

	test('of 10 kB is taken whole', () => {
		const long = 'Zm9vYmFy'.repeat(1280);
		assert.ok(read(`${long}\n`).value.is(long));
		assert.deepEqual(codesOf(`${long}\n`), ['final-line-break']);
	});

	for (const sign of ['"', '<', '^V', 'key=', '\u200b']) {
		test(`of nothing but ${JSON.stringify(sign)} is read to its end`, () => {
			const text = sign.repeat(8000);
			assert.ok(read(text).value.is(text));
		});
	}

	test('is only repaired where it is doubted, and what is repaired is doubted no more', () => {
		const signs = fc.constantFrom('a', '1', '"', "'", '<', '>', '=', ' ', '\n', '^V', 'KEY=', '\u200b', '🔑');
		fc.assert(
			fc.property(fc.array(signs, {maxLength: 12}), parts => {
				const {doubts, repaired} = read(parts.join(''));
				if (doubts.length === 0) assert.equal(repaired, undefined);
				if (repaired) assert.deepEqual(codesOf(repaired.reveal()), []);
			}),
		);
	});
});
