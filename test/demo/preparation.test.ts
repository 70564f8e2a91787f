import assert from 'node:assert/strict';
import test from 'node:test';
import {preparationPath, refusedIn, startAsking, teamIn} from './ask.ts';

type Preparation = {
	readonly status: string;
	readonly preparation_steps: readonly {
		readonly type: string;
		readonly key: string | null;
		readonly value: string;
		readonly description: string | null;
	}[];
};

const expected = {
	strava: ['redirect_uri'],
	google_health: ['redirect_uri', 'iam_principal'],
	fitbit: ['redirect_uri', 'webhook_uri'],
	polar: ['webhook_uri'],
	oura: [],
	freestyle_libre: [],
};

for (const [provider, types] of Object.entries(expected)) {
	test(`${provider} prepares ${types.join(' and ') || 'nothing'}`, async t => {
		const {ask, demo} = await startAsking(t);
		const body = {team_id: teamIn(demo, 'eu').id, provider};
		const answered = await ask('POST', preparationPath('production', 'eu'), body);
		assert.equal(answered.status, 200);
		const {status, preparation_steps: steps} = answered.json as Preparation;
		assert.equal(status, types.length > 0 ? 'preparations_required' : 'no_action_needed');
		assert.deepEqual(
			steps.map(({type}) => type),
			types,
		);
		assert.ok(steps.every(step => step.value && step.description && step.key !== undefined));
	});
}

test('the addresses are those of the environment and region', async t => {
	const {ask, demo} = await startAsking(t);
	const valueIn = async (environment: string, region: string) => {
		const body = {team_id: teamIn(demo, region).id, provider: 'strava'};
		const answered = await ask('POST', preparationPath(environment, region), body);
		return (answered.json as Preparation).preparation_steps[0]?.value;
	};
	for (const [environment, region, host] of [
		['sandbox', 'us', 'api.sandbox.us.junction.com'],
		['sandbox', 'eu', 'api.sandbox.eu.junction.com'],
		['production', 'us', 'api.us.junction.com'],
		['production', 'eu', 'api.eu.junction.com'],
	] as const) {
		assert.equal(await valueIn(environment, region), `https://${host}/v2/link/connect/strava`);
	}
});

test('a body that cannot be is refused', async t => {
	const {ask, demo} = await startAsking(t);
	const empty = await ask('POST', preparationPath('sandbox', 'us'), {});
	assert.equal(empty.status, 422);
	assert.deepEqual(
		refusedIn(empty).map(({loc}) => loc),
		[
			['body', 'team_id'],
			['body', 'provider'],
		],
	);
	const body = {team_id: teamIn(demo, 'eu').id, provider: 'strava'};
	const elsewhere = await ask('POST', preparationPath('sandbox', 'us'), body);
	assert.match(refusedIn(elsewhere)[0]?.msg ?? '', /region eu/);
});

test('preparing can be missing', async t => {
	const {ask} = await startAsking(t, {preparations: 'missing'});
	assert.equal((await ask('POST', preparationPath('sandbox', 'us'), {})).status, 404);
});
