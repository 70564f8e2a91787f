import {accessSync, constants, lstatSync, statSync} from 'node:fs';
import {dirname, sep} from 'node:path';
import type {FieldProblem} from '../../domain/problem.ts';
import {type ReportInput, reportFor} from '../../output/report.ts';
import {writeNew} from './desktop.ts';

/** A report that could not be written is known before anything is sent. */
export function checkReport(path: string | undefined, problems: FieldProblem[]): void {
	const flaw = path === undefined ? undefined : flawOf(path);
	if (flaw !== undefined) problems.push({field: 'report', message: `--report ${flaw}`});
}

function flawOf(path: string): string | undefined {
	if (path === '' || path.endsWith('/') || path.endsWith(sep)) return 'takes the name of a file.';
	try {
		const folder = dirname(path);
		if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return 'names a folder that is not there.';
		// A link counts as itself: what it leads to, or does not, is never written to.
		if (lstatSync(path, {throwIfNoEntry: false})) {
			return 'names a file that is there already. Give another name.';
		}
		accessSync(folder, constants.W_OK);
		return undefined;
	} catch {
		return 'names a file that cannot be written. Give another name or folder.';
	}
}

/** Writes the report of a save, and says where it is or why it is not. */
export async function reportTo(path: string, input: ReportInput): Promise<string> {
	const result = await writeNew(path, reportFor(input));
	return result.ok
		? `The report is in ${result.value}.`
		: `The report was not written. ${result.problem.message} ${result.problem.advice}`;
}
