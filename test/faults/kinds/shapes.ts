import type {Fault, Operation, Seen, Struck} from '../fault.ts';
import {saying} from '../striking.ts';

const kind = 'shapes';
const lists: readonly Operation[] = ['teams', 'stored', 'look', 'read-back'];

type Json = Readonly<Record<string, unknown>>;

const text = (body: string) =>
	saying({status: 200, text: body, headers: {'content-type': 'application/json'}});

/** JSON that is not what the API promises. */
const useless = (what: string, body: string): Fault => ({kind, what, seen: 'unreadable', strike: text(body)});

/** The same, where it is an object. The answer to a removal may be any: what it does not tell of was not removed. */
const uselessObject = (what: string, body: string): Fault => ({...useless(what, body), seen: silentObject});

const silentObject = (operation: Operation): Seen => (operation === 'removal' ? 'unmentioned' : 'unreadable');

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** The proper answer, changed. */
const changed = (change: (json: Json, struck: Struck) => unknown) =>
	saying(struck => ({status: 200, json: change(struck.proper.json as Json, struck)}));

const atSome = (fault: Fault): Fault => ({...fault, tried: 'at some'});

/** A list whose rows are changed. */
const ofRows = (what: string, seen: Seen, change: (rows: readonly Json[]) => readonly unknown[]): Fault => ({
	kind,
	what,
	at: lists,
	seen,
	strike: changed(json => {
		const name = 'teams' in json ? 'teams' : 'credentials';
		return {...json, [name]: change(json[name] as readonly Json[])};
	}),
});

const ofCursor = (what: string, seen: Seen, cursor: unknown): Fault => ({
	kind,
	what,
	at: lists,
	seen,
	strike: changed((json, {query}) => ({
		...json,
		next_cursor: typeof cursor === 'function' ? cursor(Number(query.get('next_cursor') ?? 0)) : cursor,
	})),
});

/** The same text with something put into its outermost object. */
const within = (what: string, inside: string): Fault => ({
	kind,
	what,
	seen: 'good',
	strike: saying(({proper}) => ({
		status: 200,
		text: JSON.stringify(proper.json).replace('{', `{${inside},`),
		headers: {'content-type': 'application/json'},
	})),
});

export const shapes: readonly Fault[] = [
	useless('the answer is null', 'null'),
	atSome(useless('the answer is true', 'true')),
	atSome(useless('the answer is a number', '42')),
	atSome(useless('the answer is a text', '"saved"')),
	atSome(useless('the answer is an empty list', '[]')),
	uselessObject('the answer is an empty object', '{}'),
	uselessObject('the answer is an error with a good status', '{"error": "Not today."}'),
	useless('the answer is 100,000 lists, each within another', nested(100_000)),
	atSome(useless('the answer is not quite JSON', "{'id': 'c1'}")),
	uselessObject(
		'everything in the answer has another type',
		'{"id":1,"team_id":[],"source":{},"teams":{},"credentials":"c","success":1,"preparation_steps":2,"status":3}',
	),
	{
		kind,
		what: 'the answer stands in a list',
		seen: 'unreadable',
		strike: changed(json => [json]),
	},
	{
		kind,
		what: 'the answer stands in another object',
		seen: silentObject,
		strike: changed(json => ({data: json})),
	},
	within('the answer has more than is known, 100,000 lists deep', `"more":${nested(100_000)}`),
	within(
		'the answer has names such as __proto__ and constructor',
		'"__proto__":{"id":"c9"},"constructor":{"prototype":1}',
	),
	within(
		'the answer has every name twice',
		'"id":"c9","teams":[],"credentials":[],"success":[],"preparation_steps":[]',
	),
	ofRows('rows of a list are no objects', 'incomplete', rows => [1, null, 'a', [], ...rows, {}]),
	ofRows('rows of a list have no ID', 'rowless', rows => rows.map(({id: _, ...row}) => row)),
	ofRows('IDs are numbers', 'rowless', rows => rows.map(row => ({...row, id: 7}))),
	ofRows('IDs are empty', 'rowless', rows => rows.map(row => ({...row, id: ''}))),
	ofRows('each row comes twice', 'good', rows => rows.flatMap(row => [row, row])),
	{
		...ofRows('rows have no times, hash or name', 'good', rows =>
			rows.map(({created_at: _, updated_at: __, client_secret_hash: ___, name: ____, ...row}) => row),
		),
		// Later it would look as if someone else had changed what is stored.
		at: ['teams'],
	},
	ofCursor('the next page is true', 'unreadable', true),
	ofCursor('the next page is an object', 'unreadable', {page: 2}),
	ofCursor('the next page is a list', 'unreadable', [2]),
	ofCursor('the next page is a number', 'good', (page: number) => (page === 0 ? 2 : null)),
	ofCursor('the next page is an empty text', 'good', ''),
	ofCursor('the next page is the same again', 'incomplete', 'again'),
	ofCursor('the next page goes in a circle', 'incomplete', (page: number) => `${(page % 3) + 1}`),
	{
		...ofCursor('the pages never end', 'incomplete', (page: number) => `${page + 1}`),
		at: ['stored'],
		tried: 'at few',
	},
	{
		kind,
		what: 'the next page cannot be read (500)',
		at: lists,
		seen: 'incomplete',
		strike: saying(({query, proper}) =>
			query.get('next_cursor') === null
				? {status: 200, json: {...(proper.json as Json), next_cursor: 'two'}}
				: {status: 500, json: {detail: 'No.'}},
		),
	},
	{
		kind,
		what: 'the answer to a save is of another team',
		at: ['write'],
		seen: 'good',
		strike: changed(json =>
			'source' in json ? {...json, team_id: '0b6e8a1e-2222-4a4a-8a8a-0000000000ff'} : json,
		),
	},
	{
		kind,
		what: 'the answer to a save has another client ID',
		at: ['write'],
		seen: 'good',
		strike: changed(json => ('source' in json ? {...json, client_id: 'another'} : json)),
	},
];
