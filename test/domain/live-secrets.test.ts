import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {liveSecrets} from '../../source/domain/live-secrets.ts';
import {mask, Secret} from '../../source/domain/secret.ts';

const value = 'kQ7d-91cf/30Be+Lx5_wZ8aRt2Uy6Nm4';
const secrets = liveSecrets([new Secret(value)]);
const bytes = Buffer.from(value);
const grouped = (text: string, size: number, between: string) =>
	(text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []).join(between);

const wholly: Readonly<Record<string, string>> = {
	'as it is': value,
	'in capitals': value.toUpperCase(),
	'in small letters': value.toLowerCase(),
	'with spaces between its signs': [...value].join(' '),
	'in groups': grouped(value, 4, '-'),
	'over lines': grouped(value, 10, '\r\n'),
	'with invisible signs in it': [...value].join('\u200b'),
	'with invisible signs in it that are spelled': [...value].join('\\u{200b}'),
	'in base64': bytes.toString('base64'),
	'in base64 for addresses': bytes.toString('base64url'),
	'in base64 over lines': grouped(bytes.toString('base64'), 20, '\n'),
	'in base64 behind something else': Buffer.from(`x:${value}`).toString('base64'),
	'in hexadecimal': bytes.toString('hex'),
	'in hexadecimal capitals': bytes.toString('hex').toUpperCase(),
	'in hexadecimal with colons': grouped(bytes.toString('hex'), 2, ':'),
	'in base64, URL-escaped': encodeURIComponent(bytes.toString('base64')),
	'escaped by URL, then JSON, then HTML': JSON.stringify(encodeURIComponent(value))
		.slice(1, -1)
		.replaceAll('%', '&#x25;'),
};

suite('a secret that a server says', () => {
	for (const [name, form] of Object.entries(wholly)) {
		test(`${name} is hidden in messages and in values`, () => {
			assert.equal(secrets.hideParts(`It was “${form}”.`), `It was “${mask}”.`);
			assert.equal(secrets.hideWhole(`It was “${form}”.`), `It was “${mask}”.`);
		});
	}
});

suite('a part of a secret in a message', () => {
	const parts: Readonly<Record<string, readonly [said: string, shown: string]>> = {
		'its beginning and its end, as validators print long inputs': [
			`input 'kQ7d-91cf/30Be+L…8aRt2Uy6Nm4' is wrong`,
			`input '${mask}…${mask}' is wrong`,
		],
		'its first twenty signs': [`${value.slice(0, 20)}...`, `${mask}...`],
		'eight signs out of its middle': [`<${value.slice(10, 20)}>`, `<${mask}>`],
		'the beginning of its base64': [bytes.toString('base64').slice(0, 20), mask],
		'the beginning of its hexadecimal': [bytes.toString('hex').slice(0, 24), mask],
	};
	for (const [name, [said, shown]] of Object.entries(parts)) {
		test(`is hidden: ${name}`, () => assert.equal(secrets.hideParts(said), shown));
	}

	test('is shown where it is shorter: nobody can use it', () => {
		assert.equal(secrets.hideParts(`ends in ${value.slice(-4)}`), `ends in ${value.slice(-4)}`);
	});

	test('is hidden whichever eight signs it is, in whatever case', () => {
		const letters = value.replace(/[^A-Za-z0-9]/g, '');
		const start = fc.integer({min: 0, max: letters.length - 8});
		fc.assert(
			fc.property(start, fc.boolean(), fc.string(), (at, isBig, around) => {
				const part = letters.slice(at, at + 8);
				const said = `${around} ${isBig ? part.toUpperCase() : part} ${around}`;
				assert.ok(!secrets.hideParts(said).toLowerCase().includes(part.toLowerCase()));
			}),
		);
	});
});

test('a value that shares a part with a secret is shown, for it may be a client ID', () => {
	assert.equal(secrets.hideWhole('kQ7d91cf30Be'), 'kQ7d91cf30Be');
});

test('what is said keeps its words, whatever short or ordinary secrets there are', () => {
	const odd = liveSecrets(['w', 'us', 'sandbox', 'production', value].map(text => new Secret(text)));
	assert.equal(odd.hideEchoes('wahoo in sandbox, us; production'), 'wahoo in sandbox, us; production');
	assert.equal(odd.hideEchoes(`a team called ${value}`), `a team called ${mask}`);
});

test('a secret of ordinary words takes none of them out of a message', () => {
	const made = liveSecrets([new Secret('my-client-secret')]);
	assert.equal(made.hideParts('client_secret must not be empty'), 'client_secret must not be empty');
	assert.equal(made.hideParts('my-client-secret is refused'), `${mask} is refused`);
});

test('text without anything of a secret stays as it is', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			assert.equal(secrets.hideParts(text), text);
			assert.equal(secrets.hideWhole(text), text);
		}),
	);
});

test('the time it takes grows with the text, not with its square or the number of secrets', () => {
	const knot = (count: number) => 'A%25&amp;\\u0041'.repeat(count);
	const many = liveSecrets(
		Array.from({length: 2000}, (_, index) => new Secret(`secret-${index}-${index * 7919}-xyz`)),
	);
	const timeOf = (text: string) => {
		const start = performance.now();
		many.hideParts(text);
		return performance.now() - start;
	};
	timeOf(knot(1000));
	const ratios = [1, 2, 3].map(() => timeOf(knot(8000)) / timeOf(knot(1000)));
	assert.ok(Math.min(...ratios) < 24, `eight times the text took ${ratios.map(Math.round)} times as long`);
});
