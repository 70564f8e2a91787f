import {isList, isObject} from '../domain/body/walk.ts';
import type {Json} from '../domain/credential.ts';
import {inertJson} from '../domain/inert.ts';
import {
	type FieldChange,
	type PlanAction,
	type PlannedRow,
	type RowOutcome,
	type RowResult,
	rowOutcomes,
} from '../domain/plan.ts';
import type {Proofs} from '../domain/proof/finding.ts';
import {mask} from '../domain/secret.ts';
import {clean, visible} from '../domain/text.ts';
import {apart} from './apart.ts';
import {type Paint, type Tone, unpainted} from './paint.ts';
import {type ProblemJson, problemJson, problemSentence} from './problem-words.ts';
import {type ProofJson, proofJson, proofLines} from './proof-words.ts';
import {prose} from './wrapping.ts';

// Longer than any value that a field takes, so that two of them are compared to their ends.
const longestValue = 20_000;
const longest = 1000;

/** What was proved of rows before they are saved, where that was asked for. */
export type RowProofs = ReadonlyMap<PlannedRow, Proofs> | undefined;

export type PlanOptions = {
	readonly width: number;
	readonly paint?: Paint;
	readonly proofs?: RowProofs;
};

const actions: Readonly<
	Record<PlanAction, {readonly sign: string; readonly tone: Tone; readonly end: string}>
> = {
	create: {sign: '+', tone: 'good', end: ''},
	update: {sign: '~', tone: 'warning', end: ''},
	resend: {sign: '=', tone: 'dim', end: ', with nothing new but perhaps the secret'},
	save: {sign: '?', tone: 'warning', end: ', for what is stored cannot be read'},
};

const outcomes: Readonly<
	Record<RowOutcome, {readonly sign: string; readonly tone: Tone; readonly words: string}>
> = {
	created: {sign: '✔', tone: 'good', words: 'created'},
	updated: {sign: '✔', tone: 'good', words: 'updated'},
	resent: {sign: '✔', tone: 'good', words: 'resent'},
	saved: {sign: '✔', tone: 'good', words: 'saved'},
	failed: {sign: '✖', tone: 'bad', words: 'failed'},
	unconfirmed: {sign: '!', tone: 'warning', words: 'not confirmed'},
	notBegun: {sign: '–', tone: 'dim', words: 'not begun'},
};

/** What would be done, a line a row, with what an update changes below it, and a sentence that counts. */
export function planLines(
	planned: readonly PlannedRow[],
	{width, paint = unpainted, proofs}: PlanOptions,
): readonly string[] {
	const rows = planned.flatMap(row => {
		const {sign, tone} = actions[row.action];
		const line = `${sign} ${row.action} ${targetOf(row)}`;
		return [
			...prose(line, width, '    ').map((part, index) =>
				index === 0 ? tinted(part, sign, tone, paint) : part,
			),
			...(row.action === 'update' ? row.changes : []).flatMap(change =>
				prose(`    ${changeWords(change)}`, width, '      '),
			),
			...rowProofLines(proofs, row, {width, paint}),
		];
	});
	return [...rows, ...(rows.length === 0 ? [] : ['']), ...prose(planSummary(planned), width)];
}

/** What was proved of a row, below its line; that its pair was not tried too. Nothing where nobody asked for it. */
export function rowProofLines(
	proofs: RowProofs,
	row: PlannedRow,
	{width, paint = unpainted}: Omit<PlanOptions, 'proofs'>,
): readonly string[] {
	if (!proofs) return [];
	const seen = proofs.get(row) ?? {};
	const untried = seen.pair ? [] : [`${paint('–', 'dim')} ${'pair'.padEnd(12)} not tried`];
	return [...untried, ...proofLines(seen, {width: width - 4, paint})].map(text => `    ${text}`);
}

/** How many rows come to what, in one sentence. */
export function planSummary(planned: readonly PlannedRow[]): string {
	const counts = (Object.keys(actions) as readonly PlanAction[]).flatMap(action => {
		const count = planned.filter(row => row.action === action).length;
		return count === 0 ? [] : [`${count} to ${action}${actions[action].end}`];
	});
	return counts.length === 0 ? 'There is nothing to do.' : `${counts.join('; ')}.`;
}

