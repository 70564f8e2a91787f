import type {PlannedRow} from '../domain/plan.ts';
import type {Problem} from '../domain/problem.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import type {Warning} from '../domain/warnings.ts';
import {findingSentence} from '../output/proof-words.ts';
import {manifestWarningLines} from '../output/warnings.ts';
import {fileName, firstOf} from './manifest-source.ts';
import {checkWarnings, nothingSaved, refusalsIn, tryPairs} from './shared/live-check.ts';
import type {Access} from './shared/organization-access.ts';
import type {Context} from './shared/scripted.ts';

/** What was seen of each row, without any where nobody asked for it; or the exit code of what was said. */
export type RowsChecked =
	| {
			readonly ok: true;
			readonly proofs?: ReadonlyMap<PlannedRow, Proofs>;
			readonly warnings: readonly Warning[];
	  }
	| {readonly ok: false; readonly code: number};

/** Tries the pairs of all rows where `--live-check` asks for it. What is not known is a warning with its line, said too. */
export async function liveCheckRows(
	context: Context,
	access: Access,
	rows: readonly PlannedRow[],
): Promise<RowsChecked> {
	const {values, voice, signal} = context;
	if (!values['live-check']) return {ok: true, warnings: []};
	const seen = await tryPairs(context, access, rows);
	if (signal.aborted) return {ok: false, code: voice.fail(nothingSaved(signal))};
	const proofs = new Map(rows.map(row => [row, seen.get(row) ?? {}]));
	const warnings = rows.flatMap(row => checkWarnings(row, proofs.get(row) ?? {}, row.row.at));
	voice.note(...firstOf(manifestWarningLines(warnings)));
	return {ok: true, proofs, warnings};
}

/** What its provider refused, each with its place in the file; undefined where nothing was. */
export function refusedPairs(
	file: string,
	proofs: ReadonlyMap<PlannedRow, Proofs> = new Map(),
): Problem | undefined {
	const refused = [...proofs].flatMap(([{row}, seen]) =>
		refusalsIn(seen).map(finding => ({at: row.at, finding})),
	);
	const [first] = refused;
	if (!first) return undefined;
	const rows = new Set(refused.map(({at}) => at)).size;
	return {
		kind: 'correct',
		message: `${rows === 1 ? 'One row is' : `${rows.toLocaleString('en')} rows are`} refused by the provider. Nothing was saved.`,
		advice: 'Correct the lines that are named, then run it again.',
		status: first.finding.status ?? 400,
		fields: refused.map(({at, finding}) => ({
			field: `${fileName(file)}:${at.line}:${at.column}`,
			message: findingSentence(finding),
		})),
	};
}
