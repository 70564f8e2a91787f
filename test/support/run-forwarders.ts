import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, request as httpRequest} from 'node:http';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {type ForwarderKind, platforms} from '../../source/domain/forwarder.ts';
import {forwarderOf} from '../../source/output/forwarders/forwarder.ts';
import {imported} from './imported.mjs';
import {freePort, listening, runs, started} from './started.ts';
import {nodeUnderTest} from './terminal.ts';

/** What a forwarder answered: 404 where it leaves a request to somebody's own code, and there is none. */
export type Answer = {
	readonly status: number;
	readonly location: string | undefined;
	readonly allow: string | undefined;
	readonly cacheControl: string | undefined;
	readonly referrerPolicy: string | undefined;
};

/** A forwarder as it was written, at work. */
export type Forwarding = {
	/** Asks with the target of a request as it stands there: nothing of it is written anew on the way. */
	readonly ask: (target: string, method?: string) => Promise<Answer>;
	/** The same of the variant that shares its callbacks. */
	readonly askShared: (target: string, method?: string) => Promise<Answer>;
	/** Where it is. */
	readonly url: string;
	/** All that it, and what it runs on, wrote down. */
	readonly logged: () => string;
	readonly stop: () => Promise<void>;
};

/** Why a kind cannot be run here, if so. */
export function missingFor(kind: ForwarderKind): string | undefined {
	if (kind === 'nginx' && !runs('nginx', '-v')) return 'nginx is not installed here (apt-get install nginx)';
	if (kind === 'fastapi' && python === undefined)
		return 'FastAPI and uvicorn are not installed here (apt-get install python3-fastapi python3-uvicorn)';
	return undefined;
}

/** Writes the forwarders of a kind into a folder of their own and starts them. */
export function startForwarders(kind: ForwarderKind): Promise<Forwarding> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'byoo-forwarder-'));
	return starters[kind](folder);
}

const starters: Readonly<Record<ForwarderKind, (folder: string) => Promise<Forwarding>>> = {
	worker: folder =>
		inProcess('worker', folder, ({default: worker}) => (worker as {fetch: Handler}).fetch, asWorkersDo),
	nextjs: folder => inProcess('nextjs', folder, ({proxy}) => proxy as Handler, asNextDoes),
	node: startNode,
	nginx: startNginx,
	fastapi: startFastApi,
};

const write = (folder: string, name: string, text: string): string => {
	const file = path.join(folder, name);
	writeFileSync(file, text);
	return file;
};

type Handler = (request: Request) => Response | undefined;

/** A request as the platform hands it over: by an address as it came, or by one that was written anew. */
type RequestOf = (address: string, method: string) => Request;

const asNextDoes: RequestOf = (address, method) => new Request(address, {method});

/** What runs Workers leaves the address alone, which a Request of Node's does not. */
const asWorkersDo: RequestOf = (address, method) =>
	Object.defineProperty(new Request(new URL(address).origin, {method}), 'url', {value: address});

async function inProcess(
	kind: ForwarderKind,
	folder: string,
	handlerOf: (module: Readonly<Record<string, unknown>>) => Handler,
	requestOf: RequestOf,
): Promise<Forwarding> {
	const servers = await Promise.all(
		[false, true].map(async isShared => {
			const file = write(folder, `${isShared}.mjs`, forwarderOf(kind, isShared).text);
			const handle = handlerOf(await imported(pathToFileURL(file).href));
			const server = createServer(({url = '', method = ''}, response) => {
				const answer = handle(requestOf(`http://127.0.0.1${url}`, method));
				response.writeHead(answer?.status ?? 404, Object.fromEntries(answer?.headers ?? [])).end();
			});
			server.listen(0, '127.0.0.1');
			await once(server, 'listening');
			return server;
		}),
	);
	const stop = async () => {
		for (const server of servers) server.close();
		for (const server of servers) server.closeAllConnections();
	};
	return over(folder, {ports: servers.map(server => (server.address() as AddressInfo).port), stop});
}

