import {EventEmitter, once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import {type AddressInfo, connect} from 'node:net';
import type {TestContext} from 'node:test';
import type {Certificate} from './certificate.ts';

/** What the proxy does with a CONNECT: a status refuses it; `says` is all it ever answers, byte by byte. */
export type ProxyManner =
	| 'let-through'
	| 'hang'
	| 'hang-up'
	| 'let-through-and-close'
	| 403
	| 407
	| 502
	| {readonly says: string};

export type ConnectProxy = {
	/** Without a scheme: `127.0.0.1:4711`. */
	readonly host: string;
	/** The first line and the headers of everything that was asked of it. */
	readonly heads: readonly {
		readonly line: string;
		readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	}[];
	/** What went from the client into each tunnel. */
	tunnelled(): readonly Buffer[];
	/** Resolves when that many requests arrived in all. */
	received(count: number): Promise<void>;
	/** Resolves when no connection is open any more. */
	left(): Promise<void>;
};

/**
A real proxy on 127.0.0.1, over TLS where it has a certificate. Whatever the name of the host, it is looked for on this
machine.
*/
export async function startConnectProxy(
	test: TestContext,
	manner: ProxyManner,
	certificate?: Certificate,
): Promise<ConnectProxy> {
	const heads: ConnectProxy['heads'][number][] = [];
	const tunnels: Buffer[][] = [];
	const events = new EventEmitter();
	const answer: RequestListener = ({method, url, headers}, response) => {
		heads.push({line: `${method} ${url}`, headers});
		response.writeHead(200, {'content-type': 'application/json'}).end('{}');
	};
	const server = certificate ? createTlsServer(certificate, answer) : createServer(answer);
	const open = new Set<{destroy(): unknown}>();
	const clients = new Set<unknown>();
	server.on('connection', socket => {
		clients.add(socket);
		socket.on('close', () => {
			clients.delete(socket);
			events.emit('closed');
		});
	});
	server.on('tlsClientError', () => {});
	server.on('connect', ({method, url, headers}, socket) => {
		heads.push({line: `${method} ${url}`, headers});
		events.emit('asked');
		open.add(socket);
		socket.on('error', () => {});
		socket.on('end', () => socket.end());
		// Who does not read does not see either that the other side has left.
		if (manner === 'hang') return socket.resume();
		if (manner === 'hang-up') return socket.destroy();
		if (typeof manner === 'number') {
			return socket.end(`HTTP/1.1 ${manner} Refused\r\ncontent-length: 0\r\n\r\n`);
		}
		if (typeof manner === 'object') return socket.resume().write(manner.says);
		socket.write('HTTP/1.1 200 OK\r\n\r\n');
		if (manner === 'let-through-and-close') return socket.end();
		const chunks: Buffer[] = [];
		tunnels.push(chunks);
		const target = connect(Number(url?.split(':').at(-1)), '127.0.0.1');
		open.add(target);
		target.on('error', () => socket.destroy());
		socket.on('close', () => target.destroy());
		socket.on('data', chunk => chunks.push(chunk));
		socket.pipe(target).pipe(socket);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	test.after(() => {
		server.close();
		server.closeAllConnections();
		for (const socket of open) socket.destroy();
	});
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		heads,
		tunnelled: () => tunnels.map(chunks => Buffer.concat(chunks)),
		async received(count) {
			while (heads.length < count) await once(events, 'asked');
		},
		async left() {
			while (clients.size > 0) await once(events, 'closed');
		},
	};
}
