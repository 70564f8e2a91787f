import {generateKeyPairSync, sign} from 'node:crypto';

/** A self-signed certificate and its key, as PEM. */
export type Certificate = {readonly key: string; readonly cert: string};

type Options = {
	/** The host that it is for: 127.0.0.1 unless told. */
	readonly host?: string;
	/** The years between which it is valid: 2020 to 2049 unless told. */
	readonly years?: readonly [from: number, to: number];
};

/** Makes a certificate in this process: programs that make some take no dates in the past. (RFC 5280, section 4.1) */
export function certificateFor({host = '127.0.0.1', years = [2020, 2049]}: Options = {}): Certificate {
	const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'prime256v1'});
	const signed = sequence(
		tagged(0xa0, integer(2)),
		integer(1),
		ecdsaWithSha256,
		nameOf(host),
		sequence(...years.map(startOf)),
		nameOf(host),
		publicKey.export({type: 'spki', format: 'der'}),
		tagged(0xa3, sequence(sequence(subjectAltName, tagged(0x04, sequence(hostName(host)))))),
	);
	const signature = sign('sha256', signed, privateKey);
	const whole = sequence(signed, ecdsaWithSha256, tagged(0x03, Buffer.from([0]), signature));
	return {
		key: String(privateKey.export({type: 'pkcs8', format: 'pem'})),
		cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
	};
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const {length} = content;
	const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
const integer = (value: number): Buffer => tagged(0x02, Buffer.from([value]));
const identifier = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));

const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'));
const subjectAltName = identifier('551d11');
const commonName = identifier('550403');

const nameOf = (text: string): Buffer =>
	sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from(text)))));

const hostName = (host: string): Buffer =>
	/^[\d.]+$/.test(host)
		? tagged(0x87, Buffer.from(host.split('.').map(Number)))
		: tagged(0x82, Buffer.from(host));

const startOf = (year: number): Buffer =>
	tagged(0x17, Buffer.from(`${String(year % 100).padStart(2, '0')}0101000000Z`));
