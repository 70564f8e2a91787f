import assert from 'node:assert/strict';
import {exitCodes} from '../../source/commands/shared/exit-codes.ts';
import {type Api, bystanderId, clientId, earlierId} from './api.ts';
import {assertNoCanary, canariesOf} from './canaries.ts';
import {withQuickLimits} from './clock.ts';
import {type Fault, isWrite, type Operation, seenAt} from './fault.ts';
import {type Ending, environmentOf, type Given, type Job, knownIn} from './job.ts';
import {expectedOf} from './rules.ts';
import {assertWords, notesIn} from './words.ts';
import {openWorld} from './world.ts';

/** A fault, and where in which job it strikes. `isDone`: a write that it strikes is done all the same. */
export type Cell = {
	readonly fault: Fault;
	readonly job: Job;
	readonly operation: Operation;
	readonly isDone: boolean;
};

export type Told = Ending & {
	readonly document: Readonly<Record<string, unknown>>;
	readonly api: Api;
};

export const titleOf = ({fault, job, operation, isDone}: Cell): string =>
	`${job.name}, ${operation}${isDone ? ' that is done' : ''}: ${fault.what}`;

/** Does the job, and asserts all that has to be true whatever the fault is. */
export async function tell(cell: Cell, program: Given['program']): Promise<Told> {
	const {fault, job} = cell;
	const canaries = canariesOf(titleOf(cell));
	const {sequence, isThere} = job;
	const world = await openWorld({...cell, sequence, isThere, known: knownIn(job, canaries)});
	const waits: number[] = [];
	const env = {...environmentOf(canaries), ...world.env};
	const wait = async (seconds: number) => void waits.push(seconds);
	const run = () => job.run({url: world.url, env, canaries, wait, program});
	try {
		const ending = await (fault.isSilent ? withQuickLimits(world.takeSilence, run) : run());
		assert.ok(world.strikes() > 0 || fault.strike.at === 'way', 'the fault never struck');
		assertNoCanary('standard output', ending.stdout, canaries);
		assertNoCanary('standard error', ending.stderr, canaries);
		assertServerSaw(cell, ending, world.api);
		assertWaited(cell, waits);
		return {...ending, document: documentOf(job, ending), api: world.api};
	} finally {
		world.close();
	}
}

/** The one document, of which every word is asserted; of what is told to a person, every line. */
function documentOf({isText}: Job, {code, stdout, stderr, isTalkative}: Ending): Told['document'] {
	const document = isText ? {} : JSON.parse(stdout);
	const lines = isTalkative ? '' : isText ? `${stdout}\n${stderr}` : stderr;
	assertWords(document, lines);
	if (isText && code !== exitCodes.done) assert.notEqual(notesIn(`${stdout}\n${stderr}`).length, 0);
	return document;
}

function assertServerSaw(cell: Cell, {code}: Ending, api: Api): void {
	const {log} = api;
	const writes = log.filter(({operation}) => isWrite(operation)).length;
	assert.deepEqual({code, writes}, expectedOf(cell));
	assert.ok(!log.some(({path}) => path.includes('elsewhere')), 'a redirect was followed');
	// After a clear no, nothing can have changed.
	const mustLook = seenAt(cell.fault, cell.operation) !== 'busy';
	for (const [index, {operation}] of log.entries()) {
		const hasLooked = !isWrite(operation) || !isWrite(log[index + 1]?.operation);
		assert.ok(hasLooked || !mustLook, 'a write was sent twice without a look');
	}
	assertStored(cell, code, api);
}

/** What nobody named is as it was; Polar is as it was sent, gone, or as it was. */
function assertStored({job, isDone}: Cell, code: unknown, api: Api): void {
	const rows = api.stored();
	const polar = rows.filter(({source}) => source === 'polar').map(row => row.client_id);
	const isWritten = job.sequence.some(isWrite) && (isDone || code === exitCodes.done);
	const written = job.sequence.includes('removal') ? [] : [clientId];
	assert.ok(
		rows.some(({id}) => id === bystanderId),
		'the credential of another team is gone',
	);
	assert.deepEqual(polar, isWritten ? written : job.isThere ? [earlierId] : []);
}

function assertWaited({fault, operation}: Cell, waits: readonly number[]): void {
	if (fault.waits === undefined || operation === 'redirect') return;
	assert.ok(waits.includes(fault.waits), `it waited ${waits.join(', ')} s`);
}
