import {isList, isObject} from '../domain/body/walk.ts';
import type {Field} from '../domain/field.ts';
import {fieldAt} from '../domain/fields.ts';
import type {LiveSecrets} from '../domain/live-secrets.ts';
import type {FieldProblem} from '../domain/problem.ts';
import {mask} from '../domain/secret.ts';
import {clean} from '../domain/text.ts';

/** What a server said, before anything of it is believed. */
export type Said = {readonly contentType: string; readonly text: string};

/** What is needed to turn a server's words into words that may be shown. */
export type Reader = {readonly secrets: LiveSecrets; readonly fields: readonly Field[]};

const fieldLimit = 20;

// Path parts and body parts that are steps of the wizard.
const steps: ReadonlyMap<string, string> = new Map([
	['team_id', 'team'],
	['provider', 'provider'],
	['org_id', 'organization'],
	['env', 'environment'],
	['region', 'region'],
]);

const longestRead = 4000;

/**
Text that may be shown. Cut first, since a server may say anything at any length; then without any part of a secret,
and once more when invisible characters are gone, which could have hidden one.
*/
export function safeText(text: string, secrets: LiveSecrets, limit = 200): string {
	const readable = clean(secrets.hideParts(text.slice(0, longestRead)), longestRead);
	return clean(secrets.hideParts(readable), limit);
}

/** What may be a secret in a form that nobody thought of: long, without a word in it. */
const opaque = /[0-9a-f]{24,}|(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])[\w+/=-]{24,}/g;

/** A server's sentence as it may be shown. */
export const sentence = (text: string, secrets: LiveSecrets, limit?: number): string =>
	safeText(text, secrets, limit).replace(opaque, mask);

/** JSON as it was sent, or `undefined` where it is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The kind of content, in words for a sentence. The content itself may be anything. */
export function contentKind({contentType, text}: Said): string {
	if (text.trim() === '') return 'an empty answer';
	if (/html/i.test(contentType) || /^\s*<(!doctype|html|head|body)/i.test(text)) return 'an HTML page';
	if (parseJson(text) !== undefined) return 'JSON of an unknown shape';
	if (/^text\/plain/i.test(contentType)) return 'plain text';
	return 'something that is not JSON';
}

/** The server's explanation in one line, or `undefined` where it gives none that a person could read. */
export function explanation(said: Said, reader: Reader): string | undefined {
	const json = parseJson(said.text);
	const isPlain = json === undefined && contentKind(said) === 'plain text';
	const words = isPlain ? said.text : firstText(json, ['detail', 'message', 'error', 'title'], 2);
	return (words && sentence(words, reader.secrets)) || undefined;
}

function firstText(value: unknown, names: readonly string[], depth: number): string | undefined {
	if (typeof value === 'string') return value;
	if (!isObject(value) || depth === 0) return undefined;
	for (const name of [...names, 'msg']) {
		const text = Object.hasOwn(value, name) ? firstText(value[name], names, depth - 1) : undefined;
		if (text) return text;
	}
	return undefined;
}

/**
The refused fields of a FastAPI answer (`{"detail": [{"loc", "msg", "type"}]}`). Nothing but these three is
read: `input` and `ctx` can echo the whole body. Details are a union of all providers' shapes, and each of
them complains; where the provider's own fields are among the complaints, only those are kept.
*/
export function fieldProblems(said: Said, reader: Reader): readonly FieldProblem[] {
	const json = parseJson(said.text);
	const detail = isObject(json) && isList(json.detail) ? json.detail : [];
	const entries = detail.slice(0, 200).flatMap(entry => entryOf(entry, reader));
	const known = entries.filter(entry => entry.isKnown);
	const isNoise = (entry: Entry) => entry.isOfUnion && !entry.isKnown && known.length > 0;
	const unique = new Map(
		entries
			.filter(entry => !isNoise(entry))
			.map(({field, message}) => [`${field}\n${message}`, {field, message}]),
	);
	return [...unique.values()].slice(0, fieldLimit);
}

type Entry = FieldProblem & {readonly isKnown: boolean; readonly isOfUnion: boolean};

function entryOf(entry: unknown, reader: Reader): readonly Entry[] {
	if (typeof entry !== 'object' || entry === null) return [];
	const message =
		[textAt(entry, 'msg'), textAt(entry, 'type'), 'This value was refused.'].find(Boolean) ?? '';
	const location = 'loc' in entry && isList(entry.loc) ? entry.loc : [];
	const parts = location
		.slice(0, 20)
		.filter(part => typeof part === 'string' || typeof part === 'number')
		.map(String);
	const inside = ['body', 'path', 'query', 'header'].includes(parts[0] ?? '') ? parts.slice(1) : parts;
	const path = inside.filter((part, index) => !isUnionTag(part, inside[index - 1]));
	const known = path.length === 1 ? steps.get(path[0] ?? '') : undefined;
	const field = known ?? fieldAt(path, reader.fields);
	return [
		{
			field: field ?? (sentence(path.join('.'), reader.secrets, 100) || 'body'),
			message: sentence(message.replace(/^Value error, /, ''), reader.secrets),
			isKnown: field !== undefined,
			isOfUnion: path.length < inside.length,
		},
	];
}

// Pydantic puts the name of the tried model after the field: `details.FitbitTeamProviderDetails.fitbit`.
const isUnionTag = (part: string, before: string | undefined): boolean =>
	before === 'details' && /^[A-Z]\w*Details$/.test(part);

function textAt(entry: object, name: string): string | undefined {
	const value: unknown = Object.hasOwn(entry, name) ? Reflect.get(entry, name) : undefined;
	return typeof value === 'string' && value !== '' ? value : undefined;
}
