import assert from 'node:assert/strict';
import test from 'node:test';
import {createLog} from '../../source/demo/log.ts';
import {type DemoPage, page} from '../../source/demo/paging.ts';
import {createStore, type Shelf, type StoredRow, type Upsert} from '../../source/demo/store.ts';

const shelf: Shelf = {organizationId: 'o', environment: 'sandbox', region: 'us'};
const upsert = (teamId: string, provider: string): Upsert => ({
	teamId,
	provider,
	values: {client_id: 'mine'},
});

test('ten thousand rows are read page by page, each once and in the order they were saved', () => {
	const store = createStore([], () => 0);
	const saved = Array.from({length: 10_000}, (_, number) =>
		store.save(shelf, upsert(`team ${number % 250}`, `provider ${number}`)),
	);
	const ids: string[] = [];
	let cursor: string | null = null;
	let pages = 0;
	do {
		const part: DemoPage<StoredRow> = page(store.on(shelf), cursor);
		assert.ok(part.ok);
		ids.push(...part.rows.map(({id}) => id));
		cursor = part.nextCursor;
		pages += 1;
	} while (cursor !== null);
	assert.equal(pages, 400);
	assert.deepEqual(
		ids,
		saved.map(({id}) => id),
	);
});

test('a shelf shows its own rows, and a team on it its own', () => {
	const store = createStore([], () => 0);
	const strava = store.save(shelf, upsert('a', 'strava'));
	const polar = store.save(shelf, upsert('a', 'polar'));
	const other = store.save(shelf, upsert('b', 'strava'));
	const elsewhere = store.save({...shelf, environment: 'production'}, upsert('a', 'strava'));
	assert.deepEqual(store.on(shelf), [strava, polar, other]);
	assert.deepEqual(store.on(shelf, 'a'), [strava, polar]);
	assert.deepEqual(store.on(shelf, 'c'), []);
	assert.deepEqual(store.all(), [strava, polar, other, elsewhere]);
	assert.equal(store.find(shelf, {teamId: 'b', provider: 'strava'}), other);
});

test('a row that is saved again keeps its place, and one that is removed is gone everywhere', () => {
	const store = createStore([], () => 0);
	const strava = store.save(shelf, upsert('a', 'strava'));
	const polar = store.save(shelf, upsert('a', 'polar'));
	const again = store.save(shelf, upsert('a', 'strava'));
	assert.equal(again.id, strava.id);
	assert.deepEqual(store.on(shelf, 'a'), [again, polar]);
	store.remove(again);
	for (const rows of [store.all(), store.on(shelf), store.on(shelf, 'a')]) assert.deepEqual(rows, [polar]);
	assert.equal(store.find(shelf, again), undefined);
});

test('a log keeps its newest entries', () => {
	const log = createLog<number>(3);
	for (const number of [1, 2, 3, 4, 5]) log.add(number);
	assert.deepEqual(log.entries(), [3, 4, 5]);
});
