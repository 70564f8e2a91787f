import {statSync} from 'node:fs';
import {dirname} from 'node:path';
import type {FieldProblem} from '../../domain/problem.ts';
import {type ReportInput, reportFor} from '../../output/report.ts';
import {writeNew} from './desktop.ts';

/** A report that could not be written is known before anything is sent. */
export function checkReport(path: string | undefined, problems: FieldProblem[]): void {
	if (path === '') problems.push({field: 'report', message: '--report takes the name of a file.'});
	else if (path !== undefined && !statSync(dirname(path), {throwIfNoEntry: false})?.isDirectory()) {
		problems.push({field: 'report', message: '--report names a folder that is not there.'});
	} else if (path !== undefined && statSync(path, {throwIfNoEntry: false})) {
		const message = '--report names a file that is there already. Give another name.';
		problems.push({field: 'report', message});
	}
}

/** Writes the report of a save, and says where it is or why it is not. */
export async function reportTo(path: string, input: ReportInput): Promise<string> {
	const result = await writeNew(path, reportFor(input));
	return result.ok
		? `The report is in ${result.value}.`
		: `The report was not written. ${result.problem.message} ${result.problem.advice}`;
}
