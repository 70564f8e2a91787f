import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {listLines} from '../../source/output/list-text.ts';
import {teamId} from '../support/credentials.ts';
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
