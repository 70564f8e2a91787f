import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Secret} from '../../../source/domain/secret.ts';
import {longestValue, readValue, type ValueReading} from '../../../source/domain/values/doubts.ts';
import {identifiers} from '../../../source/domain/values/kind.ts';
import {type Role, roles} from '../../../source/domain/values/role.ts';
import {dressings, plainValues, stands} from '../../support/value-texts.ts';

const codesOf = ({doubts}: ValueReading): readonly string[] => doubts.map(({code}) => code);
const severitiesOf = ({doubts}: ValueReading): readonly string[] => doubts.map(({severity}) => severity);
const used = ({value, repaired}: ValueReading): string => (repaired ?? value).reveal();

suite('a value of any role', () => {
	for (const [name, {of, code, isUndone}] of Object.entries(dressings)) {
		test(`with ${name} is doubted, and ${isUndone ? 'got back' : 'left to the person'}`, () => {
			for (const role of identifiers) {
				for (const value of plainValues) {
					const reading = readValue(of(value), {role});
					const about = `${role}, ${JSON.stringify(of(value))}`;
					assert.ok(codesOf(reading).includes(code), about);
					if (isUndone) assert.equal(used(reading), value, about);
					else assert.equal(reading.repaired, undefined, about);
				}
			}
		});
	}

	test('is tried in three hundred texts and more', () => {
		assert.ok(Object.keys(dressings).length * identifiers.length * plainValues.length > 300);
	});

	for (const [text, code] of Object.entries(stands)) {
		test(`is missing where there is ${JSON.stringify(text)}`, () => {
			for (const role of roles) {
				const reading = readValue(text, {role});
				assert.ok(codesOf(reading).includes(code), role);
				assert.equal(reading.repaired, undefined, role);
			}
		});
	}
});

suite('a repair', () => {
	const proposes = (text: string): boolean =>
		readValue(text, {role: 'client-secret'}).doubts.every(({mayLose}) => !mayLose);

	test('takes away without loss what stands around a value', () => {
		for (const text of ['"a1B2"', ' a1B2', 'KEY=a1B2', 'a1\u200bB2']) assert.ok(proposes(text), text);
	});

	test('could lose what may belong to a value, and says so', () => {
		for (const text of ['a1B2.', 'a1B2\\n', 'a1%2FB2', 'a1B2\na1B2', 'a1\0B2'])
			assert.ok(!proposes(text), text);
	});
});

type Row = readonly [text: string, codes: readonly string[], repaired?: string];

const check = (role: Role, rows: Readonly<Record<string, Row>>) => {
	for (const [name, [text, codes, repaired]] of Object.entries(rows)) {
		test(name, () => {
			const reading = readValue(text, {role});
			assert.deepEqual(codesOf(reading), codes);
			assert.equal(reading.repaired?.reveal(), repaired);
		});
	}
};

suite('several doubts about one value', () => {
	check('client-secret', {
		'are all told, and repaired one after the other': [
			" “export CLIENT_SECRET='<a1B2c3>'”;\n",
			['edge-space', 'final-punctuation', 'quotes', 'name-before', 'angle-brackets', 'final-line-break'],
			'a1B2c3',
		],
	});
});

suite('a secret', () => {
	check('client-secret', {
		'is repaired of escapes of addresses': ['a1%2Fb2%3D', ['url-escape'], 'a1/b2='],
		'keeps what only looks like one': ['a1%zzb2%', []],
		'keeps a backslash that begins no escape': ['a1\\kb2\\', []],
		'is joined from lines of a narrow column': [
			'a1B2c3\r\n  d4E5f6 \n  g7',
			['several-lines'],
			'a1B2c3d4E5f6g7',
		],
		'is not joined from lines of any length': ['a1B2\nc3D4e5\ng7', ['several-lines']],
		'gets the hyphens back that a program replaced': ['a1–b2—c3', ['replaced-character'], 'a1-b2-c3'],
		'gets the quotes back that a program replaced': ['a1’b2', ['replaced-character'], "a1'b2"],
		'gets full-width signs back': ['ａ１B2', ['replaced-character'], 'a1B2'],
		'is not cut out of two of JSON': ['{"a1": "b2", "c3": "d4"}', ['json-marks', 'inner-space']],
	});
});

