import {isThorough} from '../support/thorough.ts';
import type {Cell} from './cell.ts';
import {type Fault, isWrite, type Seen, seenAt} from './fault.ts';
import {faults} from './faults.ts';
import type {Job} from './job.ts';
import {jobs} from './jobs.ts';

type Spot = Omit<Cell, 'fault'>;

const struckOf = ({strikes, sequence}: Job) => strikes ?? sequence;

/** Every job at every operation of it; of a write, done or not. */
const spots: readonly Spot[] = jobs.flatMap(job =>
	struckOf(job).flatMap(operation => {
		const spot = {job, operation, isDone: false};
		return isWrite(operation) ? [spot, {...spot, isDone: true}] : [spot];
	}),
);

const unclear: readonly Seen[] = ['open', 'unreadable', 'unmentioned', 'overloaded'];

/** What a server may say of a write that it did, and of one that it did not. */
const saidOf: Readonly<Record<'done' | 'not done', readonly Seen[]>> = {
	done: ['good', ...unclear],
	'not done': ['unsent', 'refused', 'missing', 'key', 'barred', 'busy', ...unclear],
};

/** Whether a fault can be tried there. */
function fits(fault: Fault, {job, operation, isDone}: Spot): boolean {
	const {strike, at} = fault;
	// The way to the API is at fault from the first request on.
	if (strike.at === 'way') return operation === struckOf(job)[0];
	if (at && !at.includes(operation)) return false;
	if (!isWrite(operation)) return true;
	// What fails before the request has come is done by nobody.
	if (strike.at === 'connection') return !isDone;
	return saidOf[isDone ? 'done' : 'not done'].includes(seenAt(fault, operation));
}

/** Every cell of a fault. */
const everyCell = (fault: Fault): readonly Cell[] =>
	spots.filter(spot => fits(fault, spot)).map(spot => ({...spot, fault}));

/** All that can be tried. */
export const allCells = (): readonly Cell[] => faults.flatMap(everyCell);

const placeOf = ({job, operation}: Spot): string => `${job.name}, ${operation}`;

const few: readonly string[] = ['list, stored', 'set, write', 'delete, removal'];

const some: readonly string[] = [
	...few,
	'prepare, preparation',
	'apply, write',
	'the organization, organization',
	'the try of a redirect, redirect',
];

/** Where everything is tried. Elsewhere only the meaning of a fault makes a difference, and one of each has to do. */
const main: readonly string[] = [
	...few,
	'the organization, organization',
	'the try of a redirect, redirect',
	...(isThorough ? ['prepare, preparation', 'list, teams', 'set, stored'] : []),
];

/** What strikes lists alone strikes a save and a removal where they look. */
const looks: readonly string[] = ['set, stored', 'delete, stored'];

/** What strikes the way, or the list of teams, strikes the first request. */
const firsts: readonly string[] = ['list, teams'];

const meaningOf = (cell: Cell): string => {
	const {kind, strike, isOnce, isSilent} = cell.fault;
	const seen = seenAt(cell.fault, cell.operation);
	return [placeOf(cell), cell.isDone, kind, strike.at, seen, isOnce, isSilent].join();
};

/** Those of every day, by fault. */
const daily: ReadonlyMap<Fault, readonly Cell[]> = (() => {
	const met = new Set<string>();
	const isNew = (cell: Cell): boolean => {
		const meaning = meaningOf(cell);
		return !met.has(meaning) && Boolean(met.add(meaning));
	};
	return new Map(
		faults.map(fault => {
			const where = fault.tried && {'at some': some, 'at few': few}[fault.tried];
			const cells = everyCell(fault).filter(cell => !where || where.includes(placeOf(cell)));
			const places = [
				...main,
				...(fault.at ? looks : []),
				...(fault.strike.at === 'way' || fault.at?.includes('teams') ? firsts : []),
			];
			return [fault, cells.filter(cell => places.includes(placeOf(cell)) || isNew(cell))];
		}),
	);
})();

export const cellsOf = (fault: Fault): readonly Cell[] => daily.get(fault) ?? [];
