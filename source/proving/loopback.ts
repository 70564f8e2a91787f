import {randomBytes} from 'node:crypto';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {LiveSecrets} from '../domain/live-secrets.ts';
import {failure, type Result, success} from '../domain/problem.ts';
import type {LinkReturn, Loopback} from '../domain/proof/ports.ts';
import type {Secret} from '../domain/secret.ts';
import {saidError} from './said-error.ts';

const host = '127.0.0.1';
/** Nobody needs more for two short requests, in milliseconds. */
const requestMilliseconds = 10_000;
const headerBytes = 16 * 1024;

/**
A server on this computer alone, at a free port, whose paths cannot be guessed: a page that leads the browser to a link, and
one that takes it back. Whatever else is asked for is not there.
*/
export async function openLoopback(secrets: LiveSecrets): Promise<Result<Loopback>> {
	const [leading, returning] = [`/${randomName()}`, `/${randomName()}`];
	let target: Secret | undefined;
	let comeBack: (back: LinkReturn) => void = () => undefined;
	const returned = new Promise<LinkReturn>(resolve => {
		comeBack = resolve;
	});
	const server = createServer({maxHeaderSize: headerBytes, requestTimeout: requestMilliseconds});
	server.headersTimeout = requestMilliseconds;
	const port = await listening(server);
	if (port === undefined) return failure(noPort);
	const own = `${host}:${port}`;
	const answer = (request: IncomingMessage, response: ServerResponse) => {
		const url = urlOf(request, own);
		if (!url) return refuse(response, request.headers.host === own ? 404 : 421);
		if (request.method !== 'GET') return refuse(response, 405);
		if (url.pathname === leading && target) return lead(response, target);
		if (url.pathname !== returning) return refuse(response, 404);
		const back = linkReturnOf(url.searchParams, secrets);
		if (back) comeBack(back);
		show(response, back);
	};
	server.on('request', (request, response) => {
		try {
			answer(request, response);
		} catch {
			// Whatever was asked, a page of ours ends no proof.
			response.destroy();
		}
	});
	return success({
		leadTo(address) {
			target = address;
			return `http://${own}${leading}`;
		},
		returnUrl: `http://${own}${returning}`,
		returned,
		close: () => closed(server),
	});
}

const randomName = (): string => randomBytes(16).toString('base64url');

function listening(server: Server): Promise<number | undefined> {
	return new Promise(resolve => {
		server.once('error', () => resolve(undefined));
		server.listen(0, host, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : undefined);
		});
	});
}

function closed(server: Server): Promise<void> {
	return new Promise(resolve => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

const noPort = {
	kind: 'unavailable',
	message: 'No server could be opened on this computer for the browser to come back to.',
	advice: 'Allow programs to listen on 127.0.0.1, or try from another computer.',
} as const;

/** Undefined where another name leads here, as by DNS rebinding, or the path is none. */
function urlOf({url = '', headers}: IncomingMessage, own: string): URL | undefined {
	if (headers.host !== own || !url.startsWith('/') || !URL.canParse(`http://${own}${url}`)) return undefined;
	return new URL(`http://${own}${url}`);
}

/** What Junction says of the link. Nothing else of the query is read. Undefined where it says nothing. */
export function linkReturnOf(query: URLSearchParams, secrets: LiveSecrets): LinkReturn | undefined {
	const state = query.get('state');
	if (state === 'success') return {ok: true};
	if (state !== 'error') return undefined;
	const said = {type: query.get('error_type') ?? '', message: query.get('error') ?? ''};
	return {ok: false, ...saidError(said, secrets)};
}

const guarded = {
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

function lead(response: ServerResponse, target: Secret): void {
	response.writeHead(303, {...guarded, location: target.reveal(), connection: 'close'});
	response.end();
}

function refuse(response: ServerResponse, status: number): void {
	response.writeHead(status, {...guarded, 'content-type': 'text/plain', connection: 'close'});
	response.end();
}

function show(response: ServerResponse, back: LinkReturn | undefined): void {
	const words = back?.ok === false ? 'It was not connected.' : 'Done.';
	response.writeHead(200, {...guarded, 'content-type': 'text/html; charset=utf-8', connection: 'close'});
	response.end(
		`<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>byoo</title>\n<body style="font-family: sans-serif; margin: 4em"><p>${words}<p>You can close this page and go back to the terminal.\n`,
	);
}
