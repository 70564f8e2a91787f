import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {JsonObject} from '../../source/domain/credential.ts';
import {credentialJson, listLines} from '../../source/output/credential-list.ts';
import {jsonDocument} from '../../source/output/json.ts';
import {assertNoSecret, detailSecretText, firstTime, teamId} from '../support/credentials.ts';
import {assertLines, hostile, marigoldId, now, ofMarigold, placed, plain, wide, widths} from './placed.ts';

const credentials = [
	placed({provider: 'withings', redirect_url_override: 'https://connect.acme.example/back?a=b'}),
	placed({client_id: null, updatedAt: '2026-03-10T07:00:00Z'}),
	ofMarigold({provider: 'google_health', client_id: '123-abc.apps.googleusercontent.com'}),
];

suite('the list', () => {
	test('is by team and provider, with the age and where the override goes', () => {
		assert.deepEqual(listLines(credentials, wide), [
			'TEAM                 PROVIDER       CLIENT ID                           UPDATED      OVERRIDE',
			'Marigold Cardiology  google_health  123-abc.apps.googleusercontent.com  3 days ago   –',
			'Runners              strava         –                                   5 hours ago  –',
			'Runners              withings       12345                               3 days ago   connect.acme.example',
		]);
	});

	test('gives up of its widest columns in 80 columns, never of the provider', () => {
		assert.deepEqual(listLines(credentials, {...wide, width: 80}), [
			'TEAM              PROVIDER       CLIENT ID         UPDATED      OVERRIDE',
			'Marigold Cardio…  google_health  123-abc.apps.go…  3 days ago   –',
			'Runners           strava         –                 5 hours ago  –',
			'Runners           withings       12345             3 days ago   connect.acme.ex…',
		]);
	});

	test('is a line for each value in 40 columns', () => {
		assert.deepEqual(listLines(credentials.slice(2), {...wide, width: 40}), [
			'TEAM: Marigold Cardiology',
			'PROVIDER: google_health',
			'CLIENT ID: 123-abc.apps.googleuserconte…',
			'UPDATED: 3 days ago',
			'OVERRIDE: –',
		]);
	});

	test('has exact times, whole addresses and the team’s ID where it is plain', () => {
		assert.deepEqual(listLines(credentials, plain), [
			`Marigold Cardiology\tgoogle_health\t123-abc.apps.googleusercontent.com\t2026-03-07T10:00:00Z\t–\t${marigoldId}`,
			`Runners\tstrava\t–\t2026-03-10T07:00:00Z\t–\t${teamId}`,
			`Runners\twithings\t12345\t2026-03-07T10:00:00Z\thttps://connect.acme.example/back?a=b\t${teamId}`,
		]);
	});

	test('says what to do where nothing is set, but no row where rows are counted', () => {
		assert.deepEqual(listLines([], wide), [
			'No credential is set here yet; set the first one with byoo, which asks for everything.',
		]);
		assertLines(listLines([], {...wide, width: 40}), 40);
		assert.deepEqual(listLines([], plain), []);
	});

	test('calls a team by its ID where its name is not known or cannot be seen', () => {
		for (const teamName of ['', '\u200b']) {
			const [, line] = listLines([placed({}, {teamName})], wide);
			assert.ok(line?.startsWith(`${teamId}  strava`), line);
		}
	});

	test('tells teams of one name apart', () => {
		const other = placed({teamId: marigoldId}, {teamName: 'RUNNERS'});
		const labels = listLines([placed(), other], plain).map(line => line.split('\t')[0]);
		assert.deepEqual(labels, ['Runners (…000002)', 'RUNNERS (…00000c)']);
	});

	test('spells what nobody sees of a value, also where it is plain', () => {
		const odd = placed({client_id: '12\u200b34 '});
		for (const options of [wide, plain]) {
			assert.match(listLines([odd], options).at(-1) ?? '', /12\\u\{200b\}34\\u\{20\}/);
		}
	});

	test('fits every width and is inert, whatever a server says', () => {
		const evil = placed(
			{provider: hostile, client_id: hostile, updatedAt: hostile, redirect_url_override: hostile},
			{teamName: hostile},
		);
		for (const width of widths) {
			const lines = listLines([...credentials, evil], {now, width, isPlain: false});
			assertLines(lines, width);
			assert.ok(lines.some(line => line.includes('Evil')));
		}
		const [line] = listLines([evil], plain);
		assertLines([line ?? '']);
		assert.equal(line?.split('\t').length, 6);
	});
});

