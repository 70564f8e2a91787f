import assert from 'node:assert/strict';
import {request} from 'node:http';
import {suite, type TestContext, test} from 'node:test';
import {liveSecrets} from '../../source/domain/live-secrets.ts';
import {Secret} from '../../source/domain/secret.ts';
import {openLoopback} from '../../source/proving/loopback.ts';
import {secretPartsOf} from '../../source/proving/secret-parts.ts';

const link = new Secret('https://link.tryvital.io/?token=canary-4f1d9a&env=sandbox');
const token = new Secret('canary-team-token-77a1');

async function opened(t: TestContext) {
	const result = await openLoopback(liveSecrets([token]));
	assert.ok(result.ok);
	t.after(() => result.value.close());
	return result.value;
}

type Got = {
	readonly status: number | undefined;
	readonly headers: NodeJS.Dict<string | string[]>;
	readonly text: string;
};

const get = (address: string, {method = 'GET', host}: {method?: string; host?: string} = {}): Promise<Got> =>
	new Promise((resolve, reject) => {
		const asked = request(address, {method, ...(host ? {headers: {host}} : {})}, answer => {
			let text = '';
			answer.on('data', chunk => {
				text += chunk;
			});
			answer.on('end', () => resolve({status: answer.statusCode, headers: answer.headers, text}));
		});
		asked.on('error', reject).end();
	});

suite('the page on this computer', () => {
	test('leads to the link, and tells nobody where the browser comes from', async t => {
		const loopback = await opened(t);
		const page = loopback.leadTo(link);
		assert.match(page, /^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}$/);
		assert.ok(!page.includes('canary'));
		const {status, headers} = await get(page);
		assert.equal(status, 303);
		assert.ok(link.is(String(headers.location)));
		assert.equal(headers['referrer-policy'], 'no-referrer');
		assert.equal(headers['cache-control'], 'no-store');
	});

	test('is at no other path, by no other name and no other method', async t => {
		const loopback = await opened(t);
		const page = loopback.leadTo(link);
		const {origin, port} = new URL(page);
		assert.equal((await get(`${origin}/`)).status, 404);
		assert.equal((await get(`${page}x`)).status, 404);
		assert.equal((await get(page, {method: 'POST'})).status, 405);
		for (const host of ['evil.example', `localhost:${port}`, '127.0.0.1']) {
			assert.equal((await get(page, {host})).status, 421, host);
		}
	});
});

suite('the way back', () => {
	test('takes success, once', async t => {
		const loopback = await opened(t);
		const {status, text} = await get(`${loopback.returnUrl}?provider=strava&state=success`);
		assert.equal(status, 200);
		assert.match(text, /You can close this page and go back to the terminal/);
		await get(`${loopback.returnUrl}?state=error`);
		assert.deepEqual(await loopback.returned, {ok: true});
	});

	test('takes the words of an error, cut and without a secret, and shows none of them', async t => {
		const loopback = await opened(t);
		const query = new URLSearchParams({
			state: 'error',
			error_type: `new_type_${token.reveal()}`,
			error: `<script>${token.reveal()} ${'x'.repeat(5000)}`,
			code: 'never-read',
		});
		const {text} = await get(`${loopback.returnUrl}?${query}`);
		assert.ok(!/script|canary|never-read/.test(text));
		const back = await loopback.returned;
		assert.ok(!back.ok);
		assert.ok(!JSON.stringify(back).includes('canary'));
		assert.ok(back.message.length <= 201 && back.type.length <= 61);
	});

	test('that says nothing is none', async t => {
		const loopback = await opened(t);
		await get(`${loopback.returnUrl}?state=maybe`);
		await get(`${loopback.returnUrl}?state=error&error_type=user_cancelled`);
		assert.deepEqual(await loopback.returned, {ok: false, type: 'user_cancelled', message: ''});
	});
});

test('what lets somebody in is told apart from the words of an address', () => {
	const address =
		'https://www.strava.com/oauth/authorize?client_id=canary-client&scope=activity:read_all&state=abcdefgh123&x=12';
	assert.deepEqual(secretPartsOf(address), ['abcdefgh123']);
	assert.deepEqual(secretPartsOf(link.reveal()), ['canary-4f1d9a']);
	const name = 'Ab3dEf6hIj9kLm2nOp5qRs';
	assert.deepEqual(secretPartsOf(`http://127.0.0.1:4010/link/${name}`), [name]);
	assert.deepEqual(secretPartsOf('https://moi.ouraring.com/oauth/v2/ext/oauth-authorize'), []);
});
