import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {suite, test} from 'node:test';
import {handInNames, trustCertificates} from './agents.ts';
import {titleOf} from './cell.ts';
import {cellsOf} from './cells.ts';
import type {Fault} from './fault.ts';
import {faults} from './faults.ts';
import {programHere} from './here.ts';
import {chronicle, inTurn, tryEach} from './matrix.ts';
import {cellOf, groups, pageOf, saidIn} from './page.ts';
import {problemsIn} from './words.ts';

trustCertificates();
handInNames();

const program = programHere();
const page = 'docs/faults.md';

suite('every command that talks, and the wizard, end as they must', () => {
	for (const fault of inTurn(faults)) {
		test(`when ${fault.what}`, () =>
			tryEach(cellsOf(fault), program, (cell, told) => chronicle.set(titleOf(cell), told)));
	}
});

/** What a job says where the fault matters most to it, if that is a problem. */
function problemSaid(fault: Fault, job: string) {
	const cell = cellOf(fault, job);
	const told = cell && chronicle.get(titleOf(cell));
	if (!told || problemsIn(told.document).length === 0) return undefined;
	return {operation: cell.operation, code: told.code, said: saidIn(told)};
}

test('commands that do the same say the same', () => {
	// How much is masked depends on how many secrets a job holds.
	for (const fault of faults.filter(({kind, strike}) => strike.at === 'answer' && kind !== 'echoes')) {
		for (const {spokesman, others} of groups) {
			const first = problemSaid(fault, spokesman);
			for (const job of others) {
				const other = problemSaid(fault, job);
				const isAlike = first && first.operation === other?.operation && first.code === other.code;
				if (isAlike) assert.equal(other.said, first.said, `${job}, when ${fault.what}`);
			}
		}
	}
});

test('docs/faults.md is what the program says', () => {
	const text = pageOf(chronicle);
	if (process.env.BYOO_UPDATE_FAULTS === '1') writeFileSync(page, text);
	const isThere = existsSync(page);
	assert.ok(
		isThere && readFileSync(page, 'utf8') === text,
		`${page} is stale: npm run faults writes it anew`,
	);
});
