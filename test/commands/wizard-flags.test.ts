import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {readWizardFlags} from '../../source/commands/flags/wizard-flags.ts';
import {organizationId} from '../support/credentials.ts';
import {empty, given} from '../support/play.ts';

function launch(...argv: readonly string[]) {
	const flags = readWizardFlags(argv, today);
	assert.ok(flags.ok, JSON.stringify(flags));
	return {preset: flags.preset, launch: flags.launch};
}

function problems(...argv: readonly string[]): readonly string[] {
	const flags = readWizardFlags(argv, today);
	assert.ok(!flags.ok, 'There is no problem.');
	return flags.problems;
}

const today = new Date('2026-03-04T12:00:00Z');

const organization = {id: organizationId, isDemo: false};
const junction = {generation: 'junction', url: 'https://api.management.junction.com'} as const;

suite('a flag', () => {
	const presets: readonly (readonly [argv: string, preset: object])[] = [
		['', {}],
		[`--org ${organizationId}`, {organization}],
		[`--org=${organizationId.toUpperCase()}`, {organization}],
		['--env sandbox', {environment: 'sandbox'}],
		['--region eu', {region: 'eu'}],
		['--provider strava', {provider: {slug: 'strava'}}],
		['--provider strava --client-id 42', {provider: {slug: 'strava'}, 'client-id': given('42')}],
		['--client-id 42', {'client-id': given('42')}],
		['--redirect-url-override https://a.example/b', {'redirect-url-override': given('https://a.example/b')}],
		['--redirect-url-override=', {'redirect-url-override': empty}],
		['--no-color', {}],
		[`--org ${organizationId} --api junction`, {organization: {...organization, api: junction}}],
		[
			`--org ${organizationId} --api junction --api-url https://api.example.com/`,
			{organization: {...organization, api: {...junction, url: 'https://api.example.com'}}},
		],
	];
	for (const [argv, preset] of presets) {
		test(`answers in advance: ${argv || 'none'}`, () => {
			assert.deepEqual(launch(...words(argv)).preset, preset);
		});
	}

	test('for the team is a name or an ID, to be found in the list', () => {
		assert.deepEqual(launch('--team', 'Night Runners'), {preset: {}, launch: {team: 'Night Runners'}});
	});

	test('for the API settles where the key is sent', () => {
		assert.deepEqual(launch('--api', 'vital').launch, {generation: 'vital'});
		assert.deepEqual(launch('--api-url', 'http://127.0.0.1:1/').launch, {apiUrl: 'http://127.0.0.1:1'});
	});

	test('for a provider that own OAuth is not for is asked about before it counts', () => {
		assert.deepEqual(launch('--provider', 'peloton'), {preset: {}, launch: {provider: 'peloton'}});
	});

	test('for a provider that has ended is asked about as well, and not before its day is over', () => {
		const on = (day: string) =>
			readWizardFlags(['--provider', 'fitbit', '--client-id', '23QF7K'], new Date(day));
		const fields = {'client-id': {kind: 'given', value: '23QF7K'}};
		const read = (day: string) => {
			const flags = on(day);
			assert.ok(flags.ok);
			return {preset: flags.preset, launch: flags.launch};
		};
		const answered = {preset: {provider: {slug: 'fitbit'}, ...fields}, launch: {}};
		assert.deepEqual(read('2026-11-02T23:59:59Z'), answered);
		assert.deepEqual(read('2026-11-03T00:00:00Z'), {preset: fields, launch: {provider: 'fitbit'}});
	});

	test('with a final line break loses it, and says so', () => {
		const {preset} = launch('--client-id', '42\n');
		assert.deepEqual(preset['client-id'], {...given('42'), note: 'The line break at its end was removed.'});
	});

	test('that is doubted is taken as it is where that is said', () => {
		const {preset} = launch('--client-id', ' <42> ', '--exact', 'client_id');
		assert.deepEqual(preset['client-id'], given(' <42> '));
	});
});

suite('what is wrong with flags', () => {
	const rows: readonly (readonly [argv: string, problem: RegExp])[] = [
		['--org acme', /^--org takes the organization’s ID/],
		['--env staging', /^--env takes sandbox or production\.$/],
		['--region asia', /^--region takes us or eu\.$/],
		['--api v2', /^--api takes vital or junction\.$/],
		['--api-url http://api.example.com', /^--api-url takes an https address/],
		['--provider stravva', /^--provider takes .*the nearest: strava/],
		[
			'--provider qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
			/^--provider takes one .* such as strava or google_health\.$/,
		],
		['--provider=', /^--provider takes one/],
		['--client-id=', /^--client-id: A value is needed\.$/],
		['--redirect-url-override http://a.example', /^--redirect-url-override: The address is not encrypted/],
		['--client-id "42"', /^--client-id: It is wrapped in quotes: .*2 characters.*add --exact client-id\.$/],
		['--exact canary', /^--exact takes the name of a field, one of: client_id, client_secret, /],
		[
			'--provider freestyle_libre --redirect-url-override https://a.example',
			/FreeStyle Libre takes a practice ID and nothing else/,
		],
		['--json', /^--json is for commands without prompts/],
		['--client-secret=canary', /^The wizard asks for the client secret, masked\. No flag takes a secret/],
		['--client-secret canary', /No flag takes a secret/],
		['--client-secret-stdin', /No flag takes a secret/],
		['--organisation canary', /^byoo has no flag --organisation\. Did you mean --org\?$/],
		['canary', /^The 1st word after byoo is one too many: it takes its flags alone\. The commands are set, /],
		[
			'--env sandbox —canary x',
			/^The 3rd word after byoo begins with a dash: a program replaced the hyphens/,
		],
		['–canary', /^The 1st word after byoo begins with a dash.* Type -- in its place\.$/],
		['-- canary', /^The 2nd word after byoo is one too many/],
		['--org', /^--org needs its value: --org ID\./],
		['--org --env', /^What follows --org begins with a hyphen, like a flag/],
		['--no-color=yes', /^--no-color takes no value/],
	];
	for (const [argv, problem] of rows) {
		test(`is said: ${argv}`, () => {
			const found = problems(...words(argv));
			assert.equal(found.length, 1);
			assert.match(found[0] ?? '', problem);
		});
	}

	test('is said all at once', () => {
		const flags = ['--org', '--env', '--region', '--api', '--api-url', '--provider', '--client-id'];
		const found = problems(...flags.map(flag => `${flag}= `));
		assert.deepEqual(found.map(problem => /^--[a-z-]+/.exec(problem)?.[0]).sort(), flags.toSorted());
	});

	test('never repeats what was typed', () => {
		const flag = fc.constantFrom(
			'--org',
			'--env',
			'--region',
			'--api',
			'--api-url',
			'--provider',
			'--client-id',
			'--redirect-url-override',
			'--client-secret',
			'--unheard-of',
			'',
		);
		const value = fc.string().map(text => `\u0000canary${text}`);
		fc.assert(
			fc.property(fc.array(fc.tuple(flag, value), {minLength: 1, maxLength: 4}), pairs => {
				const argv = pairs.map(([name, text]) => (name === '' ? text : `${name}=${text}`));
				assert.doesNotMatch(problems(...argv).join('\n'), /canary/);
			}),
		);
	});
});

const words = (argv: string): readonly string[] => argv.split(' ').filter(word => word !== '');
