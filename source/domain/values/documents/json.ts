import {isList, isObject, valueAt} from '../../body/walk.ts';
import type {Json} from '../../credential.ts';
import {type Contents, type Entry, entriesIn, textOf} from './entry.ts';
import {googleFile} from './google.ts';
import {kubernetesSecret} from './kubernetes.ts';
import {hasNameTwice} from './names-twice.ts';
import {awsSecret, dopplerSecrets, onePasswordItem, vaultSecret} from './vaults.ts';

/** The contents of a JSON text of any known kind. */
export function jsonContents(text: string): Contents | undefined {
	if (!/^[[{]/.test(text)) return undefined;
	const json = parsed(text);
	if (json === undefined) return undefined;
	const contents = contentsOf(json);
	if (contents.kind === 'refused' || !isAmbiguous(text, json)) return contents;
	return {...contents, entries: contents.entries.map(entry => ({...entry, flaw: 'given-twice'}))};
}

/** Whether it, or the JSON inside of it, gives a name twice, of which parsers keep the last. */
function isAmbiguous(text: string, json: Json): boolean {
	const inner = textOf(valueAt(json, ['SecretString'])) ?? '';
	return hasNameTwice(text) || (parsed(inner) !== undefined && hasNameTwice(inner));
}

function contentsOf(json: Json): Contents {
	const kinds = [googleFile, onePasswordItem, kubernetesSecret, vaultSecret, dopplerSecrets];
	for (const kind of kinds) {
		const contents = kind(json);
		if (contents) return contents;
	}
	return awsSecret(json, parsed) ?? {kind: 'entries', name: 'JSON', entries: nestedEntries(json)};
}

function parsed(text: string): Json | undefined {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const deepest = 4;

/** Of settings: names at the top, and in objects and lists some levels down, whose names are their sections. */
function nestedEntries(json: Json, section = '', depth = 0): readonly Entry[] {
	if (depth > deepest) return [];
	if (isList(json)) {
		return json.flatMap((each, index) => nestedEntries(each, `${section} ${index + 1}`.trim(), depth + 1));
	}
	if (!isObject(json)) return [];
	return [
		...entriesIn(json, section),
		...Object.entries(json).flatMap(([name, inside]) =>
			nestedEntries(inside, `${section} ${name}`.trim(), depth + 1),
		),
	];
}
