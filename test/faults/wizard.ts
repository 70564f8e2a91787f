import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {organizationId, teamId} from '../support/credentials.ts';
import {keys} from '../support/keys.ts';
import {launch} from '../support/terminal.ts';
import {assertRestored, place, settingsFolder} from '../support/wizard-terminal.ts';
import {answerStep, walkTo} from '../support/wizard-walk.ts';
import {clientId} from './api.ts';
import {assertNoCanary, type Canaries} from './canaries.ts';
import {type Cell, titleOf} from './cell.ts';
import {allCells} from './cells.ts';
import {isWrite} from './fault.ts';
import {chronicle} from './matrix.ts';
import {type Problem, problemsIn} from './words.ts';
import {openWorld} from './world.ts';

// The wizard on a terminal: whatever a save meets, it says what `byoo set` says, and takes keys again.

/** Secrets of a shape that the wizard asks nothing about. */
function canariesOf(run: string): Canaries {
	const hex = (what: string) => createHash('sha256').update(`${what} of ${run}`).digest('hex');
	const uuid = (text: string) => text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
	return {key: `mg_${hex('key')}`, secret: uuid(hex('secret')), detail: uuid(hex('detail'))};
}

async function submit(t: TestContext, {fault}: Cell) {
	const canaries = canariesOf(fault.what);
	const world = await openWorld({
		...{fault, operation: 'write', sequence: [], isThere: true, isDone: false},
		known: Object.values(canaries),
	});
	t.after(() => world.close());
	const terminal = launch({
		args: [
			...['--import', join(import.meta.dirname, 'quick.mjs'), 'dist/cli.js', '--api-url', world.url],
			...['--org', organizationId, ...place, '--team', teamId, '--provider', 'polar'],
		],
		env: {
			JUNCTION_MANAGEMENT_KEY: canaries.key,
			BYOO_CONFIG_DIR: settingsFolder(),
			BYOO_TEST_HASTE: fault.isSilent ? '15' : '1',
		},
		columns: 110,
		rows: 50,
	});
	t.after(() => terminal.close());
	await walkTo(terminal, 'Review', {clientId, secret: canaries.secret, webhookSecret: canaries.detail});
	await answerStep(terminal);
	return {canaries, world, terminal};
}

const squeezed = (text: string): string => text.replace(/127\.0\.0\.1:\d+/g, 'HOST').replace(/\s+/g, '');

/** What a screen has to say: the problem, or what was refused of the field that is asked again, up to a secret. */
function isTold({message, fields}: Problem, screen: string): boolean {
	const texts = [message, ...fields.map(field => field.message)].map(text =>
		squeezed(text.split('•', 1)[0] ?? ''),
	);
	return texts.some(text => text.length > 4 && squeezed(screen).includes(text));
}

const cells = allCells().filter(
	({job, operation, isDone, fault}) =>
		job.name === 'set' && operation === 'write' && !isDone && fault.strike.at === 'answer',
);

suite('the wizard, on a terminal, says what a save met', {concurrency: 3}, () => {
	for (const cell of cells) {
		test(`when ${cell.fault.what}`, async t => {
			const {canaries, world, terminal} = await submit(t, cell);
			const told = chronicle.get(titleOf(cell));
			assert.ok(told, 'nothing was said in this process');
			const [problem] = problemsIn(told.document);
			const isOver = () => (problem ? isTold(problem, terminal.screen()) : /❯ Done/.test(terminal.screen()));
			await terminal.waitFor(isOver, {seconds: 60});
			const count = (log: typeof world.api.log) => log.filter(({operation}) => isWrite(operation)).length;
			assert.equal(count(world.api.log), count(told.api.log));
			terminal.write(keys.ctrlC + keys.ctrlC);
			await terminal.exited;
			assertRestored(terminal);
			assertNoCanary('the screen', terminal.raw(), canaries);
		});
	}
});
