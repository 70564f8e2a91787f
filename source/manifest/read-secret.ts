import type {SecretReference} from '../domain/manifest.ts';
import type {Secret} from '../domain/secret.ts';
import type {SecretSource} from '../domain/secret-source.ts';
import type {Taken} from '../domain/values/take.ts';
import type {Value} from './document.ts';
import {type ReadingState, report} from './reading.ts';

/** Where a secret comes from, or the secret itself where that is allowed. */
export type SecretValue =
	| {readonly kind: 'reference'; readonly reference: SecretReference}
	| {readonly kind: 'literal'; readonly secret: Secret};

const kinds = ['env', 'file', 'command'];

/** Whether a value has the form of a reference: a map with one of its three keys and nothing else. */
export const isReference = (value: Value): boolean =>
	value.kind === 'map' && value.entries.length === 1 && kinds.includes(value.entries[0]?.key ?? '');

/** A secret of a row, which has its place at `bodyPath` of the request body. Reported where it is none. */
export function secretOf(
	reading: ReadingState,
	value: Value,
	path: string,
	bodyPath: readonly string[],
	take: (text: string) => Taken,
): SecretValue | undefined {
	if (value.kind === 'text' || value.kind === 'number') return literal(reading, value, path, take);
	const [entry] = value.kind === 'map' ? value.entries : [];
	const source = entry && isReference(value) ? sourceOf(entry.key, entry.value) : undefined;
	if (source === undefined || typeof source === 'string') {
		report(reading, value, path, source ?? (value.kind === 'unusable' ? value.message : needsReference));
		return undefined;
	}
	const at = reading.document.positionOf(value.offset, path);
	return {kind: 'reference', reference: {path: bodyPath, source, at}};
}

const needsReference = 'A secret is {env: NAME}, {file: PATH} or {command: "…"}, exactly one of them.';

/** The source, or what is wrong with it. */
function sourceOf(kind: string, value: Value): SecretSource | string {
	const text = value.kind === 'text' || value.kind === 'number' ? value.text : '';
	if (text.trim() === '') return `The value of ${kind} is a text.`;
	if (kind === 'file') return {kind: 'file', path: text};
	if (kind === 'command') return {kind: 'command', command: text};
	return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text)
		? {kind: 'environment', name: text}
		: 'env takes the name of an environment variable: letters, digits and underscores.';
}

function literal(
	reading: ReadingState,
	value: Value & {readonly text: string},
	path: string,
	take: (text: string) => Taken,
): SecretValue | undefined {
	if (!reading.allowsLiteralSecrets) {
		report(
			reading,
			value,
			path,
			`${needsReference} A literal one is taken only with --allow-literal-secrets.`,
		);
		return undefined;
	}
	const taken = take(value.text);
	if (taken.ok) return {kind: 'literal', secret: taken.value};
	report(reading, value, path, taken.message);
	return undefined;
}