/** What became of a row, on one line; with what happened and what to do where it did not go well. */
export function resultLine({planned, outcome, problem}: RowResult, paint: Paint = unpainted): string {
	const {sign, tone, words} = outcomes[outcome];
	const why = problem ? `: ${problemSentence(problem)}` : '';
	return tinted(`${sign} ${words} ${targetOf(planned)}${why}`, sign, tone, paint);
}

/** How many rows came to what, in one sentence. */
export function summaryLine(results: readonly RowResult[]): string {
	const counts = countsOf(results);
	const parts = rowOutcomes.flatMap(outcome =>
		counts[outcome] === 0 ? [] : [`${counts[outcome]} ${outcomes[outcome].words}`],
	);
	return parts.length === 0 ? 'There was nothing to do.' : `${parts.join(', ')}.`;
}

/** Team, environment, region and provider. Production stands out by its capitals, in every theme. */
const targetOf = ({place, teamName, credential}: PlannedRow): string =>
	[
		clean(teamName ?? '') || visible(credential.teamId),
		place.environment.toUpperCase(),
		place.region,
		visible(credential.provider),
	].join(' · ');

const tinted = (line: string, sign: string, tone: Tone, paint: Paint): string =>
	paint(sign, tone) + line.slice(sign.length);

const changeWords = (change: FieldChange): string => `${clean(change.field)}: ${changedValues(change)}`;

/** What a field changes from and to. The two never look the same. */
export function changedValues(change: FieldChange): string {
	const [from, to] = [valueJson(change.from), valueJson(change.to)];
	const [before, after] = apart(wordsOf(from), wordsOf(to)) ?? [spelledOut(from), spelledOut(to)];
	return `${before} → ${after}`;
}

/** Of an object not even the names are told. */
const valueJson = (value: Json): Json => (isObject(value) ? mask : value);

function wordsOf(value: Json): string {
	if (value === null) return 'none';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'string') return visible(value, longestValue) || spelledOut(value);
	if (isList(value) && value.length > 0) return value.map(wordsOf).join(', ');
	return spelledOut(value);
}

const spelledOut = (value: Json): string => clean(inertJson(JSON.stringify(value)), longest);

type Entry = {
	readonly action: PlanAction;
	/** The team's ID. */
	readonly team: string;
	readonly env: string;
	readonly region: string;
	readonly provider: string;
	readonly changes: readonly Pick<FieldChange, 'field' | 'from' | 'to'>[];
	readonly proof?: ProofJson['proof'];
};

type Result = Entry & {readonly outcome: RowOutcome; readonly error: ProblemJson['error'] | null};

export type PlanJson = {readonly plan: readonly Entry[]};

export type ApplyJson = PlanJson & {
	readonly results: readonly Result[];
	readonly summary: Readonly<Record<RowOutcome, number>>;
};

/** What the rows of a manifest come to. */
export const planJson = (planned: readonly PlannedRow[], proofs?: RowProofs): PlanJson => ({
	plan: planned.map(row => entryOf(row, proofs)),
});

/** The plan, what became of each of its rows, and how many of each there are. */
export const applyJson = (results: readonly RowResult[], proofs?: RowProofs): ApplyJson => ({
	...planJson(
		results.map(({planned}) => planned),
		proofs,
	),
	results: results.map(({planned, outcome, problem}) => ({
		...entryOf(planned, proofs),
		outcome,
		error: problem ? problemJson(problem).error : null,
	})),
	summary: countsOf(results),
});

const entryOf = (row: PlannedRow, proofs: RowProofs): Entry => ({
	...plannedEntry(row),
	...(proofs && proofJson(proofs.get(row) ?? {})),
});

const plannedEntry = ({action, place, credential, changes}: PlannedRow): Entry => ({
	action,
	team: credential.teamId,
	env: place.environment,
	region: place.region,
	provider: credential.provider,
	changes: changes.map(({field, from, to}) => ({field, from: valueJson(from), to: valueJson(to)})),
});

/** How many rows came to each outcome, those of none included. */
export const countsOf = (results: readonly RowResult[]): Readonly<Record<RowOutcome, number>> =>
	Object.fromEntries(
		rowOutcomes.map(outcome => [outcome, results.filter(result => result.outcome === outcome).length]),
	) as Record<RowOutcome, number>;
