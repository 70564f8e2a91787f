import type {Place} from '../domain/credential.ts';
import {listedFaults, type ManifestProblem, type Position, type SecretRow} from '../domain/manifest.ts';
import {isPlaceholder, normal} from '../domain/text.ts';
import {signAt, unseen} from '../domain/values/signs.ts';
import type {Entry, ManifestDocument, Value} from './document.ts';

export type ManifestOptions = {
	/** Whether a secret may stand in the file itself. */
	readonly allowsLiteralSecrets: boolean;
	/** Whether a provider that the catalogue lacks is taken by its slug. */
	readonly allowsUnknownProviders: boolean;
};

/** What reading a manifest works with. Problems are gathered, so that they are told at once, and all are counted. */
export type ReadingState = ManifestOptions & {
	readonly document: ManifestDocument;
	readonly problems: ManifestProblem[];
	/** One for each row, as far as it could be read. */
	readonly rows: SecretRow[];
	count: number;
};

/** Counts a fault, and keeps it where it is among the first of the file. A message may be made only then. */
export function report(
	reading: ReadingState,
	{offset}: {readonly offset: number},
	path: string,
	message: string | (() => string),
): void {
	const {problems, document} = reading;
	const at = document.positionOf(offset, path);
	const last = problems.length < listedFaults ? undefined : problems.at(-1);
	reading.count += 1;
	if (last && byPlace(at, last) >= 0) return;
	if (last) problems.pop();
	problems.push({...at, message: typeof message === 'string' ? message : message()});
	if (problems.length === listedFaults) problems.sort(byPlace);
}

/** The order of the file. */
export const byPlace = (one: Position, other: Position): number =>
	one.line - other.line || one.column - other.column;

/** A key as part of a path. One that does not look like a key may be a secret, and is not repeated. */
export const within = (path: string, key: string): string => {
	const shown = /^(?:[a-z]{1,24}(?:_[a-z0-9]{1,24}){0,5}|\d{1,6})$/.test(key) ? key : '?';
	return path === '' ? shown : `${path}.${shown}`;
};

/** The entries of a map, but for those whose keys cannot be taken, which are reported. */
export const taken = (reading: ReadingState, entries: readonly Entry[], path: string): readonly Entry[] =>
	entries.filter(entry => {
		if (entry.flaw !== undefined) report(reading, entry, within(path, entry.key), entry.flaw);
		return entry.flaw === undefined;
	});

/** The values of a map by their keys, if the keys are known; others are reported. */
export function valuesIn(
	reading: ReadingState,
	value: Value,
	path: string,
	{what, keys}: {readonly what: string; readonly keys: readonly string[]},
): ReadonlyMap<string, Value> | undefined {
	if (value.kind !== 'map') {
		const message = value.kind === 'unusable' ? value.message : `${what} is needed: ${keys.join(', ')}.`;
		report(reading, value, path, message);
		return undefined;
	}
	const entries = taken(reading, value.entries, path);
	for (const entry of entries) {
		if (keys.includes(entry.key)) continue;
		report(reading, entry, within(path, entry.key), () => unknownKey(entry.key, keys));
	}
	return new Map(entries.map(entry => [entry.key, entry.value]));
}

/** Of what was written in its place only a sign that nobody sees is told. */
function unknownKey(key: string, keys: readonly string[]): string {
	const at = key.search(unseen);
	const why = at === -1 ? '' : ` There is ${signAt(key, at)} in it: write it without.`;
	return `Unknown key.${why} Known: ${keys.join(', ')}.`;
}

/** What two rows may not have in common: the team as it is written, in any case, with place and provider. */
export const rowIdentity = (team: string, {environment, region}: Place, provider: string): string =>
	[normal(team), environment, region, provider].join('\n');

/**
A text exactly as it is written: a number is taken by its digits, and what YAML takes for something else has to be
put in quotes. Undefined where it is none, which is then reported.
*/
export function readText(reading: ReadingState, value: Value, path: string): string | undefined {
	if (value.kind === 'text' || value.kind === 'number') {
		const flaw = flawOf(value.text);
		if (flaw === undefined) return value.text;
		report(reading, value, path, flaw);
		return undefined;
	}
	report(reading, value, path, value.kind === 'unusable' ? value.message : needsText);
	return undefined;
}

/** What no value of a row is. */
function flawOf(text: string): string | undefined {
	if (text.trim() === '') return 'A value is needed.';
	if (text.trim() !== text) return edgeSpace;
	return isPlaceholder(text) ? unfilled : undefined;
}

/** Said of what is still to be filled in. */
export const unfilled = 'A value has to take the place of the placeholder.';
const edgeSpace = 'There is white space around it. Take it away.';
const needsText = 'A text is needed here. Put it in quotes if YAML takes it for something else.';
