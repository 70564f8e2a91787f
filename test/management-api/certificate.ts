import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {TestContext} from 'node:test';

export type Certificate = {
	readonly key: string;
	readonly cert: string;
	/** The file that `NODE_EXTRA_CA_CERTS` has to name for the certificate to be trusted. */
	readonly file: string;
};

/** A certificate of its own making, for a name such as `DNS:example.com` or `IP:127.0.0.1`. */
export function makeCertificate(test: TestContext, name: string): Certificate {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'byoo-tls-'));
	test.after(() => rmSync(folder, {recursive: true, force: true}));
	const [keyFile, file] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
	const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
	const names = ['-subj', `/CN=${name.replace(/^\w+:/, '')}`, '-addext', `subjectAltName=${name}`];
	const files = ['-keyout', keyFile, '-out', file];
	execFileSync('openssl', ['req', '-x509', ...kind, ...names, ...files], {stdio: 'ignore'});
	return {key: readFileSync(keyFile, 'utf8'), cert: readFileSync(file, 'utf8'), file};
}