suite('a client ID', () => {
	check('client-id', {
		'loses the braces that Windows puts around a UUID': [
			'{0F8B2C4E-1D3A-4B5C-8E7F-9A0B1C2D3E4F}',
			['json-marks'],
			'0F8B2C4E-1D3A-4B5C-8E7F-9A0B1C2D3E4F',
		],
		'is not cut out of tags that do not fit': ['<b>a1B2</i>', ['angle-brackets']],
		'loses a label that stands before it': ['Client ID 12345', ['name-before'], '12345'],
		'loses a label and a dash': ['Client ID – 12345', ['name-before'], '12345'],
		'may begin with a hyphen': ['-a1B2c3', []],
		'is no client secret': ['GOCSPX-a1B2c3d4E5f6', ['client-secret-elsewhere']],
		'is no organization key': ['mg_a1B2c3d4E5f6g7H8', ['organization-key-elsewhere']],
		'is no key of a team': ['sk_us_a1B2c3d4', ['team-key-elsewhere']],
	});

	const strava = {
		role: 'client-id',
		expectation: {pattern: /^[0-9]{1,10}$/, usually: 'a number of up to ten digits'},
		subject: 'The Strava client ID',
		secretShape: /^[0-9a-f]{40}$/,
	} as const;

	test('is noted where its shape is unusual', () => {
		const reading = readValue('my-app', strava);
		assert.deepEqual(severitiesOf(reading), ['note']);
		assert.equal(reading.doubts[0]?.message, 'The Strava client ID is usually a number of up to ten digits.');
	});

	test('of the shape of the client secret is asked about, where IDs have another', () => {
		const reading = readValue('0a1b2c3d4e'.repeat(4), strava);
		assert.deepEqual(codesOf(reading).slice(0, 1), ['client-secret-elsewhere']);
	});

	test('is joined without spaces where that gives the usual shape', () => {
		assert.equal(readValue('12 345', strava).repaired?.reveal(), '12345');
	});

	test('is noted by what it is once it is repaired', () => {
		assert.deepEqual(codesOf(readValue('"12345"', strava)), ['quotes']);
		assert.deepEqual(codesOf(readValue('"my-app"', strava)), ['quotes', 'unusual-shape']);
	});

	test('is not the value of another field', () => {
		const others = [{title: 'Client secret', value: new Secret('a1B2c3 ')}];
		const reading = readValue('"a1B2c3"', {role: 'client-id', others});
		assert.deepEqual(codesOf(reading), ['quotes', 'same-as-other']);
		assert.equal(reading.doubts.at(-1)?.message, 'It is the same as the client secret: copy the right one.');
	});
});

suite('an organization key', () => {
	check('key', {
		'is taken as it is': ['mg_a1B2c3d4E5f6g7H8', []],
		'of the older address too': ['a1B2c3d4E5f6', []],
		'is told from keys of teams': ['sk_a1B2', ['team-key']],
		'loses the quotes that a command printed': [
			'"mg_a1B2c3d4"\n',
			['quotes', 'final-line-break'],
			'mg_a1B2c3d4',
		],
		'is no client secret': ['GOCSPX-a1B2c3d4E5f6', ['client-secret-elsewhere']],
	});
});

