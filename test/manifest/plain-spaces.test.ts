import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {manifest, problems, rows, secretLine} from './manifests.ts';

const good = manifest('strava', 'client_id: "42"', secretLine);
const indented = (sign: string) => good.replace(/^ +/gm, spaces => sign.repeat(spaces.length));

suite('white space that only looks like spaces', () => {
	test('is named once in an indentation, with its line, its code point and what to do', () => {
		assert.deepEqual(problems(indented('\u00a0')), [
			'3:1 : There is a no-break space (U+00A0) here and in 5 more lines, where YAML takes spaces alone: type spaces in its place.',
		]);
		assert.deepEqual(problems(indented('\u3000')).length, 1);
		assert.deepEqual(problems(good.replace('    region', '   \u00a0region')), [
			'5:4 : There is a no-break space (U+00A0) here, where YAML takes spaces alone: type spaces in its place.',
		]);
	});

	test('is named behind a dash or a colon as well', () => {
		assert.match(problems(good.replace('- team', '-\u00a0team')).join(), /^3:4 : There is a no-break space/);
		assert.match(problems(good.replace('env: ', 'env:\u2003')).join(), /^4:9 : There is .*\(U\+2003\) here,/);
	});

	test('hides no other fault, and is told in the order of the file', () => {
		const faults = problems(
			indented('\u00a0').replace('sandbox', 'testing').replace('version: 1', 'version: 2'),
		);
		assert.deepEqual(
			faults.map(fault => fault.split(':', 2).join(':')),
			['1:10 version', '3:1 ', '4:10 credentials[0].env'],
		);
	});

	test('is no fault inside of a text', () => {
		const text = 'client_secret: {command: "a\n          \u00a0b"}';
		assert.equal(rows(manifest('oura', 'client_id: abc', text)).length, 1);
		const faults = problems(manifest('oura', 'client_id: abc', text, 'stray: 1'));
		assert.match(faults.join('\n'), /^\d+:5 credentials\[0\]\.stray: Unknown key\. Known: [^\n]*$/);
	});
});

test('a key that holds what nobody sees is told so, and is not repeated', () => {
	const [fault] = problems(good.replace('client_id', 'client\u200b_id'));
	assert.match(
		fault ?? '',
		/\.\?: Unknown key\. There is a zero-width space \(U\+200B\) in it: write it without\./,
	);
});