const mask = '••••••••';

const detailsOf = (provider: string, details: JsonObject | null): unknown => {
	const text = jsonDocument(credentialJson(placed({provider, details})));
	assertNoSecret(text);
	assert.doesNotMatch(text, /canary/);
	return JSON.parse(text).details;
};

suite('a credential as JSON', () => {
	test('has its fields in their order and nothing else', () => {
		const more = {...placed({redirect_url_override: 'https://a.example/b'})};
		const text = jsonDocument(credentialJson({...more, stored: {...more.stored, ...{extra: 'canary'}}}));
		assert.equal(
			text,
			`{
  "id": "c1",
  "provider": "strava",
  "clientId": "12345",
  "clientSecretHash": "hash-1",
  "details": null,
  "redirectUrlOverride": "https://a.example/b",
  "appUrl": null,
  "createdAt": "${firstTime}",
  "updatedAt": "2026-03-07T10:00:00Z",
  "env": "sandbox",
  "region": "us",
  "team": {
    "id": "${teamId}",
    "name": "Runners"
  }
}
`,
		);
	});

	test('says null where the team’s name is not known, and names exactly as they are', () => {
		const teamOf = (teamName: string) =>
			JSON.parse(jsonDocument(credentialJson(placed({}, {teamName})))).team.name;
		assert.equal(teamOf(''), null);
		assert.equal(teamOf(hostile), JSON.parse(JSON.stringify(hostile)));
	});

	test('shows of details only what is known to be no secret', () => {
		const tokens = {workout_verify_token: detailSecretText, sleep_verify_token: null, is_hr_enabled: true};
		assert.deepEqual(detailsOf('fitbit', {fitbit: {...tokens, other: {deep: 'canary'}}, more: ['canary']}), {
			fitbit: {workout_verify_token: mask, sleep_verify_token: null, is_hr_enabled: true, other: mask},
			more: mask,
		});
		assert.deepEqual(detailsOf('google_fit', {data_scopes: ['openid'], redirect_uri: 'https://a.example'}), {
			data_scopes: ['openid'],
			redirect_uri: 'https://a.example',
		});
		assert.deepEqual(detailsOf('google_health', {project_number: 42, service_account_email: 'a@b.example'}), {
			project_number: 42,
			service_account_email: 'a@b.example',
		});
		assert.deepEqual(detailsOf('polar', {webhook_secret: detailSecretText}), {webhook_secret: mask});
	});

	test('masks what has another shape than a known detail, as a whole', () => {
		assert.deepEqual(detailsOf('google_health', {project_number: {token: 'canary'}}), {project_number: mask});
		assert.deepEqual(detailsOf('google_fit', {data_scopes: ['a', {token: 'canary'}]}), {data_scopes: mask});
		assert.deepEqual(detailsOf('fitbit', {fitbit: ['canary']}), {fitbit: mask});
	});

	test('masks every detail of a provider without any, and of one that is not known', () => {
		for (const provider of ['strava', 'brand_new', '__proto__']) {
			const details = {token: 'canary', pin: 4711, isOn: true, none: null, deep: {token: 'canary'}};
			const masked = {token: mask, pin: mask, isOn: mask, none: null, deep: mask};
			assert.deepEqual(detailsOf(provider, details), masked);
			assert.deepEqual(detailsOf(provider, {}), {});
		}
	});
});