suite('an organization key with something beside it', () => {
	const key = 'mg_a1B2c3d4';
	const long = 'a1B2c3d4E5f6g7H8';
	const both = (text: string, codes: readonly string[], repaired?: string) => {
		for (const plain of [key, long]) {
			const reading = readValue(text.replace('KEY', plain), {role: 'key'});
			assert.deepEqual(codesOf(reading), codes, text);
			assert.equal(reading.repaired?.reveal(), repaired?.replace('KEY', plain), text);
		}
	};
	for (const text of [
		'"KEY',
		"'KEY",
		'KEY"',
		'`KEY',
		'“KEY',
		'KEY”',
		'(KEY)',
		'[KEY]',
		'(KEY',
		'KEY)',
		'<KEY',
		'KEY>',
	]) {
		test(`such as ${text} is asked about, and got back`, () => both(text, ['key-marks'], 'KEY'));
	}
	for (const text of ['=KEY', ':KEY', ',KEY', 'KEY:', '"(KEY)"']) {
		test(`such as ${text} is got back`, () => {
			for (const plain of [key, long]) {
				const reading = readValue(text.replace('KEY', plain), {role: 'key'});
				assert.equal(reading.repaired?.reveal(), plain);
			}
		});
	}
	for (const text of ['x mg_a1B2', 'x/mg_a1B2', 'x-mg_a1B2', 'xmg_a1B2', 'mg_a1B2,mg_c3D4', '_mg_a1B2']) {
		test(`such as ${text} is left to the person`, () => {
			const reading = readValue(text, {role: 'key'});
			assert.ok(codesOf(reading).includes('key-beginning'));
			assert.equal(reading.repaired, undefined);
		});
	}

	test('is told for what it stands for, where it stands for one', () => {
		for (const text of ['{{management_key_of_ours}}', '(organization_key_here)']) {
			assert.equal(readValue(text, {role: 'key'}).repaired, undefined);
			assert.match(codesOf(readValue(text, {role: 'key'})).join(), /reference|program-word/);
		}
	});

	test('keeps the signs that a key may end with', () => {
		for (const text of [`${key}==`, `${long}=`, `${long}-`, `${key}/`, `${key}!`]) {
			assert.deepEqual(readValue(text, {role: 'key'}).doubts, []);
		}
	});
});

suite('an address', () => {
	const address = 'https://connect.example.com/callback';
	check('url', {
		'is taken as it is': [address, []],
		'may have a port, a query and escapes': ['https://Example.com:8443/a%20b?c=d&e=%2F', []],
		'may be this computer, unencrypted': ['http://127.0.0.1:3000/callback', []],
		'is encrypted anywhere else': ['http://example.com/cb', ['url-not-https'], 'https://example.com/cb'],
		'gets the beginning that it lacks': ['example.com/cb', ['url-scheme'], 'https://example.com/cb'],
		'begins in small letters': ['HTTPS://example.com/cb', ['url-scheme'], 'https://example.com/cb'],
		'begins once': [`https://${address}`, ['url-scheme'], address],
		'has its slashes, and no escapes of JSON': [
			'https:\\/\\/example.com\\/cb',
			['url-backslash'],
			'https://example.com/cb',
		],
		'has its slashes': ['https:\\\\example.com\\cb', ['url-backslash'], 'https://example.com/cb'],
		'loses an empty fragment': [`${address}#`, ['url-empty-fragment'], address],
		'has no fragment': [`${address}#top`, ['url-fragment']],
		'has no user name': ['https://sam@example.com/cb', ['url-sign-in']],
		'has no wildcard': ['https://*.example.com/cb', ['url-wildcard']],
		'has nothing to be filled in': ['https://{team}.example.com/cb', ['url-braces']],
		'has the name of its host as the name system has it': [
			'https://exämple.com/cb',
			['url-host'],
			'https://xn--exmple-cua.com/cb',
		],
		'has a host of letters, digits, dots and hyphens': ['https://my_host.example.com/cb', ['url-host']],
		'has no host that ends with a dot': ['https://example.com./cb', ['url-host']],
		'has escapes for what is not ASCII': [
			'https://example.com/é',
			['other-in-address'],
			'https://example.com/%C3%A9',
		],
		'has no white space': ['https://example.com/c b', ['inner-space']],
		'loses what a sentence put behind it': [
			`<${address}>.`,
			['final-punctuation', 'angle-brackets'],
			address,
		],
		'loses what a page put behind it': [`${address}&amp;`, ['final-escape'], address],
		'is taken out of a link': [`[callback](${address})`, ['markdown-marks'], address],
		'is decoded where it was a part of another': [
			'https%3A%2F%2Fexample.com%2Fcb',
			['encoded-address'],
			'https://example.com/cb',
		],
		'loses its name': [`REDIRECT_URI=${address}`, ['name-before'], address],
		'loses a quote that was around it': [`${address}"`, ['url-marks'], address],
		'loses another quote': [`${address}'`, ['url-marks'], address],
		'loses a bracket that was around it': [`${address})`, ['url-marks'], address],
		'loses all of them': [`${address}")]`, ['url-marks'], address],
		'loses them before a full stop': [`${address}).`, ['final-punctuation', 'url-marks'], address],
		'may have brackets that belong together': ['https://example.com/cb_(v1)', []],
		'may have quotes that belong together': ["https://example.com/cb?a='b'", []],
		'may have a host of brackets': ['http://[::1]:3000/cb', []],
		'has no brackets of an example': ['https://example.com/<id>', ['url-marks']],
		'has no brackets of an example inside': ['https://example.com/<id>/cb', ['url-marks']],
		'has no square brackets behind its host': ['https://example.com/[id]/cb', ['url-marks']],
		'has no quotes inside': ['https://example.com/"cb"/x', ['url-marks']],
		'has no name of a shell': ['https://example.com/$PATH', ['url-reference']],
		'has no name of a shell in its host': ['https://$HOST/cb', ['url-host', 'url-reference']],
		'has no name of Windows': ['https://example.com/%PATH%', ['url-reference']],
		'has no name in braces': ['https://example.com/$\u007bPATH}', ['url-braces']],
		'has no name of a template': ['https://example.com/{{path}}', ['url-braces']],
		'may have the names of OData': ['https://example.com/cb?$filter=a', []],
		'has no client secret in it': [
			'https://x.example.com/cb?x=GOCSPX-abcdefghijklmnopqrstuvwxyz12',
			['client-secret-elsewhere'],
		],
		'has no organization key in it': [
			'https://x.example.com/cb?x=mg_a1B2c3d4E5f6g7H8',
			['organization-key-elsewhere'],
		],
		'has no key of a team in it': ['https://x.example.com/cb?x=sk_us_a1B2c3d4', ['team-key-elsewhere']],
		'is of the web': ['my-app://callback', ['url-unreadable']],
		'is one': ['not-an-address', ['url-unreadable']],
	});
});

