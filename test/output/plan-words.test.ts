import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {FieldChange, PlanAction, PlannedRow, RowResult} from '../../source/domain/plan.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {mask} from '../../source/domain/secret.ts';
import {visible} from '../../source/domain/text.ts';
import {jsonDocument} from '../../source/output/json.ts';
import {
	applyJson,
	planJson,
	planLines,
	planSummary,
	resultLine,
	summaryLine,
} from '../../source/output/plan-words.ts';
import {assertNoSecret, credential, place, teamId} from '../support/credentials.ts';
import {assertLines, bare, hostile, marked, widths} from './placed.ts';

const at = {line: 3, column: 5, path: 'credentials[0]'};

function planned(action: PlanAction, changes: Partial<PlannedRow> = {}): PlannedRow {
	return {
		row: {at, team: 'Runners', place, provider: 'strava', answers: {}, secrets: []},
		place,
		teamName: 'Runners',
		action,
		changes: [],
		lost: [],
		anew: [],
		credential,
		before: {ok: true, value: undefined},
		...changes,
	};
}

const change = (field: string, from: FieldChange['from'], to: FieldChange['to']): FieldChange => ({
	field,
	title: 'canary title',
	from,
	to,
});

const changes = [
	change('client_id', '1', '2'),
	change('redirect_url_override', 'https://a.example/', null),
	change('details.fitbit.is_hr_enabled', false, true),
	change('details.data_scopes', null, ['openid', 'email']),
	change('details.client', 'a\u200b', 'a'),
];
const inProduction = {place: {environment: 'production', region: 'eu'}} as const;
const {teamName: _, ...unnamed} = planned('save');
const plan: readonly PlannedRow[] = [
	planned('create', {...inProduction, changes}),
	planned('update', {changes}),
	planned('resend'),
	planned('resend'),
	unnamed,
];
const problem: Problem = {
	kind: 'correct',
	status: 422,
	message: 'The server refused the credential (422).',
	advice: 'Correct the fields that are named, then send it again.',
	fields: [{field: 'client-id', message: 'Not a number.'}],
	requestId: 'r-1',
};
const wide = {width: Number.POSITIVE_INFINITY};

suite('a plan in lines', () => {
	test('is a line a row, with what an update changes, and a sentence that counts', () => {
		assert.deepEqual(planLines(plan, wide), [
			'+ create Runners · PRODUCTION · eu · strava',
			'~ update Runners · SANDBOX · us · strava',
			'    client_id: 1 → 2',
			'    redirect_url_override: https://a.example/ → none',
			'    details.fitbit.is_hr_enabled: no → yes',
			'    details.data_scopes: none → openid, email',
			'    details.client: a\\u{200b} → a',
			'= resend Runners · SANDBOX · us · strava',
			'= resend Runners · SANDBOX · us · strava',
			`? save ${teamId} · SANDBOX · us · strava`,
			'',
			'1 to create; 1 to update; 2 to resend, with nothing new but perhaps the secret; 1 to save, for what is stored cannot be read.',
		]);
	});

	test('says that there is nothing to do', () => {
		assert.deepEqual(planLines([], wide), ['There is nothing to do.']);
		assert.equal(planSummary([planned('create')]), '1 to create.');
	});

	test('has a colour for each sign, where there is one', () => {
		const painted = planLines(plan, {...wide, paint: marked});
		assert.deepEqual(painted.map(bare), planLines(plan, wide));
		assert.ok(painted[0]?.startsWith('\u001b[4m+\u001b[0m create '), painted[0]);
	});

	test('fits every width, loses nothing, and is inert', () => {
		const evil = planned('update', {
			teamName: hostile,
			changes: [change(hostile, hostile, [hostile, hostile])],
			credential: {...credential, provider: hostile},
		});
		for (const width of widths) {
			const lines = planLines([...plan, evil], {width});
			// A word stays whole, also one that has what nobody sees spelled.
			assertLines(lines, Math.max(width, `      ${visible(hostile)},`.length));
			assertLines(
				planLines([planned('update', {changes: [change('details', null, {[hostile]: hostile})]})], {width}),
			);
			const words = (text: readonly string[]) => text.join(' ').split(/ +/);
			assert.deepEqual(words(lines), words(planLines([...plan, evil], wide)));
		}
	});
});

