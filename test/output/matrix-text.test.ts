import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {type MatrixOptions, matrixLines} from '../../source/output/matrix-text.ts';
import {teamId} from '../support/credentials.ts';
import {
	assertLines,
	bare,
	hostile,
	marigoldId,
	marked,
	now,
	ofMarigold,
	placed,
	plain,
	wide,
	widths,
} from './placed.ts';

const production = {environment: 'production'} as const;
const credentials = [
	placed(),
	placed({updatedAt: '2026-01-01T10:00:00Z', redirect_url_override: 'https://a.example/b'}, production),
	placed({provider: 'polar', updatedAt: '2026-03-10T07:00:00Z'}),
	ofMarigold({provider: 'google_health', updatedAt: '2024-03-10T07:00:00Z'}, {...production, region: 'eu'}),
];
const legend = [
	'S sandbox, P production, – not set.',
	'Ages since the update: min minutes, h hours, d days, mo months, y years.',
	'gap: set in sandbox, missing in production.',
	'*: with a redirect URL override.',
];
const at = (width: number, changes: Partial<MatrixOptions> = {}) =>
	matrixLines(credentials, {now, width, isPlain: false, ...changes});

suite('the matrix', () => {
	test('has a row for each team and region, and a column for each provider', () => {
		assert.deepEqual(at(Number.POSITIVE_INFINITY), [
			'TEAM                 REGION  google_health  polar       strava',
			'Marigold Cardiology  eu      S – P 2y       –           –',
			'Runners              us      –              S 5h P gap  S 3d P 2mo*',
			'',
			...legend,
			'',
			'4 credentials, 2 teams, 1 gap',
		]);
		assert.deepEqual(at(80), at(Number.POSITIVE_INFINITY));
	});

	test('is split where its columns do not fit, with the team in each part', () => {
		assert.deepEqual(at(40), [
			'TEAM               REGION  google_health',
			'Marigold Cardiol…  eu      S – P 2y',
			'Runners            us      –',
			'',
			'TEAM                 REGION  polar',
			'Marigold Cardiology  eu      –',
			'Runners              us      S 5h P gap',
			'',
			'TEAM                 REGION  strava',
			'Marigold Cardiology  eu      –',
			'Runners              us      S 3d P 2mo*',
			'',
			'S sandbox, P production, – not set.',
			'Ages since the update: min minutes, h',
			'  hours, d days, mo months, y years.',
			'gap: set in sandbox, missing in',
			'  production.',
			'*: with a redirect URL override.',
			'',
			'4 credentials, 2 teams, 1 gap',
		]);
	});

	test('is a row for each team, provider and environment where it is plain, gaps too', () => {
		assert.deepEqual(matrixLines(credentials, plain), [
			`Marigold Cardiology\teu\tgoogle_health\tproduction\tset\t2024-03-10T07:00:00Z\t–\t${marigoldId}`,
			`Runners\tus\tpolar\tsandbox\tset\t2026-03-10T07:00:00Z\t–\t${teamId}`,
			`Runners\tus\tpolar\tproduction\tgap\t–\t–\t${teamId}`,
			`Runners\tus\tstrava\tsandbox\tset\t2026-03-07T10:00:00Z\t–\t${teamId}`,
			`Runners\tus\tstrava\tproduction\tset\t2026-01-01T10:00:00Z\thttps://a.example/b\t${teamId}`,
		]);
	});

	test('calls nothing missing where it could not be read', () => {
		const places = [
			{environment: 'sandbox', region: 'us'},
			{environment: 'sandbox', region: 'eu'},
			{environment: 'production', region: 'eu'},
		] as const;
		const lines = at(80, {places});
		assert.deepEqual(lines.slice(0, 3), [
			'TEAM                 REGION  google_health  polar          strava',
			'Marigold Cardiology  eu      S – P 2y       –              –',
			'Runners              us      S – P unread   S 5h P unread  S 3d P 2mo*',
		]);
		assert.ok(lines.includes('unread: it could not be read, so nobody can tell.'));
		assert.equal(lines.at(-1), '4 credentials, 2 teams, 0 gaps');
	});

	test('shows the newest of several in one place', () => {
		const older = placed({updatedAt: '2025-01-01T00:00:00Z'});
		for (const several of [
			[placed(), older],
			[older, placed()],
		]) {
			assert.match(matrixLines(several, wide)[1] ?? '', /S 3d P gap$/);
		}
	});

	test('says what to do where nothing is set', () => {
		assert.match(matrixLines([], wide)[0] ?? '', /set the first one with byoo/);
		assert.deepEqual(matrixLines([], plain), []);
	});

	test('shows a gap in words, and with a colour where there is one', () => {
		const painted = at(80, {paint: marked});
		assert.deepEqual(painted.map(bare), at(80));
		assert.ok(painted[2]?.includes('\u001b[7mS 5h P gap\u001b[0m'), painted[2]);
	});

	test('fits every width and is inert, whatever a server says', () => {
		const many = Array.from({length: 30}, (_, index) =>
			placed(
				{teamId: `team-${index % 4}`, provider: `provider_${index}`},
				{teamName: `チーム ${index % 4} 🏃`},
			),
		);
		const evil = placed(
			{teamId: hostile, provider: hostile, updatedAt: hostile, redirect_url_override: hostile},
			{teamName: hostile},
		);
		for (const width of widths) {
			const lines = matrixLines([...credentials, ...many, evil], {now, width, isPlain: false});
			assertLines(lines, width);
			for (const {stored} of many) {
				assert.equal(lines.filter(line => line.split(/ +/).includes(stored.provider)).length, 1);
			}
		}
		assertLines(matrixLines([evil], plain));
	});
});
