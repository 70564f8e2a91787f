import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {lazyApi} from '../../source/commands/shared/lazy-api.ts';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {failure} from '../../source/domain/problem.ts';
import {credential, place, teamId} from '../support/credentials.ts';

const {signal} = new AbortController();
const options = {signal};

/** An API that notes each call and refuses it with its own name. */
function noted() {
	const calls: (readonly [name: string, ...given: readonly unknown[]])[] = [];
	const operation = (name: string) => {
		return async (...given: readonly unknown[]) => {
			calls.push([name, ...given]);
			return failure({kind: 'bug', message: name, advice: ''});
		};
	};
	const api: ManagementApi = {
		organization: operation('organization'),
		teams: operation('teams'),
		team: operation('team'),
		createTeam: operation('createTeam'),
		credentials: operation('credentials'),
		prepare: operation('prepare'),
		upsert: operation('upsert'),
		remove: operation('remove'),
		teamToken: operation('teamToken'),
		scopeRequirements: operation('scopeRequirements'),
	};
	return {api, calls};
}

const newTeam = {id: teamId, name: 'Runners', region: 'us'} as const;

/** One call of every operation: its name, and what it is given. */
const every = (api: ManagementApi) =>
	[
		['organization', [options], () => api.organization(options)],
		['teams', [{region: 'us'}, options], () => api.teams({region: 'us'}, options)],
		['team', [teamId, options], () => api.team(teamId, options)],
		['createTeam', [newTeam, options], () => api.createTeam(newTeam, options)],
		['credentials', [place, teamId, options], () => api.credentials(place, teamId, options)],
		['credentials', [place, undefined, options], () => api.credentials(place, undefined, options)],
		['prepare', [place, {teamId, provider: 'strava'}, options], () => prepare(api)],
		['upsert', [place, credential, options], () => api.upsert(place, credential, options)],
		['remove', [place, ['c1', 'c2'], options], () => api.remove(place, ['c1', 'c2'], options)],
		['teamToken', [teamId, 'sandbox', options], () => api.teamToken(teamId, 'sandbox', options)],
		[
			'scopeRequirements',
			[teamId, 'strava', options],
			() => api.scopeRequirements(teamId, 'strava', options),
		],
	] as const;

const prepare = (api: ManagementApi) => api.prepare(place, {teamId, provider: 'strava'}, options);

suite('an API that is loaded late', () => {
	test('is not loaded before its first operation', () => {
		lazyApi(() => assert.fail('It was loaded.'));
	});

	test('hands every operation on, with all that it is given, and its answer back', async () => {
		const {api, calls} = noted();
		for (const [name, given, call] of every(lazyApi(async () => api))) {
			assert.deepEqual(await call(), failure({kind: 'bug', message: name, advice: ''}));
			assert.deepEqual(calls.at(-1), [name, ...given]);
			assert.equal(calls.at(-1)?.at(-1), options);
		}
		assert.equal(calls.length, 11);
	});

	test('is loaded once, also for operations that begin at the same time', async () => {
		const {api, calls} = noted();
		let loads = 0;
		const lazy = lazyApi(async () => {
			loads++;
			return api;
		});
		await Promise.all(every(lazy).map(([, , call]) => call()));
		await Promise.all(every(lazy).map(([, , call]) => call()));
		assert.deepEqual([loads, calls.length], [1, 22]);
	});
});
