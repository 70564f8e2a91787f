import {once} from 'node:events';
import type {IncomingMessage} from 'node:http';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import {makeCertificate} from './certificate.ts';

/** The name in the server's certificate, which no name server knows. */
export const tlsHost = 'api.byoo.invalid';

type TlsRequest = {
	readonly method: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
};

export type TlsServer = {
	readonly url: string;
	readonly authority: string;
	/** The file that `NODE_EXTRA_CA_CERTS` has to name for the server to be trusted. */
	readonly certificateFile: string;
	readonly requests: readonly TlsRequest[];
};

/** A server with a certificate of its own making. It answers with the JSON, and a DELETE with a redirect. */
export async function startTlsServer(test: TestContext, json: unknown): Promise<TlsServer> {
	const certificate = makeCertificate(test, `DNS:${tlsHost}`);
	const requests: TlsRequest[] = [];
	const server = createServer(certificate, async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const {method = '', headers} = request;
		requests.push({method, headers, body: Buffer.concat(chunks).toString('utf8')});
		const isDelete = method === 'DELETE';
		response.writeHead(isDelete ? 307 : 200, {'content-type': 'application/json', location: '/elsewhere'});
		response.end(isDelete ? '' : JSON.stringify(json));
	});
	server.on('tlsClientError', () => {});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	test.after(() => {
		server.close();
		server.closeAllConnections();
	});
	const authority = `${tlsHost}:${(server.address() as AddressInfo).port}`;
	return {url: `https://${authority}`, authority, certificateFile: certificate.file, requests};
}
