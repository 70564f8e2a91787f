import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {jsonOf} from '../../source/domain/body/seal.ts';
import {rowLimit} from '../../source/domain/manifest.ts';
import {Secret} from '../../source/domain/secret.ts';
import {
	assertNoSecret,
	detailSecretText,
	organizationId,
	secretText,
	teamId,
} from '../support/credentials.ts';
import {empty, given} from '../support/play.ts';
import {manifest, problems, read, rows, secretLine} from './manifests.ts';

suite('a manifest', () => {
	const asYaml = `${manifest('strava', 'client_id: "42"', secretLine)}\n`;
	const asJson = JSON.stringify(
		{
			version: 1,
			credentials: [
				{
					team: teamId,
					env: 'sandbox',
					region: 'us',
					provider: 'strava',
					client_id: '42',
					client_secret: {env: 'STRAVA_SECRET'},
				},
			],
		},
		null,
		'\t',
	);

	test('is read from YAML and from JSON alike', () => {
		const withoutPlaces = (text: string) =>
			rows(text).map(({at: _, secrets, ...row}) => ({
				...row,
				secrets: secrets.map(({path, source}) => ({path, source})),
			}));
		assert.deepEqual(withoutPlaces(asYaml), [
			{
				team: teamId,
				place: {environment: 'sandbox', region: 'us'},
				provider: 'strava',
				answers: {'client-id': given('42')},
				secrets: [{path: ['client_secret'], source: {kind: 'environment', name: 'STRAVA_SECRET'}}],
			},
		]);
		assert.deepEqual(withoutPlaces(asJson), withoutPlaces(asYaml));
	});

	test('may have a byte order mark and the line ends of Windows', () => {
		assert.equal(rows(`\ufeff${asYaml.replaceAll('\n', '\r\n')}`).length, 1);
	});

	test('tells where each row and secret stands', () => {
		const [row] = rows(asYaml);
		assert.deepEqual(row?.at, {line: 3, column: 5, path: 'credentials[0]'});
		assert.deepEqual(row?.secrets[0]?.at, {line: 8, column: 20, path: 'credentials[0].client_secret'});
	});

	test('may name its organization, in any case', () => {
		const reading = read(`org: ${organizationId.toUpperCase()}\n${asYaml}`);
		assert.ok(reading.ok);
		assert.equal(reading.manifest.organizationId, organizationId);
	});

	test('may share values by anchors', () => {
		const text = `${manifest('strava', 'client_id: "42"', 'client_secret: &s {env: S}')}
  - {team: Walkers, env: sandbox, region: us, provider: oura, client_id: a, client_secret: *s}`;
		assert.deepEqual(rows(text)[1]?.secrets[0]?.source, {kind: 'environment', name: 'S'});
	});

	test('takes secrets from a variable, a file or a command', () => {
		const sources = ['{env: NAME}', '{file: secrets/a b}', '{command: "op read \'x\'"}'].map(
			source => rows(manifest('strava', `client_secret: ${source}`))[0]?.secrets[0]?.source,
		);
		assert.deepEqual(sources, [
			{kind: 'environment', name: 'NAME'},
			{kind: 'file', path: 'secrets/a b'},
			{kind: 'command', command: "op read 'x'"},
		]);
	});
});

suite('a text', () => {
	for (const written of [
		'104872',
		'0123',
		'1e5',
		'0x1F',
		'12345678901234567890',
		'1_000',
		'no',
		'2026-01-01',
		'~x',
	]) {
		test(`is taken as it is written: ${written}`, () => {
			const [row] = rows(manifest('strava', `client_id: ${written}`, secretLine));
			assert.deepEqual(row?.answers['client-id'], given(written));
		});
	}

	test('is taken as it is written by an older YAML too', () => {
		for (const written of ['2026-01-01', '0123', '12:30:45', '1_000', 'yes', 'off']) {
			const text = `%YAML 1.1\n---\n${manifest('strava', `client_id: ${written}`, secretLine)}`;
			assert.deepEqual(rows(text)[0]?.answers['client-id'], given(written));
		}
	});

	for (const written of ['true', 'null', '[a]', '{a: b}', '" a"', '""']) {
		test(`is refused where YAML makes something else of it, or there is white space around it: ${written}`, () => {
			assert.match(
				problems(manifest('strava', `client_id: ${written}`, secretLine))[0] ?? '',
				/^7:16 credentials\[0\]\.client_id: /,
			);
		});
	}
});

