import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {readWizardFlags} from '../../source/commands/flags/wizard-flags.ts';
import {providers} from '../../source/domain/providers/catalogue.ts';
import {empty, given} from '../support/play.ts';

const today = new Date('2026-03-04T12:00:00Z');

const flagsFor = (slug: string, details: readonly string[]): readonly string[] => [
	'--provider',
	slug,
	...details.map(detail => `--detail=${detail}`),
];

function preset(slug: string, ...details: readonly string[]) {
	const flags = readWizardFlags(flagsFor(slug, details), today);
	assert.ok(flags.ok, JSON.stringify(flags));
	const {provider: _, ...fields} = flags.preset;
	return fields;
}

function problems(argv: readonly string[]): readonly string[] {
	const flags = readWizardFlags(argv, today);
	assert.ok(!flags.ok, 'There is no problem.');
	return flags.problems;
}

suite('--detail', () => {
	test('answers a field by its path', () => {
		assert.deepEqual(preset('google_health', 'project_number=123', 'service_account_email=a@b.example'), {
			'details.project_number': given('123'),
			'details.service_account_email': given('a@b.example'),
		});
	});

	test('takes everything after the first equals sign as the value', () => {
		const address = 'https://a.example/?b=c=d';
		assert.deepEqual(preset('google_fit', `redirect_uri=${address}`), {
			'details.redirect_uri': given(address),
		});
	});

	test('takes true and false for yes and no, and nothing for what is optional', () => {
		const id = 'details.fitbit.is_hr_enabled';
		for (const [text, answer] of [
			['true', given(true)],
			['false', given(false)],
			['', empty],
		] as const) {
			assert.deepEqual(preset('fitbit', `fitbit.is_hr_enabled=${text}`), {[id]: answer});
		}
	});

	test('takes a list with commas, repeated, or both', () => {
		const lists = [
			['data_scopes=openid,email,a.b'],
			['data_scopes=openid', 'data_scopes=email', 'data_scopes=a.b'],
			['data_scopes= openid ,, email', 'data_scopes=a.b,'],
		];
		for (const list of lists) {
			assert.deepEqual(preset('google_fit', ...list), {
				'details.data_scopes': given(['openid', 'email', 'a.b']),
			});
		}
	});

	test('takes a value as it is where that is said', () => {
		const argv = [...flagsFor('my_fitness_pal_v2', ['client= x ']), '--exact', 'details.client'];
		const flags = readWizardFlags(argv, today);
		assert.ok(flags.ok);
		assert.deepEqual(flags.preset['details.client'], given(' x '));
	});
});

suite('what is wrong with --detail', () => {
	const rows: readonly (readonly [argv: readonly string[], problem: RegExp])[] = [
		[['--detail', 'project_number=1'], /^--detail needs --provider/],
		[flagsFor('google_health', ['canary=1']), /takes one of these for Google Health: project_number=…, serv/],
		[flagsFor('google_health', ['project_number']), /project_number=…/],
		[flagsFor('google_health', ['details.project_number=1']), /project_number=…/],
		[flagsFor('google_health', ['=canary']), /project_number=…/],
		[flagsFor('google_health', ['']), /project_number=…/],
		[flagsFor('google_health', ['project_number=']), /^--detail project_number: A value is needed\.$/],
		[
			flagsFor('google_health', ['project_number=canary', 'project_number=2']),
			/^--detail project_number: It is given more than once\.$/,
		],
		[
			flagsFor('google_fit', ['redirect_uri=http://canary.example']),
			/^--detail redirect_uri: The address is not encrypted/,
		],
		[flagsFor('my_fitness_pal_v2', ['client= canary ']), /^--detail client: White space stands around it/],
		[flagsFor('google_fit', ['data_scopes=canary 1,x']), /^--detail data_scopes: There is a space/],
		[flagsFor('google_fit', ['data_scopes= , ']), /^--detail data_scopes: Choose at least one\.$/],
		[flagsFor('fitbit', ['fitbit.is_hr_enabled=canary']), /is_hr_enabled: It takes true or false\.$/],
		[flagsFor('fitbit', ['is_hr_enabled=true']), /for Fitbit: fitbit\.is_hr_enabled=…\.$/],
		[flagsFor('strava', ['canary=1']), /^--detail does not apply: Strava has no details/],
		[flagsFor('freestyle_libre', ['canary=1']), /^--detail does not apply: FreeStyle Libre has no details/],
		[flagsFor('peloton', ['canary=1']), /^--detail does not apply: Peloton has no details/],
		[
			['--allow-unknown-provider', ...flagsFor('canary_1', ['canary=1'])],
			/^--detail does not apply: this provider has no details/,
		],
		[flagsFor('strawa', ['canary=1']), /^--provider takes one/],
		[['--report='], /^--report takes the name of a file\.$/],
	];
	for (const [argv, problem] of rows) {
		test(`is said: ${argv.join(' ')}`, () => {
			const found = problems(argv);
			assert.equal(found.length, 1, found.join('\n'));
			assert.match(found[0] ?? '', problem);
			assert.doesNotMatch(found[0] ?? '', /canary/);
		});
	}

	test('is any secret field, whose value is not repeated and which is asked for', () => {
		const secrets = providers.flatMap(({slug, details}) =>
			details.filter(({kind}) => kind === 'secret').map(({path}) => ({slug, path: path.slice(1).join('.')})),
		);
		assert.equal(secrets.length, 5);
		for (const {slug, path} of secrets) {
			for (const detail of [`${path}=canary`, `${path}=`, path]) {
				assert.deepEqual(problems(flagsFor(slug, [detail])), [
					`--detail cannot take ${path}: it is a secret. The wizard asks for it, masked; byoo set takes it by --details-file.`,
				]);
			}
		}
	});

	test('never repeats what was typed', () => {
		const paths = providers.flatMap(({details}) => details.map(({path}) => path.slice(1).join('.')));
		fc.assert(
			fc.property(
				fc.constantFrom(...providers.map(({slug}) => slug)),
				fc.constantFrom(...paths, '\u0000canary'),
				fc.string().map(text => `\u0000canary${text}`),
				(slug, path, text) => {
					assert.doesNotMatch(problems(flagsFor(slug, [`${path}=${text}`])).join('\n'), /canary/);
				},
			),
		);
	});
});

test('--present and --report are settled before the first screen', () => {
	const flags = readWizardFlags(['--present', '--report', 'a b.md'], today);
	assert.ok(flags.ok);
	assert.deepEqual([flags.preset, flags.launch], [{}, {isPresenting: true, reportFile: 'a b.md'}]);
});
