import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {suite, test} from 'node:test';
import {promisify} from 'node:util';
import {connect} from '../../source/management-api/client.ts';
import {assertNoSecret, connectionTo, credential, place, row} from '../support/credentials.ts';
import {makeCertificate} from './certificate.ts';
import {startConnectProxy} from './connect-proxy.ts';
import {startRawServer} from './raw-server.ts';
import {fetchOf, login, problemThrough} from './through-proxy.ts';
import {startTlsServer} from './tls-server.ts';

const run = promisify(execFile);

suite('a tunnel', () => {
	test('leads through a proxy over TLS too, serves every request, and holds no process that is done', async t => {
		const server = await startTlsServer(t, {...row(), credentials: [row()]});
		const certificate = makeCertificate(t, 'IP:127.0.0.1');
		const proxy = await startConnectProxy(t, 'let-through', certificate);
		// The proxy's certificate is not the server's: each is checked by the name of its own.
		const trusted = `${certificate.file}.trusted`;
		writeFileSync(trusted, certificate.cert + readFileSync(server.certificateFile, 'utf8'));
		const program = path.join(import.meta.dirname, 'ask-through-proxy.ts');
		const {stdout} = await run(
			process.execPath,
			['--import', 'tsx', program, server.url, `https://${login}@${proxy.host}`],
			{env: {...process.env, NODE_EXTRA_CA_CERTS: trusted}, timeout: 60_000},
		);
		const [saved, listed, removed, holding] = JSON.parse(stdout);
		assert.deepEqual([saved.ok, listed.ok, removed.problem?.status], [true, true, 307], stdout);
		assert.equal(server.requests.length, 3);
		assert.deepEqual(
			proxy.heads.map(({line}) => line),
			[`CONNECT ${server.authority}`],
		);
		assert.deepEqual(holding, []);
	});

	test('is not opened by a proxy whose certificate is not trusted, which gets no password', async t => {
		const proxy = await startConnectProxy(t, 'let-through', makeCertificate(t, 'IP:127.0.0.1'));
		const problem = await problemThrough({HTTPS_PROXY: `https://${login}@${proxy.host}`});
		assert.match(problem.message, /^The proxy on the way to api\.byoo\.invalid did not answer\.$/);
		assert.equal(proxy.heads.length, 0);
		await proxy.left();
	});

	test('is asked for with the brackets of an IPv6 address', async t => {
		const proxy = await startConnectProxy(t, 403);
		await problemThrough({HTTPS_PROXY: proxy.host}, 'https://[2001:db8::1]:8443');
		assert.equal(proxy.heads[0]?.line, 'CONNECT [2001:db8::1]:8443');
		assert.equal(proxy.heads[0]?.headers.host, '[2001:db8::1]:8443');
	});

	for (const [name, says, message] of [
		[
			'a 407 with a page without end',
			`HTTP/1.1 407 No\r\ncontent-length: 99\r\n\r\n<`,
			/did not let a connection/,
		],
		['a redirect', 'HTTP/1.1 302 Go\r\nlocation: https://byoo.invalid/\r\n\r\n', /did not let a connection/],
		['a status that is none yet', 'HTTP/1.1 100 On\r\n\r\n', /did not let a connection/],
		['words of its own in the tunnel', 'HTTP/1.1 200 OK\r\n\r\nHello!', /did not answer/],
		['no HTTP', 'Hello!\r\n\r\n', /did not answer/],
		['headers without end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`, /did not answer/],
		['half an answer', 'HTTP/1.1 200 OK\r\n', /did not answer/],
	] as const) {
		test(`is none where the proxy answers with ${name}: nothing was sent, and no connection stays`, async t => {
			const proxy = await startConnectProxy(t, {says});
			const options = {proxySeconds: name === 'half an answer' ? 0.2 : 20};
			const problem = await problemThrough(
				{HTTPS_PROXY: `http://${login}@${proxy.host}`},
				undefined,
				options,
			);
			assert.equal(problem.kind, 'unreachable');
			assert.match(problem.message, message);
			assert.match(problem.advice, /^Nothing was sent\./);
			assert.equal(proxy.heads.length, 1);
			await proxy.left();
		});
	}

	test('that is not opened in time leaves no connection', async t => {
		const proxy = await startConnectProxy(t, 'hang');
		await problemThrough({HTTPS_PROXY: proxy.host}, undefined, {proxySeconds: 0.2});
		await proxy.left();
	});
});

suite('an abort leaves no connection to the proxy', () => {
	test('while it opens the way', async t => {
		const proxy = await startConnectProxy(t, 'hang');
		const {abort, problem} = await writeThrough(proxy.host);
		await proxy.received(1);
		abort();
		assertNoSecret(await problem);
		await proxy.left();
	});

	test('while TLS to the host begins', async t => {
		const silent = await startRawServer(t, () => {});
		const proxy = await startConnectProxy(t, 'let-through');
		const {abort, problem} = await writeThrough(
			proxy.host,
			`https://api.byoo.invalid:${new URL(silent.url).port}`,
		);
		await silent.received(1);
		abort();
		assertNoSecret(await problem);
		await Promise.all([proxy.left(), silent.left()]);
	});

	test('while the proxy begins TLS', async t => {
		const silent = await startRawServer(t, () => {});
		const {abort, problem} = await writeThrough(silent.url.replace('http:', 'https:'));
		await silent.received(1);
		abort();
		assertNoSecret(await problem);
		await silent.left();
	});

	async function writeThrough(proxy: string, url = 'https://api.byoo.invalid') {
		const controller = new AbortController();
		const fetch = await fetchOf({HTTPS_PROXY: proxy});
		const api = connect(connectionTo(url), {userAgent: 'byoo/test', fetch});
		const problem = api.upsert(place, credential, {signal: controller.signal}).then(result => {
			assert.ok(!result.ok);
			return result.problem;
		});
		return {abort: () => controller.abort(), problem};
	}
});