suite('a field', () => {
	test('that is null is cleared, and one that is left out has no answer', () => {
		const [row] = rows(manifest('strava', secretLine, 'redirect_url_override: null'));
		assert.deepEqual(row?.answers, {'redirect-url-override': empty});
	});

	test('of the details is read by the fields of the provider', () => {
		const [row] = rows(
			manifest(
				'fitbit',
				secretLine,
				'details:',
				'  fitbit:',
				'    workout_verify_token: {env: W}',
				'    sleep_verify_token: {env: S}',
				'    body_verify_token: {env: B}',
				'    foods_verify_token: null',
				'    is_hr_enabled: true',
			),
		);
		assert.deepEqual(row?.answers, {
			'details.fitbit.foods_verify_token': empty,
			'details.fitbit.is_hr_enabled': given(true),
		});
		assert.deepEqual(
			row?.secrets.map(({path}) => path.join('.')),
			[
				'client_secret',
				'details.fitbit.workout_verify_token',
				'details.fitbit.sleep_verify_token',
				'details.fitbit.body_verify_token',
			],
		);
	});

	test('that is needed is not cleared by a null around it either', () => {
		const found = problems(manifest('fitbit', secretLine, 'details: {fitbit: null}'));
		assert.equal(found.length, 3);
		assert.match(found[0] ?? '', /^8:23 credentials\[0\]\.details\.fitbit: .*cannot be cleared/);
	});

	test('may be a list of texts', () => {
		const [row] = rows(manifest('google_fit', secretLine, 'details: {data_scopes: [openid, email]}'));
		assert.deepEqual(row?.answers, {'details.data_scopes': given(['openid', 'email'])});
	});

	test('that the catalogue does not know is gathered, its secrets by reference', () => {
		const [row] = rows(
			manifest('polar', secretLine, 'details: {added: {deep: {file: x}, count: 2}, on: true}'),
		);
		assert.ok(row?.answers.details?.kind === 'given' && row.answers.details.value instanceof Secret);
		assert.deepEqual(jsonOf(row.answers.details.value), {added: {deep: null, count: 2}, on: true});
		assert.deepEqual(row.secrets[1]?.path, ['details', 'added', 'deep']);
		const [unknown] = rows(manifest('strava', secretLine, 'details: null'));
		assert.deepEqual(unknown?.answers, {details: empty});
	});
});

