import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Place} from '../../source/domain/credential.ts';
import type {PlannedRow, RowOutcome} from '../../source/domain/plan.ts';
import {failure, success} from '../../source/domain/problem.ts';
import {type ApplyOptions, applyPlan} from '../../source/operations/apply-plan.ts';
import {busy, fakeApi, problem, secret} from '../support/fake-api.ts';
import {altered} from '../support/values.ts';

const place: Place = {environment: 'sandbox', region: 'us'};

/** A planned create for the team of this number. */
const rowFor = (number: number): PlannedRow => ({
	row: {
		at: {line: number, column: 1, path: ''},
		team: '',
		place,
		provider: 'strava',
		answers: {},
		secrets: [],
	},
	place,
	action: 'create',
	changes: [],
	lost: [],
	anew: [],
	credential: {
		teamId: `team ${number}`,
		provider: 'strava',
		values: {
			client_id: `client ${number}`,
			client_secret: secret,
			details: null,
			redirect_url_override: null,
		},
	},
	before: success(undefined),
});

const rows = (count: number): readonly PlannedRow[] =>
	Array.from({length: count}, (_, index) => rowFor(index));

const options = (changes: Partial<ApplyOptions> = {}): ApplyOptions => ({
	concurrency: 4,
	signal: new AbortController().signal,
	stopSignal: new AbortController().signal,
	wait: async () => undefined,
	onResult: () => undefined,
	...changes,
});

async function outcomes(
	api: ReturnType<typeof fakeApi>,
	planned: readonly PlannedRow[],
	changes: Partial<ApplyOptions> = {},
): Promise<readonly RowOutcome[]> {
	const results = await applyPlan(api.api, planned, options(changes));
	assert.deepEqual(
		results.map(result => result.planned),
		planned,
	);
	return results.map(({outcome}) => outcome);
}

suite('applying', () => {
	test('saves every row and tells of each as it ends', async () => {
		const api = fakeApi();
		const told: string[] = [];
		const result = await outcomes(api, rows(10), {
			onResult: ({planned}) => told.push(planned.credential.teamId),
		});
		assert.deepEqual(result, Array(10).fill('created'));
		assert.equal(api.rows().length, 10);
		assert.equal(new Set(told).size, 10);
	});

	test('says of each row what it was planned to be', async () => {
		const api = fakeApi();
		const first = api.store(place, rowFor(0).credential);
		const resend = {...rowFor(0), action: 'resend', before: success(first)} as const;
		const second = api.store(place, rowFor(1).credential);
		const update = {...rowFor(1), action: 'update', before: success(second)} as const;
		assert.deepEqual(await outcomes(api, [resend, update, rowFor(2)]), ['resent', 'updated', 'created']);
	});

	test('goes on where a row is refused', async () => {
		const api = fakeApi({
			onUpsert: ({teamId}) =>
				teamId === 'team 1'
					? failure({kind: 'correct', status: 422, message: 'No.', advice: 'Correct it.', fields: []})
					: undefined,
		});
		assert.deepEqual(await outcomes(api, rows(3)), ['created', 'failed', 'created']);
	});

	test('keeps no more rows under way than it may', async () => {
		let [active, most] = [0, 0];
		const {api, ...rest} = fakeApi();
		const upsert: typeof api.upsert = async (...input) => {
			most = Math.max(most, ++active);
			await new Promise(setImmediate);
			active -= 1;
			return api.upsert(...input);
		};
		await outcomes({...rest, api: {...api, upsert}}, rows(20), {concurrency: 3});
		assert.equal(most, 3);
	});
});

