import assert from 'node:assert/strict';

/** As it stands in a document. */
export type Problem = {
	readonly message: string;
	readonly advice: string;
	readonly fields: readonly {readonly message: string}[];
};

/** What only a program says: codes of errors, stacks, values that are none. */
const raw =
	/\bE[A-Z]{3,}\b|\bERR_|\bHPE_|\bUND_|\bCERT_|Error:|\bat .+:\d+:\d+|node:|\bundefined\b|\bNaN\b|\[object |\bnull\b|�/;

/** A sentence as a person would say it: it begins and ends as one. Behind the stop there may be a command to copy. */
const sentence = /^(?:[\p{Lu}\d“]|[a-z.-]+\.invalid).*(?:[.!?]|with: byoo .+)$/su;

/** Asserts that everything that is said is said in words. */
export function assertWords(document: Record<string, unknown>, stderr: string): void {
	for (const {message, advice, fields} of problemsIn(document)) {
		assert.match(message, sentence);
		assert.match(advice, sentence);
		for (const text of [message, advice, ...fields.map(field => field.message)])
			assert.doesNotMatch(text, raw);
		assert.ok(message.length < 600, `${message.length} letters are too many`);
	}
	for (const line of notesIn(stderr)) assert.doesNotMatch(line, raw);
}

/** The lines of standard error without those of `--debug`. */
export const notesIn = (stderr: string): readonly string[] =>
	stderr.split('\n').filter(line => line !== '' && !/^(GET|POST|DELETE) \/v1\//.test(line));

/** Every problem of a document: that of the whole, and those of the rows of a manifest. */
export function problemsIn(document: Record<string, unknown>): readonly Problem[] {
	const {error, results} = document as {
		readonly error?: Problem;
		readonly results?: readonly {readonly error: Problem | null}[];
	};
	return [error, ...(results ?? []).map(result => result.error)].flatMap(problem => problem ?? []);
}
