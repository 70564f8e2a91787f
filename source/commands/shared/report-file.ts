import {accessSync, constants, lstatSync, statSync} from 'node:fs';
import {dirname, sep} from 'node:path';
import type {FieldProblem} from '../../domain/problem.ts';
import {type ReportInput, reportFor} from '../../output/report.ts';
import {writeNew} from './desktop.ts';

/** A flag that names a page to be written. */
type PageFlag = 'report' | 'steps';

/** A page that could not be written is known before anything is sent. */
export function checkPage(flag: PageFlag, path: string | undefined, problems: FieldProblem[]): void {
	const flaw = path === undefined ? undefined : flawOf(path);
	if (flaw !== undefined) problems.push({field: flag, message: `--${flag} ${flaw}`});
}

export const checkReport = (path: string | undefined, problems: FieldProblem[]): void =>
	checkPage('report', path, problems);

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
export const reportTo = (path: string, input: ReportInput): Promise<string> =>
	pageTo('report', path, reportFor(input));

/** The same of any page. */
export async function pageTo(flag: PageFlag, path: string, text: string): Promise<string> {
	const result = await writeNew(path, text, `--${flag}`);
	const {page, verb} = pages[flag];
	return result.ok
		? `The ${page} ${verb.is} in ${result.value}.`
		: `The ${page} ${verb.was} not written. ${result.problem.message} ${result.problem.advice}`;
}

const pages = {
	report: {page: 'report', verb: {is: 'is', was: 'was'}},
	steps: {page: 'steps', verb: {is: 'are', was: 'were'}},
} as const satisfies Readonly<Record<PageFlag, object>>;