suite('a row under way', () => {
	test('is not failed by an overload: the run waits and sends the identical body again', async () => {
		for (const status of [429, 503] as const) {
			const waits: number[] = [];
			const api = fakeApi({onUpsert: (_, attempt) => (attempt <= 6 ? busy(status, 2) : undefined)});
			const result = await outcomes(api, rows(1), {wait: async seconds => void waits.push(seconds)});
			assert.deepEqual(result, ['created']);
			assert.equal(new Set(api.upserts).size, 1, 'another body');
			assert.ok(waits.filter(seconds => seconds === 2).length >= 6);
		}
	});

	test('is sent once more, identical, where a send is of unknown outcome and there is no sign of it', async () => {
		const api = fakeApi({onUpsert: (_, attempt) => (attempt === 1 ? problem('uncertain') : undefined)});
		assert.deepEqual(await outcomes(api, rows(1)), ['created']);
		assert.equal(api.upserts.length, 2);
		assert.equal(new Set(api.upserts).size, 1, 'another body');
	});

	test('is done where an earlier send arrived late', async () => {
		const api = fakeApi({
			onUpsert: () => problem('uncertain'),
			// The last look of the first try finds nothing; the first of the second try does.
			onRead(attempt) {
				if (attempt === 5) api.store(place, rowFor(0).credential);
				return undefined;
			},
		});
		assert.deepEqual(await outcomes(api, rows(1)), ['created']);
		assert.equal(api.upserts.length, 1);
	});

	test('stays unconfirmed where no send ever shows', async () => {
		const api = fakeApi({onUpsert: () => problem('uncertain')});
		assert.deepEqual(await outcomes(api, rows(1)), ['unconfirmed']);
	});

	test('is not sent again where what is stored cannot be read', async () => {
		const unreadable = problem('unavailable');
		const api = fakeApi({onUpsert: () => problem('uncertain'), onRead: () => unreadable});
		assert.deepEqual(await outcomes(api, [{...rowFor(0), action: 'save', before: unreadable}]), [
			'unconfirmed',
		]);
		assert.equal(api.upserts.length, 1);
	});

	test('is not written where someone else changed what is stored since the plan', async () => {
		const api = fakeApi();
		api.store(place, altered(rowFor(0).credential, {client_id: 'of a colleague'}));
		assert.deepEqual(await outcomes(api, rows(1)), ['failed']);
		assert.deepEqual(api.upserts, []);
	});

	test('stays unconfirmed where someone else writes after a send without an answer', async () => {
		const api = fakeApi({
			onUpsert: () => problem('uncertain'),
			onRead(attempt) {
				if (attempt === 5) api.store(place, altered(rowFor(0).credential, {client_id: 'of a colleague'}));
				return undefined;
			},
		});
		assert.deepEqual(await outcomes(api, rows(1)), ['unconfirmed']);
		assert.equal(api.upserts.length, 1);
	});
});

suite('a run', () => {
	test('that is stopped finishes what is under way and begins nothing more', async () => {
		const api = fakeApi();
		const stop = new AbortController();
		let done = 0;
		const result = await outcomes(api, rows(6), {
			concurrency: 2,
			stopSignal: stop.signal,
			onResult() {
				done += 1;
				if (done === 2) stop.abort();
			},
		});
		assert.deepEqual(result.slice(4), ['notBegun', 'notBegun']);
		assert.equal(result.filter(outcome => outcome === 'created').length, api.rows().length);
	});

	test('whose key is refused begins nothing more', async () => {
		const api = fakeApi({onUpsert: () => problem('reauthenticate')});
		const result = await outcomes(api, rows(50), {concurrency: 1});
		assert.deepEqual([result[0], result.slice(1)], ['failed', Array(49).fill('notBegun')]);
	});

	test('that is answered nothing but an overload is given up in the end', async () => {
		const api = fakeApi({onUpsert: () => busy(503)});
		const result = await outcomes(api, rows(40));
		assert.ok(result.includes('failed') && result.at(-1) === 'notBegun', result.join());
	});

	test('slows down for all rows and comes back', async () => {
		const atOnce: number[] = [];
		const api = fakeApi({
			onUpsert: ({teamId}, attempt) => (teamId === 'team 3' && attempt < 3 ? busy(429) : undefined),
		});
		await outcomes(api, rows(100), {concurrency: 8, onSlowing: slowing => atOnce.push(slowing.atOnce)});
		assert.equal(atOnce[0], 7);
		assert.equal(api.rows().length, 100);
	});

	test('that is stopped sends nothing again, however long it was told to wait', async () => {
		const stop = new AbortController();
		const api = fakeApi({
			onUpsert() {
				stop.abort();
				return busy(503, 20);
			},
		});
		assert.deepEqual(await outcomes(api, rows(3), {concurrency: 1, stopSignal: stop.signal}), [
			'failed',
			'notBegun',
			'notBegun',
		]);
		assert.equal(api.upserts.length, 1);
	});

	test('tells where the server accepts a row and shows no change', async () => {
		const api = fakeApi();
		const stored = api.store(place, rowFor(0).credential);
		const unmoved = {...api, api: {...api.api, upsert: async () => success(stored)}};
		const planned = {...rowFor(0), action: 'resend', before: success(stored)} as const;
		const [result] = await applyPlan(unmoved.api, [planned], options());
		assert.deepEqual([result?.outcome, result?.isUnproved], ['resent', true]);
	});

	test('that is aborted says of what was sent that it may be stored', async () => {
		const controller = new AbortController();
		const api = fakeApi({
			onUpsert() {
				controller.abort();
				return problem('uncertain');
			},
		});
		const result = await outcomes(api, rows(5), {concurrency: 1, signal: controller.signal});
		assert.deepEqual(result, ['unconfirmed', ...Array(4).fill('notBegun')]);
	});
});
