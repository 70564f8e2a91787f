import {isList, isObject} from '../../body/walk.ts';
import type {Json} from '../../credential.ts';
import {type Contents, type Entry, entriesIn} from './entry.ts';
import {googleFile} from './google.ts';
import {awsSecret, dopplerSecrets, onePasswordItem, vaultSecret} from './vaults.ts';

/** The contents of a JSON text of any known kind. */
export function jsonContents(text: string): Contents | undefined {
	if (!/^[[{]/.test(text)) return undefined;
	const json = parsed(text);
	if (json === undefined) return undefined;
	const kinds = [googleFile, onePasswordItem, vaultSecret, dopplerSecrets];
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
