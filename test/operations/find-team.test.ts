import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Team} from '../../source/domain/credential.ts';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {failure, success} from '../../source/domain/problem.ts';
import {findTeam} from '../../source/operations/find-team.ts';
import {teamId} from '../support/credentials.ts';
import {fakeApi, problem} from '../support/fake-api.ts';

const {signal} = new AbortController();
const teams: readonly Team[] = [
	{id: teamId, name: 'Runners', region: 'us'},
	{id: 't2', name: 'Cafe\u0301 Walkers', region: 'us'},
	{id: 't3', name: 'Twins', region: 'us', createdOn: '2026-01-02T03:04:05Z'},
	{id: 't4', name: 'twins', region: 'us'},
];

const apiWith = (changes: Partial<ManagementApi> = {}): ManagementApi => ({
	...fakeApi({teams}).api,
	...changes,
});
const find = (text: string, api = apiWith()) => findTeam(api, text, 'us', {signal});

async function found(...input: Parameters<typeof find>) {
	const result = await find(...input);
	assert.ok(result.ok, JSON.stringify(result));
	return result.value;
}

async function refused(...input: Parameters<typeof find>) {
	const result = await find(...input);
	assert.ok(!result.ok);
	return result.problem;
}

suite('a team by its ID', () => {
	test('gets its name, however the ID is spelled', async () => {
		assert.deepEqual(await found(` ${teamId.toUpperCase()} `), {id: teamId, name: 'Runners'});
	});

	test('stands where the teams cannot be listed', async () => {
		assert.deepEqual(await found(teamId, apiWith({teams: async () => problem('unavailable')})), {id: teamId});
	});

	test('stands with a warning where the organization does not list it', async () => {
		const {id, warning} = await found(teamId, apiWith({teams: async () => success({rows: []})}));
		assert.equal(id, teamId);
		assert.match(warning ?? '', /does not list/);
	});

	test('is refused where it lives in another region', async () => {
		const rows = [{id: teamId, name: 'Runners', region: 'EU'}];
		const {kind, message} = await refused(teamId, apiWith({teams: async () => success({rows})}));
		assert.equal(kind, 'correct');
		assert.equal(message, 'This team lives in eu, not in us.');
	});
});

suite('a team by its name', () => {
	test('is the one that has it, in any case and Unicode form', async () => {
		assert.equal((await found('RUNNERS ')).id, teamId);
		assert.equal((await found('Café walkers')).id, 't2');
	});

	test('that several have is refused with the candidates', async () => {
		const {message, ...rest} = await refused('Twins');
		assert.equal(message, '2 teams have this name.');
		assert.ok('fields' in rest);
		assert.deepEqual(
			rest.fields.map(field => field.message),
			['t3, created 2026-01-02', 't4'],
		);
	});

	test('that nobody has is refused and not repeated', async () => {
		const problem = await refused('canary');
		assert.equal(problem.kind, 'correct');
		assert.doesNotMatch(JSON.stringify(problem), /canary/);
	});

	test('that is misspelled gets the nearest names', async () => {
		const {message} = await refused('Runers');
		assert.equal(message, 'No team here has this name. The nearest: “Runners”.');
	});

	test('is refused where the list is not whole, since another may have it too', async () => {
		const rows = [{id: 't1', name: 'Runners'}];
		const partial = apiWith({teams: async () => success({rows, warning: 'The list may be incomplete.'})});
		assert.match((await refused('Runners', partial)).message, /Another team may have this name/);
		const {message} = await refused('Walkers', partial);
		assert.equal(message, 'The list may be incomplete. None that was read has this name.');
	});

	test('is refused where the teams cannot be listed, asking for the ID', async () => {
		const {advice} = await refused('Runners', apiWith({teams: async () => problem('unavailable')}));
		assert.equal(advice, 'Give the team’s ID.');
	});
});

test('a refused key is said as such', async () => {
	for (const text of [teamId, 'Runners']) {
		const api = apiWith({teams: async () => problem('reauthenticate')});
		assert.equal((await refused(text, api)).kind, 'reauthenticate');
	}
});

suite('where the key may not list the teams', () => {
	const forbidden = failure({kind: 'reauthenticate', status: 403, message: 'No.', advice: ''} as const);
	const ofTeam = (team: ManagementApi['team']) => apiWith({teams: async () => forbidden, team});

	test('a team by its ID is read alone, and proves the key', async () => {
		const api = ofTeam(async id => success({id, name: 'Runners', region: 'us'}));
		assert.deepEqual(await found(teamId, api), {id: teamId, name: 'Runners'});
	});

	test('its region counts, if it is the team that was asked for', async () => {
		const abroad = (id: string) => ofTeam(async () => success({id, name: 'Runners', region: 'eu'}));
		assert.equal((await refused(teamId, abroad(teamId))).message, 'This team lives in eu, not in us.');
		assert.match((await found(teamId, abroad('t9'))).warning ?? '', /another team/);
	});

	test('a key that is not of the team, or not accepted, is refused', async () => {
		const foreign = await refused(
			teamId,
			ofTeam(async () => forbidden),
		);
		assert.deepEqual([foreign.kind, foreign.status], ['reauthenticate', 403]);
		assert.match(foreign.message, /does not belong to this team/);
		assert.equal(
			(
				await refused(
					teamId,
					ofTeam(async () => problem('reauthenticate')),
				)
			).message,
			'It did not work.',
		);
	});

	test('the ID stands with a warning where nothing is told of it', async () => {
		for (const kind of ['unavailable', 'unreachable', 'retry'] as const) {
			const {id, warning} = await found(
				teamId,
				ofTeam(async () => problem(kind)),
			);
			assert.equal(id, teamId);
			assert.ok(warning);
		}
	});

	test('a name is refused, asking for the ID', async () => {
		const {advice} = await refused(
			'Runners',
			ofTeam(async () => forbidden),
		);
		assert.equal(advice, 'Give the team’s ID.');
	});
});
