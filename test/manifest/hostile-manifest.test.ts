import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {rowLimit} from '../../source/domain/manifest.ts';
import {organizationId} from '../support/credentials.ts';
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
		const others = Array.from({length: 2000}, (_, index) => row(index + 1, '*d'));
		const text = ['version: 1', 'credentials:', row(0, `&d {${large}}`), ...others].join('\n');
		assert.match(problems(text)[0] ?? '', /too many aliases/);
	});
});

test('ten thousand rows are read, and a map of many keys is, without the square of their number', () => {
	const row = (team: number) =>
		`  - {team: t${team}, env: sandbox, region: us, provider: strava, client_id: a, ${secretLine}}`;
	const text = ['version: 1', 'credentials:', ...Array.from({length: rowLimit}, (_, index) => row(index))];
	assert.equal(rows(text.join('\n')).length, rowLimit);
	const many = Array.from({length: 20_000}, (_, index) => `k${index}: 1`).join(', ');
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
		{numRuns: 1000},
	);
});
