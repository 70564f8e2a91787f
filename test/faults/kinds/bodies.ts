import {gzipSync} from 'node:zlib';
import type {Fault} from '../fault.ts';
import {answering, rawAnswer, saying, sending} from '../striking.ts';

const tried = 'at some';
const kind = 'bodies';

const begun = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const megabyte = 1024 * 1024;
const knot = 'A%25&amp;\\u0041';
const json = {'content-type': 'application/json'};

/** What comes behind headers that are in order. */
export const bodies: readonly Fault[] = [
	{kind, what: 'the answer is empty', seen: 'unreadable', strike: saying({status: 200, headers: json})},
	{
		kind,
		what: 'the answer is white space',
		tried,
		seen: 'unreadable',
		strike: saying({status: 200, text: ' \r\n\t ', headers: json}),
	},
	{
		kind,
		what: 'the answer ends in the middle of its JSON',
		seen: 'unreadable',
		strike: saying(({proper}) => ({
			status: 200,
			text: JSON.stringify(proper.json).slice(0, -9),
			headers: json,
		})),
	},
	{
		kind,
		what: 'the connection ends before the whole length came',
		seen: 'open',
		strike: sending(struck => rawAnswer(struck, count => [`content-length: ${count + 100}`])),
	},
	{
		kind,
		what: 'the connection is reset in the middle of the body',
		tried,
		seen: 'open',
		strike: answering(({socket}) => {
			socket.write(`${begun}content-length: 1000\r\n\r\n{"id":`, () => socket.resetAndDestroy());
		}),
	},
	{
		kind,
		what: 'the headers come, and then nothing',
		seen: 'open',
		isSilent: true,
		strike: sending(`${begun}content-length: 1000\r\n\r\n`, 'stay'),
	},
	{
		kind,
		what: 'the headers and one byte come, and then nothing',
		seen: 'open',
		isSilent: true,
		strike: sending(`${begun}transfer-encoding: chunked\r\n\r\n1\r\n{\r\n`, 'stay'),
	},
	{
		kind,
		what: 'the body comes byte by byte, and never ends',
		seen: 'open',
		isSilent: true,
		strike: answering(({socket}) => {
			socket.write(`${begun}\r\n`);
			const drip = setInterval(() => socket.write(' '), 50);
			socket.once('close', () => clearInterval(drip));
		}),
	},
	{
		kind,
		what: 'a chunk of the body has no size',
		tried,
		seen: 'open',
		strike: sending(`${begun}transfer-encoding: chunked\r\n\r\nmany\r\n{\r\n`),
	},
	{
		kind,
		what: 'the last chunk of the body never comes',
		tried,
		seen: 'open',
		strike: sending(`${begun}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`),
	},
	{
		kind,
		what: 'the answer is 5 MB of JSON',
		tried: 'at few',
		seen: 'unreadable',
		strike: saying(({proper}) => ({
			status: 200,
			text: JSON.stringify(proper.json).padEnd(5 * megabyte),
			headers: json,
		})),
	},
	{
		kind,
		what: 'the answer is 4 MB of text that is escaped three times',
		tried: 'at few',
		seen: 'unreadable',
		strike: saying({status: 200, text: knot.repeat((4 * megabyte) / knot.length), headers: json}),
	},
	{
		kind,
		what: 'the answer is zipped, though nobody asked for that',
		tried,
		seen: 'unreadable',
		strike: saying(({proper}) => ({
			status: 200,
			text: gzipSync(JSON.stringify(proper.json)),
			headers: {...json, 'content-encoding': 'gzip'},
		})),
	},
	{
		kind,
		what: 'the answer has bytes that are not UTF-8',
		seen: 'good',
		strike: saying(({proper}) => ({
			status: 200,
			text: Buffer.from(JSON.stringify(proper.json).replace('{', '{"note":"\xff\xc0",'), 'latin1'),
			headers: json,
		})),
	},
	{
		kind,
		what: 'the answer is in UTF-16',
		tried,
		seen: 'unreadable',
		strike: saying(({proper}) => ({
			status: 200,
			text: Buffer.from(`\ufeff${JSON.stringify(proper.json)}`, 'utf16le'),
			headers: json,
		})),
	},
	{
		kind,
		what: 'the answer begins with a byte order mark',
		seen: 'good',
		strike: saying(({proper}) => ({
			status: 200,
			text: `\ufeff${JSON.stringify(proper.json)}`,
			headers: json,
		})),
	},
	{
		kind,
		what: 'the answer is an HTML page',
		seen: 'unreadable',
		strike: saying({
			status: 200,
			text: '<!doctype html><title>Welcome</title>',
			headers: {'content-type': 'text/html'},
		}),
	},
	{
		kind,
		what: 'the answer is XML',
		tried,
		seen: 'unreadable',
		strike: saying({status: 200, text: '<?xml version="1.0"?><ok/>', headers: {'content-type': 'text/xml'}}),
	},
	{
		kind,
		what: 'the answer is plain text',
		tried,
		seen: 'unreadable',
		strike: saying({status: 200, text: 'All is well.', headers: {'content-type': 'text/plain'}}),
	},
	{
		kind,
		what: 'the server fails (500) with an HTML page',
		tried,
		seen: 'open',
		strike: saying({
			status: 500,
			text: '<html><h1>Traceback (most recent call last)</h1></html>',
			headers: {'content-type': 'text/html'},
		}),
	},
	{
		kind,
		what: 'the server refuses (400) with 4 MB of text that is escaped three times',
		tried: 'at few',
		seen: 'refused',
		strike: saying({
			status: 400,
			text: knot.repeat((4 * megabyte) / knot.length),
			headers: {'content-type': 'text/plain'},
		}),
	},
	{
		kind,
		what: 'the server refuses (422) with a message of 3 MB',
		tried: 'at few',
		seen: 'refused',
		strike: saying({
			status: 422,
			json: {detail: [{loc: ['body', 'client_id'], msg: 'no '.repeat(megabyte), type: 'value_error'}]},
		}),
	},
	{
		kind,
		what: 'the server refuses (422) with 20,000 complaints',
		tried: 'at few',
		seen: 'refused',
		strike: saying({
			status: 422,
			json: {
				detail: Array.from({length: 20_000}, (_, at) => ({
					loc: ['body', `f${at}`],
					msg: `No ${at}.`,
					type: 'x',
				})),
			},
		}),
	},
	{
		kind,
		what: 'the server refuses (400) before it has read the request, in the middle of a word',
		tried,
		seen: 'refused',
		strike: sending('HTTP/1.1 400 Bad Request\r\ncontent-length: 100\r\n\r\n{"detail": "No'),
	},
];
