import type {BodyObject, BodyValue, Json, JsonObject} from '../credential.ts';
import {Secret} from '../secret.ts';

/** Where a value stands inside of another one, such as `['details', 'fitbit', 'is_hr_enabled']`. */
export type Path = readonly string[];

/** A value that has no names in it, a list as a whole, with where it stands. */
export type Leaf<Value> = {readonly path: Path; readonly value: Value};

/** Whether it is an object of names and values: no list, and no sealed secret. */
export function isObject(value: Json | undefined): value is JsonObject;
export function isObject(value: BodyValue | undefined): value is BodyObject;
export function isObject(value: unknown): value is {readonly [name: string]: unknown};
export function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Secret);
}

/** Whether it is a list. `Array.isArray` does not narrow a read-only one. */
export function isList(value: Json | undefined): value is readonly Json[];
export function isList(value: BodyValue | undefined): value is readonly BodyValue[];
export function isList(value: unknown): value is readonly unknown[];
export function isList(value: unknown): boolean {
	return Array.isArray(value);
}

export const isTexts = (value: unknown): value is readonly string[] =>
	isList(value) && value.every(entry => typeof entry === 'string');

/** Whether the path begins with the other one, or is the same. */
export const beginsWith = (path: Path, start: Path): boolean =>
	start.every((name, index) => path[index] === name);

export const isSamePath = (one: Path, other: Path): boolean =>
	one.length === other.length && beginsWith(one, other);

/** What stands at the path; undefined where nothing does. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined;
export function valueAt(value: BodyValue | undefined, path: Path): BodyValue | undefined;
export function valueAt(value: BodyValue | undefined, path: Path): BodyValue | undefined {
	let inside = value;
	for (const name of path) {
		if (!isObject(inside) || !Object.hasOwn(inside, name)) return undefined;
		inside = inside[name];
	}
	return inside;
}

/** The object with a value at the path, through objects that it makes where there are none. */
export function placed(object: BodyObject, path: Path, value: BodyValue): BodyObject {
	const [head = '', ...rest] = path;
	if (rest.length === 0) return {...object, [head]: value};
	const inner = Object.hasOwn(object, head) ? object[head] : undefined;
	return {...object, [head]: placed(isObject(inner) ? inner : {}, rest, value)};
}

/** An object laid over another one: where both have an object, that is laid over the other's. */
export function merged(below: JsonObject, above: JsonObject): JsonObject {
	const entries = Object.entries(above).map(([name, value]) => {
		const before = valueAt(below, [name]);
		return [name, isObject(before) && isObject(value) ? merged(before, value) : value] as const;
	});
	return {...below, ...Object.fromEntries(entries)};
}

/** Whether there is a value at the path, or in place of something above it. */
export function covers(object: JsonObject, [head = '', ...rest]: Path): boolean {
	if (!Object.hasOwn(object, head)) return false;
	const inside = object[head];
	return rest.length === 0 || !isObject(inside) || covers(inside, rest);
}

/** The object without what is to go. Objects are looked into, and one of which nothing is left goes as well. */
export function without(
	object: JsonObject,
	isGone: (path: Path, value: Json) => boolean,
	path: Path = [],
): JsonObject {
	const entries = Object.entries(object).flatMap(([name, value]): readonly [string, Json][] => {
		const at = [...path, name];
		if (isGone(at, value)) return [];
		if (!isObject(value) || isBare(value)) return [[name, value]];
		const rest = without(value, isGone, at);
		return isBare(rest) ? [] : [[name, rest]];
	});
	return Object.fromEntries(entries);
}

/** Whether an object has nothing in it. */
export const isBare = (object: BodyObject): boolean => Object.keys(object).length === 0;

/** Every leaf of an object, in its order. */
export function leavesIn(object: JsonObject, path?: Path): readonly Leaf<Json>[];
export function leavesIn(object: BodyObject, path?: Path): readonly Leaf<BodyValue>[];
export function leavesIn(object: BodyObject, path: Path = []): readonly Leaf<BodyValue>[] {
	return Object.entries(object).flatMap(([name, value]) => {
		const at = [...path, name];
		return isObject(value) ? leavesIn(value, at) : [{path: at, value}];
	});
}
