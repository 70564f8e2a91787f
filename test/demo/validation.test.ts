import assert from 'node:assert/strict';
import test from 'node:test';
import {haldenMoss} from '../../source/demo/seed-organizations.ts';
import {type Asking, credentialsPath, refusedIn, secret, startAsking, teamIn} from './ask.ts';

const path = credentialsPath('sandbox', 'us');
const unknownTeam = '00000000-0000-4000-8000-000000000000';

/** Saves a valid credential with these changes, and gives the places that were refused. */
async function refusedPlaces({ask, demo}: Asking, changes: object): Promise<readonly string[]> {
	const body = {
		team_id: teamIn(demo, 'us').id,
		provider: 'oura',
		client_id: 'mine',
		client_secret: secret,
		...changes,
	};
	const answered = await ask('POST', path, body);
	return answered.status === 422 ? refusedIn(answered).map(({loc, type}) => `${loc.join('.')} ${type}`) : [];
}

test('a refusal echoes the input, even the whole body with its secret', async t => {
	const {ask} = await startAsking(t);
	const body = {provider: 'oura', client_id: 'mine', client_secret: secret};
	const answered = await ask('POST', path, body);
	assert.equal(answered.status, 422);
	assert.deepEqual(answered.json, {
		detail: [{type: 'missing', loc: ['body', 'team_id'], msg: 'Field required', input: body}],
	});
});

test('values of the wrong kind are refused, each at its place, and nothing is stored', async t => {
	const asking = await startAsking(t);
	const before = asking.demo.stored();
	const places = await refusedPlaces(asking, {
		team_id: 'team',
		provider: 'unheard_of',
		client_id: 7,
		client_secret: '',
		details: 'none',
		redirect_url_override: 'connect',
	});
	assert.deepEqual(places, [
		'body.team_id uuid_parsing',
		'body.provider enum',
		'body.client_id string_type',
		'body.client_secret string_too_short',
		'body.details dict_type',
		'body.redirect_url_override url_parsing',
	]);
	assert.deepEqual(asking.demo.stored(), before);
});

test('an address that no browser opens is no redirect URL override', async t => {
	const asking = await startAsking(t);
	const places = await refusedPlaces(asking, {redirect_url_override: 'ftp://example.com'});
	assert.deepEqual(places, ['body.redirect_url_override url_scheme']);
});

test('a body that is not JSON, or not an object, is refused', async t => {
	const {ask} = await startAsking(t);
	assert.equal(refusedIn(await ask('POST', path, '{"client_secret": "oops'))[0]?.type, 'json_invalid');
	assert.equal(refusedIn(await ask('POST', path, ''))[0]?.type, 'json_invalid');
	assert.equal(refusedIn(await ask('POST', path, '[]'))[0]?.type, 'dict_type');
});

test('names that every object has are no fields', async t => {
	const {ask, demo} = await startAsking(t);
	const body = `{"team_id": "${teamIn(demo, 'us').id}", "provider": "oura", "constructor": 1, "__proto__": 2}`;
	assert.equal((await ask('POST', path, body)).status, 200);
});

test('a body of more than 1 MB is refused with 413', async t => {
	const {ask, demo} = await startAsking(t);
	const body = {team_id: teamIn(demo, 'us').id, provider: 'oura', client_id: 'x'.repeat(1024 * 1024)};
	assert.equal((await ask('POST', path, body)).status, 413);
});

test('a team that is unknown, or of the other organization, is refused', async t => {
	const asking = await startAsking(t);
	const foreign = asking.demo.teams.find(({organizationId}) => organizationId === haldenMoss.id);
	assert.deepEqual(await refusedPlaces(asking, {team_id: unknownTeam}), ['body.team_id value_error']);
	assert.deepEqual(await refusedPlaces(asking, {team_id: foreign?.id}), ['body.team_id value_error']);
});

