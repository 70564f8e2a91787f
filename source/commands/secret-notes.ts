/** Something about a secret of a manifest. `row` and `line` are where it stands. */
export type SecretNote = {
	readonly code: string;
	readonly row: number;
	readonly line: number;
	/** Begins with the title of the field. */
	readonly message: string;
};

/** What is said once where it is true of many rows. */
const summaries: Readonly<Record<string, string>> = {
	'final-line-break-removed': 'The line break at the end was removed',
	'final-line-break-kept': 'The line break at the end is sent too',
};

/** The notes in the order of the file: one line for each, or one for all rows of which the same is to be said. */
export function noteLines(notes: readonly SecretNote[]): readonly string[] {
	const inOrder = notes.toSorted((one, other) => one.line - other.line);
	const codes = new Set(inOrder.map(({code}) => code));
	return [...codes].flatMap(code => {
		const alike = inOrder.filter(note => note.code === code);
		const rows = new Set(alike.map(({row}) => row)).size;
		const summary = summaries[code];
		if (summary !== undefined && rows > 1) return [`${summary} for ${rows.toLocaleString('en')} rows.`];
		return alike.map(({line, message}) => `Line ${line}: ${message}`);
	});
}
