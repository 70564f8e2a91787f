import type {Fault, Operation, Seen} from '../fault.ts';
import {rawAnswer, saying, sending} from '../striking.ts';

const tried = 'at some';
const kind = 'status codes';

const isWrite = (operation: Operation): boolean => operation === 'write';

/** What a status means, by the table of outcomes. Only the operation that saves is certain to be there. */
function seenOf(status: number): Fault['seen'] {
	const certain = (seen: Seen) => seen;
	if (status === 401) return certain('key');
	if (status === 403) return certain('barred');
	if (status === 404) return operation => (isWrite(operation) ? 'refused' : 'missing');
	if (status === 405 || status === 501) return certain('missing');
	if (status === 429) return certain('busy');
	if (status === 503) return certain('overloaded');
	// Whoever says that is no API: something on the way did not let the request through.
	if (status === 407) return certain('unsent');
	if (status === 408 || status >= 500) return certain('open');
	return certain('refused');
}

const words: Readonly<Record<number, string>> = {
	300: 'offers several answers',
	301: 'has moved for good',
	302: 'has moved',
	303: 'sends on to another page',
	304: 'says that nothing has changed',
	307: 'has moved for now',
	308: 'has moved for good, whatever is sent',
	400: 'takes the request for wrong',
	401: 'does not know the key',
	403: 'does not allow it',
	404: 'knows no such address',
	405: 'does not take the method',
	407: 'talks as a proxy that wants a password',
	408: 'did not get the whole request in time',
	409: 'sees a conflict',
	410: 'says that it is gone',
	413: 'says that it is too much',
	418: 'is a teapot',
	422: 'refuses a value',
	429: 'asks for fewer requests, each time',
	451: 'may not answer, by law',
	500: 'fails',
	501: 'does not know how',
	502: 'cannot reach what is behind it',
	503: 'is overloaded, each time',
	504: 'waited in vain for what is behind it',
	507: 'has no room left',
	599: 'fails in a way without a name',
};

/** One or two of each meaning, and all that have one of their own. */
const typical: ReadonlySet<number> = new Set([
	302, 307, 400, 401, 403, 404, 405, 407, 408, 422, 429, 500, 501, 503, 504,
]);

/** Where a redirect leads: to the same server by another host’s name, so that following it would be seen. */
const elsewhere = (struck: {readonly socket: {readonly localPort?: number}}) =>
	`http://localhost:${struck.socket.localPort}/elsewhere`;

const usual = Object.entries(words).map(([code, word]): Fault => {
	const status = Number(code);
	const isRedirect = status >= 300 && status < 400;
	const tried = typical.has(status) ? {} : {tried: 'at some' as const};
	return {
		kind,
		what: `the server ${word} (${status})`,
		...tried,
		seen: seenOf(status),
		strike: saying(struck => ({
			status,
			...(status === 304 ? {} : {json: {detail: 'As the server says.'}}),
			...(isRedirect && {headers: {location: elsewhere(struck)}}),
		})),
	};
});

const raw = (status: number, then: 'end' | 'stay', body = '') =>
	sending(`HTTP/1.1 ${status} Odd\r\n\r\n${body}`, then);

const proper = (status: number) =>
	sending(struck =>
		rawAnswer({...struck, proper: {...struck.proper, status}}, count => [`content-length: ${count}`]),
	);

/** Codes that servers should not end with, and such as nobody has given a meaning. */
const unusual: readonly Fault[] = [
	{
		kind,
		what: 'the server says that it goes on (100), and then nothing',
		tried,
		seen: 'open',
		isSilent: true,
		strike: raw(100, 'stay'),
	},
	{
		kind,
		what: 'the server says that it goes on (100), and then answers',
		tried,
		seen: 'good',
		strike: sending(
			struck => `HTTP/1.1 100 Continue\r\n\r\n${rawAnswer(struck, count => [`content-length: ${count}`])}`,
		),
	},
	{
		kind,
		what: 'the server changes to another protocol (101)',
		seen: 'open',
		strike: sending(
			'HTTP/1.1 101 Switching Protocols\r\nupgrade: odd\r\nconnection: upgrade\r\n\r\n',
			'stay',
		),
	},
	{
		kind,
		tried,
		what: 'the server ends with a status that is no end (199)',
		seen: 'open',
		strike: raw(199, 'end'),
	},
	{
		kind,
		what: 'the server says that there is nothing to say (204)',
		seen: 'unreadable',
		strike: saying({status: 204}),
	},
	{
		kind,
		what: 'the server says that there is nothing to say (204), and says it at length',
		tried,
		seen: 'unreadable',
		strike: proper(204),
	},
	{
		kind,
		what: 'the server answers well with a status without a name (299)',
		tried,
		seen: 'good',
		strike: proper(299),
	},
	{
		kind,
		what: 'the server redirects without saying where to (302)',
		tried,
		seen: 'refused',
		strike: saying({status: 302}),
	},
	{kind, what: 'the status is beyond all (999)', seen: 'open', strike: proper(999)},
	{kind, tried, what: 'the status is nothing (000)', seen: 'open', strike: raw(0, 'end', '{}')},
];

export const codes: readonly Fault[] = [...usual, ...unusual];
