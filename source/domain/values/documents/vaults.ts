import {isList, isObject, valueAt} from '../../body/walk.ts';
import type {Json} from '../../credential.ts';
import {type Meaning, readName} from '../names.ts';
import {type Contents, type DocumentName, type Entry, entriesIn, textOf} from './entry.ts';

// What the command lines of password managers print as JSON.

const contents = (name: DocumentName, entries: readonly Entry[]): Contents => ({
	kind: 'entries',
	name,
	entries,
});

/** `op item get X --format json`, and with `--fields` its fields alone: named by their labels, else by their IDs. */
export function onePasswordItem(json: Json): Contents | undefined {
	const fields = isList(json) ? json : isObject(json) ? (json.fields ?? json) : undefined;
	const listed = isList(fields) ? fields : [fields];
	const isItem = listed.length > 0 && listed.every(field => isOnePasswordField(field));
	if (!isItem) return undefined;
	const title = isObject(json) && isList(json.fields) ? (textOf(json.title) ?? '') : '';
	return contents('a 1Password item', onePasswordEntries(listed, title));
}

/** Fields without a value have none of these but an ID, a type and a label. */
const isOnePasswordField = (field: Json | undefined): boolean =>
	isObject(field) && typeof field.id === 'string' && typeof field.type === 'string';

/** An item of no labels of ours has a user name and one concealed field, which are the ID and the secret. */
function onePasswordEntries(fields: readonly (Json | undefined)[], title: string): readonly Entry[] {
	const isConcealed = (field: Json | undefined) => textOf(valueAt(field, ['type'])) === 'CONCEALED';
	const isPlainLogin = fields.filter(isConcealed).length === 1;
	const labels = fields.map(labelOf);
	const isNamed = (meaning: Meaning) =>
		labels.map(label => readName(label)).some(name => name?.meaning === meaning && name.isStrong);
	const nameOf = (field: Json | undefined, label: string): string => {
		if (!isPlainLogin || readName(label)?.isStrong) return label;
		if (isConcealed(field)) return isNamed('client-secret') ? label : 'client secret';
		return label.toLowerCase() === 'username' && !isNamed('client-id') ? 'client id' : label;
	};
	return fields.flatMap((field, index) => {
		const value = textOf(valueAt(field, ['value'])) ?? '';
		const section = `${title} ${textOf(valueAt(field, ['section', 'label'])) ?? ''}`.trim();
		return value === '' ? [] : [{section, name: nameOf(field, labels[index] ?? ''), value}];
	});
}

const labelOf = (field: Json | undefined): string =>
	textOf(valueAt(field, ['label'])) || textOf(valueAt(field, ['id'])) || '';

/** `vault kv get -format=json`: the secret is in `data.data` of the second version, and in `data` of the first. */
export function vaultSecret(json: Json): Contents | undefined {
	if (!isObject(json) || !isObject(json.data) || !('lease_id' in json || 'request_id' in json))
		return undefined;
	const inner = valueAt(json, ['data', 'data']);
	return contents('a Vault secret', entriesIn(isObject(inner) ? inner : json.data));
}

/** `doppler secrets download --format json`, a map; and `doppler secrets --json`, in which each has a `computed`. */
export function dopplerSecrets(json: Json): Contents | undefined {
	if (!isObject(json)) return undefined;
	const names = Object.keys(json);
	const isComputed =
		names.length > 0 && names.every(name => 'computed' in (isObject(json[name]) ? json[name] : {}));
	if (!isComputed && !names.includes('DOPPLER_PROJECT')) return undefined;
	const entries = isComputed
		? names.flatMap(name => {
				const value = textOf(valueAt(json, [name, 'computed']));
				return value === undefined ? [] : [{section: '', name, value}];
			})
		: entriesIn(json);
	return contents(
		'a Doppler download',
		entries.filter(({name}) => !name.startsWith('DOPPLER_')),
	);
}

/** `aws secretsmanager get-secret-value`: the secret is JSON once more, as a text. */
export function awsSecret(json: Json, parse: (text: string) => Json | undefined): Contents | undefined {
	const text = textOf(valueAt(json, ['SecretString']));
	const inner = text === undefined ? undefined : parse(text);
	return inner === undefined ? undefined : contents('an AWS secret', entriesIn(inner));
}
