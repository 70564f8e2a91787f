import {describeApi} from '../domain/api-generation.ts';
import type {CredentialDetails, DetailValue} from '../domain/credential.ts';
import type {HandOff} from '../domain/hand-off.ts';
import {Secret} from '../domain/secret.ts';
import {quoted} from './shell-quote.ts';

/** A part of the body: JSON text, or the name of a shell variable that holds a secret. */
type Piece = {readonly text: string} | {readonly variable: string};

/**
The save as lines for bash and curl 7.76 or later. Secrets are asked for without echo and never stand in a
command line, where other users of the computer could read them, nor in the shell's history: the body goes by
standard input and the key by a file that exists only for curl.
*/
export function curlFor({generation, url, organizationId, place, credential}: HandOff): string {
	const {keyHeader, keyVariable} = describeApi(generation);
	const {environment, region} = place;
	const path = `/v1/org/${encodeURIComponent(organizationId)}/team_custom_credentials/${environment}/${region}`;
	const pieces = joined(
		piecesOf(
			{
				team_id: credential.teamId,
				provider: credential.provider,
				client_id: credential.clientId,
				client_secret: credential.clientSecret,
				details: credential.details,
				redirect_url_override: credential.redirectUrlOverride,
			},
			[],
		),
	);
	const secrets = pieces.flatMap(piece => ('variable' in piece ? [piece.variable] : []));
	const body = pieces.map(piece => ('text' in piece ? quoted(piece.text) : `"$(json "$${piece.variable}")"`));
	return [
		...[keyVariable, ...secrets].map(name => `[ -n "$${name}" ] || read -rsp '${name}: ' ${name}`),
		...(secrets.length > 0 ? [escaping] : []),
		`printf '%s' ${body.join(' ')} |`,
		`  curl --silent --show-error --fail-with-body --data-binary @- \\`,
		`    -H 'Content-Type: application/json' -H @<(printf '%s' "${keyHeader}: $${keyVariable}") \\`,
		`    ${quoted(url + path)}`,
	].join('\n');
}

// A text as the inside of a JSON string. Line breaks cannot be in what `read` gives.
const escaping = String.raw`json() { local s=$1; s=${'$'}{s//\\/\\\\}; s=${'$'}{s//\"/\\\"}; printf '%s' "${'$'}{s//$'\t'/\\t}"; }`;

function piecesOf(value: DetailValue, path: readonly string[]): readonly Piece[] {
	if (value instanceof Secret) return [{text: '"'}, {variable: variableFor(path)}, {text: '"'}];
	if (isList(value)) {
		return [
			{text: '['},
			...separated(value.map((item, index) => piecesOf(item, [...path, `${index}`]))),
			{text: ']'},
		];
	}
	if (isDetails(value)) {
		const entries = Object.entries(value).map(([key, inside]): readonly Piece[] => [
			{text: `${JSON.stringify(key)}:`},
			...piecesOf(inside, [...path, key]),
		]);
		return [{text: '{'}, ...separated(entries), {text: '}'}];
	}
	return [{text: JSON.stringify(value)}];
}

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

const variableFor = (path: readonly string[]): string =>
	path
		.join('_')
		.toUpperCase()
		.replace(/[^A-Z0-9_]/g, '_');

const isList = (value: DetailValue): value is readonly DetailValue[] => Array.isArray(value);

const isDetails = (value: DetailValue): value is CredentialDetails =>
	typeof value === 'object' && value !== null;
