import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Problem, Result} from '../../source/domain/problem.ts';
import {connect} from '../../source/management-api/client.ts';
import {directly, fetchOver} from '../../source/management-api/node-fetch.ts';
import {assertNoSecret, connectionTo, credential, place, row} from '../support/credentials.ts';
import {type RawServer, rawAnswer, startRawServer} from './raw-server.ts';

const {signal} = new AbortController();
const json = JSON.stringify(row());
const clientOf = ({url}: RawServer) =>
	connect(connectionTo(url), {userAgent: 'byoo/test', timeoutSeconds: 20});
const writingTo = (server: RawServer) => clientOf(server).upsert(place, credential, {signal});

function problemOf({ok, ...rest}: Result<unknown>): Problem {
	assert.ok(!ok && 'problem' in rest);
	assertNoSecret(rest.problem);
	return rest.problem;
}

suite('an answer to a write that is nothing but bytes', () => {
	const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';
	const broken: readonly (readonly [name: string, bytes: string])[] = [
		['goes on in another protocol', 'HTTP/1.1 101 On\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n'],
		['is HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
		['has a status of four digits', rawAnswer(1000, json)],
		['has a header whose name is none', rawAnswer(200, json, 'x y: z\r\n')],
		['has a header without a name', rawAnswer(200, json, ': z\r\n')],
		['has a control character in a header', rawAnswer(200, json, 'x: a\u0001b\r\n')],
		['has a header of 100 kB', rawAnswer(200, json, `x: ${'a'.repeat(100_000)}\r\n`)],
		['has two lengths', rawAnswer(200, json, 'content-length: 3\r\n')],
		['has a length and chunks', rawAnswer(200, json, 'transfer-encoding: chunked\r\n')],
		['has chunks that are none', `${chunked}zz\r\n${json}`],
		['has a chunk that is none after a good one', `${chunked}2\r\n{}\r\nzz\r\n`],
	];
	for (const [name, bytes] of broken) {
		test(`is uncertain where it ${name}, is sent once, and leaves no connection`, async t => {
			const server = await startRawServer(t, socket => socket.write(bytes));
			const problem = problemOf(await writingTo(server));
			assert.equal(problem.kind, 'uncertain');
			assert.match(problem.message, /broke off; the credential was sent and may still arrive/);
			assert.equal(server.heard.length, 1);
			await server.left();
		});
	}

	for (const [name, bytes, kind, message] of [
		['204 and a body all the same', rawAnswer(204, json), 'uncertain', /204 with an empty answer/],
		['205 and a body all the same', rawAnswer(205, json), 'uncertain', /205 with an empty answer/],
		['205 and a body without end', rawAnswer(205, '', 'content-length: 9999\r\n'), 'uncertain', /./],
		['304', rawAnswer(304, ''), 'correct', /redirect \(304\)/],
	] as const) {
		test(`leaves no connection where it is a ${name}`, async t => {
			const server = await startRawServer(t, socket => socket.write(bytes));
			const problem = problemOf(await writingTo(server));
			assert.equal(problem.kind, kind);
			assert.match(problem.message, message);
			await server.left();
		});
	}

	for (const status of [600, 799, 999]) {
		test(`keeps a status that nobody knows: ${status}`, async t => {
			const server = await startRawServer(t, socket => socket.write(rawAnswer(status, '{}')));
			const problem = problemOf(await writingTo(server));
			assert.deepEqual([problem.kind, problem.status], ['uncertain', status]);
		});
	}

	for (const [name, bytes] of [
		['headers that every object has', rawAnswer(200, json, 'constructor: a\r\n__proto__: b\r\n')],
		['more headers than anybody counts', rawAnswer(200, json, 'x: y\r\n'.repeat(2500))],
		['letters beyond ASCII in a header', rawAnswer(200, json, 'x: \u00fc\r\n')],
		[
			'answers before it that are none yet',
			`HTTP/1.1 100 On\r\n\r\nHTTP/1.1 103 On\r\n\r\n${rawAnswer(200, json)}`,
		],
		['bytes behind it', `${rawAnswer(200, json)}and more`],
		['another answer behind it', `${rawAnswer(200, json)}${rawAnswer(500, '{}')}`],
	] as const) {
		test(`is read where it has ${name}`, async t => {
			const server = await startRawServer(t, socket => socket.write(Buffer.from(bytes, 'latin1')));
			for (const attempt of [1, 2]) {
				assert.ok((await writingTo(server)).ok);
				assert.equal(server.heard.length, attempt);
			}
		});
	}

	test('is read where only the end of the connection ends it', async t => {
		const server = await startRawServer(t, socket => socket.end(`HTTP/1.0 200 OK\r\n\r\n${json}`));
		assert.ok((await writingTo(server)).ok);
		await server.left();
	});

	test('keeps each of several headers of one name', async t => {
		const headers = 'set-cookie: a\r\nset-cookie: b\r\nx-request-id: 1\r\nx-request-id: 2\r\n';
		const server = await startRawServer(t, socket => socket.write(rawAnswer(200, json, headers)));
		const response = await fetchOver(directly)(new Request(server.url), signal);
		assert.deepEqual(response.headers.getSetCookie(), ['a', 'b']);
		assert.equal(response.headers.get('x-request-id'), '1, 2');
		await response.body?.cancel();
	});
});

suite('a connection', () => {
	test('is kept for the next request', async t => {
		const server = await startRawServer(t, socket => socket.write(rawAnswer(200, json)));
		for (const _ of [1, 2, 3]) assert.ok((await writingTo(server)).ok);
		await clientOf(server).organization({signal});
		assert.deepEqual([server.connections(), server.heard.length], [1, 4]);
	});

	test('that the server closed meanwhile is not used again', async t => {
		const server = await startRawServer(t, socket => socket.end(rawAnswer(200, json)));
		for (const attempt of [1, 2]) {
			assert.ok((await writingTo(server)).ok);
			await server.left();
			assert.equal(server.connections(), attempt);
		}
	});

	test('that is reset when it is used again makes a write uncertain, and it is sent once', async t => {
		const server = await startRawServer(t, (socket, index) => {
			if (index === 0) socket.write(rawAnswer(200, json));
			else socket.resetAndDestroy();
		});
		assert.ok((await writingTo(server)).ok);
		const problem = problemOf(await writingTo(server));
		assert.equal(problem.kind, 'uncertain');
		assert.deepEqual([server.connections(), server.heard.length], [1, 2]);
	});

	test('on which TLS is never answered has carried nothing when the time is over', async t => {
		const {url} = await startRawServer(t, () => undefined);
		const connection = connectionTo(url.replace('http:', 'https:'));
		const api = connect(connection, {userAgent: 'byoo/test', timeoutSeconds: 0.5});
		const problem = problemOf(await api.upsert(place, credential, {signal}));
		assert.equal(problem.kind, 'unreachable');
		assert.match(problem.message, /^No secure connection to 127\.0\.0\.1:\d+ could be made\.$/);
	});

	for (const end of ['resetAndDestroy', 'destroy', 'end'] as const) {
		test(`on which TLS ends with ${end} has carried nothing`, async t => {
			const server = await startRawServer(t, socket => void socket[end]());
			const {url} = server;
			const problem = problemOf(await writingTo({...server, url: url.replace('http:', 'https:')}));
			assert.equal(problem.kind, 'unreachable');
			assert.match(problem.message, /^No secure connection to 127\.0\.0\.1:\d+ could be made\.$/);
			assert.equal(server.connections(), 1);
		});
	}
});

suite('an abort leaves no connection', () => {
	for (const [moment, said] of [
		['before an answer', ''],
		['within the headers', 'HTTP/1.1 200 OK\r\ncontent-le'],
		['before a body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n'],
		['within a body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{'],
		['within a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{'],
		['within a body that only ends with the connection', 'HTTP/1.1 200 OK\r\n\r\n{'],
		['after an answer that is none yet', 'HTTP/1.1 100 On\r\n\r\n'],
	] as const) {
		test(moment, async t => {
			const server = await startRawServer(t, socket => socket.write(said));
			await aborted(server);
			assert.equal(server.heard.length, 1);
		});
	}

	test('during the handshake of TLS', async t => {
		const server = await startRawServer(t, () => {});
		await aborted({...server, url: server.url.replace('http:', 'https:')});
	});

	test('and makes none where it came before', async t => {
		const server = await startRawServer(t, () => {});
		const request = new Request(server.url, {method: 'POST', body: '{}'});
		await assert.rejects(fetchOver(directly)(request, AbortSignal.abort()), {name: 'AbortError'});
		assert.equal(server.connections(), 0);
	});

	async function aborted(server: RawServer): Promise<void> {
		const controller = new AbortController();
		const result = clientOf(server).upsert(place, credential, {signal: controller.signal});
		await server.received(1);
		controller.abort();
		assert.equal(problemOf(await result).kind, 'uncertain');
		await server.left();
	}
});
