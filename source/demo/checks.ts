import {isList, isObject} from '../domain/body/walk.ts';
import type {Json, JsonObject} from '../domain/credential.ts';

/** One refused value, in FastAPI's shape. `input` echoes what was sent, secrets included, as the real server does. */
export type Issue = {
	readonly type: string;
	readonly loc: Location;
	readonly msg: string;
	readonly input: Json;
	readonly ctx?: JsonObject;
};

export type Location = readonly (string | number)[];

/** Tells what is wrong with a value; nothing wrong is an empty list. */
export type Check = (value: Json, loc: Location) => readonly Issue[];

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const text: Check = (value, loc) =>
	typeof value === 'string'
		? []
		: [{type: 'string_type', loc, msg: 'Input should be a valid string', input: value}];

export const someText: Check = (value, loc) =>
	value === ''
		? [
				{
					type: 'string_too_short',
					loc,
					msg: 'String should have at least 1 character',
					input: value,
					ctx: {min_length: 1},
				},
			]
		: text(value, loc);

export const yesNo: Check = (value, loc) =>
	typeof value === 'boolean'
		? []
		: [{type: 'bool_type', loc, msg: 'Input should be a valid boolean', input: value}];

export const idText: Check = (value, loc) =>
	typeof value === 'string' && uuidShape.test(value)
		? []
		: [{type: 'uuid_parsing', loc, msg: 'Input should be a valid UUID', input: value}];

export const webAddress: Check = (value, loc) => {
	if (typeof value !== 'string') return text(value, loc);
	if (!URL.canParse(value)) {
		return [{type: 'url_parsing', loc, msg: 'Input should be a valid URL', input: value}];
	}
	return ['http:', 'https:'].includes(new URL(value).protocol)
		? []
		: [{type: 'url_scheme', loc, msg: "URL scheme should be 'http' or 'https'", input: value}];
};

export const anyObject: Check = (value, loc) =>
	isObject(value) ? [] : [{type: 'dict_type', loc, msg: 'Input should be a valid dictionary', input: value}];

export const nullable =
	(check: Check): Check =>
	(value, loc) =>
		value === null ? [] : check(value, loc);

export const listOf =
	(check: Check): Check =>
	(value, loc) =>
		isList(value)
			? value.flatMap((item, index) => check(item, [...loc, index]))
			: [{type: 'list_type', loc, msg: 'Input should be a valid list', input: value}];

export const oneOf =
	(options: readonly string[]): Check =>
	(value, loc) => {
		if (typeof value === 'string' && options.includes(value)) return [];
		const quoted = options.map(option => `'${option}'`);
		const expected = [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' or ');
		return [{type: 'enum', loc, msg: `Input should be ${expected}`, input: value, ctx: {expected}}];
	};

type Keys = {
	readonly required?: Readonly<Record<string, Check>>;
	readonly optional?: Readonly<Record<string, Check>>;
	/** Whether other keys are refused. */
	readonly isClosed?: boolean;
};

/** An object with these keys. A missing key echoes the whole object, as FastAPI does. */
export const object =
	({required = {}, optional = {}, isClosed = false}: Keys): Check =>
	(value, loc) => {
		if (!isObject(value)) return anyObject(value, loc);
		const checks = new Map([...Object.entries(required), ...Object.entries(optional)]);
		const missing = Object.keys(required)
			.filter(key => !Object.hasOwn(value, key))
			.map(key => ({type: 'missing', loc: [...loc, key], msg: 'Field required', input: value}));
		const entries = Object.entries(value).flatMap(([key, item]) => {
			const at = [...loc, key];
			const check = checks.get(key);
			if (check) return check(item, at);
			return isClosed
				? [{type: 'extra_forbidden', loc: at, msg: 'Extra inputs are not permitted', input: item}]
				: [];
		});
		return [...missing, ...entries];
	};

/** A rule that no shape can express, as pydantic words it. */
export const brokenRule = (loc: Location, message: string, input: Json): Issue => ({
	type: 'value_error',
	loc,
	msg: `Value error, ${message}`,
	input,
	ctx: {error: message},
});
