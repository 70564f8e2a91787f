import type {Field} from '../../field.ts';
import {aliasesIn} from './aliases.ts';
import type {Contents, Entry} from './entry.ts';
import {asKubernetes} from './kubernetes.ts';
import {readLine} from './line.ts';
import {onePerValue} from './one-line.ts';
import {type Valued, valueAt} from './over-lines.ts';

/**
Named lines: `.env` and what is like it (`export X=`, `set X=`, `$env:X =`, sections of INI and TOML), YAML, and lines
of people, `Client ID: …`, with the value behind the label or on the next line. `details` are named too.
*/
export function lineContents(text: string, details: readonly Field[]): Contents | undefined {
	const raw = text.split(/\r\n|[\r\n]/).flatMap(onePerValue);
	const lines = {raw, read: raw.map(line => readLine(line, details))};
	const aliased = aliasesIn(text);
	const entries: Entry[] = [];
	let section = '';
	let assignments = 0;
	let isBehindLabel = false;
	for (let index = 0; index < raw.length; index++) {
		const line = lines.read[index];
		if (line?.kind === 'heading') section = line.name;
		if (line?.kind !== 'named') continue;
		const {value, last, flaw}: Valued = aliased(line, valueAt(line, index, lines));
		const isLabel = line.isKnown && !line.isAssignment && line.value === '';
		// A name without a value may be that of a block of YAML.
		if (value === '' && !line.isAssignment && !line.isKnown) section = line.name;
		if (value !== '' || flaw) {
			const found = isLabel && isBehindLabel && last > index ? 'labels-first' : flaw;
			entries.push({section, name: line.name, value, ...(found && {flaw: found})});
			if (line.isAssignment) assignments += 1;
		}
		isBehindLabel = isLabel && value === '';
		index = last;
	}
	if (entries.length === 0) return undefined;
	const name = 2 * assignments > entries.length ? 'a settings file' : 'a text of labelled lines';
	return asKubernetes({kind: 'entries', name, entries}, text);
}
