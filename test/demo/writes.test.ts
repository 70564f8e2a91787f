import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import test from 'node:test';
import {quillfeather} from '../../source/demo/seed-organizations.ts';
import {type Asking, credentialsPath, preparationPath, secret, startAsking, teamIn} from './ask.ts';

const path = credentialsPath('sandbox', 'us');

const bodyOf = ({demo}: Asking, clientId: string) => ({
	team_id: teamIn(demo, 'us', 4).id,
	provider: 'oura',
	client_id: clientId,
	client_secret: secret,
});

const fingerprintOf = (body: object) => createHash('sha256').update(JSON.stringify(body)).digest('hex');

test('every save is logged with its key, a fingerprint of its body, and whether it was stored', async t => {
	const asking = await startAsking(t);
	const bodies = ['demo-503', 'demo-503', 'demo-500-stored', 'demo-422'].map(id => bodyOf(asking, id));
	for (const body of bodies) await asking.ask('POST', path, body);
	const key = `${quillfeather.id}/sandbox/us/${teamIn(asking.demo, 'us', 4).id}/oura`;
	assert.deepEqual(
		asking.demo.writes(),
		bodies.map((body, index) => ({
			key,
			fingerprint: fingerprintOf(body),
			isStored: [false, true, true, false][index],
		})),
	);
});

test('another secret is another fingerprint, and none shows the secret', async t => {
	const asking = await startAsking(t);
	await asking.ask('POST', path, bodyOf(asking, 'mine'));
	await asking.ask('POST', path, {...bodyOf(asking, 'mine'), client_secret: `${secret}.`});
	const [first, second] = asking.demo.writes();
	assert.notEqual(first?.fingerprint, second?.fingerprint);
	assert.ok(!JSON.stringify(asking.demo.writes()).includes('canary'));
});

test('a save that breaks off is logged as it was stored, and so is one with a refused key', async t => {
	const asking = await startAsking(t);
	await assert.rejects(asking.ask('POST', path, bodyOf(asking, 'demo-drop')), TypeError);
	await assert.rejects(asking.ask('POST', path, bodyOf(asking, 'demo-drop-stored')), TypeError);
	await asking.ask('POST', path, bodyOf(asking, 'mine'), {'x-management-key': 'unknown'});
	assert.deepEqual(
		asking.demo.writes().map(({isStored}) => isStored),
		[false, true, false],
	);
});

test('only saves that name a credential are logged', async t => {
	const asking = await startAsking(t);
	const body = bodyOf(asking, 'mine');
	await asking.ask('POST', path, '{');
	await asking.ask('POST', path, {...body, team_id: undefined});
	await asking.ask('POST', credentialsPath('nowhere', 'us'), body);
	await asking.ask('POST', preparationPath('sandbox', 'us'), body);
	await asking.ask('GET', path);
	assert.deepEqual(asking.demo.writes(), []);
});
