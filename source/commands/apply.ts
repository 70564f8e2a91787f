import {interruptionOf, interruptionWords} from '../domain/interruption.ts';
import type {PlannedRow, RowResult} from '../domain/plan.ts';
import type {FieldProblem} from '../domain/problem.ts';
import {applyPlan} from '../operations/apply-plan.ts';
import {dryRunLines, shownSave} from '../output/dry-run.ts';
import {applyJson, summaryLine} from '../output/plan-words.ts';
import {otherTeamWords} from '../output/saved-words.ts';
import {warningsJson} from '../output/warnings.ts';
import {wholeNumber} from './flags/whole-number.ts';
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
	const {rows} = planning;
	const refusal = refusalOf(rows, permissionFrom(values), index => placeOf(operands[0], rows[index]));
	if (values['dry-run']) {
		showOnly(context, planning);
		if (refusal) voice.note(refusal.advice);
		return exitCodes.done;
	}
	return refusal ? voice.fail(refusal) : applyAll(context, planning, concurrency);
}

const placeOf = (file = '', planned?: PlannedRow): string =>
	`${fileName(file)}:${planned?.row.at.line}:${planned?.row.at.column}`;

type Planned = Extract<Planning, {ok: true}>;

function showOnly({voice}: Context, {rows, access, warnings}: Planned): void {
	const requests = rows.map(row => shownSave(access.connection, row));
	voice.data(
		() => requests.flatMap(request => [...dryRunLines(request), '']),
		() => ({dryRun: requests, warnings: warningsJson(warnings)}),
	);
	voice.note('A dry run: nothing was sent that writes.');
}

async function applyAll(
	{voice, terminal, signal, lastSignal}: Context,
	{rows, access: {api}, warnings}: Planned,
	concurrency: number,
): Promise<number> {
	const progress = showProgress(rows.length, voice, terminal);
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
		() => ({...applyJson(results), warnings: warningsJson(warnings)}),
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
