import assert from 'node:assert/strict';
import type {Api} from './api.ts';
import {assertNoCanary, canariesOf} from './canaries.ts';
import {withQuickLimits} from './clock.ts';
import {type Fault, isWrite, type Operation, seenAt} from './fault.ts';
import {type Ending, environmentOf, type Given, type Job, knownIn} from './job.ts';
import {expectedOf} from './rules.ts';
import {assertWords} from './words.ts';
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
		const {code, stdout, stderr} = ending;
		assert.ok(world.strikes() > 0 || fault.strike.at === 'way', 'the fault never struck');
		assertNoCanary('standard output', stdout, canaries);
		assertNoCanary('standard error', stderr, canaries);
		const document = JSON.parse(stdout);
		const {api} = world;
		assert.deepEqual({code, writes: writesIn(api)}, expectedOf(cell));
		assert.ok(!api.log.some(({path}) => path.includes('elsewhere')), 'a redirect was followed');
		if (seenAt(fault, 'write') !== 'busy') assertLooks(api);
		assertNothingLost(api);
		assertWords(document, ending.isTalkative ? '' : stderr);
		if (fault.waits !== undefined && cell.operation !== 'redirect')
			assert.ok(waits.includes(fault.waits), `it waited ${waits.join(', ')} s`);
		return {...ending, document, api};
	} finally {
		world.close();
	}
}

const writesIn = ({log}: Api): number => log.filter(({operation}) => isWrite(operation)).length;

/** Between two writes there is a look at what is stored, unless the first one was refused for certain. */
function assertLooks({log}: Api): void {
	for (const [index, {operation}] of log.entries()) {
		const hasLooked = !isWrite(operation) || !isWrite(log[index + 1]?.operation);
		assert.ok(hasLooked, 'a write was sent twice without a look');
	}
}

/** What nobody named is as it was, and nothing is there twice. */
function assertNothingLost(api: Api): void {
	const rows = api.stored();
	assert.ok(
		rows.some(({id}) => id === 'c2'),
		'the credential of another team is gone',
	);
	assert.ok(rows.filter(({source}) => source === 'polar').length <= 1);
}