test('a team of the other region is refused with the right region', async t => {
	const {ask, demo} = await startAsking(t);
	const body = {team_id: teamIn(demo, 'eu').id, provider: 'oura', client_id: 'a', client_secret: 'b'};
	const answered = await ask('POST', path, body);
	assert.equal(answered.status, 422);
	assert.deepEqual(refusedIn(answered)[0]?.loc, ['body', 'team_id']);
	assert.match(refusedIn(answered)[0]?.msg ?? '', /region eu, not in us/);
});

test('a practice binding takes the practice ID and nothing else', async t => {
	const asking = await startAsking(t);
	const practice = {provider: 'freestyle_libre', client_id: 'PRACTICE-1', client_secret: null, details: null};
	assert.deepEqual(await refusedPlaces(asking, practice), []);
	assert.equal(asking.demo.stored().find(row => row.provider === 'freestyle_libre')?.clientSecretHash, null);
	const places = await refusedPlaces(asking, {
		provider: 'freestyle_libre',
		client_id: null,
		details: {},
		redirect_url_override: 'https://example.com',
	});
	assert.deepEqual(places, [
		'body.client_id value_error',
		'body.client_secret value_error',
		'body.details value_error',
		'body.redirect_url_override value_error',
	]);
});

const tokens = {workout_verify_token: 'a', sleep_verify_token: 'b', body_verify_token: 'c'};
const project = {project_number: '1', service_account_email: 'a@b.iam.gserviceaccount.com'};

const accepted = [
	['fitbit', {fitbit: tokens}],
	['fitbit', {fitbit: {...tokens, foods_verify_token: 'd', is_hr_enabled: false}}],
	['fitbit', null],
	['google_health', project],
	['google_fit', {redirect_uri: 'https://example.com', data_scopes: ['a', 'b']}],
	['polar', {webhook_secret: 'x'}],
	['my_fitness_pal_v2', {client: 'x'}],
	['oura', {anything: [1, {goes: null}]}],
] as const;

for (const [provider, details] of accepted) {
	test(`${provider} accepts ${JSON.stringify(details)}`, async t => {
		const asking = await startAsking(t);
		assert.deepEqual(await refusedPlaces(asking, {provider, details}), []);
	});
}

const refused = [
	['fitbit', {}, ['FitbitTeamProviderDetails.fitbit missing']],
	[
		'fitbit',
		{fitbit: {...tokens, body_verify_token: '', foods_verify_token: 1, is_hr_enabled: 'yes'}},
		[
			'FitbitTeamProviderDetails.fitbit.body_verify_token string_too_short',
			'FitbitTeamProviderDetails.fitbit.foods_verify_token string_type',
			'FitbitTeamProviderDetails.fitbit.is_hr_enabled bool_type',
		],
	],
	[
		'google_health',
		{project_number: '1', projectNumber: '1'},
		[
			'GoogleHealthTeamProviderDetails.service_account_email missing',
			'GoogleHealthTeamProviderDetails.projectNumber extra_forbidden',
		],
	],
	[
		'google_fit',
		{redirect_uri: 'https://example.com', data_scopes: ['a', 2]},
		['GoogleFitTeamProviderDetails.data_scopes.1 string_type'],
	],
	[
		'google_fit',
		{redirect_uri: 'x', data_scopes: 'a'},
		['GoogleFitTeamProviderDetails.data_scopes list_type'],
	],
	['polar', {webhook_secret: 1}, ['PolarTeamProviderDetails.webhook_secret string_type']],
	['my_fitness_pal_v2', {}, ['MyFitnessPalV2TeamProviderDetails.client missing']],
] as const;

for (const [provider, details, places] of refused) {
	test(`${provider} refuses ${JSON.stringify(details)}`, async t => {
		const asking = await startAsking(t);
		const expected = places.map(place => `body.details.${place}`);
		assert.deepEqual(await refusedPlaces(asking, {provider, details}), expected);
	});
}
