import {EventEmitter, once} from 'node:events';
import {type AddressInfo, createServer, type Socket} from 'node:net';
import type {TestContext} from 'node:test';

export type RawServer = {
	readonly url: string;
	/** How many connections were made in all. */
	connections(): number;
	/** The text of every piece of data that came. */
	readonly heard: readonly string[];
	/** Resolves when that many pieces came in all. */
	received(count: number): Promise<void>;
	/** Resolves when no connection is open any more. */
	left(): Promise<void>;
};

/** A real server on 127.0.0.1 that answers data with data, whatever the protocol. `index` counts the pieces. */
export async function startRawServer(
	test: TestContext,
	answer: (socket: Socket, index: number) => void,
): Promise<RawServer> {
	const heard: string[] = [];
	const sockets = new Set<Socket>();
	const events = new EventEmitter();
	let connections = 0;
	const server = createServer(socket => {
		connections++;
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => {
			sockets.delete(socket);
			events.emit('closed');
		});
		socket.on('data', data => {
			heard.push(data.toString());
			answer(socket, heard.length - 1);
			events.emit('heard');
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	test.after(() => {
		server.close();
		for (const socket of sockets) socket.destroy();
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		connections: () => connections,
		heard,
		async received(count) {
			while (heard.length < count) await once(events, 'heard');
		},
		async left() {
			while (sockets.size > 0) await once(events, 'closed');
		},
	};
}

/** An answer as it goes over the wire, with the length of its body. */
export const rawAnswer = (status: number, body: string, headers = ''): string =>
	`HTTP/1.1 ${status} Said\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
