import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {after, suite, test} from 'node:test';
import {certificates} from './agents.ts';
import {type Cell, type Told, titleOf} from './cell.ts';
import {allCells, cellsOf} from './cells.ts';
// What is said in this process comes first: the others have to say the same.
import './matrix.test.ts';
import {faults} from './faults.ts';
import {programHere} from './here.ts';
import {chronicle, inTurn, tryEach} from './matrix.ts';
import {saidIn} from './page.ts';
import {programSpawned} from './spawned.ts';
import {problemsIn} from './words.ts';
import './wizard.ts';

// `npm run faults`: what is not tried every day, then all of every day on the built program, in processes of its own.

const folder = mkdtempSync(join(os.tmpdir(), 'byoo-certificates-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const trusted = join(folder, 'trusted.pem');
const {'self-signed': _, ...others} = certificates();
writeFileSync(
	trusted,
	Object.values(others)
		.map(({cert}) => cert)
		.join(''),
);

const quick = ['--import', join(import.meta.dirname, 'quick.mjs')];
const env = {NODE_EXTRA_CA_CERTS: trusted};
const program = programSpawned(env, quick);
const silenced = programSpawned({...env, BYOO_TEST_HASTE: '15'}, quick);

const here = programHere();
const ofEveryDay = new Set(faults.flatMap(cellsOf).map(titleOf));

suite('what is not tried every day ends as it must', () => {
	for (const fault of inTurn(faults)) {
		const more = allCells().filter(cell => cell.fault === fault && !ofEveryDay.has(titleOf(cell)));
		if (more.length > 0) test(`when ${fault.what}`, () => tryEach(more, here, () => undefined));
	}
});

function assertSame(cell: Cell, told: Told): void {
	const before = chronicle.get(titleOf(cell));
	if (before && problemsIn(before.document).length > 0) assert.equal(saidIn(told), saidIn(before));
}

suite('the program as it is built ends as it does here', () => {
	for (const fault of inTurn(faults)) {
		// A process looks names up by itself: those that are handed in are not for it.
		const own = fault.kind === 'names' ? [] : cellsOf(fault).filter(({job}) => job.isCommand);
		const [run, atOnce] = fault.isSilent ? [silenced, 12] : [program, 4];
		if (own.length > 0) test(`when ${fault.what}`, () => tryEach(own, run, assertSame, atOnce));
	}
});
