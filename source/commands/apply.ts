import {interruptionOf, interruptionWords} from '../domain/interruption.ts';
import type {PlannedRow, RowResult} from '../domain/plan.ts';
import type {FieldProblem, Problem} from '../domain/problem.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import {applyPlan} from '../operations/apply-plan.ts';
import {dryRunLines, shownSave} from '../output/dry-run.ts';
import {applyJson, planJson, rowProofLines, summaryLine} from '../output/plan-words.ts';
import {problemJson} from '../output/problem-words.ts';
import {proofJson} from '../output/proof-words.ts';
import {otherTeamWords} from '../output/saved-words.ts';
import {warningsJson} from '../output/warnings.ts';
import {wholeNumber} from './flags/whole-number.ts';
import {liveCheckRows, refusedPairs} from './manifest-live-check.ts';
import {type Planning, planned} from './manifest-run.ts';
import {fileName} from './manifest-source.ts';
import {showProgress} from './progress.ts';
import {exitCodes, gravest} from './shared/exit-codes.ts';
import {permissionFrom, refusalOf} from './shared/permissions.ts';
import {type Context, scripted} from './shared/scripted.ts';
import type {Run} from './shared/terminal.ts';

/** `byoo apply FILE`: saves every row of a manifest that was planned, and goes on where one fails. */
export const apply: Run = (argv, terminal) => scripted('apply', argv, terminal, run);

async function run(context: Context): Promise<number> {
	const {values, voice, operands} = context;
	const problems: FieldProblem[] = [];
	const concurrency = wholeNumber('concurrency', values.concurrency, {from: 1, to: 32}, problems) ?? 4;
	const planning = await planned(context, problems);
	if (!planning.ok) return planning.code;
	const {rows, access} = planning;
	const refusal = refusalOf(rows, permissionFrom(values), index => placeOf(operands[0], rows[index]));
	if (refusal && !values['dry-run']) return voice.fail(refusal);
	const checked = await liveCheckRows(context, access, rows);
	if (!checked.ok) return checked.code;
	const {proofs} = checked;
	const warnings = [...planning.warnings, ...checked.warnings];
	const refused = refusedPairs(operands[0] ?? '', proofs);
	if (refused) return sayRefused(context, refused, {rows, proofs, warnings});
	if (values['dry-run']) {
		showOnly(context, {rows, access, proofs, warnings});
		if (refusal) voice.note(refusal.advice);
		return exitCodes.done;
	}
	return applyAll(context, {rows, access, proofs, warnings}, concurrency);
}

/** What is to be applied, and what was seen of it before. */
type Applying = Pick<Planned, 'rows' | 'access' | 'warnings'> & {
	readonly proofs: ReadonlyMap<PlannedRow, Proofs> | undefined;
};

type Planned = Extract<Planning, {ok: true}>;

/** That providers refused some rows, so that none is saved; the document has what was seen of every row. */
function sayRefused(
	{voice}: Context,
	problem: Problem,
	{rows, proofs, warnings}: Omit<Applying, 'access'>,
): number {
	if (!voice.isJson) return voice.fail(problem);
	voice.data(
		() => [],
		() => ({...problemJson(problem), ...planJson(rows, proofs), warnings: warningsJson(warnings)}),
	);
	return exitCodes.failed;
}

const placeOf = (file = '', planned?: PlannedRow): string =>
	`${fileName(file)}:${planned?.row.at.line}:${planned?.row.at.column}`;

function showOnly({voice}: Context, {rows, access, proofs, warnings}: Applying): void {
	const requests = rows.map(row => ({
		...shownSave(access.connection, row),
		...(proofs && proofJson(proofs.get(row) ?? {})),
	}));
	voice.data(
		() =>
			rows.flatMap(row => [
				...dryRunLines(shownSave(access.connection, row)),
				...rowProofLines(proofs, row, voice),
				'',
			]),
		() => ({dryRun: requests, warnings: warningsJson(warnings)}),
	);
	voice.note('A dry run: nothing was sent that writes.');
}

async function applyAll(
	{voice, terminal, signal, lastSignal}: Context,
	{rows, access: {api}, proofs, warnings}: Applying,
	concurrency: number,
): Promise<number> {
	const progress = showProgress(rows.length, voice, terminal, ({planned: row}) =>
		rowProofLines(proofs, row, voice),
	);
	signal.addEventListener('abort', () => {
		progress.note(
			lastSignal.aborted
				? `${interruptionWords[interruptionOf(signal)]}: no further row is begun.`
				: 'Stopping: rows under way are finished. Ctrl+C once more leaves at once.',
		);
	});
	const results = await applyPlan(api, rows, {
		concurrency,
		signal: lastSignal,
		stopSignal: signal,
		wait: terminal.wait,
		onResult: progress.result,
		onSlowing: progress.slowed,
	});
	progress.end();
	if (results.some(({outcome}) => outcome === 'notBegun')) voice.note(goOn);
	const unproved = results.filter(({isUnproved}) => isUnproved).length;
	if (unproved > 0) {
		voice.note(`Of ${unproved} the server shows no change: their secrets were probably the ones stored.`);
	}
	for (const {planned, namedOtherTeam} of results) {
		if (namedOtherTeam) voice.note(`Line ${planned.row.at.line}: ${otherTeamWords}`);
	}
	voice.receipt(
		summaryLine(results),
		() => ['', summaryLine(results)],
		() => ({...applyJson(results, proofs), warnings: warningsJson(warnings)}),
	);
	return exitCodeFor(results);
}

const goOn = 'Run it again to go on. What is stored by now is then sent once more, which needs --yes.';

/** The gravest of all that happened. */
function exitCodeFor(results: readonly RowResult[]): number {
	const bad = results.filter(({outcome}) => ['failed', 'unconfirmed', 'notBegun'].includes(outcome));
	const undone = bad.filter(({outcome}) => outcome !== 'unconfirmed');
	const isRefused = bad.some(({problem}) => problem?.kind === 'reauthenticate');
	return gravest([
		isRefused ? exitCodes.keyRefused : exitCodes.done,
		bad.length > undone.length ? exitCodes.unconfirmed : exitCodes.done,
		undone.length > 0
			? undone.length === results.length
				? exitCodes.failed
				: exitCodes.someFailed
			: exitCodes.done,
	]);
}
