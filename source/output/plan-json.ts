import {isObject} from '../domain/body/walk.ts';
import type {Json} from '../domain/credential.ts';
import {
	type FieldChange,
	type PlanAction,
	type PlannedRow,
	type RowOutcome,
	type RowResult,
	rowOutcomes,
} from '../domain/plan.ts';
import {mask} from '../domain/secret.ts';
import {type ProblemJson, problemJson} from './problem-json.ts';

type Entry = {
	readonly action: PlanAction;
	/** The team's ID. */
	readonly team: string;
	readonly env: string;
	readonly region: string;
	readonly provider: string;
	readonly changes: readonly Pick<FieldChange, 'field' | 'from' | 'to'>[];
};

type Result = Entry & {readonly outcome: RowOutcome; readonly error: ProblemJson['error'] | null};

export type PlanJson = {readonly plan: readonly Entry[]};

export type ApplyJson = PlanJson & {
	readonly results: readonly Result[];
	readonly summary: Readonly<Record<RowOutcome, number>>;
};

/** What the rows of a manifest come to. */
export const planJson = (planned: readonly PlannedRow[]): PlanJson => ({plan: planned.map(entryOf)});

/** The plan, what became of each of its rows, and how many of each there are. */
export const applyJson = (results: readonly RowResult[]): ApplyJson => ({
	...planJson(results.map(({planned}) => planned)),
	results: results.map(({planned, outcome, problem}) => ({
		...entryOf(planned),
		outcome,
		error: problem ? problemJson(problem).error : null,
	})),
	summary: countsOf(results),
});

const entryOf = ({action, place, credential, changes}: PlannedRow): Entry => ({
	action,
	team: credential.teamId,
	env: place.environment,
	region: place.region,
	provider: credential.provider,
	changes: changes.map(({field, from, to}) => ({field, from: valueJson(from), to: valueJson(to)})),
});

/** Of an object not even the names are in a document. */
export const valueJson = (value: Json): Json => (isObject(value) ? mask : value);

/** How many rows came to each outcome, those of none included. */
export const countsOf = (results: readonly RowResult[]): Readonly<Record<RowOutcome, number>> =>
	Object.fromEntries(
		rowOutcomes.map(outcome => [outcome, results.filter(result => result.outcome === outcome).length]),
	) as Record<RowOutcome, number>;
