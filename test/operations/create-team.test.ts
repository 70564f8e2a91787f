import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {NewTeam, Team} from '../../source/domain/credential.ts';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {failure, type Result, success} from '../../source/domain/problem.ts';
import {createTeam, findCreated} from '../../source/operations/create-team.ts';
import {teamId} from '../support/credentials.ts';
import {busy, fakeApi, problem} from '../support/fake-api.ts';

const {signal} = new AbortController();
const team: NewTeam = {id: teamId, name: 'Night Owls', region: 'us'};
const forbidden = failure({kind: 'reauthenticate', status: 403, message: 'No.', advice: ''} as const);
const conflict = failure({
	kind: 'correct',
	status: 409,
	message: 'There is one.',
	advice: '',
	fields: [],
} as const);

/** An API that answers the creation so, and each look at the team in turn. */
function world(
	answer: Result<Team>,
	looks: readonly Result<Team>[] = [],
	{teams, ...changes}: Partial<ManagementApi> & {readonly rows?: readonly Team[]} = {},
) {
	const sent: NewTeam[] = [];
	const waits: number[] = [];
	let looked = 0;
	const api: ManagementApi = {
		...fakeApi().api,
		...changes,
		teams: teams ?? (async () => success({rows: changes.rows ?? []})),
		async createTeam(one) {
			sent.push(one);
			return answer;
		},
		team: async () => looks[Math.min(looked++, looks.length - 1)] ?? problem('unavailable'),
	};
	const create = () => createTeam(api, team, {signal, wait: async seconds => void waits.push(seconds)});
	return {api, create, sent, waits};
}

suite('a team that is created', () => {
	test('is sent once, with the ID that was made for it', async () => {
		const {create, sent} = world(success(team));
		assert.deepEqual(await create(), {kind: 'created', team});
		assert.deepEqual(sent, [team]);
	});

	test('is found after a lost answer, and not sent again', async () => {
		const {create, sent, waits} = world(problem('uncertain'), [problem('unavailable'), success(team)]);
		assert.equal((await create()).kind, 'created');
		assert.deepEqual([sent.length, waits], [1, [1, 2]]);
	});

	test('is found in the list where the API does not tell of one team', async () => {
		let lists = 0;
		const teams = async () => success({rows: lists++ === 0 ? [] : [team]});
		const {create, sent} = world(problem('uncertain'), [problem('unavailable')], {teams});
		assert.equal((await create()).kind, 'created');
		assert.equal(sent.length, 1);
	});

	test('is uncertain where it is not found, never failed', async () => {
		const {create, sent} = world(problem('uncertain'), [problem('unavailable')]);
		assert.equal((await create()).kind, 'uncertain');
		assert.equal(sent.length, 1);
	});

	test('is not taken for another one that the API describes', async () => {
		const {create} = world(problem('uncertain'), [success({...team, id: 'another'})]);
		assert.equal((await create()).kind, 'uncertain');
	});

	test('is looked for after an overload and a conflict, and failed where it is not there', async () => {
		for (const answer of [busy(503), conflict]) {
			assert.equal((await world(answer, [success(team)]).create()).kind, 'created');
			assert.equal((await world(answer, [problem('unavailable')]).create()).kind, 'failed');
		}
	});

	test('is failed after any clear no, at once', async () => {
		for (const answer of [forbidden, busy(429), problem('unavailable'), problem('unreachable')]) {
			const {create, sent, waits} = world(answer, [success(team)]);
			assert.equal((await create()).kind, 'failed');
			assert.deepEqual([sent.length, waits], [1, []]);
		}
	});
});

suite('nothing is sent', () => {
	test('where a team of the region has the name, in any case', async () => {
		const {create, sent} = world(success(team), [], {rows: [{id: 't1', name: 'night OWLS ', region: 'us'}]});
		const creation = await create();
		assert.ok(creation.kind === 'failed' && creation.problem.kind === 'correct');
		assert.match(creation.problem.message, /There is a team of this name in us already, with the ID t1/);
		assert.deepEqual(sent, []);
	});

	test('where it is there already, by an earlier try', async () => {
		const {create, sent} = world(success(team), [], {rows: [team]});
		assert.equal((await create()).kind, 'created');
		assert.deepEqual(sent, []);
	});

	test('where nobody can tell whether the name is taken', async () => {
		const partial = async () => success({rows: [], warning: 'The list may be incomplete.'});
		for (const teams of [partial, async () => problem('unavailable'), async () => forbidden]) {
			const {create, sent} = world(success(team), [], {teams});
			const creation = await create();
			assert.ok(creation.kind === 'failed');
			assert.match(creation.problem.message, /[Nn]othing was sent/);
			assert.deepEqual(sent, []);
		}
	});
});

test('a second look sends nothing, and keeps the doubt where it finds nothing', async () => {
	const doubt = {kind: 'uncertain', message: 'Lost.', advice: ''} as const;
	const {api, sent} = world(success(team), [problem('unavailable'), success(team)]);
	const look = () => findCreated(api, team, doubt, {signal, wait: async () => undefined});
	assert.deepEqual(await look(), {kind: 'uncertain', problem: doubt});
	assert.equal((await look()).kind, 'created');
	assert.deepEqual(sent, []);
});
