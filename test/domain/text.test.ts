import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {clean, normal, shownName, visible} from '../../source/domain/text.ts';

const rows: Readonly<Record<string, readonly [text: string, shown: string]>> = {
	'plain text': ['Night Runners', 'Night Runners'],
	'other languages': ['Läufer 走る人 עברית 👟', 'Läufer 走る人 עברית 👟'],
	colours: ['\u001b[31mred\u001b[0m', 'red'],
	'a cleared screen': ['a\u001b[2J\u001b[Hb', 'ab'],
	'a window title': ['a\u001b]0;title\u0007b', 'ab'],
	'a hyperlink': ['\u001b]8;;https://evil.example\u001b\\name\u001b]8;;\u001b\\', 'name'],
	'a one-byte escape': ['a\u009b31mb', 'ab'],
	'line breaks': ['one\r\ntwo\u2028three\u2029four', 'one two three four'],
	'other controls': ['a\u0000b\u0008c\u007f', 'a b c'],
	'bidi overrides': ['safe\u202egnp.exe\u2066x\u2069', 'safegnp.exex'],
	'invisible signs': ['pay\u200bpal\u200d\ufeff\u00ad', 'paypal'],
	'tag signs': ['a\u{e0041}\u{e007f}', 'a'],
	'private use': ['a\ue000\u{f0000}', 'a'],
	'a lone surrogate': ['a\ud83d b\udc00', 'a b'],
	'white space around and in runs': ['  a    b  ', 'a b'],
	nothing: ['\u001b[0m\n', ''],
};

suite('untrusted text', () => {
	for (const [name, [text, shown]] of Object.entries(rows)) {
		test(`with ${name} is safe on one line`, () => assert.equal(clean(text), shown));
	}

	test('keeps two marks on a letter, and no tower', () => {
		assert.equal(clean(`e\u0301\u0323${'\u0301'.repeat(500)}!`), 'e\u0301\u0323!');
	});

	test('that is too long is cut, and shows it', () => {
		assert.equal(clean('abcdef', 3), 'abc…');
		assert.equal(clean('abc', 3), 'abc');
	});

	test('is never cut into half a sign', () => {
		assert.ok(clean('ab👟', 3).isWellFormed());
	});

	const hostile = fc.array(
		fc.oneof(
			fc.string({unit: 'binary'}),
			fc.constantFrom(
				'\u001b[',
				'\u001b]8;;',
				'\u0007',
				'\u009b',
				'\u202e',
				'\u0301',
				'\ud83d',
				'\u2028',
				'\u200d',
			),
		),
		{size: 'large'},
	);

	test('of any kind becomes one bounded line without anything that acts on a terminal', () => {
		fc.assert(
			fc.property(hostile, fc.integer({min: 1, max: 60}), (parts, limit) => {
				const shown = clean(parts.join(''), limit);
				assert.ok(shown.length <= limit + 1);
				assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{M}{3}/u);
				assert.equal(clean(shown, limit), shown);
			}),
		);
	});

	for (const [name, unit] of [
		['opened escapes', '\u001b['],
		['opened hyperlinks', '\u001b]8;;'],
		['marks', '\u0301'],
		['blanks', ' '],
		['overrides', '\u202e'],
	] as const) {
		test(`of ${name} costs no more as it grows`, () => {
			const short = unit.repeat(2000);
			const long = unit.repeat(100_000);
			clean(short);
			assert.ok(fastest(() => clean(long)) < 20 * fastest(() => clean(short)) + 1);
		});
	}
});

suite('a value', () => {
	const values: Readonly<Record<string, readonly [text: string, shown: string]>> = {
		'nothing odd': ['https://a.example/cb?x=1#~', 'https://a.example/cb?x=1#~'],
		'letters of any language': ['Läufer 走る人 עברית 👟', 'Läufer 走る人 עברית 👟'],
		'a zero-width space': ['a\u200bb', 'a\\u{200b}b'],
		'a no-break space': ['a\u00a0b', 'a\\u{a0}b'],
		'marks of direction': ['\u200ea\u202eb\u2066', '\\u{200e}a\\u{202e}b\\u{2066}'],
		'a byte order mark': ['\ufeffa', '\\u{feff}a'],
		'a soft hyphen': ['a\u00adb', 'a\\u{ad}b'],
		'tag signs': ['a\u{e0041}', 'a\\u{e0041}'],
		'a variation selector': ['a\ufe0f\u{e0100}', 'a\\u{fe0f}\\u{e0100}'],
		'separators of lines': ['a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
		'fillers that are blank': ['a\u3164\u2800\u115f', 'a\\u{3164}\\u{2800}\\u{115f}'],
		'controls and escapes': ['a\u001b[2J\tb\r\n', 'a\\u{1b}[2J\\u{9}b\\u{d}\\u{a}'],
		'half of a sign': ['a\ud83d', 'a\\u{d83d}'],
		'spaces at its edges': [' a b ', '\\u{20}a b\\u{20}'],
		'more spaces than one': ['a   b', 'a \\u{20}\\u{20}b'],
		'a tower of accents': ['e\u0301\u0323\u0301', 'e\u0301\u0323\\u{301}'],
		'what only looks like a spelled sign': ['a\\u{200b}', 'a\\u{5c}u{200b}'],
	};
	for (const [name, [text, shown]] of Object.entries(values)) {
		test(`with ${name} is shown whole`, () => assert.equal(visible(text), shown));
	}

	const odd = fc.array(
		fc.oneof(
			fc.string({unit: 'binary', maxLength: 5}),
			fc.constantFrom(' ', '\u0301', '\u200b', '\\u{200b}', '\\', 'u{20}', '\ud83d', '\ude00', 'a'),
		),
		{maxLength: 8},
	);

	test('is shown by a text of its own, in which all is seen', () => {
		fc.assert(
			fc.property(odd, odd, (some, others) => {
				const [one, other] = [some.join(''), others.join('')];
				const shown = visible(one, 1000);
				assert.equal(shown === visible(other, 1000), one === other);
				assert.doesNotMatch(
					shown,
					/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]|[^\S ]|^ | $| {2}/u,
				);
			}),
		);
	});

	test('that is too long is cut, and shows it', () => {
		assert.equal(visible('abcdef', 3), 'abc…');
		assert.equal(visible('abc', 3), 'abc');
		assert.ok(visible('ab👟', 3).isWellFormed());
	});
});

test('text is compared in one form, case and without white space around it', () => {
	assert.equal(normal(' LA\u0308UFER\n'), normal('läufer'));
	assert.notEqual(normal('Läufer'), normal('Laufer'));
});

/** The least of several measurements, in milliseconds, so that a pause of the machine does not count. */
function fastest(task: () => unknown): number {
	const times = Array.from({length: 9}, () => {
		const start = performance.now();
		task();
		return performance.now() - start;
	});
	return Math.min(...times);
}

suite('the name of an unknown detail', () => {
	for (const name of ['webhook_secret', 'clientKey2', 'api-key', 'a.b', 'x'])
		test(`is shown where it looks like a name: ${name}`, () => assert.equal(shownName(name), name));
	for (const name of ['5dd1f9be07ac4d5b', 'GOCSPX-1aB2cD3eF4', 'a b', 'wq7"é', '', 'A'.repeat(40)])
		test(`is a mask where it may be a secret: ${JSON.stringify(name)}`, () =>
			assert.equal(shownName(name), '••••••••'));
});
