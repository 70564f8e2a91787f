import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {inspect, promisify} from 'node:util';
import {fetchFor} from '../../source/management-api/proxy.ts';
import {checkRedirect} from '../../source/management-api/redirect-check.ts';
import {assertNoSecret, keyText, place, row, secretText} from '../support/credentials.ts';
import {closedAddress} from '../support/scripted-server.ts';
import {type ProxyManner, startConnectProxy} from './connect-proxy.ts';
import {fetchOf, login, passwordText, problemThrough} from './through-proxy.ts';
import {startTlsServer, tlsHost} from './tls-server.ts';

const {signal} = new AbortController();
const run = promisify(execFile);
const beside = (name: string) => path.join(import.meta.dirname, name);

async function refusedBy(t: TestContext, manner: ProxyManner) {
	const proxy = await startConnectProxy(t, manner);
	const environment = {HTTPS_PROXY: `http://${login}@${proxy.host}`};
	const options = {proxySeconds: manner === 'hang' ? 1.5 : 20};
	return {proxy, problem: await problemThrough(environment, undefined, options)};
}

suite('which proxy', () => {
	test('none where no variable is set, or none is to be used', async () => {
		for (const environment of [
			{},
			{HTTPS_PROXY: '', https_proxy: ' ', HTTP_PROXY: undefined},
			{NO_PROXY: 'example.com'},
			{HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '*'},
		]) {
			assert.deepEqual(await fetchFor(environment), {ok: true, value: undefined});
		}
	});

	test('lower case wins, then HTTPS_PROXY, then HTTP_PROXY; empty is not set; http needs no scheme', async t => {
		const wrong = 'socks5://127.0.0.1:1';
		const proxy = await startConnectProxy(t, 403);
		for (const environment of [
			{https_proxy: proxy.host, HTTPS_PROXY: wrong, http_proxy: wrong, HTTP_PROXY: wrong},
			{https_proxy: '', HTTPS_PROXY: `http://${proxy.host}/`, http_proxy: wrong},
			{http_proxy: proxy.host, HTTP_PROXY: wrong},
			{HTTP_PROXY: `http://${proxy.host}`},
		]) {
			const before = proxy.heads.length;
			assert.equal((await problemThrough(environment)).kind, 'unreachable');
			assert.equal(proxy.heads.length, before + 1, inspect(environment));
		}
	});

	test('that of every scheme comes after that of https and before that of http', async t => {
		const wrong = 'socks5://127.0.0.1:1';
		const proxy = await startConnectProxy(t, 403);
		for (const environment of [
			{HTTPS_PROXY: proxy.host, all_proxy: wrong, ALL_PROXY: wrong, http_proxy: wrong},
			{HTTPS_PROXY: '', all_proxy: proxy.host, ALL_PROXY: wrong, http_proxy: wrong},
			{ALL_PROXY: `http://${proxy.host}`, http_proxy: wrong, HTTP_PROXY: wrong},
		]) {
			const before = proxy.heads.length;
			assert.equal((await problemThrough(environment)).kind, 'unreachable');
			assert.equal(proxy.heads.length, before + 1, inspect(environment));
		}
	});

	test('a path or a query of its address means nothing', async t => {
		const proxy = await startConnectProxy(t, 403);
		for (const rest of ['/', '/proxy/path', '?query=1', '/path?query']) {
			const {message} = await problemThrough({ALL_PROXY: `http://${login}@${proxy.host}${rest}`});
			assert.match(message, /^The proxy did not let a connection/);
		}
		assert.deepEqual(new Set(proxy.heads.map(({line}) => line)), new Set([`CONNECT ${tlsHost}:443`]));
	});

	test('a SOCKS proxy is named as what it is', async () => {
		for (const scheme of ['socks', 'socks4', 'socks5', 'SOCKS5H']) {
			const result = fetchFor({ALL_PROXY: `${scheme}://${login}@127.0.0.1:1080`});
			assert.ok(!result.ok);
			assert.match(
				result.problem.message,
				/^ALL_PROXY is not .*, but of a SOCKS proxy, which byoo cannot use\.$/,
			);
			assertNoSecret(result);
		}
	});

	for (const value of [
		`socks5://${login}@proxy.example:1080`,
		`ftp://${login}@proxy.example`,
		`http://${login}@proxy.example:99999`,
		`http://${login}%zz@proxy.example`,
		`${login}@proxy.example:port`,
		'http://',
		'http://a b',
		`http://${login} @proxy.example`,
		`http://${login}#@proxy.example`,
		`http://proxy.example/#${login}`,
		`http://user/${login}@proxy.example`,
		`http://user?${login}@proxy.example`,
		`http://user\\${login}@proxy.example`,
		`user#${login}@proxy.example`,
		'://',
	]) {
		test(`${value.replace(login, '…')} is none, which is said without repeating it`, async () => {
			for (const variable of [
				'HTTPS_PROXY',
				'https_proxy',
				'ALL_PROXY',
				'all_proxy',
				'HTTP_PROXY',
				'http_proxy',
			]) {
				const result = await fetchFor({[variable]: value});
				assert.ok(!result.ok && result.problem.kind === 'correct');
				assert.match(result.problem.message, new RegExp(`^${variable} is not the address`));
				assert.match(result.problem.advice, new RegExp(`Set ${variable} to`));
				assertNoSecret(result);
				assert.doesNotMatch(inspect(result), /us%20er|us er/);
			}
		});
	}
});

