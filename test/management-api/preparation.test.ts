import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {connect} from '../../source/management-api/client.ts';
import {connectionTo, keyText, organizationId, place, teamId} from '../support/credentials.ts';
import {
	inOrder,
	type Scripted,
	type ScriptedServer,
	startScriptedServer,
} from '../support/scripted-server.ts';

const {signal} = new AbortController();
const target = {teamId, provider: 'strava'};
const step = (changes: Readonly<Record<string, unknown>> = {}) => ({
	type: 'redirect_uri',
	key: null,
	value: 'https://api.sandbox.us.junction.com/v2/link/connect/strava',
	description: 'Add it.',
	...changes,
});
const required = (...steps: readonly unknown[]): Scripted => ({
	status: 200,
	json: {status: 'preparations_required', preparation_steps: steps},
});

function prepareOn(server: ScriptedServer, waits: number[] = []) {
	const options = {
		userAgent: 'byoo/test',
		async wait(seconds: number) {
			waits.push(seconds);
		},
	};
	return connect(connectionTo(server.url), options).prepare(place, target, {signal});
}

async function prepared(t: TestContext, answer: Scripted) {
	return prepareOn(await startScriptedServer(t, () => answer));
}

test('the team and the provider are sent to the place', async t => {
	const server = await startScriptedServer(t, () => required(step()));
	assert.deepEqual(await prepareOn(server), {ok: true, value: {steps: [step({key: ''})]}});
	const [request] = server.requests;
	assert.equal(request?.method, 'POST');
	assert.equal(
		request?.path,
		`/v1/org/${organizationId}/prepare_team_custom_credentials/${place.environment}/${place.region}`,
	);
	assert.equal(request?.headers['x-management-key'], keyText);
	assert.deepEqual(JSON.parse(request?.body ?? ''), {team_id: teamId, provider: 'strava'});
});

test('no action needed is no steps', async t => {
	for (const json of [
		{status: 'no_action_needed'},
		{status: 'no_action_needed', preparation_steps: null},
		{status: 'no_action_needed', preparation_steps: [step()], more: 1},
	]) {
		assert.deepEqual(await prepared(t, {status: 200, json}), {ok: true, value: {steps: []}});
	}
});

test('kinds of steps that are not known yet are kept', async t => {
	const result = await prepared(
		t,
		required(step({type: 'allowed_origin', extra: {}}), step({type: 'x\u001b[31m'})),
	);
	assert.ok(result.ok);
	assert.deepEqual(
		result.value.steps.map(({type}) => type),
		['allowed_origin', 'x'],
	);
});

test('values and keys are exactly those of the server', async t => {
	const value = ' serviceAccount:Ü  x%2f%2F+~@demo.iam.gserviceaccount.com ';
	const key = 'roles/iam.serviceAccountTokenCreator  ';
	const result = await prepared(t, required(step({type: 'iam_principal', key, value})));
	assert.ok(result.ok);
	assert.equal(result.value.steps[0]?.value, value);
	assert.equal(result.value.steps[0]?.key, key);
});

test('a step that cannot be copied safely or read is left out, and counted', async t => {
	const unsafe = [
		step({value: 'https://a.example/\nrm -rf'}),
		step({value: 'https://a.example/\u001b]52;c;eA==\u0007'}),
		step({value: 'https://a.example/\u202egpj'}),
		step({value: 'https://a.example/\u2028'}),
		step({value: `https://a.example/${'x'.repeat(2000)}`}),
		step({value: ''}),
		step({value: 7}),
		step({key: 'a\rb'}),
		step({key: 'k'.repeat(501)}),
		null,
		'x',
	];
	const result = await prepared(t, required(...unsafe, step({type: 'webhook_uri'})));
	assert.ok(result.ok);
	assert.deepEqual(
		result.value.steps.map(({type}) => type),
		['webhook_uri'],
	);
	assert.equal(result.value.leftOut, unsafe.length);
});

test('steps of which none can be read are a problem, not an absence of steps', async t => {
	for (const answer of [
		required(),
		required(step({value: 'a\nb'})),
		{status: 200, json: {}},
		{status: 200},
	]) {
		const result = await prepared(t, answer);
		assert.ok(!result.ok && result.problem.kind === 'correct');
		assert.match(result.problem.message, /so the values to register could not be read/);
	}
});

test('descriptions are made safe to show, and there is no end of steps', async t => {
	const description = `Add it\r\n\u001b[2Jhere ${keyText} ${'x'.repeat(900)}`;
	const result = await prepared(t, required(...Array.from({length: 80}, () => step({description}))));
	assert.ok(result.ok);
	assert.equal(result.value.steps.length, 50);
	assert.equal(result.value.leftOut, 30);
	const shown = result.value.steps[0]?.description ?? '';
	assert.match(shown, /^Add it here •+ x+…$/);
	assert.ok(shown.length <= 501);
	const bare = await prepared(t, required(step({description: null})));
	assert.ok(bare.ok && bare.value.steps[0]?.description === '');
});

for (const status of [404, 405, 501]) {
	test(`${status} says that preparing is not offered`, async t => {
		const result = await prepared(t, {status, json: {detail: 'Not Found'}});
		assert.ok(!result.ok && result.problem.kind === 'unavailable');
	});
}

test('nothing is stored, so it is asked again like a read', async t => {
	const waits: number[] = [];
	const answers: readonly Scripted[] = [{status: 503}, 'reset', required(step())];
	const server = await startScriptedServer(t, inOrder({POST: answers}));
	assert.ok((await prepareOn(server, waits)).ok);
	assert.deepEqual(waits, [1, 2]);

	const busy = await startScriptedServer(t, () => ({status: 429}));
	const result = await prepareOn(busy);
	assert.ok(!result.ok && result.problem.kind === 'retry');
	assert.equal(busy.requests.length, 3);
});

test('a failure is never an uncertain one', async t => {
	for (const answer of [{status: 500}, 'cut', 'hang'] as const) {
		const server = await startScriptedServer(t, () => answer);
		const api = connect(connectionTo(server.url), {
			userAgent: 'byoo/test',
			timeoutSeconds: 1.2,
			wait: async () => undefined,
		});
		const result = await api.prepare(place, target, {signal});
		assert.ok(!result.ok);
		assert.equal(result.problem.kind, 'retry', String(answer));
	}
});

test('a refused team names the step of the wizard, and a refused key the key', async t => {
	const detail = [
		{type: 'value_error', loc: ['body', 'team_id'], msg: 'Value error, unknown team', input: {}},
	];
	const refused = await prepared(t, {status: 422, json: {detail}});
	assert.ok(!refused.ok && refused.problem.kind === 'correct');
	assert.deepEqual(refused.problem.fields, [{field: 'team', message: 'unknown team'}]);
	const locked = await prepared(t, {status: 401});
	assert.ok(!locked.ok && locked.problem.kind === 'reauthenticate');
});
