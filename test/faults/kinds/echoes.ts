import type {Fault, Operation, Seen} from '../fault.ts';
import {type Said, saying} from '../striking.ts';

const kind = 'echoes';

type Write = (secret: string) => string;

const base64: Write = secret => Buffer.from(secret).toString('base64');

const escaped: Write = secret =>
	JSON.stringify(encodeURIComponent(secret)).slice(1, -1).replaceAll('%', '&#37;').replaceAll('"', '&quot;');

/** The whole of it, written in some way. */
const wholly: Readonly<Record<string, Write>> = {
	'as they are': secret => secret,
	'in capitals': secret => secret.toUpperCase(),
	'in base64': base64,
	'in hexadecimal': secret => Buffer.from(secret).toString('hex'),
	'with spaces between their letters': secret => [...secret].join(' '),
	'over several lines': secret => (secret.match(/.{1,10}/gsu) ?? []).join('\r\n'),
	'escaped three times': escaped,
};

/** A part of it, as validators print what is long. */
const partly: Readonly<Record<string, Write>> = {
	'by its beginning and its end': secret => `${secret.slice(0, 16)}…${secret.slice(-14)}`,
	'by its first 20 letters': secret => `${secret.slice(0, 20)}...`,
	'by its first 16 letters in base64': secret => base64(secret.slice(0, 16)),
};

/** An answer with everything that the program holds in it. */
const echoing = (
	what: string,
	seen: Seen,
	write: Write,
	say: (text: string) => Said,
	at?: Fault['at'],
): Fault => ({
	kind,
	what,
	seen,
	strike: saying(({known}) => say(known.map(write).join(', '))),
	...(at && {at}),
});

const refused: (text: string) => Said = text => ({
	status: 422,
	json: {
		detail: [
			{loc: ['body', 'client_secret'], msg: `Input '${text}' is wrong`, type: 'value_error', input: text},
		],
	},
});

/** The likely ones. */
const everywhere: readonly string[] = [
	'as they are',
	'in base64',
	'escaped three times',
	'by its beginning and its end',
];

const inMessages = Object.entries({...wholly, ...partly}).map(
	([how, write]): Fault => ({
		...echoing(`a refusal (422) says the secrets back ${how}`, 'refused', write, refused),
		...(everywhere.includes(how) ? {} : {tried: 'at some'}),
	}),
);

const elsewhere: readonly Fault[] = [
	echoing(
		'a failure (500) says the secrets back in plain text',
		'open',
		one => one,
		text => ({
			status: 500,
			text,
			headers: {'content-type': 'text/plain; charset=utf-8'},
		}),
	),
	echoing(
		'a refusal (400) says the secrets back in its message',
		'refused',
		one => one,
		message => ({
			status: 400,
			json: {message},
		}),
	),
	echoing(
		'a refusal (422) says the secrets back as names of fields',
		'refused',
		one => one,
		name => ({
			status: 422,
			json: {detail: [{loc: ['body', 'details', name], msg: `${name}`, type: name}]},
		}),
	),
	echoing(
		'the key is refused (401) and said back by its beginning and its end',
		'key',
		partly['by its beginning and its end'] ?? String,
		detail => ({
			status: 401,
			json: {detail},
		}),
	),
	echoing(
		'the server is busy (503) and says the secrets back',
		'overloaded',
		one => one,
		detail => ({
			status: 503,
			json: {detail},
		}),
	),
	echoing(
		'a failure (500) has the secrets as the number of the request',
		'open',
		one => encodeURIComponent(one),
		id => ({
			status: 500,
			json: {},
			headers: {'x-request-id': id},
		}),
	),
	echoing(
		'a redirect (302) leads to an address with the secrets in it',
		'refused',
		encodeURIComponent,
		text => ({
			status: 302,
			headers: {location: `https://elsewhere.invalid/?${text}`},
		}),
	),
	echoing(
		'a good status stands above an HTML page with the secrets in it',
		'unreadable',
		one => one,
		text => ({
			status: 200,
			text: `<html>${text}</html>`,
			headers: {'content-type': 'text/html; charset=utf-8'},
		}),
	),
];

type Json = Readonly<Record<string, unknown>>;

/** Values that are shown have a secret in the place of a name, an ID, a time and so on. */
const inValues = (how: string, write: Write): Fault => ({
	kind,
	what: `names, IDs and times are the secrets ${how}`,
	at: ['organization', 'teams', 'stored', 'preparation', 'read-back', 'write'],
	seen: 'good',
	strike: saying(({proper, operation, known}) => ({
		status: 200,
		json: withTexts(operation, proper.json as Json, known.map(write).join(' and ')),
	})),
});

function withTexts(operation: Operation, json: Json, text: string): unknown {
	const rows = (name: string, change: (row: Json) => Json) => ({
		...json,
		[name]: (json[name] as readonly Json[]).map(change),
	});
	switch (operation) {
		case 'organization':
			return {...json, name: text, expires_at: text};
		case 'teams':
			return rows('teams', row => ({...row, name: text, created_on: text}));
		case 'preparation':
			return rows('preparation_steps', row => ({...row, type: text, description: text}));
		case 'write':
			return 'source' in json ? marked(json, text) : json;
		default:
			return rows('credentials', row => marked(row, text));
	}
}

/** What is shown of a stored credential and decides nothing. */
const marked = (row: Json, text: string): Json => ({...row, app_url: text, created_at: text});

const asDetail: Fault = {
	kind,
	what: 'a detail that nobody knows has a secret for its name',
	at: ['stored', 'read-back'],
	seen: 'good',
	strike: saying(({proper, known}) => {
		const {credentials, ...more} = proper.json as {readonly credentials: readonly Json[]};
		const odd = Object.fromEntries(known.map(one => [one, 'x']));
		const rows = credentials.map(row => ({...row, details: {...(row.details as Json | null), ...odd}}));
		return {status: 200, json: {...more, credentials: rows}};
	}),
};

const asCursor: Fault = {
	kind,
	what: 'the next page has a secret for its name',
	at: ['teams', 'stored'],
	seen: 'incomplete',
	strike: saying(({proper, known, count}) => ({
		status: 200,
		json: {...(proper.json as Json), next_cursor: count < known.length ? known[count] : null},
	})),
};

export const echoes: readonly Fault[] = [
	...inMessages,
	...elsewhere,
	...Object.entries(wholly).map(([how, write]) => inValues(how, write)),
	asDetail,
	asCursor,
];