suite('through a proxy', () => {
	test('as it is shipped, it sees the host and its own password, and nothing of what is sent', async t => {
		const server = await startTlsServer(t, {...row(), credentials: [row()]});
		const proxy = await startConnectProxy(t, 'let-through');
		const folder = mkdtempSync(path.join(os.tmpdir(), 'byoo-proxy-'));
		t.after(() => rmSync(folder, {recursive: true, force: true}));
		await run(process.execPath, [beside('bundle-program.mjs'), beside('ask-through-proxy.ts'), folder]);
		const {stdout, stderr} = await run(
			process.execPath,
			[path.join(folder, 'main.js'), server.url, `http://${login}@${proxy.host}`],
			{
				// What the process itself is told must not matter.
				env: {...process.env, NODE_EXTRA_CA_CERTS: server.certificateFile, no_proxy: '*', NO_PROXY: '*'},
				timeout: 30_000,
			},
		);
		assert.equal(stderr, '');
		const [saved, listed, removed, holding] = JSON.parse(stdout);
		assert.equal(saved.value?.id, 'c1', stdout);
		assert.equal(listed.value?.rows.length, 1, stdout);
		assert.match(removed.problem?.message, /redirect \(307\), which was not followed/);
		assert.deepEqual(holding, [], stdout);

		assert.deepEqual(
			server.requests.map(({method}) => method),
			['POST', 'GET', 'DELETE'],
		);
		assert.ok(server.requests.every(({headers}) => headers['x-management-key'] === keyText));
		assert.ok(server.requests.every(({headers}) => headers['proxy-authorization'] === undefined));
		assert.equal(JSON.parse(server.requests[0]?.body ?? '').client_secret, secretText);

		assert.ok(proxy.heads.length > 0);
		for (const {line, headers} of proxy.heads) {
			assert.equal(line, `CONNECT ${server.authority}`);
			assert.equal(headers['proxy-authorization'], `Basic ${btoa(`us er:${passwordText}`)}`);
			assertNoSecret({...headers, 'proxy-authorization': ''});
			assert.ok(!Object.keys(headers).some(name => /key|cookie|^authorization/.test(name)));
		}
		for (const bytes of proxy.tunnelled()) {
			assert.equal(bytes[0], 0x16, 'a TLS handshake begins the tunnel');
			for (const text of [keyText, secretText]) assert.ok(!bytes.includes(text));
		}
	});

	test('a certificate that is not trusted stops everything, and NODE_EXTRA_CA_CERTS is named', async t => {
		const server = await startTlsServer(t, row());
		const proxy = await startConnectProxy(t, 'let-through');
		const problem = await problemThrough({HTTPS_PROXY: proxy.host}, server.url);
		assert.equal(problem.kind, 'unreachable');
		assert.match(problem.message, new RegExp(`certificate of ${server.authority} is not trusted`));
		assert.match(problem.advice, /NODE_EXTRA_CA_CERTS/);
		assert.equal(server.requests.length, 0);
	});

	for (const manner of [403, 407, 502] as const) {
		test(`its ${manner} means that nothing was sent`, async t => {
			const {proxy, problem} = await refusedBy(t, manner);
			assert.equal(problem.kind, 'unreachable');
			assert.match(problem.message, /^The proxy did not let a connection to api\.byoo\.invalid through\.$/);
			assert.match(problem.advice, /^Nothing was sent\. Check HTTPS_PROXY/);
			assert.equal(proxy.heads.length, 1);
		});
	}

	for (const manner of ['hang', 'hang-up'] as const) {
		test(`nothing was sent where it does but ${manner}, and it is asked once`, async t => {
			const {proxy, problem} = await refusedBy(t, manner);
			assert.equal(problem.kind, 'unreachable');
			assert.match(problem.message, /^The proxy on the way to api\.byoo\.invalid did not answer\.$/);
			assert.equal(proxy.heads.length, 1);
		});
	}

	test('nothing was sent where the tunnel closes before TLS', async t => {
		const {problem} = await refusedBy(t, 'let-through-and-close');
		assert.equal(problem.kind, 'unreachable');
		assert.match(problem.message, /^No secure connection to api\.byoo\.invalid/);
	});

	test('nothing was sent where nobody listens, or its name or its TLS is wrong', async t => {
		const {host} = new URL(await closedAddress());
		const {host: plain} = await startConnectProxy(t, 'let-through');
		for (const proxy of [
			`http://${host}`,
			'http://proxy.byoo.invalid',
			`https://${plain.replace('127.0.0.1', 'localhost')}`,
		]) {
			const problem = await problemThrough({HTTPS_PROXY: proxy});
			assert.equal(problem.kind, 'unreachable');
			assert.match(problem.message, /^The proxy on the way to .* did not answer\.$/);
		}
	});

	test('the redirect check says that it was the proxy', async t => {
		const target = {...place};
		for (const [manner, message] of [
			[403, /^The proxy did not let a connection to app\.byoo\.invalid through\.$/],
			['hang-up', /^The proxy did not answer, so app\.byoo\.invalid was not asked\.$/],
		] as const) {
			const proxy = await startConnectProxy(t, manner);
			const fetch = await fetchOf({HTTPS_PROXY: proxy.host});
			const check = await checkRedirect('https://app.byoo.invalid/callback', target, {signal, fetch});
			assert.match(check.deviations[0]?.message ?? '', message);
			assert.equal(proxy.heads[0]?.line, 'CONNECT app.byoo.invalid:443');
		}
	});
});
