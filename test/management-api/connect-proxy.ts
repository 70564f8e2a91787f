import {once} from 'node:events';
import {createServer} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import type {TestContext} from 'node:test';

/** What the proxy does with a CONNECT: a status refuses it. */
export type ProxyManner = 'let-through' | 'hang' | 'hang-up' | 'let-through-and-close' | 403 | 407 | 502;

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
};

/** A real proxy on 127.0.0.1. Whatever the name of the host, it is looked for on this machine. */
export async function startConnectProxy(test: TestContext, manner: ProxyManner): Promise<ConnectProxy> {
	const heads: ConnectProxy['heads'][number][] = [];
	const tunnels: Buffer[][] = [];
	const server = createServer(({method, url, headers}, response) => {
		heads.push({line: `${method} ${url}`, headers});
		response.writeHead(200, {'content-type': 'application/json'}).end('{}');
	});
	const open = new Set<{destroy(): unknown}>();
	server.on('connect', ({method, url, headers}, socket) => {
		heads.push({line: `${method} ${url}`, headers});
		open.add(socket);
		socket.on('error', () => {});
		if (manner === 'hang') return;
		if (manner === 'hang-up') return socket.destroy();
		if (typeof manner === 'number') {
			return socket.end(`HTTP/1.1 ${manner} Refused\r\ncontent-length: 0\r\n\r\n`);
		}
		socket.write('HTTP/1.1 200 OK\r\n\r\n');
		if (manner === 'let-through-and-close') return socket.end();
		const chunks: Buffer[] = [];
		tunnels.push(chunks);
		const target = connect(Number(url?.split(':').at(-1)), '127.0.0.1');
		open.add(target);
		target.on('error', () => socket.destroy());
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
	};
}
