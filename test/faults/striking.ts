import type {Met, Strike, Struck} from './fault.ts';

/** What a server says by the rules of HTTP. */
export type Said = {
	readonly status: number;
	readonly json?: unknown;
	readonly text?: string | Buffer;
	readonly headers?: Readonly<Record<string, string | readonly string[]>>;
};

/** The request arrived; what becomes of it then. */
export const answering = (answer: (struck: Struck) => void): Strike => ({at: 'answer', answer});

/** An answer by the rules, which may depend on the request. */
export const saying = (said: Said | ((struck: Struck) => Said)): Strike =>
	answering(struck => {
		const {status, json, text, headers = {}} = typeof said === 'function' ? said(struck) : said;
		const body = json === undefined ? (text ?? '') : JSON.stringify(json);
		const type = json === undefined ? {} : {'content-type': 'application/json'};
		struck.response.writeHead(status, {...type, connection: 'close', ...headers} as Record<string, string>);
		struck.response.end(body);
	});

/** Bytes in place of an answer by the rules; the connection is ended behind them, or stays open. */
export const sending = (bytes: string | ((struck: Struck) => string), then: 'end' | 'stay' = 'end'): Strike =>
	answering(struck => {
		const text = typeof bytes === 'string' ? bytes : bytes(struck);
		if (then === 'end') struck.socket.end(text, 'latin1');
		else struck.socket.write(text, 'latin1');
	});

/** A connection is met before anything was asked over it. */
export const meeting = (meet: ((met: Met) => void) | 'closed'): Strike => ({at: 'connection', meet});

/** The same where the API is spoken to over TLS. */
export const meetingTls = (meet: (met: Met) => void): Strike => ({at: 'connection', isTls: true, meet});

/** The proper answer, written out as HTTP/1.1 with these headers in place of a length. */
export const rawAnswer = ({proper}: Struck, headers: (length: number) => readonly string[]): string => {
	const body = JSON.stringify(proper.json);
	const head = [`HTTP/1.1 ${proper.status} OK`, 'content-type: application/json', ...headers(body.length)];
	return `${head.join('\r\n')}\r\n\r\n${body}`;
};
