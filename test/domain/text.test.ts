import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {clean, normal, shownName} from '../../source/domain/text.ts';

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
