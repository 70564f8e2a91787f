import {environments, type Place, regions} from '../domain/credential.ts';
import {bodyName, fieldOfPath, fieldsOf} from '../domain/fields.ts';
import type {ManifestRow} from '../domain/manifest.ts';
import {findProvider, isSlug, nearestSlugs, unknownProvider} from '../domain/providers/find-providers.ts';
import type {Provider} from '../domain/providers/provider.ts';
import type {Value} from './document.ts';
import {readDetails} from './read-details.ts';
import {readExact} from './read-exact.ts';
import {type Found, readRowField} from './read-field.ts';
import {type ReadingState, readText, report, rowIdentity, valuesIn} from './reading.ts';
import {rowFields} from './row-fields.ts';

const targetKeys = ['team', 'env', 'region', 'provider'] as const;

type Key = (typeof targetKeys)[number];

const keys = [...targetKeys, ...rowFields.map(bodyName), 'exact'];

type Values = ReadonlyMap<string, Value>;

/** The lines of the rows so far, by what they are for. */
export type RowLines = Map<string, number>;

/** Reads one row. Undefined where something is wrong with it, all of which is reported. */
export function readRow(
	reading: ReadingState,
	value: Value,
	path: string,
	lines: RowLines,
): ManifestRow | undefined {
	const before = reading.count;
	const at = reading.document.positionOf(value.offset, path);
	const values = valuesIn(reading, value, path, {what: 'A row', keys});
	if (!values) {
		reading.rows.push({at, provider: '', answers: {}, secrets: []});
		return undefined;
	}
	const needed = (key: Key) => textAt(reading, values, value, path, key);
	const team = needed('team');
	const environment = oneOf(reading, values, path, 'env', environments, needed('env'));
	const region = oneOf(reading, values, path, 'region', regions, needed('region'));
	const provider = providerOf(reading, values, path, needed('provider'));
	// Of a provider that is not known, what is the same for all can be checked.
	const of = provider ?? unknownProvider('');
	const exact = readExact(reading, values.get('exact'), `${path}.exact`, of);
	const found: Found = {answers: new Map(), secrets: [], exact, provider: of};
	readFields(reading, values, value, path, of, found);
	const credential = {
		at,
		provider: of.slug,
		answers: Object.fromEntries(found.answers),
		secrets: found.secrets,
		...(exact.length > 0 && {exact}),
	};
	reading.rows.push(credential);
	if (team === undefined || !environment || !region || !provider) return undefined;
	const place: Place = {environment, region};
	const target = rowIdentity(team, place, provider.slug);
	const first = lines.get(target);
	if (first === undefined) lines.set(target, at.line);
	else report(reading, value, path, `The same team and provider as the row in line ${first}.`);
	if (reading.count > before) return undefined;
	return {team, place, ...credential};
}

function textAt(
	reading: ReadingState,
	values: Values,
	row: Value,
	path: string,
	key: Key,
): string | undefined {
	const value = values.get(key);
	if (value && value.kind !== 'null') return readText(reading, value, `${path}.${key}`);
	report(reading, value ?? row, value ? `${path}.${key}` : path, `${key} is needed.`);
	return undefined;
}

function oneOf<Allowed extends string>(
	reading: ReadingState,
	values: Values,
	path: string,
	key: Key,
	allowed: readonly Allowed[],
	text: string | undefined,
): Allowed | undefined {
	const found = allowed.find(candidate => candidate === text);
	const value = values.get(key);
	if (text !== undefined && value && !found) {
		report(reading, value, `${path}.${key}`, `It is ${allowed.join(' or ')}.`);
	}
	return found;
}

function providerOf(
	reading: ReadingState,
	values: Values,
	path: string,
	slug: string | undefined,
): Provider | undefined {
	const value = values.get('provider');
	if (slug === undefined || !value) return undefined;
	const known = findProvider(slug);
	if (known) return known;
	if (reading.allowsUnknownProviders && isSlug(slug)) return unknownProvider(slug);
	// Looking for the nearest takes a millisecond, which is too much for a fault that is only counted.
	report(reading, value, `${path}.provider`, () => notKnown(slug));
	return undefined;
}

const longestSlug = 60;

function notKnown(slug: string): string {
	const nearest = slug.length > longestSlug ? '' : nearestSlugs(slug).join(', ');
	const hint = nearest === '' ? 'byoo providers lists them.' : `The nearest: ${nearest}.`;
	return `The catalogue has no provider of this name. ${hint} --allow-unknown-provider takes others.`;
}

/** Reads what is about the credential itself, by the fields of the provider. */
function readFields(
	reading: ReadingState,
	values: Values,
	row: Value,
	path: string,
	provider: Provider,
	found: Found,
): void {
	const fields = fieldsOf(provider);
	for (const {kind, path: bodyPath} of rowFields) {
		const key = bodyPath.join('.');
		const value = values.get(key);
		const inside = `${path}.${key}`;
		const field = fieldOfPath(bodyPath, fields);
		const applies = kind === 'json' ? provider.ownOAuth !== 'practice' : field !== undefined;
		if (!value) {
			if (kind === 'secret' && applies) {
				report(reading, row, path, `${key} is needed: a stored one cannot be read back.`);
			}
		} else if (!applies) {
			if (value.kind !== 'null') {
				report(reading, value, inside, `${provider.name} takes a practice ID as client_id and nothing else.`);
			}
		} else if (kind === 'json') readDetails(reading, value, inside, fields, found);
		else if (field) readRowField(reading, value, inside, field, found);
	}
}