suite('what is wrong is told with its place', () => {
	const base = manifest('strava', 'client_id: "42"', secretLine);
	const cases: readonly (readonly [name: string, text: string, problem: RegExp])[] = [
		['nothing in it', '', /^1:1 : A manifest with these keys/],
		['no map', '- a', /^1:1 : A manifest with these keys/],
		['no version', base.replace('version: 1\n', ''), /^1:1 version: A manifest begins with version: 1/],
		['another version', base.replace('version: 1', 'version: 2'), /^1:10 version: /],
		['no credentials', 'version: 1', /^1:1 credentials: A list of credentials is needed/],
		['a wrong organization', `org: acme\n${base}`, /^1:6 org: It is the organization’s ID/],
		['an unknown key', `${base}\n    secret: x`, /^9:5 credentials\[0\]\.secret: Unknown key\. Known: team,/],
		['an unknown key at the top', `${base}\nother: x`, /^9:1 other: Unknown key/],
		['a key twice', `${base}\n    team: b`, /^9:5 credentials\[0\]\.team: This key stands here twice/],
		['no team', base.replace(/team: .*\n {4}/, ''), /^3:5 credentials\[0\]: team is needed/],
		[
			'another environment',
			base.replace('sandbox', 'staging'),
			/^4:10 credentials\[0\]\.env: It is sandbox or production/,
		],
		['another region', base.replace(': us', ': asia'), /^5:13 credentials\[0\]\.region: It is us or eu/],
		[
			'an unknown provider',
			base.replace('strava', 'stravva'),
			/^6:15 credentials\[0\]\.provider: .*The nearest: strava/,
		],
		[
			'no secret',
			base.replace(`\n    ${secretLine}`, ''),
			/^3:5 credentials\[0\]: client_secret is needed: a stored one cannot be read back/,
		],
		[
			'a cleared secret',
			base.replace('{env: STRAVA_SECRET}', 'null'),
			/^8:20 credentials\[0\]\.client_secret: Client secret is needed/,
		],
		[
			'two references',
			base.replace('{env: STRAVA_SECRET}', '{env: A, file: b}'),
			/^8:20 .*exactly one of them/,
		],
		['a bad variable', base.replace('STRAVA_SECRET', 'a-b'), /^8:20 .*name of an environment variable/],
		[
			'a cleared client ID',
			base.replace('"42"', 'null'),
			/^7:16 .*Client ID is needed and cannot be cleared/,
		],
		[
			'a bad address',
			`${base}\n    redirect_url_override: ftp://x`,
			/^9:28 .*give a full one, such as https:/,
		],
		['details that are no map', manifest('polar', secretLine, 'details: 3'), /^8:14 .*Details are a map/],
		[
			'cleared details that are needed',
			manifest('polar', secretLine, 'details: null'),
			/^8:14 .*Webhook secret is needed/,
		],
		[
			'yes for a yes-no',
			manifest('fitbit', secretLine, 'details: {fitbit: {is_hr_enabled: yes}}'),
			/It takes true or false/,
		],
		[
			'a number that would change',
			manifest('strava', secretLine, 'details: {a: 12345678901234567890}'),
			/would not arrive as it is written/,
		],
		[
			'a practice with a secret',
			manifest('freestyle_libre', 'client_id: p', secretLine),
			/^8:20 .*practice ID as client_id and nothing else/,
		],
		[
			'a number with a zero before it',
			manifest('strava', secretLine, 'details: {a: 0123}'),
			/^8:18 credentials\[0\]\.details\.a: .*would not arrive as it is written/,
		],
		[
			'a key of unknown details twice, however it is written',
			manifest('strava', secretLine, 'details: {1: 2, "1": 3}'),
			/^8:21 credentials\[0\]\.details\.1: This key stands here twice/,
		],
		[
			'a key that is no text',
			manifest('strava', secretLine, 'details: {[a]: 1}'),
			/^8:15 credentials\[0\]\.details\.\?: A key is one text/,
		],
		['a merge', `${base}\n  - <<: {}`, /^9:5 credentials\[1\]\.\?: Rows are not merged/],
		[
			'an alias inside of its own anchor',
			manifest('strava', secretLine, 'details: &d {a: {b: *d}}'),
			/This alias stands inside of what it names/,
		],
		['a tag', base.replace('"42"', '!!binary abcd'), /^7:25 .*Tags are not taken/],
		['an unknown alias', base.replace('"42"', '*x'), /^7:16 .*alias does not name/],
		['tabs', 'version: 1\ncredentials:\n\t- a: b', /^3:1 : Indent with spaces/],
		['an open bracket', 'version: 1\ncredentials: [', /^2:\d+ : .*not closed/],
		['two documents', `${base}\n---\n${base}`, /A manifest is one document/],
	];
	for (const [name, text, problem] of cases) {
		test(name, () => assert.match(problems(text)[0] ?? '', problem));
	}

	test('all at once, in the order of the file', () => {
		const found = problems('version: 2\ncredentials:\n  - env: x\n  - {team: a, env: sandbox, region: us}\n');
		assert.deepEqual(
			found.map(line => line.split(' ')[0]),
			['1:10', '3:5', '3:5', '3:5', '3:5', '3:10', '4:5', '4:5'],
		);
	});

	test('the same team and provider twice, by the line of the first', () => {
		const twice = `${base}\n${base.split('\n').slice(2).join('\n').replace(teamId, teamId.toUpperCase())}`;
		assert.match(
			problems(twice)[0] ?? '',
			/^9:5 credentials\[1\]: The same team and provider as the row in line 3\./,
		);
	});

	test('a row twice and a key twice, whatever else is wrong', () => {
		const other = base.split('\n').slice(2).join('\n');
		assert.deepEqual(
			problems(`${base.replace('"42"', 'true')}\n    env: eu\n${other}`).map(line => line.split(': ')[0]),
			['7:16 credentials[0].client_id', '9:5 credentials[0].env', '10:5 credentials[1]'],
		);
	});

	test('more rows than a manifest may have', () => {
		const many = `version: 1\ncredentials: [${'1,'.repeat(rowLimit)}1]`;
		assert.deepEqual(problems(many), [
			'2:14 credentials: A manifest has 10,000 rows at most. Divide it into several files.',
		]);
	});
});

