import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import type {IncomingMessage} from 'node:http';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type {TestContext} from 'node:test';

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
	const folder = mkdtempSync(path.join(os.tmpdir(), 'byoo-tls-'));
	test.after(() => rmSync(folder, {recursive: true, force: true}));
	const [keyFile, certificateFile] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
	makeCertificate(keyFile, certificateFile);
	const requests: TlsRequest[] = [];
	const files = {key: readFileSync(keyFile), cert: readFileSync(certificateFile)};
	const server = createServer(files, async (request, response) => {
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
	return {url: `https://${authority}`, authority, certificateFile, requests};
}

function makeCertificate(keyFile: string, certificateFile: string): void {
	const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
	const name = ['-subj', `/CN=${tlsHost}`, '-addext', `subjectAltName=DNS:${tlsHost}`];
	const files = ['-keyout', keyFile, '-out', certificateFile];
	execFileSync('openssl', ['req', '-x509', ...kind, ...name, ...files], {stdio: 'ignore'});
}
