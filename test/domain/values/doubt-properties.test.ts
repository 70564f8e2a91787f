import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {inspect} from 'node:util';
import fc from 'fast-check';
import {fieldsOf} from '../../../source/domain/fields.ts';
import {findProvider} from '../../../source/domain/providers/find-providers.ts';
import {contextOf} from '../../../source/domain/values/context.ts';
import {readValue} from '../../../source/domain/values/doubts.ts';
import {type Context, identifiers} from '../../../source/domain/values/kind.ts';
import {recognise} from '../../../source/domain/values/recognise.ts';
import {roles} from '../../../source/domain/values/role.ts';
import {runs} from '../../support/thorough.ts';
import {cleanValue, dressings, innerSigns, providerShapes} from '../../support/value-texts.ts';

const anyRole = fc.constantFrom(...roles);
const anyIdentifier = fc.constantFrom(...identifiers);

/** Texts that are nearly something: bits of all that is looked for, in any order. */
const oddText = fc
	.array(
		fc.constantFrom(
			...[
				'a1',
				'B2',
				'KEY=',
				'Client ID: ',
				'Bearer ',
				'-n ',
				'"',
				"'",
				'`',
				'“',
				'”',
				'<',
				'>',
				'{"',
				'"}',
				'[',
				']',
			],
			...[
				'https://',
				'http://',
				'example.com',
				'/',
				'\\',
				'#',
				'?',
				'@',
				'*',
				'***',
				'…',
				'...',
				'.',
				',',
				';',
				'|',
			],
			...[
				'&amp;',
				'&lt;',
				'%2F',
				'%',
				'\\n',
				'\\u0041',
				'\\',
				' ',
				'\t',
				'\n',
				'\r\n',
				'\u00a0',
				'\u200b',
				'\ufeff',
			],
			...[
				'–',
				'’',
				'ａ',
				'é',
				'🔑',
				'\ud83d',
				'\ufffd',
				'\b',
				'\0',
				'\u001b[0m',
				'^V',
				'[200~',
				'201~',
				'0~',
				'1~',
			],
			...['$X', '%X%', '{{x}}', 'undefined', 'sk_us_', 'mg_', 'GOCSPX-', 'xn--', ':'],
		),
		{maxLength: 10},
	)
	.map(parts => parts.join(''));

const anyText = fc.oneof(oddText, fc.string({unit: 'binary', maxLength: 40}), fc.string({unit: 'grapheme'}));

suite('a clean value', () => {
	test('passes unchanged, byte for byte, whatever printable signs it holds', () => {
		fc.assert(
			fc.property(cleanValue, anyIdentifier, (text, role) => {
				const {value, doubts, repaired} = readValue(text, {role});
				assert.deepEqual(doubts, []);
				assert.equal(repaired, undefined);
				assert.equal(value.reveal(), text);
			}),
			{numRuns: runs(300)},
		);
	});

	test('is taken for no document', () => {
		fc.assert(
			fc.property(cleanValue, text => {
				const recognition = recognise(text);
				assert.equal(recognition.kind, 'value');
				assert.equal(recognition.kind === 'value' && recognition.value.reveal(), text);
			}),
			{numRuns: runs(300)},
		);
	});

	for (const sign of innerSigns) {
		test(`may hold a ${sign}`, () => {
			for (const role of identifiers) assert.deepEqual(readValue(`k7Wq3x${sign}z9mP2v`, {role}).doubts, []);
		});
	}

	for (const text of [
		'-k7Wq',
		'--k7Wq',
		'+k7Wq=',
		'/k7Wq==',
		'#k7Wq',
		'%k7Wq',
		'*k7Wq',
		'"k7Wq',
		"k7Wq'",
		'\\k7Wq',
		'$k7Wq!',
		'=',
		'-',
	]) {
		test(`may be ${text}`, () => {
			for (const role of identifiers) {
				assert.deepEqual(readValue(text, {role}).doubts, []);
				assert.equal(recognise(text).kind, 'value');
			}
		});
	}
});