suite('a literal secret', () => {
	const literal = manifest(
		'polar',
		`client_secret: ${JSON.stringify(secretText)}`,
		`details: {webhook_secret: ${JSON.stringify(detailSecretText)}}`,
	);

	test('is refused, and the allowing flag is named', () => {
		const found = problems(literal);
		assert.equal(found.length, 2);
		for (const problem of found) assert.match(problem, /--allow-literal-secrets/);
	});

	test('is sealed from the moment it is read, where it is allowed', () => {
		const meant = `${literal}\n    exact: [client_secret, details.webhook_secret]`;
		const [row] = rows(meant, {allowsLiteralSecrets: true});
		assertNoSecret(row);
		assert.ok(row?.answers['client-secret']?.kind === 'given');
		assert.ok(row.answers['client-secret'].value instanceof Secret);
		assert.ok(row.answers['client-secret'].value.is(secretText));
	});

	for (const [text, said] of [
		[' a', /White space stands around it, first a space/],
		['a\\n', /white space at its end/],
		['a\\nb', /several lines, the first of which ends at position 2/],
		[' ', /nothing else/],
		['<YOUR_SECRET>', /angle brackets/],
		['changeme', /words of a program or of an example/],
		['abcd****wxyz', /A part is hidden/],
		["'quoted'", /quotes/],
	] as const)
		test(`that looks like something else is refused all the same: ${text}`, () => {
			const found = problems(manifest('strava', `client_secret: "${text}"`), {allowsLiteralSecrets: true});
			assert.match(found[0] ?? '', said);
		});

	test('is never repeated, wherever in the file it stands', () => {
		const canary = 'canary s3cr3t';
		const texts = [
			canary,
			`${canary}: 1`,
			`version: 1\n${canary}: x`,
			`version: ${canary}`,
			`org: ${canary}`,
			manifest(canary),
			manifest('strava', `client_secret: ${canary}`),
			manifest('strava', `client_secret: {${canary}: x}`),
			manifest('strava', `client_secret: {env: "${canary}"}`),
			manifest('strava', `${canary}: x`),
			manifest('strava', secretLine, `details: {"${canary}": "${canary}"}`),
			manifest('strava', secretLine, `details: "${canary}"`),
			manifest('strava', secretLine, `redirect_url_override: "${canary}"`),
			manifest('strava', secretLine, `client_id: " ${canary}"`),
			manifest('strava', secretLine, `client_id: "${canary}`),
			manifest('strava', secretLine, `client_id: *${canary}`),
			manifest('strava', secretLine, `client_id: !${canary} x`),
			manifest('strava', `# ${canary}`, 'client_secret: ['),
			`%${canary}\n---\na`,
		];
		for (const text of texts) assert.doesNotMatch(problems(text).join('\n'), /canary|s3cr3t/, text);
	});
});

test('a provider that the catalogue lacks is taken where that is allowed', () => {
	assert.equal(
		rows(manifest('brand_new', secretLine), {allowsUnknownProviders: true})[0]?.provider,
		'brand_new',
	);
	for (const slug of ['Brand', 'a b', 'x'.repeat(61)])
		problems(manifest(slug, secretLine), {allowsUnknownProviders: true});
});

suite('a text that is doubted', () => {
	const lines = ['client_id: $STRAVA_ID', secretLine, 'redirect_url_override: https://a.example/callback.'];

	test('is refused, all of a row at once, with what would take it as it is', () => {
		const found = problems(manifest('strava', ...lines));
		assert.equal(found.length, 2);
		assert.match(
			found[0] ?? '',
			/client_id: It says where the value is.*add exact: \[client_id\] to its row\.$/,
		);
		assert.match(found[1] ?? '', /redirect_url_override: A sentence seems to end at position 27/);
	});

	test('is taken as it is where the row says so', () => {
		const exact = 'exact: [client_id, redirect_url_override]';
		const [row] = rows(manifest('strava', ...lines, exact));
		assert.deepEqual(row?.answers['client-id'], given('$STRAVA_ID'));
		assert.deepEqual(row?.answers['redirect-url-override'], given('https://a.example/callback.'));
	});
});

suite('exact', () => {
	test('names fields that are taken as they come, by the names of the API or of flags', () => {
		const names = '[client_secret, client-id, details.other]';
		const [row] = rows(manifest('strava', secretLine, `exact: ${names}`));
		assert.deepEqual(row?.exact, ['client-secret', 'client-id', 'details.other']);
	});

	for (const written of ['client_secret', '[canary]', '[team]', '{client_id: true}', '[details]', '[1]']) {
		test(`is a list of such names, and not ${written}`, () => {
			const [problem = ''] = problems(manifest('strava', secretLine, `exact: ${written}`));
			assert.match(problem, /credentials\[0\]\.exact.*exact is a list of these: client_id, client_secret, /);
			assert.doesNotMatch(problem, /canary/);
		});
	}
});