const results: readonly RowResult[] = [
	{planned: planned('create', inProduction), outcome: 'created'},
	{planned: planned('resend'), outcome: 'resent'},
	{planned: planned('update', {changes}), outcome: 'failed', problem},
	{planned: planned('save'), outcome: 'unconfirmed', problem: {...problem, kind: 'uncertain'}},
	{planned: planned('create'), outcome: 'notBegun'},
];

suite('what became of a plan, in lines', () => {
	test('is a line a row, with the problem and what to do where there is one', () => {
		assert.deepEqual(
			results.map(result => resultLine(result)),
			[
				'✔ created Runners · PRODUCTION · eu · strava',
				'✔ resent Runners · SANDBOX · us · strava',
				'✖ failed Runners · SANDBOX · us · strava: The server refused the credential (422). client_id: Not a number. Correct the fields that are named, then send it again. Request ID: r-1',
				'! not confirmed Runners · SANDBOX · us · strava: The server refused the credential (422). Correct the fields that are named, then send it again. Request ID: r-1',
				'– not begun Runners · SANDBOX · us · strava',
			],
		);
		assert.equal(
			results.map(result => bare(resultLine(result, marked)))[0],
			resultLine(results[0] as RowResult),
		);
	});

	test('ends in a sentence that counts', () => {
		assert.equal(summaryLine(results), '1 created, 1 resent, 1 failed, 1 not confirmed, 1 not begun.');
		assert.equal(summaryLine([]), 'There was nothing to do.');
	});

	test('is inert, whatever a server says', () => {
		const said = {...problem, message: hostile, advice: hostile, requestId: hostile};
		assertLines([
			resultLine({planned: planned('create', {teamName: hostile}), outcome: 'failed', problem: said}),
		]);
	});
});

suite('a plan as JSON', () => {
	test('has the team’s ID, the target and the changes of each row, and nothing else', () => {
		const text = jsonDocument(planJson([planned('update', {changes: changes.slice(0, 1)})]));
		assert.deepEqual(
			text.split(/\s+/).join(''),
			`{"plan":[{"action":"update","team":"${teamId}","env":"sandbox","region":"us","provider":"strava","changes":[{"field":"client_id","from":"1","to":"2"}]}]}`,
		);
		assert.deepEqual(planJson([]), {plan: []});
	});

	test('has every result with its error, and every count', () => {
		const json = applyJson(results);
		assert.deepEqual(Object.keys(json), ['plan', 'results', 'summary']);
		assert.deepEqual(json.plan, planJson(results.map(result => result.planned)).plan);
		assert.deepEqual(json.results[0], {...json.plan[0], outcome: 'created', error: null});
		assert.deepEqual(json.results[2], {
			...json.plan[2],
			outcome: 'failed',
			error: {
				kind: 'correct',
				status: 422,
				message: problem.message,
				advice: problem.advice,
				fields: [{field: 'client_id', message: 'Not a number.'}],
				requestId: 'r-1',
			},
		});
		assert.equal(
			JSON.stringify(json.summary),
			'{"created":1,"updated":0,"resent":1,"saved":0,"failed":1,"unconfirmed":1,"notBegun":1}',
		);
		assert.equal(Object.values(applyJson([]).summary).join(), '0,0,0,0,0,0,0');
	});

	test('shows no secret', () => {
		for (const value of [planJson(plan), applyJson(results), planLines(plan, wide)]) {
			assertNoSecret(value);
			assert.doesNotMatch(JSON.stringify(value), /canary/);
		}
	});
});

test('of details that nobody knows not even the names are told', () => {
	const changed = planned('update', {
		changes: [change('details', {canary: mask}, {canary: mask, other: mask})],
	});
	assert.deepEqual(planJson([changed]).plan[0]?.changes, [{field: 'details', from: mask, to: mask}]);
	assert.doesNotMatch(planLines([changed], {width: 80}).join('\n'), /canary|other/);
});
