import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {LineCounter} from 'yaml';
import {rowLimit} from '../../source/domain/manifest.ts';
import {tokensOf} from '../../source/manifest/tokens.ts';
import {organizationId} from '../support/credentials.ts';
import {isThorough, runs} from '../support/thorough.ts';
import {manifest, problems, read, rows, secretLine} from './manifests.ts';

suite('a manifest that would take the program down is refused', () => {
	test('what is nested without end', () => {
		for (const open of ['[', '{a: ', '- '])
			assert.match(problems(open.repeat(20_000))[0] ?? '', /nested too deeply/);
	});

	test('a bomb of aliases, without going off', () => {
		const bomb = Array.from(
			{length: 40},
			(_, index) => `  a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
		);
		const text = manifest('strava', secretLine, 'details:', '  a0: &a0 [1]', ...bomb);
		const found = problems(text);
		assert.ok(found.some(problem => /too many aliases|nested too deeply/.test(problem)));
		assert.ok(found.length < 1000);
	});

	test('one large value that thousands of rows share', () => {
		const large = Array.from({length: 1000}, (_, index) => `k${index}: 1`).join(', ');
		const row = (team: number, details: string) =>
			`  - {team: t${team}, env: sandbox, region: us, provider: strava, ${secretLine}, details: ${details}}`;
		const others = Array.from({length: 500}, (_, index) => row(index + 1, '*d'));
		const text = ['version: 1', 'credentials:', row(0, `&d {${large}}`), ...others].join('\n');
		assert.match(problems(text)[0] ?? '', /too many aliases/);
	});
});

suite('a manifest of another size is refused in words, and where it goes too far', () => {
	const rowsMost = 'A manifest has 10,000 rows at most. Divide it into several files.';
	const tooLong = 'This is longer than any value of a manifest. Check that it is the file you meant.';
	const tooBlank = 'There are more than 500 blank lines in a row. Take them away.';
	const tooMuch = 'There is more in this than 10,000 rows need. Divide it into several files.';
	const tooDeep = 'This is nested too deeply.';
	const oneDocument = 'A manifest is one document: leave out the line with three dashes.';
	const head = 'version: 1\ncredentials:\n';
	const row = `${head}- team: `;
	const size = (isThorough ? 4 : 1) * 1024 * 1024;
	const manyRows = '- {}\n'.repeat(isThorough ? 1_000_000 : 100_000);
	const filled = (before: string, unit: string, after = '') =>
		before + unit.repeat((size - before.length - after.length) / unit.length) + after;

	const texts: Readonly<Record<string, readonly [text: string, problem: string]>> = {
		'many rows': [head + manyRows, `3:1 credentials: ${rowsMost}`],
		'many rows with nothing around them': [manyRows, `1:1 : ${rowsMost}`],
		'rows of nothing': [filled(head, '-\n'), `3:1 credentials: ${rowsMost}`],
		'rows on one line': [filled('version: 1\ncredentials: [', '{},', '{}]'), `2:14 credentials: ${rowsMost}`],
		'rows of JSON': [filled('{"credentials":[', '{},\n', '{}]}'), `1:16 credentials: ${rowsMost}`],
		'rows that are aliases': [filled(`x: &x {}\n${head}`, '- *x\n'), `4:1 credentials: ${rowsMost}`],
		'rows with tags': [filled(head, '- !!set {}\n'), `3:1 credentials: ${rowsMost}`],
		documents: [filled('', '---\n'), `2:1 : ${oneDocument}`],
		'ends of documents': [filled('', '...\n'), `2:1 : ${oneDocument}`],
		'blank lines': [filled(head, '\n'), `503:1 : ${tooBlank}`],
		'lines of white space': [filled(head, ' \t\r\n'), `503:3 : ${tooBlank}`],
		'a line of white space': [filled(head, ' '), `3:1 : ${tooLong}`],
		'a comment': [filled('', '#'), `1:1 : ${tooLong}`],
		'a value': [filled(row, 'a'), `3:9 : ${tooLong}`],
		'a value of many lines': [filled(`${row}\n`, '    a\n'), `4:5 : ${tooLong}`],
		'a value in quotes': [filled(`${row}"`, '\\n', '"'), `3:9 : ${tooLong}`],
		'a value in quotes that do not end': [filled(`${row}'`, 'a'), `3:9 : ${tooLong}`],
		'a block of text': [filled(`${row}|\n`, '    a\n'), `4:1 : ${tooLong}`],
		'a key': [filled(`${head}- {"`, 'a', '": 1}'), `3:4 : ${tooLong}`],
		'a number': [filled(row, '1'), `3:9 : ${tooLong}`],
		'no text at all': [filled('', '\0'), `1:1 : ${tooLong}`],
		'lists in lists': [filled('', '['), `1:201 : ${tooDeep}`],
		'maps in maps': [filled('', '{a: '), `1:798 : ${tooDeep}`],
		'rows in rows': [filled('', '- '), `1:400 : ${tooDeep}`],
		'keys in keys': [filled('', '? '), `1:400 : ${tooDeep}`],
	};
	for (const [name, [text, problem]] of Object.entries(texts)) {
		test(name, () => {
			assert.deepEqual(problems(text), [problem]);
		});
	}

	const small = {
		'': ['# c\n', '  # c\n', '] ', '&a ', '!a ', '%A b\n', 'k: 1\n', ': 1\n', '? k\n'],
		[head]: ['- {}\n', '- k: 1\n  l: 1\n', '# c\n- ', '? k\n', '- [] ] '],
		'[': ['{},', '"",', ',', ': 1,', '# c\n', '] ', '{'],
		'{"credentials":{': ['"k":1,', ',', '? ', '\n# c\n'],
	};
	test('whatever is small and many', () => {
		for (const [before, units] of Object.entries(small)) {
			for (const unit of units) {
				const taken = tokensOf(before + unit.repeat(1000), new LineCounter(), 1000);
				const message = taken.ok ? undefined : taken.excess.message;
				assert.ok(message === tooMuch || message === tooDeep, `${before}${unit}: ${message}`);
			}
		}
	});

	test('a text that thousands of rows share', () => {
		const shared = (team: number, details: string) =>
			`- {team: t${team}, env: sandbox, region: us, provider: strava, ${secretLine}, details: ${details}}`;
		const long = `&d {${'a'.repeat(90_000)}: 1}`;
		const others = Array.from({length: 1000}, (_, index) => shared(index + 1, '*d'));
		const text = [`${head}${shared(0, long)}`, ...others].join('\n');
		assert.match(problems(text)[0] ?? '', /too many aliases/);
	});
});

suite('faults', () => {
	const faulty = (text: string) => {
		const reading = read(text);
		assert.ok(!reading.ok);
		return reading;
	};

	test('are all counted, and the first of the file are kept', () => {
		const keys = Array.from({length: 20_000}, (_, index) => `stray_${index}: 1\n`).join('');
		const {problems: kept, count} = faulty(`version: 1\n${keys}`);
		// The list of rows is missing too.
		assert.equal(count, 20_001);
		assert.deepEqual(
			kept.map(({line}) => line),
			Array.from({length: 100}, (_, index) => index + 1),
		);
	});

	test('of the format are counted too, and cost no more than what is right', () => {
		const {problems: kept, count} = faulty(`{${','.repeat(200_000)}`);
		assert.ok(count >= 200_000);
		assert.equal(kept.length, 100);
	});

	test('of ten thousand unknown providers do not each look for what was meant', () => {
		const text = Array.from({length: rowLimit}, (_, index) => `- {provider: ${'ab '.repeat(20)}${index}}`);
		const {count} = faulty(`version: 1\ncredentials:\n${text.join('\n')}`);
		assert.equal(count, 5 * rowLimit);
	});
});

test('a literal secret of nothing but quotes is read in each of many rows', () => {
	const text = Array.from(
		{length: isThorough ? 1000 : 200},
		(_, index) =>
			`- {team: t${index}, env: sandbox, region: us, provider: strava, client_secret: '${'"'.repeat(1500)}'}`,
	);
	const found = problems(`version: 1\ncredentials:\n${text.join('\n')}`, {allowsLiteralSecrets: true});
	assert.match(found[0] ?? '', /wrapped in quotes/);
});

test('thousands of rows are read, and a map of many keys is, without the square of their number', () => {
	const [rowCount, keyCount] = isThorough ? [rowLimit, 20_000] : [2000, 5000];
	const row = (team: number) =>
		`  - {team: t${team}, env: sandbox, region: us, provider: strava, client_id: a, ${secretLine}}`;
	const text = ['version: 1', 'credentials:', ...Array.from({length: rowCount}, (_, index) => row(index))];
	assert.equal(rows(text.join('\n')).length, rowCount);
	const many = Array.from({length: keyCount}, (_, index) => `k${index}: 1`).join(', ');
	assert.equal(rows(manifest('strava', secretLine, `details: {${many}}`)).length, 1);
});

test('nothing of a text that is put anywhere into a manifest is repeated', () => {
	const texts = [
		manifest('polar', 'client_id: "42"', secretLine, 'details: {webhook_secret: {file: x}, a: {b: 1}}'),
		`# fleet\n${manifest('google_fit', 'client_id: &c a', secretLine, 'details: {data_scopes: [openid]}')}`,
		JSON.stringify({version: 1, org: organizationId, credentials: [{team: 'a', env: 'sandbox'}]}, null, '\t'),
	];
	const canary = fc.constantFrom(
		'canary s3cr3t',
		'"canary s3cr3t"',
		'canary s3cr3t: ',
		'\ncanary s3cr3t: 1\n',
		'*canary/s3cr3t',
		'&canary/s3cr3t ',
		'!canary/s3cr3t ',
		'# canary s3cr3t',
		'{canary s3cr3t: [',
		'\n%canary s3cr3t\n',
		'\n--- canary s3cr3t\n',
		'"canary s3cr3t\\q',
		'| canary s3cr3t',
	);
	fc.assert(
		fc.property(fc.constantFrom(...texts), fc.nat(), canary, fc.boolean(), (text, at, put, isAllowed) => {
			const where = at % (text.length + 1);
			const reading = read(`${text.slice(0, where)}${put}${text.slice(where)}`, {
				allowsLiteralSecrets: isAllowed,
				allowsUnknownProviders: isAllowed,
			});
			const said = reading.ok ? [] : reading.problems.map(({path, message}) => `${path}: ${message}`);
			assert.doesNotMatch(said.join('\n'), /canary|s3cr3t/);
		}),
		{numRuns: runs(1000)},
	);
});
