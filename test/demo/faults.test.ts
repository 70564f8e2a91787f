import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {createFaults, type Faults} from '../../source/demo/faults.ts';
import {startDemo} from '../../source/demo/server.ts';
import {credentialsPath, organizationPath, secret, startAsking, teamIn} from './ask.ts';

const path = credentialsPath('sandbox', 'us');
const faults = {busy: 0.3, drop: 0.3, seed: 7};

/** What became of some saves in a row: the status, with `Retry-After` where there is one, or `dropped`. */
async function savesUnder(t: TestContext, options: Faults | undefined) {
	const {ask, demo} = await startAsking(t, options ? {faults: options} : {});
	const seen: string[] = [];
	for (let number = 0; number < 60; number += 1) {
		const body = {
			team_id: teamIn(demo, 'us', number).id,
			provider: 'oura',
			client_id: 'mine',
			client_secret: secret,
		};
		const answered = await ask('POST', path, body).catch(() => undefined);
		const delay = answered?.headers.get('retry-after');
		seen.push(answered ? [answered.status, ...(delay ? [delay] : [])].join(' ') : 'dropped');
	}
	return {seen, writes: demo.writes()};
}

test('without the option nothing fails', async t => {
	const {seen, writes} = await savesUnder(t, undefined);
	assert.deepEqual(new Set(seen), new Set(['200']));
	assert.ok(writes.every(({isStored}) => isStored));
});

test('some saves are refused with and without a delay, and some break before or after they were stored', async t => {
	const {seen, writes} = await savesUnder(t, faults);
	assert.deepEqual(new Set(seen), new Set(['200', '503', '503 0', 'dropped']));
	assert.equal(writes.length, seen.length);
	const outcomes = new Set(seen.map((what, index) => `${what}, ${writes[index]?.isStored}`));
	assert.deepEqual(
		outcomes,
		new Set(['200, true', '503, false', '503 0, false', 'dropped, true', 'dropped, false']),
	);
});

test('the same seed has the same requests fail, and another has others', async t => {
	const {seen} = await savesUnder(t, faults);
	assert.deepEqual((await savesUnder(t, faults)).seen, seen);
	assert.notDeepEqual((await savesUnder(t, {...faults, seed: 8})).seen, seen);
});

test('every operation is met', async t => {
	const {ask} = await startAsking(t, {faults: {busy: 1}});
	for (const [method, where] of [
		['GET', organizationPath],
		['GET', `${organizationPath}/team`],
		['GET', path],
		['DELETE', path],
	] as const) {
		assert.equal((await ask(method, where)).status, 503);
	}
});

test('a deletion that breaks may be done', async t => {
	const {ask, demo} = await startAsking(t, {faults: {drop: 1}});
	const {length} = demo.stored();
	for (const {id} of demo.stored()) {
		const remove = () => ask('DELETE', `${path}?credential_id=${id}`);
		while (demo.stored().some(row => row.id === id && row.environment === 'sandbox' && row.region === 'us')) {
			await assert.rejects(remove(), TypeError);
		}
	}
	assert.ok(demo.stored().length < length);
});

test('the shares are kept over many requests, half and half in manner', () => {
	const faultAt = createFaults({busy: 0.2, drop: 0.1});
	const met = Array.from({length: 20_000}, (_, number) => faultAt(number));
	const share = (matches: (fault: (typeof met)[number]) => boolean) =>
		met.filter(matches).length / met.length;
	const isAbout = (value: number, expected: number) =>
		assert.ok(Math.abs(value - expected) < 0.01, `${value}`);
	isAbout(
		share(fault => fault?.kind === 'busy' && !('retry-after' in fault.headers)),
		0.1,
	);
	isAbout(
		share(fault => fault?.kind === 'busy' && fault.headers['retry-after'] === '0'),
		0.1,
	);
	isAbout(
		share(fault => fault?.kind === 'drop' && fault.isDone),
		0.05,
	);
	isAbout(
		share(fault => fault?.kind === 'drop' && !fault.isDone),
		0.05,
	);
});

test('shares that are none are refused', async () => {
	for (const shares of [{busy: -0.1}, {drop: 1.1}, {busy: 0.6, drop: 0.6}, {busy: Number.NaN}]) {
		await assert.rejects(startDemo({faults: shares}), RangeError);
	}
});
