import {uuid} from '../domain/field-values.ts';
import {type ManifestReading, type ManifestRow, rowLimit} from '../domain/manifest.ts';
import {readDocument, type Value} from './document.ts';
import {withPlainSpaces} from './plain-spaces.ts';
import {type RowLines, readRow} from './read-row.ts';
import {byPlace, type ManifestOptions, type ReadingState, readText, report, valuesIn} from './reading.ts';
import {tooManyRows} from './tokens.ts';

/**
Reads a manifest, YAML or JSON: every row is checked, and all that is wrong is told at once, each thing with its
place. No value of the file is in a problem, since it may be a secret.
*/
export function readManifest(text: string, options: ManifestOptions): ManifestReading {
	const reading = readAsItIs(text, options);
	const spaced = reading.ok ? undefined : withPlainSpaces(text);
	if (reading.ok || !spaced) return reading;
	// Inside of a text such white space is no fault: it is one if there are fewer without it.
	const again = readAsItIs(spaced.text, options);
	const rest = again.ok ? {problems: [], count: 0, rows: again.manifest.rows} : again;
	if (rest.count >= reading.count) return reading;
	const problems = [...rest.problems, spaced.fault].toSorted(byPlace);
	return {ok: false, problems, count: rest.count + 1, rows: rest.rows};
}

function readAsItIs(text: string, options: ManifestOptions): ManifestReading {
	const parsed = readDocument(text);
	if (!parsed.ok) return {...parsed, rows: []};
	const {document} = parsed;
	const reading: ReadingState = {...options, document, problems: [], rows: [], count: 0};
	const {root} = document;
	const keys = ['version', 'org', 'credentials'];
	const values = valuesIn(reading, root, '', {what: 'A manifest with these keys', keys});
	if (!values) return inOrder(reading);
	checkVersion(reading, values.get('version') ?? root);
	const organizationId = organizationOf(reading, values.get('org'));
	const rows = rowsOf(reading, values.get('credentials') ?? root, values.has('credentials'));
	if (reading.count > 0) return inOrder(reading);
	return {ok: true, manifest: {...(organizationId === undefined ? {} : {organizationId}), rows}};
}

const inOrder = ({problems, count, rows}: ReadingState): ManifestReading => ({
	ok: false,
	problems: problems.toSorted(byPlace),
	count,
	rows,
});

function checkVersion(reading: ReadingState, value: Value): void {
	const isOne = value.kind === 'number' && value.number === 1;
	if (!isOne) report(reading, value, 'version', 'A manifest begins with version: 1.');
}

function organizationOf(reading: ReadingState, value: Value | undefined): string | undefined {
	if (!value || value.kind === 'null') return undefined;
	const text = readText(reading, value, 'org');
	const id = text === undefined ? undefined : uuid.safeParse(text).data;
	if (text !== undefined && id === undefined) {
		const looks = 'which looks like 8a1f0c3e-5b7d-4e2a-9c6f-0123456789ab';
		report(reading, value, 'org', `It is the organization’s ID, ${looks}.`);
	}
	return id;
}

function rowsOf(reading: ReadingState, value: Value, isThere: boolean): readonly ManifestRow[] {
	if (!isThere || value.kind !== 'list') {
		report(reading, value, 'credentials', 'A list of credentials is needed.');
		return [];
	}
	if (value.count > rowLimit) {
		report(reading, value, 'credentials', tooManyRows);
		return [];
	}
	const rows: ManifestRow[] = [];
	const lines: RowLines = new Map();
	let index = 0;
	for (const item of value.items()) {
		const path = `credentials[${index}]`;
		const row = readRow(reading, item, path, lines);
		index += 1;
		if (row) rows.push(row);
	}
	return rows;
}
