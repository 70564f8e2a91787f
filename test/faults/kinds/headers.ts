import type {Fault} from '../fault.ts';
import {rawAnswer, saying, sending} from '../striking.ts';

const kind = 'headers';

const length = (count: number) => [`content-length: ${count}`, 'connection: close'];

const all: readonly Fault[] = [
	{
		kind,
		what: 'half of a status line comes, and no more',
		seen: 'open',
		isSilent: true,
		strike: sending('HTTP/1.1 2', 'stay'),
	},
	{
		kind,
		what: 'half of a header line comes, and no more',
		seen: 'open',
		isSilent: true,
		strike: sending('HTTP/1.1 200 OK\r\ncontent-ty', 'stay'),
	},
	{
		kind,
		what: 'the connection ends within the headers',
		seen: 'open',
		strike: sending('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'),
	},
	{
		kind,
		what: 'the headers are 100 kB',
		seen: 'open',
		strike: sending(struck =>
			rawAnswer(struck, count => [`x-long: ${'a'.repeat(100_000)}`, ...length(count)]),
		),
	},
	{
		kind,
		what: 'there are 1,500 headers',
		seen: 'good',
		strike: sending(struck =>
			rawAnswer(struck, count => [...Array.from({length: 1500}, () => 'x: 1'), ...length(count)]),
		),
	},
	{
		kind,
		what: 'two lengths are given that differ',
		seen: 'open',
		strike: sending(struck => rawAnswer(struck, count => [...length(count), 'content-length: 3'])),
	},
	{
		kind,
		what: 'a length is given, and the body is in chunks',
		seen: 'open',
		strike: sending(struck => rawAnswer(struck, count => [...length(count), 'transfer-encoding: chunked'])),
	},
	{
		kind,
		what: 'the length is no number',
		seen: 'open',
		strike: sending(struck => rawAnswer(struck, () => ['content-length: many'])),
	},
	{
		kind,
		what: 'the length is beyond any number',
		seen: 'open',
		strike: sending(struck => rawAnswer(struck, () => [`content-length: ${'9'.repeat(40)}`])),
	},
	{
		kind,
		what: 'the length is less than the body',
		seen: 'unreadable',
		strike: sending(struck => rawAnswer(struck, count => length(count - 5))),
	},
	{
		kind,
		what: 'a header has a NUL in it',
		seen: 'open',
		strike: sending(struck => rawAnswer(struck, count => ['x-odd: a\0b', ...length(count)])),
	},
	{
		kind,
		what: 'headers are called constructor and __proto__',
		seen: 'good',
		strike: sending(struck =>
			rawAnswer(struck, count => ['constructor: a', '__proto__: b', ...length(count)]),
		),
	},
	{
		kind,
		what: 'there are no headers at all, and the body ends with the connection',
		seen: 'good',
		strike: sending(({proper}) => `HTTP/1.1 200 OK\r\n\r\n${JSON.stringify(proper.json)}`),
	},
	{
		kind,
		what: 'the answer is in HTTP/1.0',
		seen: 'good',
		strike: sending(({proper}) => `HTTP/1.0 200 OK\r\n\r\n${JSON.stringify(proper.json)}`),
	},
	{
		kind,
		what: 'the status line has another protocol',
		seen: 'open',
		strike: sending('ICY 200 OK\r\n\r\n{}'),
	},
	{
		kind,
		what: 'the status is no number',
		seen: 'open',
		strike: sending('HTTP/1.1 abc OK\r\n\r\n{}'),
	},
	{
		kind,
		what: 'garbage comes before the status line',
		seen: 'open',
		strike: sending(struck => `garbage\r\n${rawAnswer(struck, length)}`),
	},
	{
		kind,
		what: 'the answer is not HTTP',
		seen: 'open',
		strike: sending('no HTTP at all\r\n\r\n'),
	},
	{
		kind,
		what: 'the answer comes twice',
		seen: 'good',
		strike: sending(struck => rawAnswer(struck, length) + rawAnswer(struck, length)),
	},
	{
		kind,
		what: 'the answer says that it is HTML, and is JSON',
		seen: 'good',
		strike: saying(({proper: {status, json}}) => ({
			status,
			text: JSON.stringify(json),
			headers: {'content-type': 'text/html'},
		})),
	},
];

/** What stands before the body, or nothing but that. Whatever is asked, it breaks in the same way. */
export const headers: readonly Fault[] = all.map(fault => ({...fault, tried: 'at some'}));