suite('a value of the shape that the provider hands out', () => {
	for (const [slug, [id, secret]] of Object.entries(providerShapes)) {
		test(`is not doubted for ${slug}`, () => {
			const provider = findProvider(slug);
			assert.ok(provider);
			const fields = fieldsOf(provider);
			for (const [fieldId, shape] of [['client-id', id] as const, ['client-secret', secret] as const]) {
				const field = fields.find(candidate => candidate.id === fieldId);
				const context = field && contextOf(field, provider);
				assert.ok(context);
				fc.assert(
					fc.property(fc.stringMatching(shape), text => {
						assert.deepEqual(readValue(text, context).doubts, []);
						assert.equal(recognise(text, provider).kind, 'value');
					}),
				);
			}
		});
	}

	test('is tried for sixteen providers', () => {
		assert.equal(Object.keys(providerShapes).length, 16);
	});

	test('is not doubted in the details either', () => {
		const provider = findProvider('google_health');
		assert.ok(provider);
		const details: Readonly<Record<string, string>> = {
			'details.project_number': '123456789012',
			'details.service_account_email': 'junction-health@my-project-42.iam.gserviceaccount.com',
		};
		for (const field of fieldsOf(provider).filter(({id}) => details[id] !== undefined)) {
			const context = contextOf(field, provider);
			assert.ok(context);
			assert.deepEqual(readValue(details[field.id] ?? '', context).doubts, []);
		}
	});

	test('is not doubted among the scopes of a list', () => {
		const fit = findProvider('google_fit');
		const scopes = fit?.details.flatMap(({options = []}) => options) ?? [];
		assert.ok(scopes.length > 5);
		for (const scope of scopes) assert.deepEqual(readValue(scope, {role: 'entry'}).doubts, []);
	});
});

suite('any text', () => {
	test('has, once it is repaired, nothing more to be asked', () => {
		fc.assert(
			fc.property(anyText, anyRole, (text, role) => {
				const {repaired} = readValue(text, {role});
				if (!repaired) return;
				const again = readValue(repaired.reveal(), {role});
				assert.deepEqual(again.doubts, []);
				assert.equal(again.repaired, undefined);
			}),
			{numRuns: runs(400)},
		);
	});

	test('is doubted where it is repaired, and only then changed', () => {
		fc.assert(
			fc.property(anyText, anyRole, (text, role) => {
				const {value, doubts, repaired} = readValue(text, {role});
				const isStopped = doubts.some(({severity}) => severity !== 'note');
				if (repaired) assert.ok(isStopped);
				assert.ok(
					text === value.reveal() || doubts.some(({code}) => code === 'final-line-break' || code === 'empty'),
				);
			}),
			{numRuns: runs(400)},
		);
	});

	test('has its doubts told at places that it has', () => {
		fc.assert(
			fc.property(anyText, anyRole, (text, role) => {
				for (const {position} of readValue(text, {role}).doubts) {
					if (position !== undefined) assert.ok(position >= 1 && position <= Array.from(text).length);
				}
			}),
			{numRuns: runs(300)},
		);
	});

	test('is repaired of any two of these at once, whichever is around the other', () => {
		const kinds = Object.entries(dressings).filter(([, {isUndone}]) => isUndone);
		for (const [innerName, inner] of kinds) {
			for (const [outerName, outer] of kinds) {
				if (inner === outer) continue;
				const {value, repaired} = readValue(outer.of(inner.of('k7Wq3xZ9mP2v')), {role: 'client-secret'});
				assert.equal((repaired ?? value).reveal(), 'k7Wq3xZ9mP2v', `${outerName} around ${innerName}`);
			}
		}
	});
});

test('no word about a value holds it', () => {
	const canary = fc.stringMatching(/^[KQZ][0-9][a-z]{3}[KQZ]{3}$/);
	const kinds = Object.values(dressings);
	const contextOfRole = (role: Context['role']): Context => ({
		role,
		expectation: {pattern: /^$/, usually: 'a number'},
		subject: 'The client ID',
	});
	fc.assert(
		fc.property(canary, fc.constantFrom(...kinds), anyRole, (value, {of}, role) => {
			const reading = readValue(of(value), contextOfRole(role));
			const shown = [
				JSON.stringify(reading),
				inspect(reading, {depth: 9}),
				...reading.doubts.map(({message}) => message),
			];
			for (const text of shown) assert.ok(!text.includes(value) && !text.includes(value.slice(3)));
		}),
		{numRuns: runs(300)},
	);
});