async function startNode(folder: string): Promise<Forwarding> {
	const servers = await Promise.all(
		[false, true].map(async isShared => {
			const file = write(folder, `${isShared}.mjs`, forwarderOf('node', isShared).text);
			const server = started(nodeUnderTest, [file], folder, {HOST: '127.0.0.1', PORT: '0'});
			return {...server, port: Number(await server.said(/at port (\d+)$/m))};
		}),
	);
	return over(folder, {
		ports: servers.map(({port}) => port),
		logged: () => servers.map(({logged}) => logged()).join('\n'),
		stop: async () => void (await Promise.all(servers.map(({stop}) => stop()))),
	});
}

async function startNginx(folder: string): Promise<Forwarding> {
	const port = await freePort();
	const {text} = forwarderOf('nginx');
	assert.ok(text.includes('listen 8080;'));
	write(folder, platforms.nginx.file, text.replace('listen 8080;', `listen 127.0.0.1:${port};`));
	write(folder, 'main.conf', nginxAround);
	mkdirSync(path.join(folder, 'logs'));
	const server = started('nginx', ['-p', folder, '-c', 'main.conf', '-e', 'logs/error.log'], folder);
	await listening(port, server);
	const logs = () =>
		['access', 'error'].map(name => readFileSync(path.join(folder, `logs/${name}.log`), 'utf8'));
	return over(folder, {
		...server,
		ports: [port],
		logged: () => [server.logged(), ...logs()].join('\n'),
	});
}

/** A server of one process, which ends with it, that would log all and keeps everything in its folder. */
const nginxAround = `
daemon off;
master_process off;
pid main.pid;
error_log logs/error.log info;
events {}
http {
	access_log logs/access.log;
	${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${name};`).join(' ')}
	include ${platforms.nginx.file};
}
`;

async function startFastApi(folder: string): Promise<Forwarding> {
	const port = await freePort();
	write(folder, 'plain.py', forwarderOf('fastapi').text);
	write(folder, 'shared.py', forwarderOf('fastapi', true).text);
	write(folder, 'both.py', bothApps);
	const flags = /uvicorn main:app (--no-access-log --log-level error) /.exec(
		forwarderOf('fastapi').text,
	)?.[1];
	const at = ['--host', '127.0.0.1', '--port', `${port}`, '--lifespan', 'off'];
	const server = started(
		python ?? '',
		['-m', 'uvicorn', 'both:app', ...(flags ?? '').split(' '), ...at],
		folder,
	);
	await listening(port, server);
	return over(folder, {...server, ports: [port]});
}

/** One start of Python for both: it takes longer than all that is asked of them. */
const bothApps = `
import plain
import shared


async def app(scope, receive, send):
    is_shared = scope["raw_path"].startswith(b"/callback/")
    await (shared if is_shared else plain).app(scope, receive, send)
`;

/** What is at work: at two ports, or at one for both variants. */
type AtWork = {
	readonly ports: readonly number[];
	readonly logged?: () => string;
	readonly stop: () => Promise<void>;
};

function over(folder: string, {ports, logged = () => '', stop}: AtWork): Forwarding {
	const [port = 0, sharedPort = port] = ports;
	return {
		ask: (target, method) => ask(port, target, method),
		askShared: (target, method) => ask(sharedPort, target, method),
		url: `http://127.0.0.1:${port}`,
		logged,
		async stop() {
			await stop();
			rmSync(folder, {recursive: true});
		},
	};
}

/** Node writes the target of a request as it is told to. */
function ask(port: number, target: string, method = 'GET'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const request = httpRequest({host: '127.0.0.1', port, path: target, method, agent: false}, response => {
			const {statusCode: status = 0, headers} = response;
			const {location, allow, 'cache-control': cacheControl, 'referrer-policy': policy} = headers;
			resolve({status, location, allow, cacheControl, referrerPolicy: policy?.toString()});
			request.destroy();
		});
		request.once('error', reject).end();
	});
}

const canServe =
	'import sys; from importlib.util import find_spec; sys.exit(not (find_spec("fastapi") and find_spec("uvicorn")))';

/** A Python with FastAPI and uvicorn; the one of the system may not be the first in the PATH. */
const python = ['python3', '/usr/bin/python3'].find(command => runs(command, '-c', canServe));
