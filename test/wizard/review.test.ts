import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Secret} from '../../source/domain/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {reviewLines, reviewWarnings, trailLines} from '../../source/wizard/review.ts';
import {confirmationFor, isConfirmedBy} from '../../source/wizard/submission.ts';
import {assertNoSecret, organizationId, secretText, teamId} from '../support/credentials.ts';
import {fieldAnswers} from '../support/field-answers.ts';
import {empty, given, keyAnswer, targetAnswers} from '../support/play.ts';

const answersFor = (slug: string, changes: Answers = {}): Answers => ({
	...targetAnswers(slug),
	...fieldAnswers(slug),
	...changes,
});

const line = (id: string, answers: Answers) => {
	const found = reviewLines(answers).find(candidate => candidate.id === id);
	assert.ok(found, `There is no line ${id}.`);
	return found;
};

suite('a line of review', () => {
	test('stands for each answer, in the order of the steps', () => {
		const register = {
			steps: [{type: 'webhook_uri', key: 'url', value: 'https://a.example', description: ''}],
		};
		const answers = answersFor('polar', {register});
		const ids = ['organization', 'organization-key', 'environment', 'region', 'team', 'provider', 'register'];
		assert.deepEqual(
			reviewLines(answers).map(({id}) => id),
			[...ids, 'client-id', 'client-secret', 'details.webhook_secret', 'redirect-url-override'],
		);
	});

	test('says how far the steps at the portal are', () => {
		const shown = (register: NonNullable<Answers['register']>) =>
			line('register', answersFor('polar', {register})).value;
		assert.equal(shown({steps: [], progress: {done: 3, of: 7}}), '3 of 7 steps done');
		assert.equal(shown({steps: [], progress: {done: 7, of: 7}}), 'all 7 steps done');
	});

	test('names organization and team with their IDs', () => {
		assert.equal(line('organization', answersFor('strava')).value, `Acme (${organizationId})`);
		assert.equal(line('team', answersFor('strava', {team: {id: teamId}})).value, teamId);
	});

	test('cleans what a server named', () => {
		const team = {id: teamId, name: '\u001b[2JRun\u202eners\n'};
		assert.equal(line('team', answersFor('strava', {team})).value, `Runners (${teamId})`);
	});

	test('shows no secret, not even in its notes', () => {
		const secret = given(new Secret(secretText));
		const lines = reviewLines(
			answersFor('polar', {'client-secret': secret, 'details.webhook_secret': secret}),
		);
		assertNoSecret(lines);
		assert.match(lines.find(({id}) => id === 'client-secret')?.notes.join() ?? '', /usually/);
	});

	test('shows only the keys of details of unknown shape', () => {
		const {value} = line(
			'details',
			answersFor('strava', {details: given(new Secret(JSON.stringify({token: secretText, level: 1})))}),
		);
		assert.equal(value, 'token, level');
	});

	test('says each kind of value in words', () => {
		const fitbit = answersFor('fitbit', {'details.fitbit.is_hr_enabled': given(false)});
		assert.equal(line('details.fitbit.is_hr_enabled', fitbit).value, 'no');
		const scopes = given(['openid', 'email']);
		assert.equal(
			line('details.data_scopes', answersFor('google_fit', {'details.data_scopes': scopes})).value,
			'openid, email',
		);
		assert.equal(
			line('redirect-url-override', answersFor('strava', {'redirect-url-override': empty})).value,
			'none',
		);
	});

	test('tells what was done to a value, and what the API said of the key', () => {
		const clientId = {...given('42'), note: 'White space around it was removed.'};
		const answers = answersFor('strava', {
			'client-id': clientId,
			'organization-key': keyAnswer({note: 'It ends soon.'}),
		});
		assert.deepEqual(line('client-id', answers).notes, ['White space around it was removed.']);
		assert.deepEqual(line('organization-key', answers).notes, ['It ends soon.']);
	});

	test('is not in the trail for details that nobody was asked for', () => {
		const isShown = (answers: Answers) => trailLines(answers).some(({id}) => id === 'details');
		assert.equal(isShown(answersFor('strava', {details: empty})), false);
		assert.equal(isShown(answersFor('strava', {details: given(new Secret('{"a": 1}'))})), true);
	});
});

suite('review warns', () => {
	const today = new Date('2026-03-04T12:00:00Z');
	const warnings = (slug: string, changes: Answers) =>
		reviewWarnings(answersFor(slug, changes), today).join('\n');

	test('of an empty override for Google in production only', () => {
		const bare = {'redirect-url-override': empty};
		assert.match(warnings('google_health', {...bare, environment: 'production'}), /./);
		assert.equal(warnings('google_health', {...bare, environment: 'sandbox'}), '');
		assert.equal(warnings('google_health', {environment: 'production'}), '');
		assert.equal(warnings('strava', {...bare, environment: 'production'}), '');
	});

	test('of a provider that own OAuth is not for, or that nobody knows', () => {
		assert.match(warnings('peloton', {}), /Peloton/);
		assert.match(warnings('newer_than_the_catalogue', {}), /catalogue/);
	});

	test('of a provider that is being retired', () => {
		assert.match(warnings('fitbit', {}), /^Fitbit ends on 2 November 2026\./);
	});

	test('of a provider that has ended', () => {
		const over = reviewWarnings(answersFor('fitbit', {}), new Date('2026-11-03T00:00:00Z')).join('\n');
		assert.match(over, /^Fitbit ended on 2 November 2026\. .*Set up Google Health instead/);
	});
});

suite('the confirmation of production', () => {
	const production = (name?: string): Answers => ({
		environment: 'production',
		team: {id: teamId, ...(name === undefined ? {} : {name})},
	});

	test('is nothing in sandbox', () => {
		const answers = targetAnswers('strava');
		assert.equal(confirmationFor(answers), undefined);
		assert.equal(isConfirmedBy(answers, 'anything'), true);
	});

	test('is the team’s name in any case, with white space around it', () => {
		for (const typed of ['Night Runners', ' night runners ', 'NIGHT RUNNERS']) {
			assert.equal(isConfirmedBy(production('Night Runners'), typed), true, typed);
		}
		for (const typed of ['', 'Night', 'Night  Runners', teamId.slice(-6)]) {
			assert.equal(isConfirmedBy(production('Night Runners'), typed), false, typed);
		}
	});

	for (const name of [
		undefined,
		'',
		' ',
		'Läufer',
		'走る人',
		'a'.repeat(41),
		'two  spaces',
		'a\u200bb',
		'tab\there',
	]) {
		test(`is the end of the team’s ID where the name is ${JSON.stringify(name)}`, () => {
			assert.equal(confirmationFor(production(name))?.text, teamId.slice(-6));
			assert.equal(isConfirmedBy(production(name), teamId.slice(-6).toUpperCase()), true);
			assert.equal(isConfirmedBy(production(name), ''), false);
		});
	}
});
