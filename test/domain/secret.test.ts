import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {format, inspect} from 'node:util';
import fc from 'fast-check';
import {liveSecrets} from '../../source/domain/live-secrets.ts';
import {Secret} from '../../source/domain/secret.ts';

const text = 'canary/secret+"1" ü\\';
const secret = new Secret(text);
const withSecret = Object.assign(new Error('It failed.'), {secret, cause: {inner: [secret]}});

suite('a secret is masked', () => {
	const ways: Readonly<Record<string, () => string>> = {
		'in a template': () => `${secret}`,
		'by String': () => String(secret),
		'joined to text': () => ['a', secret].join(' '),
		'as JSON': () => JSON.stringify({secret, deep: [{secret}]}),
		'by inspect': () => inspect(secret),
		'by inspect with everything hidden': () => inspect({a: {b: {c: secret}}}, {depth: 9, showHidden: true}),
		'by inspect without depth': () => inspect({secret}, {depth: 0}),
		'by inspect without custom printing': () => inspect(secret, {customInspect: false, showHidden: true}),
		'by format': () => format('%s %o %O %j', secret, secret, secret, secret),
		'as a property of an error': () => inspect(withSecret, {depth: 9, showHidden: true}),
		'in a thrown error': () => `${withSecret.stack} ${JSON.stringify(withSecret)}`,
		'by its entries': () => JSON.stringify([Object.entries(secret), Reflect.ownKeys(secret)]),
		'when copied': () => JSON.stringify([{...secret}, structuredClone({...secret})]),
		'in a map and a set': () => inspect(new Map([[secret, new Set([secret])]]), {depth: 9}),
	};
	for (const [name, print] of Object.entries(ways)) {
		test(name, () => assert.doesNotMatch(print(), /canary/));
	}

	test('at one width, whatever its length', () => {
		const masks = new Set(['', 'a', text, 'x'.repeat(10_000)].map(value => String(new Secret(value))));
		assert.equal(masks.size, 1);
	});
});

test('a secret is revealed and compared as it was', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), value => {
			assert.equal(new Secret(value).reveal(), value);
			assert.ok(new Secret(value).is(value));
			assert.ok(!new Secret(value).is(`${value}x`));
		}),
	);
});

suite('scrubbing', () => {
	const json = JSON.stringify(text).slice(1, -1);
	const forms: Readonly<Record<string, string>> = {
		raw: text,
		'JSON-escaped': json,
		'URL-escaped': encodeURIComponent(text),
		'escaped as a form': new URLSearchParams({text}).toString().slice('text='.length),
		'URL-escaped in small letters': encodeURIComponent(text).replace(/%../g, sign => sign.toLowerCase()),
		'JSON-escaped, slashes too,': json.replaceAll('/', '\\/'),
		'JSON-escaped by numbers': text.replace(
			/[^a-z]/g,
			sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
		),
		'twice JSON-escaped': JSON.stringify(json).slice(1, -1),
		'HTML-escaped': text.replaceAll('"', '&quot;').replaceAll('+', '&#43;').replaceAll('/', '&#x2F;'),
		'URL-escaped and HTML-escaped': encodeURIComponent(text).replaceAll('%', '&#37;'),
	};
	for (const [name, form] of Object.entries(forms)) {
		test(`takes the ${name} secret out of a text, each time it is there`, () => {
			assert.equal(
				liveSecrets([secret]).hideWhole(`value ${form} and ${form}.`),
				`value ${secret} and ${secret}.`,
			);
		});
	}

	test('leaves text without the secret alone', () => {
		assert.equal(liveSecrets([secret]).hideWhole('canary'), 'canary');
		assert.equal(liveSecrets([new Secret('')]).hideWhole('text'), 'text');
	});

	test('takes the place of the secret literally, whatever it holds', () => {
		assert.equal(liveSecrets([new Secret('$&(.*)')]).hideWhole('a $&(.*) b'), `a ${secret} b`);
	});

	test('of several secrets takes out each', () => {
		assert.equal(
			liveSecrets([new Secret('one'), new Secret('two')]).hideWhole('one two one'),
			`${secret} ${secret} ${secret}`,
		);
	});

	test('leaves no tail of one that begins with another', () => {
		assert.equal(liveSecrets([new Secret('abc'), new Secret('abc-def')]).hideWhole('abc-def'), `${secret}`);
	});

	test('leaves nothing of any secret, in any form', () => {
		const anySecret = fc
			.string({unit: 'binary', minLength: 6, maxLength: 40})
			.filter(value => !value.includes('•'));
		fc.assert(
			fc.property(anySecret, fc.string(), (value, around) => {
				const body = `${around}${value}${JSON.stringify({value})}${new URLSearchParams({value})}`;
				const scrubbed = liveSecrets([new Secret(value)]).hideWhole(body);
				assert.ok(!scrubbed.includes(value));
				assert.ok(!scrubbed.includes(JSON.stringify(value).slice(1, -1)));
			}),
		);
	});
});
