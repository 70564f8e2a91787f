import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {PlacedCredential} from '../../../source/domain/credential.ts';
import type {FieldAnswers} from '../../../source/domain/field-values.ts';
import type {ManifestRow} from '../../../source/domain/manifest.ts';
import {proofAttention} from '../../../source/domain/watch/proofs.ts';
import {betweenRows, type TeamRow} from '../../../source/domain/watch/rows.ts';
import {finderIn} from '../../../source/domain/watch/targets.ts';
import {marigoldId, ofMarigold, placed} from '../../output/placed.ts';
import {place, teamId} from '../../support/credentials.ts';
import {given} from '../../support/play.ts';

const row = (answers: FieldAnswers = {}, more: Partial<ManifestRow> = {}): ManifestRow => ({
	at: {line: 12, column: 5, path: 'credentials[2]'},
	team: 'Runners',
	place,
	provider: 'strava',
	answers,
	secrets: [],
	...more,
});

const ofTeam = (one: ManifestRow, id = teamId): TeamRow => ({row: one, teamId: id});

const unfound = (one: ManifestRow, isLooked: boolean): TeamRow => ({
	row: one,
	problem: {kind: 'correct', message: 'No team here has this name.', advice: 'Check it.', fields: []},
	isLooked,
});

const between = (rows: readonly TeamRow[], credentials: readonly PlacedCredential[], whole = [place]) =>
	betweenRows({file: 'fleet.yaml', rows, credentials, find: finderIn(credentials), whole});

const told = (...given: Parameters<typeof between>) =>
	between(...given).map(({code, severity}) => `${code} ${severity}`);

suite('a manifest beside what is stored', () => {
	test('has nothing to say where each row is stored, and what is left out of it or spelled in another way', () => {
		const stored = placed({redirect_url_override: 'https://a.example/'}, {});
		assert.deepEqual(between([ofTeam(row())], [stored]), []);
		const same = {'client-id': given('12345'), 'redirect-url-override': given('https://A.example')};
		assert.deepEqual(between([ofTeam(row(same), teamId.toUpperCase())], [stored]), []);
	});

	test('says what no row names', () => {
		const [first, ...others] = between([ofTeam(row())], [placed(), ofMarigold(), placed({provider: 'oura'})]);
		assert.deepEqual(
			[first?.code, first?.severity, first?.team, first?.message],
			['unmanaged', 'low', marigoldId, 'No row of fleet.yaml names it.'],
		);
		assert.deepEqual(
			others.map(({provider}) => provider),
			['oura'],
		);
	});

	test('says which row is not stored, where all could be looked at', () => {
		const [first] = between([ofTeam(row())], []);
		assert.deepEqual(
			[first?.code, first?.severity, first?.message, first?.environment, first?.provider],
			[
				'not-stored',
				'medium',
				'Line 12 of fleet.yaml asks for it, and nothing is stored.',
				'sandbox',
				'strava',
			],
		);
		assert.deepEqual(between([ofTeam(row())], [], []), []);
	});

	test('says where client ID and override are others, both values visible', () => {
		const answers = {'client-id': given('12345\u200b'), 'redirect-url-override': {kind: 'empty'}} as const;
		const found = between([ofTeam(row(answers))], [placed({redirect_url_override: 'https://a.example/cb'})]);
		assert.deepEqual(
			found.map(({code, severity, message}) => [code, severity, message]),
			[
				[
					'client-id-differs',
					'medium',
					'Line 12 of fleet.yaml has the client ID 12345\\u{200b}, and stored is 12345.',
				],
				[
					'override-differs',
					'medium',
					'Line 12 of fleet.yaml has the override none, and stored is https://a.example/cb.',
				],
			],
		);
	});

	test('compares a practice ID in any case', () => {
		const practice = row({'client-id': given('P-1')}, {provider: 'freestyle_libre'});
		assert.deepEqual(told([ofTeam(practice)], [placed({provider: 'freestyle_libre', client_id: 'p-1'})]), []);
	});

	test('says which row names a team that is not there', () => {
		const [first] = between([unfound(row(), true)], []);
		assert.deepEqual(
			[first?.code, first?.severity, first?.team, first?.advice],
			['team-not-found', 'medium', undefined, 'Check it.'],
		);
		assert.match(first?.message ?? '', /^Line 12 of fleet\.yaml names a team that was not found\. No team/);
	});

	test('calls nothing unmanaged that a row may be for whose team nobody could look up', () => {
		const eu = placed({}, {region: 'eu'});
		assert.deepEqual(told([unfound(row(), false)], [placed(), placed({provider: 'oura'}), eu]), [
			'team-unknown unknown',
			'unmanaged low',
			'unmanaged low',
		]);
		assert.deepEqual(told([unfound(row(), true)], [placed()]), ['team-not-found medium', 'unmanaged low']);
	});
});

test('a proof that refutes is urgent, one that tells nothing is unknown, and one that proves is nothing', () => {
	const finding = {message: 'The secret is wrong.', advice: 'Make a new one.'};
	const subject = {team: teamId};
	assert.deepEqual(proofAttention(subject, 'pair', {...finding, verdict: 'refuted'}), [
		{team: teamId, code: 'pair-refuted', severity: 'high', ...finding},
	]);
	assert.deepEqual(proofAttention(subject, 'application', {message: 'No answer.', verdict: 'unknown'}), [
		{team: teamId, code: 'application-unknown', severity: 'unknown', message: 'No answer.'},
	]);
	assert.deepEqual(proofAttention(subject, 'pair', {...finding, verdict: 'proved'}), []);
	assert.deepEqual(proofAttention(subject, 'pair', undefined), []);
});
