import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ManagementApi} from '../../source/domain/ports.ts';
import {success} from '../../source/domain/problem.ts';
import {removeCredentials} from '../../source/operations/remove-credentials.ts';
import {credential, place} from '../support/credentials.ts';
import {busy, fakeApi, problem} from '../support/fake-api.ts';

/** Removes the one stored credential and one that is not there. */
async function remove(
	changes: (api: ManagementApi, reads: () => number) => Partial<ManagementApi> = () => ({}),
) {
	const world = fakeApi();
	const {id} = world.store(place, credential);
	const waits: number[] = [];
	const api = {...world.api, ...changes(world.api, world.reads)};
	const result = await removeCredentials(api, place, [id, 'gone'], {
		signal: new AbortController().signal,
		wait: async seconds => void waits.push(seconds),
	});
	return {id, result, waits, left: world.rows().length};
}

test('what is deleted and what is not there is told apart', async () => {
	const {id, result, left} = await remove();
	assert.deepEqual(result, success({deleted: [id], notFound: ['gone'], failed: []}));
	assert.equal(left, 0);
});

test('an overload is waited for, and the same sent again', async () => {
	let attempts = 0;
	const {result, waits} = await remove(api => ({
		remove: async (...input) => (++attempts < 3 ? busy(503, 5) : api.remove(...input)),
	}));
	assert.ok(result.ok);
	assert.deepEqual(waits, [5, 5]);
});

test('without an answer, absence from the list is proof', async () => {
	const {id, result} = await remove(api => ({
		async remove(...input) {
			await api.remove(...input);
			return problem('uncertain');
		},
	}));
	assert.deepEqual(result, success({deleted: [id, 'gone'], notFound: [], failed: []}));
});

test('without an answer, what is still listed after a while is uncertain', async () => {
	const {result, waits} = await remove(() => ({remove: async () => problem('uncertain')}));
	assert.ok(!result.ok);
	assert.equal(result.problem.kind, 'uncertain');
	assert.deepEqual(waits, [1, 2, 4]);
});

test('what the server says is deleted and still lists is uncertain', async () => {
	const {result} = await remove(() => ({
		remove: async (_, ids) => success({deleted: ids, notFound: [], failed: []}),
	}));
	assert.ok(!result.ok);
	assert.match(result.problem.message, /still lists/);
});

test('what the server does not find and still lists is uncertain', async () => {
	const {result} = await remove(() => ({
		remove: async (_, ids) => success({deleted: [], notFound: ids, failed: []}),
	}));
	assert.ok(!result.ok);
	assert.equal(result.problem.kind, 'uncertain');
});

test('where nothing can be read back, the answer stands', async () => {
	const {result} = await remove(api => ({...api, credentials: async () => problem('unavailable')}));
	assert.ok(result.ok);
});

test('a refusal is given on', async () => {
	const {result} = await remove(() => ({remove: async () => problem('reauthenticate')}));
	assert.ok(!result.ok);
	assert.equal(result.problem.kind, 'reauthenticate');
});

test('what an overloaded server has deleted all the same is not asked for again', async () => {
	let attempts = 0;
	const {id, result} = await remove(api => ({
		async remove(...input) {
			attempts += 1;
			await api.remove(...input);
			return busy(503);
		},
	}));
	assert.deepEqual(result, success({deleted: [id, 'gone'], notFound: [], failed: []}));
	assert.equal(attempts, 1);
});

test('an overload behind which nobody can look is uncertain', async () => {
	const {result} = await remove(() => ({
		remove: async () => busy(503),
		credentials: async () => problem('unavailable'),
	}));
	assert.ok(!result.ok);
	assert.equal(result.problem.kind, 'uncertain');
});

test('what is said to have failed and is gone all the same is deleted', async () => {
	const {id, result} = await remove(api => ({
		async remove(...input) {
			await api.remove(...input);
			return success({deleted: [], notFound: [], failed: input[1]});
		},
	}));
	assert.deepEqual(result, success({deleted: [id, 'gone'], notFound: [], failed: []}));
});
