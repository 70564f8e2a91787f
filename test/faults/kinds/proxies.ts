import {once} from 'node:events';
import {type AddressInfo, createServer, type Socket} from 'node:net';
import {closedAddress} from '../../support/scripted-server.ts';
import type {Fault, Scene, Way} from '../fault.ts';

const kind = 'proxies';
const at = ['organization', 'teams', 'redirect'] as const;

/** The host behind the proxy, which no name server is asked for. */
const url = 'https://api.byoo.invalid';

/** A proxy that does this with each connection. */
const proxied = (meet: (socket: Socket, scene: Scene) => void) => ({
	at: 'way' as const,
	async open(scene: Scene): Promise<Way> {
		const sockets = new Set<Socket>();
		const server = createServer(socket => {
			sockets.add(socket);
			socket.on('error', () => undefined);
			meet(socket, scene);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		scene.closing(() => {
			server.close();
			for (const socket of sockets) socket.destroy();
		});
		const {port} = server.address() as AddressInfo;
		return {url, env: {HTTPS_PROXY: `http://127.0.0.1:${port}`}};
	},
});

/** A proxy that answers CONNECT with these bytes. */
const connecting = (bytes: string) => proxied(socket => void socket.once('data', () => socket.end(bytes)));

const refusing = (status: number, headers = '') =>
	connecting(`HTTP/1.1 ${status} Refused\r\n${headers}content-length: 0\r\n\r\n`);

export const proxies: readonly Fault[] = [
	{
		kind,
		at,
		what: 'nobody listens at the address of the proxy',
		seen: 'unsent',
		strike: {at: 'way', open: async () => ({url, env: {HTTPS_PROXY: await closedAddress()}})},
	},
	{
		kind,
		at,
		what: 'the proxy wants a user name and password (407)',
		seen: 'unsent',
		strike: refusing(407, 'proxy-authenticate: Basic realm="proxy"\r\n'),
	},
	{kind, at, what: 'the proxy does not allow the host (403)', seen: 'unsent', strike: refusing(403)},
	{kind, at, what: 'the proxy cannot reach the host (502)', seen: 'unsent', strike: refusing(502)},
	{
		kind,
		at,
		what: 'the proxy takes the connection, and never says anything',
		seen: 'unsent',
		isSilent: true,
		strike: proxied((_socket, {silence}) => silence()),
	},
	{
		kind,
		at,
		what: 'the proxy ends the connection without a word',
		seen: 'unsent',
		strike: proxied(socket => void socket.once('data', () => socket.end())),
	},
	{
		kind,
		at,
		what: 'the proxy answers with something that is not HTTP',
		seen: 'unsent',
		strike: connecting('no HTTP at all\r\n\r\n'),
	},
	{
		kind,
		at,
		what: 'the proxy lets the connection through, and ends it at once',
		seen: 'unsent',
		strike: connecting('HTTP/1.1 200 OK\r\n\r\n'),
	},
	{
		kind,
		at,
		what: 'the proxy lets the connection through, and nothing ever comes over it',
		seen: 'unsent',
		isSilent: true,
		strike: proxied((socket, {silence}) => {
			socket.once('data', () => {
				socket.write('HTTP/1.1 200 OK\r\n\r\n');
				// The handshake that is not answered.
				socket.once('data', silence);
			});
		}),
	},
	{
		kind,
		at,
		what: 'the address of the proxy is none',
		seen: 'usage',
		strike: {at: 'way', open: async () => ({url, env: {HTTPS_PROXY: 'http://exa mple:8080'}})},
	},
];