suite('a secret in the midst of a value', () => {
	const secret = '0123456789abcdef0123';
	const others = [{title: 'Client secret', value: new Secret(secret), isSecret: true}];

	test('is asked about where it was given for its own field', () => {
		const reading = readValue(`https://x.example.com/cb?k=${secret}`, {role: 'url', others});
		assert.deepEqual(codesOf(reading), ['client-secret-elsewhere']);
		assert.deepEqual(codesOf(readValue('https://x.example.com/cb', {role: 'url', others})), []);
	});

	test('is asked about in a client ID, and in no other secret', () => {
		const text = 'a/GOCSPX-a1B2c3d4E5f6';
		assert.deepEqual(codesOf(readValue(text, {role: 'client-id'})), ['client-secret-elsewhere']);
		assert.deepEqual(codesOf(readValue(text, {role: 'secret'})), []);
	});
});

suite('what the person said', () => {
	test('leaves the note on a shape, which is of the value as it is', () => {
		const expectation = {pattern: /^[0-9]+$/, usually: 'a number'};
		const reading = readValue('"12345"', {role: 'client-id', expectation, isExact: true});
		assert.deepEqual(codesOf(reading), ['unusual-shape']);
	});

	test('takes a value exactly as it is, and nothing is asked', () => {
		const reading = readValue(' "a1B2"\n', {role: 'client-secret', isExact: true});
		assert.deepEqual(reading.doubts, []);
		assert.equal(used(reading), ' "a1B2"\n');
	});

	test('does not make right what cannot be right', () => {
		assert.deepEqual(severitiesOf(readValue('a\bb', {role: 'client-secret', isExact: true})), ['refuse']);
		assert.deepEqual(codesOf(readValue(' ', {role: 'client-secret', isExact: true})), ['empty']);
	});

	test('keeps white space, and allows nothing else', () => {
		const context = {role: 'client-secret', keepsWhitespace: true} as const;
		assert.deepEqual(readValue(' a1 B2\nc3\n', context).doubts, []);
		assert.equal(used(readValue(' a1 B2\n', context)), ' a1 B2\n');
		assert.deepEqual(codesOf(readValue('"a1B2"', context)), ['quotes']);
	});

	for (const [edge, around] of Object.entries({
		'a line break': ['', '\n'],
		'Windows’ line break': ['', '\r\n'],
		spaces: [' ', '  '],
		'a byte order mark': ['\ufeff', '\t'],
	})) {
		test(`keeps ${edge} around it, and hides nothing else by it`, () => {
			const [before = '', after = ''] = around;
			for (const role of identifiers) {
				for (const text of [...Object.keys(stands), '"k7Wq3x"', 'k7Wq3x...', 'k7Wq3x.', 'KEY=k7Wq3x']) {
					if (text.trim() === '') continue;
					const plain = readValue(text, {role});
					const kept = readValue(before + text + after, {role, keepsWhitespace: true});
					const codes = codesOf(plain).filter(code => code !== 'edge-space' && code !== 'inner-space');
					assert.deepEqual(
						codesOf(kept).filter(code => code !== 'inner-space'),
						codes,
						`${role}, ${text}`,
					);
					const repaired = plain.repaired && before + plain.repaired.reveal() + after;
					assert.equal(kept.repaired?.reveal(), repaired, `${role}, ${text}`);
					assert.equal(kept.value.reveal(), before + text + after);
				}
			}
		});
	}

	test('keeps white space around what is the same as another field', () => {
		const others = [{title: 'Client ID', value: new Secret('12345')}];
		const reading = readValue('12345\n', {role: 'client-secret', keepsWhitespace: true, others});
		assert.deepEqual(codesOf(reading), ['same-as-other']);
	});

	test('keeps white space, and places are those in the text as it came', () => {
		const [doubt] = readValue('  a1\u200bB2\n', {role: 'client-secret', keepsWhitespace: true}).doubts;
		assert.equal(doubt?.position, 5);
	});
});

