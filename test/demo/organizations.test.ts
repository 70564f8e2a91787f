import assert from 'node:assert/strict';
import test from 'node:test';
import {haldenMoss, quillfeather} from '../../source/demo/seed-organizations.ts';
import {credentialsPath, detailOf, organizationPath, preparationPath, startAsking} from './ask.ts';

const start = Date.UTC(2026, 7, 20);

test('an organization that never expires says so', async t => {
	const {ask} = await startAsking(t);
	const answered = await ask('GET', organizationPath);
	assert.equal(answered.status, 200);
	assert.deepEqual(answered.json, {id: quillfeather.id, name: 'Quillfeather Health', expires_at: null});
});

test('an organization that expires soon says when', async t => {
	const {ask} = await startAsking(t, {now: () => start});
	const answered = await ask('GET', `/v1/org/${haldenMoss.id}`, undefined, {
		'x-management-key': haldenMoss.key,
	});
	assert.deepEqual(answered.json, {
		id: haldenMoss.id,
		name: 'Halden & Moss',
		expires_at: '2026-08-29T00:00:00.000Z',
	});
});

test('the key is taken in the header of either generation', async t => {
	const {ask} = await startAsking(t);
	const answered = await ask('GET', organizationPath, undefined, {'x-vital-org-key': quillfeather.key});
	assert.equal(answered.status, 200);
});

test('an organization ID in upper case is the same organization', async t => {
	const {ask} = await startAsking(t);
	const answered = await ask('GET', `/v1/org/${quillfeather.id.toUpperCase()}`);
	assert.equal(answered.status, 200);
});

test('a missing, an unknown and a provoking key are refused with 401', async t => {
	const {ask} = await startAsking(t);
	for (const headers of [{}, {'x-management-key': 'mg_unknown'}, {'x-management-key': 'mg_demo_401'}]) {
		const answered = await ask('GET', organizationPath, undefined, headers);
		assert.equal(answered.status, 401);
		assert.equal(typeof detailOf(answered), 'string');
		assert.doesNotMatch(answered.text, /mg_/);
	}
});

test('the key of the other organization and a provoking key are refused with 403', async t => {
	const {ask} = await startAsking(t);
	for (const key of [haldenMoss.key, 'mg_demo_403']) {
		const answered = await ask('GET', organizationPath, undefined, {'x-management-key': key});
		assert.equal(answered.status, 403);
		assert.equal(typeof detailOf(answered), 'string');
	}
});

test('every route asks for a key', async t => {
	const {ask, demo} = await startAsking(t);
	const routes = [
		['GET', `${organizationPath}/team`],
		['GET', credentialsPath('sandbox', 'us')],
		['POST', credentialsPath('sandbox', 'us')],
		['DELETE', credentialsPath('sandbox', 'us')],
		['POST', preparationPath('sandbox', 'us')],
	] as const;
	const before = demo.stored();
	for (const [method, path] of routes) {
		const answered = await ask(method, path, method === 'POST' ? {} : undefined, {});
		assert.equal(answered.status, 401, `${method} ${path}`);
	}
	assert.deepEqual(demo.stored(), before);
});

test('an unknown path is 404 and a wrong method 405 with the methods allowed', async t => {
	const {ask} = await startAsking(t);
	for (const path of [
		'/',
		'/v1/org',
		'/management/v1/org',
		`${organizationPath}/`,
		`${organizationPath}/x`,
	]) {
		const answered = await ask('GET', path);
		assert.equal(answered.status, 404, path);
		assert.deepEqual(answered.json, {detail: 'Not Found'});
	}
	const answered = await ask('PUT', credentialsPath('sandbox', 'us'), {});
	assert.equal(answered.status, 405);
	assert.deepEqual(answered.json, {detail: 'Method Not Allowed'});
	assert.equal(answered.headers.get('allow'), 'GET, POST, DELETE');
});

test('path values that cannot be are refused with 422 at their place', async t => {
	const {ask} = await startAsking(t);
	const organization = await ask('GET', '/v1/org/not-an-id');
	assert.equal(organization.status, 422);
	assert.deepEqual(organization.json, {
		detail: [
			{
				type: 'uuid_parsing',
				loc: ['path', 'org_id'],
				msg: 'Input should be a valid UUID',
				input: 'not-an-id',
			},
		],
	});
	const place = await ask('GET', credentialsPath('staging', 'mars'));
	assert.equal(place.status, 422);
	assert.deepEqual(
		(detailOf(place) as readonly {loc: unknown}[]).map(({loc}) => loc),
		[
			['path', 'env'],
			['path', 'region'],
		],
	);
});

test('every answer carries its own request ID', async t => {
	const {ask} = await startAsking(t);
	const answers = [
		await ask('GET', organizationPath),
		await ask('GET', '/nowhere'),
		await ask('PUT', organizationPath, {}),
		await ask('GET', organizationPath, undefined, {}),
		await ask('POST', credentialsPath('sandbox', 'us'), {}),
	];
	const ids = answers.map(({headers}) => headers.get('x-request-id'));
	assert.ok(ids.every(id => id?.startsWith('req_demo_')));
	assert.equal(new Set(ids).size, ids.length);
});

test('the organization operation can be missing', async t => {
	const {ask} = await startAsking(t, {organization: 'missing'});
	assert.equal((await ask('GET', organizationPath)).status, 404);
	assert.equal((await ask('GET', `${organizationPath}/team`)).status, 200);
});
