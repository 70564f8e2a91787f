import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {commandFor} from '../../source/output/command.ts';
import {assertNoSecret, organizationId, teamId} from '../support/credentials.ts';
import {answersWith, handOffFor} from '../support/hand-offs.ts';
import {empty, given, keyAnswer, organizationAnswer} from '../support/play.ts';

const lines = (...parts: readonly string[]): string => parts.join(' \\\n  ');

const target = (slug: string): readonly string[] => [
	`--org ${organizationId}`,
	'--env sandbox',
	'--region us',
	`--team ${teamId}`,
	`--provider ${slug}`,
];

suite('the command', () => {
	test('names the target and what was answered, a flag a line', () => {
		const handOff = handOffFor(
			answersWith('google_health', '42', {'redirect-url-override': given('https://a.example/b')}),
		);
		assert.equal(
			commandFor(handOff),
			lines(
				'byoo',
				...target('google_health'),
				'--client-id 42',
				"--detail 'project_number=42'",
				"--detail 'service_account_email=42'",
				'--redirect-url-override https://a.example/b',
				'--api junction',
			),
		);
	});

	test('ties a value that begins with a dash to its flag', () => {
		const command = commandFor(handOffFor(answersWith('strava', '-x y')));
		assert.ok(command.includes("'--client-id=-x y'"), command);
	});

	test('leaves out what was left empty', () => {
		const command = commandFor(handOffFor(answersWith('strava', '42', {'redirect-url-override': empty})));
		assert.doesNotMatch(command, /--redirect-url-override|--detail/);
	});

	test('says a no as well as a yes', () => {
		for (const isEnabled of [true, false]) {
			const answers = answersWith('fitbit', '42', {'details.fitbit.is_hr_enabled': given(isEnabled)});
			const command = commandFor(handOffFor(answers));
			assert.ok(command.includes(`--detail 'fitbit.is_hr_enabled=${isEnabled}'`), command);
		}
	});

	test('leaves a list to be asked again that its commas would split otherwise', () => {
		const answers = answersWith('google_fit', '42', {'details.data_scopes': given(['a,b', 'c'])});
		assert.doesNotMatch(commandFor(handOffFor(answers)), /data_scopes/);
	});

	test('names another address than the API’s own, and only then', () => {
		assert.doesNotMatch(commandFor(handOffFor(answersWith('strava', '42'))), /--api-url/);
		const key = keyAnswer({generation: 'vital', url: 'https://api.example.com/management'});
		const command = commandFor(handOffFor(answersWith('strava', '42', {'organization-key': key})));
		assert.ok(
			command.endsWith(lines('--api vital', '--api-url https://api.example.com/management')),
			command,
		);
	});

	test('of a demo is run on a demo, whose address is another each time', () => {
		const organization = {...organizationAnswer, isDemo: true};
		const key = keyAnswer({url: 'http://127.0.0.1:4000'});
		const answers = answersWith('strava', '42', {organization, 'organization-key': key});
		const command = commandFor(handOffFor(answers));
		assert.ok(command.startsWith(lines('byoo demo', '--org')), command);
		assert.doesNotMatch(command, /--api|127\.0\.0\.1/);
	});

	test('allows a provider that the catalogue lacks, and says nothing of its details', () => {
		const command = commandFor(handOffFor(answersWith('brand_new', '42')));
		assert.ok(command.endsWith(' --allow-unknown-provider'), command);
		assert.doesNotMatch(command, /--detail|hook|tokens/);
		assertNoSecret(command);
	});
});