suite('a place', () => {
	const placeIn = (text: string): readonly (readonly [string, number | undefined])[] =>
		readValue(text, {role: 'client-secret'}).doubts.map(({code, position}) => [code, position] as const);

	test('is told in characters of the value as it came', () => {
		assert.deepEqual(placeIn('ab\u200bcd'), [['invisible-character', 3]]);
		assert.deepEqual(placeIn('  "ab\u200bcd"'), [
			['edge-space', 1],
			['quotes', 3],
			['invisible-character', 6],
		]);
		assert.deepEqual(placeIn('&amp;ab\u200b'), [
			['html-escape', 1],
			['invisible-character', 8],
		]);
		assert.deepEqual(placeIn('🔑b é'), [
			['inner-space', 3],
			['other-character', 1],
		]);
	});

	test('comes with the sign that is there', () => {
		const [doubt] = readValue('ab\u200bcd', {role: 'client-secret'}).doubts;
		assert.equal(
			doubt?.message,
			'A zero-width space (U+200B) is at position 3, which nobody sees: give it without.',
		);
	});
});

test('a value that is far too long is not looked at', () => {
	assert.deepEqual(codesOf(readValue('a'.repeat(longestValue), {role: 'client-secret'})), []);
	assert.deepEqual(codesOf(readValue('"'.repeat(longestValue + 1), {role: 'client-secret'})), ['too-long']);
});

for (const bit of [
	'"',
	'<',
	'^V',
	'key=',
	' ',
	'\u200b',
	'&amp;',
	'a b ',
	'%2F',
	'[',
	'\\n',
	'.',
	'{"',
	'\u001b[',
	'a\n',
	'*',
	'é',
	'\0',
]) {
	test(`a value of nothing but ${JSON.stringify(bit)} is looked at to its end`, () => {
		const text = bit.repeat(longestValue / bit.length);
		for (const role of roles) {
			const reading = readValue(text, {role});
			assert.ok(reading.doubts.length > 0 || reading.value.is(text));
		}
	});
}
