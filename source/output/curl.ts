import {describeApi} from '../domain/api-generation.ts';
import {addressOf, saveCall} from '../domain/body/calls.ts';
import {mayShow} from '../domain/body/show.ts';
import {isList, isObject, type Path} from '../domain/body/walk.ts';
import type {BodyValue} from '../domain/credential.ts';
import type {HandOff} from '../domain/hand-off.ts';
import {inertJson} from '../domain/inert.ts';
import {Secret} from '../domain/secret.ts';
import {quoted} from './shell-quote.ts';

/** A part of the body: JSON text, or the name of a shell variable that holds a secret. */
type Piece = {readonly text: string} | {readonly variable: string};

/**
The save as lines for bash and curl 7.76 or later. Secrets are asked for without echo and never stand in a
command line, where other users of the computer could read them, nor in the shell's history: the body goes by
standard input and the key by a file that exists only for curl. All of it stands in one subshell: a shell into
which it is pasted reads it whole before it asks, and keeps no secret for the next paste. A redirect is an error.
*/
export function curlFor(handOff: HandOff): string {
	const {generation, place, credential} = handOff;
	const {keyHeader, keyVariable} = describeApi(generation);
	const call = saveCall(place, credential);
	const isShown = (at: Path) => mayShow(credential.provider, at);
	const pieces = distinct(joined(piecesOf(call.body, [], isShown)));
	const secrets = pieces.flatMap(piece => ('variable' in piece ? [piece.variable] : []));
	const body = pieces.map(piece => ('text' in piece ? quoted(piece.text) : `"$(json "$${piece.variable}")"`));
	return [
		'(',
		...[keyVariable, ...secrets].flatMap(asking),
		...(secrets.length > 0 ? escaping : []),
		`  printf '%s' ${body.join(' ')} |`,
		`    curl --silent --show-error --fail-with-body --location --max-redirs 0 --data-binary @- \\`,
		`      -H 'Content-Type: application/json' -H @<(printf '%s' "${keyHeader}: $${keyVariable}") \\`,
		`      ${quoted(addressOf(handOff, call))}`,
		')',
	].join('\n');
}

/** An empty answer ends it: sent, it would take the place of what is stored. */
const asking = (name: string): readonly string[] => [
	`  [ -n "\${${name}-}" ] || { printf '${name}: ' >&2; IFS= read -rs ${name}; echo >&2; }`,
	`  [ -n "$${name}" ] || { echo '${name} is empty. Nothing was sent.' >&2; exit 2; }`,
];

// A text as the inside of a JSON string. What `read` gives has no line breaks; what the environment gives may.
const escaping = [
	'  json() {',
	'    local s=$1',
	String.raw`    s=${'$'}{s//\\/\\\\}; s=${'$'}{s//\"/\\\"}; s=${'$'}{s//$'\t'/\\t}`,
	String.raw`    s=${'$'}{s//$'\n'/\\n}; s=${'$'}{s//$'\r'/\\r}`,
	`    printf '%s' "$s"`,
	'  }',
];

/** The value as JSON. A secret, and a text that is not shown because it may be one, is a variable. */
function piecesOf(value: BodyValue, path: Path, isShown: (path: Path) => boolean): readonly Piece[] {
	if (value instanceof Secret || (typeof value === 'string' && !isShown(path)))
		return [{text: '"'}, {variable: variableFor(path)}, {text: '"'}];
	if (isList(value)) {
		return [
			{text: '['},
			...separated(value.map((item, index) => piecesOf(item, [...path, `${index}`], isShown))),
			{text: ']'},
		];
	}
	if (isObject(value)) {
		const entries = Object.entries(value).map(([key, inside]): readonly Piece[] => [
			{text: `${jsonText(key)}:`},
			...piecesOf(inside, [...path, key], isShown),
		]);
		return [{text: '{'}, ...separated(entries), {text: '}'}];
	}
	return [{text: jsonText(value)}];
}

const jsonText = (value: string | number | boolean | null): string => inertJson(JSON.stringify(value));

const separated = (groups: readonly (readonly Piece[])[]): readonly Piece[] =>
	groups.flatMap((group, index) => (index === 0 ? group : [{text: ','}, ...group]));

/** Neighbouring texts as one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
	const done: Piece[] = [];
	for (const piece of pieces) {
		const last = done.at(-1);
		if (last && 'text' in last && 'text' in piece) done.splice(-1, 1, {text: last.text + piece.text});
		else done.push(piece);
	}
	return done;
}

/** Two secrets of like paths, such as `a-b` and `a_b`, by two names. */
function distinct(pieces: readonly Piece[]): readonly Piece[] {
	const taken = new Set<string>();
	return pieces.map(piece => {
		if ('text' in piece) return piece;
		let name = piece.variable;
		for (let number = 2; taken.has(name); number++) name = `${piece.variable}_${number}`;
		taken.add(name);
		return {variable: name};
	});
}

const variableFor = (path: Path): string =>
	path
		.join('_')
		.toUpperCase()
		.replace(/[^A-Z0-9_]/g, '_');
