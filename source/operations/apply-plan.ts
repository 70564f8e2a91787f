import {backoff, pauseAfter} from '../domain/backoff.ts';
import type {SaveOutcome} from '../domain/outcome.ts';
import type {PlannedRow, RowResult} from '../domain/plan.ts';
import type {ManagementApi} from '../domain/ports.ts';
import type {Problem} from '../domain/problem.ts';
import {eachOf} from './alike.ts';
import {hasArrived} from './compare-credential.ts';
import {paced, type Slowing} from './pace.ts';
import {saveCredential} from './save-credential.ts';

export type ApplyOptions = {
	/** How many rows are under way at once. */
	readonly concurrency: number;
	/** Aborts at once; what was sent then counts as unconfirmed. */
	readonly signal: AbortSignal;
	/** Aborts when no further row is to be begun. Of rows under way nothing more is sent, but their ends are awaited. */
	readonly stopSignal: AbortSignal;
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** Told of each row when its outcome is known, in the order in which they end. */
	readonly onResult: (result: RowResult) => void;
	readonly onSlowing?: (slowing: Slowing) => void;
};

/** So many rows in a row may end without any answer of use before the run is given up. */
const patience = 12;

/**
Applies planned rows, a few at once, and goes on where one fails. Gives a result for each row, in their order: rows
not begun, because the run was stopped, the key was refused or nothing was answered any more, say so.

A row is saved as a single one is, and taken up again where that is safe: after an overload, or a broken connection
before anything was stored; and after a send without an answer of which there is no sign, by the identical body.
*/
export async function applyPlan(
	api: ManagementApi,
	rows: readonly PlannedRow[],
	options: ApplyOptions,
): Promise<readonly RowResult[]> {
	const run = {...options, api: paced(api, options)};
	const results = new Map<PlannedRow, RowResult>();
	let futile = 0;
	let isRefused = false;

	await eachOf(rows, options.concurrency, async planned => {
		if (isRefused || futile >= patience || run.stopSignal.aborted || run.signal.aborted) return;
		const result = await applyRow(run, planned);
		const kind = result.problem?.kind;
		if (kind === 'reauthenticate') isRefused = true;
		futile = kind === 'retry' || kind === 'unreachable' ? futile + 1 : 0;
		results.set(planned, result);
		run.onResult(result);
	});
	return rows.map(planned => results.get(planned) ?? {planned, outcome: 'notBegun'});
}

type Run = ApplyOptions & {readonly api: ManagementApi};

async function applyRow(run: Run, planned: PlannedRow): Promise<RowResult> {
	let unconfirmed: Problem | undefined;
	for (let attempt = 1; ; attempt++) {
		const outcome = await saveCredential(run.api, planned.place, planned.credential, {
			before: planned.before,
			signal: run.signal,
			stopSignal: run.stopSignal,
			wait: run.wait,
			onProgress: () => undefined,
		});
		const isLate = unconfirmed !== undefined && isOurs(planned, outcome);
		if (isLate || outcome.kind === 'confirmed') {
			const isUnproved = outcome.kind === 'confirmed' && outcome.proof === 'none';
			const namedOtherTeam = outcome.kind === 'confirmed' && outcome.namedOtherTeam === true;
			return {
				planned,
				outcome: doneWords[planned.action],
				...(isUnproved ? {isUnproved} : {}),
				...(namedOtherTeam ? {namedOtherTeam} : {}),
			};
		}
		const isStopped = run.signal.aborted || run.stopSignal.aborted;
		const pauses = pausesFor(planned, outcome);
		if (isStopped || attempt > pauses.length) return ended(planned, outcome, unconfirmed);
		if (outcome.kind === 'uncertain') unconfirmed = outcome.problem;
		await run.wait(pauseAfter(attempt, pauses), run.signal).catch(() => undefined);
	}
}

/** Whether what is found in place of what was planned on is what an earlier try of this row sent. */
function isOurs({before, credential}: PlannedRow, outcome: SaveOutcome): boolean {
	if (outcome.kind !== 'changed' || !before.ok || !outcome.before.ok || !outcome.before.value) return false;
	return hasArrived(credential, before.value, outcome.before.value);
}

/** Before each new try of the same. What is stored must be readable, so that no one else's change is lost. */
function pausesFor({before}: PlannedRow, outcome: SaveOutcome): readonly number[] {
	if (outcome.kind === 'uncertain') return before.ok && !outcome.differences ? backoff.uncertainRow : [];
	if (outcome.kind !== 'failed') return [];
	const {kind} = outcome.problem;
	return kind === 'retry' || kind === 'unreachable' ? backoff.unsentRow : [];
}

function ended(planned: PlannedRow, outcome: SaveOutcome, unconfirmed: Problem | undefined): RowResult {
	if (outcome.kind === 'uncertain') return {planned, outcome: 'unconfirmed', problem: outcome.problem};
	// An earlier try of this row may still arrive, whatever became of the later one.
	if (unconfirmed) return {planned, outcome: 'unconfirmed', problem: unconfirmed};
	if (outcome.kind === 'failed') return {planned, outcome: 'failed', problem: outcome.problem};
	return {planned, outcome: 'failed', problem: changedSincePlan};
}

const doneWords = {create: 'created', update: 'updated', resend: 'resent', save: 'saved'} as const;

const changedSincePlan: Problem = {
	kind: 'conflict',
	message: 'Someone else changed what is stored since it was planned. Nothing was sent for this row.',
	advice: 'Plan again and look at what would change.',
};
