import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Place} from '../../source/domain/credential.ts';
import type {RequestOptions} from '../../source/domain/ports.ts';
import {type Result, success} from '../../source/domain/problem.ts';
import {paced, type Slowing} from '../../source/operations/pace.ts';
import {credential} from '../support/credentials.ts';
import {busy, fakeApi, problem} from '../support/fake-api.ts';

const place: Place = {environment: 'sandbox', region: 'us'};
const {signal} = new AbortController();

/** A paced API whose saves and pauses end when the test says so. */
function world(concurrency: number) {
	const sent: ((result: Result<never>) => void)[] = [];
	const pauses: {readonly seconds: number; end(): void}[] = [];
	const slowings: Slowing[] = [];
	const {api} = fakeApi();
	const upsert = () => new Promise<Result<never>>(resolve => sent.push(resolve));
	const run = paced(
		{...api, upsert},
		{
			concurrency,
			signal,
			wait: seconds => new Promise(end => pauses.push({seconds, end})),
			onSlowing: slowing => slowings.push(slowing),
		},
	);
	const save = (): void => void run.upsert(place, credential, {signal});
	return {save, sent, pauses, slowings};
}

const settled = () => new Promise(setImmediate);
const good = success(undefined) as unknown as Result<never>;

test('no more requests are under way than may be', async () => {
	const {save, sent} = world(2);
	for (let count = 0; count < 5; count++) save();
	await settled();
	assert.equal(sent.length, 2);
	sent[0]?.(good);
	await settled();
	assert.equal(sent.length, 3);
});

test('an answer that asks for fewer requests stops all of them for as long as it says', async () => {
	const {save, sent, pauses, slowings} = world(4);
	for (let count = 0; count < 8; count++) save();
	await settled();
	sent[0]?.(busy(429, 7));
	sent[1]?.(good);
	await settled();
	assert.deepEqual(
		pauses.map(({seconds}) => seconds),
		[7],
	);
	assert.equal(sent.length, 4, 'something was sent in the pause');
	assert.deepEqual(slowings, [{seconds: 7, because: 'the server asks for fewer requests', atOnce: 3}]);
	pauses[0]?.end();
	await settled();
	assert.equal(sent.length, 5);
});

test('an overload that lasts halves the pace again and again, and lengthens the pause', async () => {
	const {save, sent, pauses, slowings} = world(8);
	for (let count = 0; count < 40; count++) save();
	for (let round = 0; round < 6; round++) {
		await settled();
		sent.at(-1)?.(busy(503));
		await settled();
		pauses.at(-1)?.end();
		for (const end of sent) end(problem('uncertain'));
	}
	assert.deepEqual(
		slowings.map(({atOnce}) => atOnce),
		[7, 3, 1, 1, 1, 1],
	);
	assert.deepEqual(
		slowings.map(({seconds}) => seconds),
		[0.25, 0.5, 1, 2, 4, 8],
	);
});

test('good answers bring the pace back', async () => {
	const {save, sent, pauses} = world(3);
	for (let count = 0; count < 40; count++) save();
	await settled();
	sent[0]?.(busy(503));
	await settled();
	pauses[0]?.end();
	const underWay = () => sent.length;
	for (let index = 1; index < 20; index++) {
		sent[index]?.(good);
		await settled();
	}
	assert.equal(underWay() - 20, 3);
});

test('a broken connection slows down nothing', async () => {
	const {api} = fakeApi();
	const reading = paced(
		{
			...api,
			async credentials(_place, _team, {onWaiting}: RequestOptions) {
				const broken = problem('retry');
				assert.ok(!broken.ok);
				onWaiting?.({attempt: 2, seconds: 1, because: 'the connection broke off', problem: broken.problem});
				return success({rows: []});
			},
		},
		{concurrency: 1, signal, wait: async () => assert.fail('It waits.')},
	);
	assert.ok((await reading.credentials(place, undefined, {signal})).ok);
});
