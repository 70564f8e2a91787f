import {isObject} from '../../body/walk.ts';
import type {Json} from '../../credential.ts';
import {type Contents, type Entry, entriesIn} from './entry.ts';

type Entries = Extract<Contents, {readonly kind: 'entries'}>;

const name = 'a Kubernetes secret';

/** `kubectl get secret -o json`: values in base64 in `data`, and plain ones in `stringData`. */
export function kubernetesSecret(json: Json): Contents | undefined {
	if (!isObject(json) || json.kind !== 'Secret' || !(isObject(json.data) || isObject(json.stringData))) {
		return undefined;
	}
	return {
		kind: 'entries',
		name,
		entries: [...entriesIn(json.data).map(decoded), ...entriesIn(json.stringData)],
	};
}

/** The same in YAML: the lines in its `data`. Where nothing says what it is, what looks encoded is none to take. */
export function asKubernetes(contents: Entries, text: string): Contents {
	if (!contents.entries.some(isData)) return contents;
	const kinds = Array.from(text.matchAll(/^kind:\s*["']?(\w+)/gm), ([, kind]) => kind);
	const isSecret = kinds.length > 0 && kinds.every(kind => kind === 'Secret');
	if (kinds.length > 0 && !kinds.includes('Secret')) return contents;
	const entries = contents.entries.map((entry): Entry => {
		if (!isData(entry)) return entry;
		if (isSecret) return decoded(entry);
		return textIn(entry.value) === undefined ? entry : {...entry, flaw: 'encoded'};
	});
	return {...contents, entries, ...(isSecret && {name})};
}

const isData = ({section}: Entry): boolean => section === 'data';

function decoded(entry: Entry): Entry {
	const value = textIn(entry.value);
	return value === undefined ? {...entry, flaw: 'encoded'} : {...entry, section: '', value};
}

/** The text that whole base64 stands for, if all of it can be seen but for a final line break. */
function textIn(base64: string): string | undefined {
	if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
	const text = atob(base64);
	return /^[ -~]+\r?\n?$/.test(text) ? text : undefined;
}
