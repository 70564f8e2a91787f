import assert from 'node:assert/strict';
import test from 'node:test';
import {forwarders} from '../../source/demo/forwarders.ts';
import type {Place} from '../../source/domain/credential.ts';
import {checkRedirect} from '../../source/management-api/redirect-check.ts';
import {preparationPath, startAsking, teamIn} from './ask.ts';

const {signal} = new AbortController();
const places: readonly Place[] = [
	{environment: 'sandbox', region: 'us'},
	{environment: 'production', region: 'eu'},
];

const expected: Readonly<Record<string, readonly string[]>> = {
	'/forward/right': [],
	'/forward/302': ['other-status'],
	'/forward/re-encoded': ['query-changed'],
	'/forward/dropped': ['query-dropped'],
	'/forward/other-environment': ['other-environment'],
	'/forward/page': ['own-page'],
};

test('every forwarder is documented, and only these', () => {
	assert.deepEqual(
		forwarders.map(({path}) => path),
		Object.keys(expected),
	);
	assert.ok(forwarders.every(({what}) => /^[A-Z].*\.$/.test(what)));
});

for (const [path, kinds] of Object.entries(expected)) {
	test(`${path} shows in a check: ${kinds.join() || 'nothing'}`, async t => {
		const {ask, demo} = await startAsking(t);
		for (const place of places) {
			const {environment, region} = place;
			const body = {team_id: teamIn(demo, region).id, provider: 'google_health'};
			const {json} = await ask('POST', preparationPath(environment, region), body);
			const {preparation_steps: steps} = json as {
				preparation_steps: {readonly type: string; readonly value: string}[];
			};
			const callback = steps.find(({type}) => type === 'redirect_uri')?.value;
			assert.ok(callback);
			const address = `${demo.url}${path}/${environment}/${region}/google_health`;
			for (const target of [{...place, callback}, place]) {
				const {deviations} = await checkRedirect(address, target, {signal});
				assert.deepEqual(
					deviations.map(({kind}) => kind),
					kinds,
				);
			}
		}
	});
}

test('a forwarder needs no key, keeps the query as it came, and does without one', async t => {
	const {ask, demo} = await startAsking(t);
	const to = async (query: string) => {
		const answered = await ask('GET', `/forward/right/sandbox/us/strava${query}`, undefined, {});
		assert.equal(answered.status, 307);
		return answered.headers.get('location');
	};
	const callback = 'https://api.sandbox.us.junction.com/v2/link/connect/strava';
	assert.equal(await to('?a=%2f+~&b=c?d=/'), `${callback}?a=%2f+~&b=c?d=/`);
	assert.equal(await to(''), callback);
	assert.equal(demo.requests().length, 2);
});

test('what is no forwarder is not found, and only GET is taken', async t => {
	const {ask} = await startAsking(t);
	for (const path of [
		'/forward/',
		'/forward/right',
		'/forward/left/sandbox/us/strava',
		'/forward/right/staging/us/strava',
		'/forward/right/sandbox/mars/strava',
		'/forward/right/sandbox/us/..%2f',
	]) {
		assert.equal((await ask('GET', path)).status, 404, path);
	}
	const posted = await ask('POST', '/forward/right/sandbox/us/strava');
	assert.deepEqual([posted.status, posted.headers.get('allow')], [405, 'GET']);
});
