import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {inspect} from 'node:util';
import type {Field, FieldKind} from '../../source/domain/field.ts';
import {
	type FieldAnswer,
	type FieldValue,
	parseField,
	problemWith,
	uuid,
} from '../../source/domain/field-values.ts';
import {Secret} from '../../source/domain/secret.ts';
import {revealed} from '../support/revealed.ts';

const field = (kind: FieldKind, isRequired = true): Field => ({
	id: 'details.any',
	title: 'Any field',
	kind,
	path: ['details', 'any'],
	isRequired,
	help: 'Nowhere.',
});

const given = (value: FieldValue): FieldAnswer => ({kind: 'given', value});

const accepted: readonly (readonly [FieldKind, FieldValue])[] = [
	['text', '1'],
	['text', 'two words, ünd ß 漢字'],
	['text', 'x'.repeat(16_384)],
	['secret', new Secret(' edge and\nline break ')],
	['url', 'https://connect.example.com/callback?state=1'],
	['yes-no', false],
	['list', ['openid']],
	['json', new Secret('{}')],
	['json', new Secret('{"deep": [{"a": null}]}')],
];

const refused: readonly (readonly [FieldKind, FieldValue, RegExp])[] = [
	['text', '', /needed/],
	['text', ' 1', /White space/],
	['text', '1\u00a0', /White space/],
	['text', 'a\nb', /line breaks/],
	['text', 'a\u001bb', /Control characters/],
	['text', 'a\u2028b', /line breaks/],
	['text', 'x'.repeat(16_385), /too long/],
	['text', true, /./],
	['secret', new Secret(''), /needed/],
	['secret', new Secret('x'.repeat(16_385)), /too long/],
	['secret', 'in the open', /./],
	['url', 'connect.example.com', /https/],
	['url', 'http://connect.example.com', /https/],
	['url', 'https://user:password@example.com', /https/],
	['url', 'https://example.com/#fragment', /https/],
	['url', 'javascript:alert(1)', /https/],
	['yes-no', 'yes', /yes or no/],
	['list', [], /at least one/],
	['list', ['openid', ''], /needed/],
	['json', [], /./],
	['json', '{}', /./],
	['json', new Secret(''), /JSON object/],
	['json', new Secret('[]'), /JSON object/],
	['json', new Secret('"text"'), /JSON object/],
	['json', new Secret('null'), /JSON object/],
];

suite('a value', () => {
	for (const [kind, value] of accepted) {
		test(`of kind ${kind} can be ${shown(value)}`, () => {
			assert.equal(problemWith(field(kind), given(value)), undefined);
		});
	}

	for (const [kind, value, problem] of refused) {
		test(`of kind ${kind} cannot be ${shown(value)}`, () => {
			assert.match(problemWith(field(kind), given(value)) ?? 'accepted', problem);
		});
	}

	test('may be left out where it is optional only', () => {
		assert.equal(problemWith(field('text', false), {kind: 'empty'}), undefined);
		assert.equal(problemWith(field('text'), {kind: 'empty'}), 'Any field is needed.');
	});
});

suite('what a person typed', () => {
	test('is trimmed, and that is told', () => {
		const note = 'White space around it was removed.';
		assert.deepEqual(parseField(field('text'), ' 42\u00a0'), {
			ok: true,
			answer: {kind: 'given', value: '42', note},
		});
		assert.deepEqual(parseField(field('text'), '42'), {ok: true, answer: given('42')});
	});

	test('is no value where it is white space', () => {
		assert.deepEqual(parseField(field('url', false), '  '), {ok: true, answer: {kind: 'empty'}});
		assert.deepEqual(parseField(field('text'), '  '), {ok: false, message: 'A value is needed.'});
	});

	test('is sealed as it was typed where details are', () => {
		const reading = parseField(field('json'), ' {"a": [1]}');
		assert.deepEqual(revealed(reading), {
			ok: true,
			answer: {
				kind: 'given',
				value: {secret: '{"a": [1]}'},
				note: 'White space around it was removed.',
			},
		});
		assert.doesNotMatch(inspect(reading, {depth: 9, showHidden: true}), /a": \[1/);
	});

	for (const text of ['{', '[1]', '"text"', '1', 'null', 'token=1']) {
		test(`is no details where it is ${text}, and is not repeated`, () => {
			assert.deepEqual(parseField(field('json'), text), {
				ok: false,
				message: 'A JSON object is needed, such as {"key": "value"}.',
			});
		});
	}
});

suite('an ID', () => {
	const id = '8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab';

	test('is forgiven its case and white space', () => {
		assert.equal(uuid.parse(` ${id.toUpperCase()}\n`), id);
	});

	for (const text of ['', id.slice(1), `${id}0`, `{${id}}`, id.replaceAll('-', ''), id.replace('8', 'g')]) {
		test(`is not ${JSON.stringify(text)}`, () => assert.equal(uuid.safeParse(text).success, false));
	}
});

function shown(value: FieldValue): string {
	const text = JSON.stringify(value);
	return text.length > 60 ? `${text.length} characters` : text;
}
