/**
Why no answer came, told from the error codes of Node, never from its messages.
All but `broken` mean that nothing of the request was sent: `proxy` that a proxy refused to let it through,
`proxy-connection` that the proxy itself gave no answer.
*/
export type Trouble =
	| 'name'
	| 'connection'
	| 'certificate'
	| 'channel'
	| 'proxy'
	| 'proxy-connection'
	| 'broken';

/** What errors are marked with that came before a connection was made. */
export const noConnectionCode = 'ERR_NO_CONNECTION';

/** What errors are marked with that came before TLS was established. */
export const noChannelCode = 'ERR_TLS_NO_CHANNEL';

/** What errors on the way to a proxy are marked with, since they look like those of the host behind it. */
export const proxyConnectionCode = 'ERR_PROXY_CONNECTION';

/** Where a proxy answered, and opened no way. */
export const proxyRefusalCode = 'ERR_PROXY_REFUSAL';

type Clue = {readonly code: string; readonly step: string; readonly isTlsStart: boolean};

const certificate = /^CERT_|SELF_SIGNED|^UNABLE_TO_|^ERR_TLS_CERT|^INVALID_(CA|PURPOSE)$|^HOSTNAME_MISMATCH$/;

// Only what can end a handshake: other TLS alerts may come after the request went out.
const handshake =
	/^ERR_TLS_|^EPROTO$|^ERR_SSL_\w*(VERSION|HANDSHAKE|PROTOCOL|PACKET_LENGTH|UNRECOGNIZED_NAME)/;

const neverConnected = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

/** What the error of a failed `fetch` means. Anything unknown counts as broken: it may have been sent. */
export function troubleOf(error: unknown): Trouble {
	for (const clue of cluesOf(error)) {
		const trouble = troubleOfClue(clue);
		if (trouble) return trouble;
	}
	return 'broken';
}

function troubleOfClue({code, step, isTlsStart}: Clue): Trouble | undefined {
	if (code === proxyConnectionCode) return 'proxy-connection';
	if (code === proxyRefusalCode) return 'proxy';
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name';
	if (certificate.test(code)) return 'certificate';
	if (handshake.test(code)) return 'channel';
	if (code === 'ECONNRESET' && isTlsStart) return 'channel';
	if (step === 'connect' || code === noConnectionCode) return 'connection';
	if (neverConnected.has(code) && step === '') return 'connection';
	return undefined;
}

function* cluesOf(error: unknown): Generator<Clue> {
	let current = error;
	for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth++) {
		if ('code' in current && typeof current.code === 'string') {
			const syscall = 'syscall' in current && typeof current.syscall === 'string' ? current.syscall : '';
			// Several addresses were tried and none connected: Node gives one error with all of them.
			const step = current instanceof AggregateError ? 'connect' : syscall;
			// Node names the peer only in the reset it makes up while TLS is not yet established.
			yield {code: current.code, step, isTlsStart: syscall === '' && 'host' in current};
		}
		current = 'cause' in current ? current.cause : undefined;
	}
}

/** What kept a request from its host, in a sentence each. */
export const troubleWords: Readonly<Record<Trouble, (host: string) => string>> = {
	name: host => `The name ${host} could not be found.`,
	connection: host => `No connection to ${host} could be made.`,
	certificate: host => `The certificate of ${host} is not trusted here.`,
	channel: host => `No secure connection to ${host} could be made.`,
	proxy: host => `The proxy did not let a connection to ${host} through.`,
	'proxy-connection': host => `The proxy on the way to ${host} did not answer.`,
	broken: host => `The connection to ${host} broke off.`,
};
