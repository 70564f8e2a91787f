import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {deaf, faulty} from '../support/insisting.ts';
import {assertNobodyLeft, listenersOf} from '../support/remains.ts';
import {bringTo, stageNamed, stageSecret, stages} from '../support/stages.ts';
import {onUsualDays} from '../support/thorough.ts';
import {assertRestored} from '../support/wizard-terminal.ts';

/** How the wizard ends: by the signal, which shells show as 130, 143 and 129; SIGQUIT would leave a core. */
const endings = {
	SIGINT: {exitCode: 0, signal: 'SIGINT'},
	SIGTERM: {exitCode: 0, signal: 'SIGTERM'},
	SIGHUP: {exitCode: 0, signal: 'SIGHUP'},
	SIGQUIT: {exitCode: 131, signal: undefined},
} as const;
type Signal = keyof typeof endings;

const all = ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP'] as const;
/** One half of them after the other, so that each is tried at several stages. */
const halfOf = (index: number): readonly Signal[] => (index % 2 === 0 ? all.slice(0, 2) : all.slice(2));

for (const [index, stage] of stages.entries()) {
	suite(`the wizard at ${stage.title}`, () => {
		for (const signal of onUsualDays(stage.isDelicate ? 2 : 1, stage.isDelicate ? all : halfOf(index))) {
			test(`ends by ${signal}, says what was sent, and leaves the terminal as it was`, async t => {
				const {terminal, server} = await bringTo(t, stage);
				terminal.signal(signal);
				assert.deepEqual(await terminal.exited, endings[signal]);
				assert.match(terminal.all(), stage.words);
				assertRestored(terminal);
				assert.ok(!terminal.all().includes(stageSecret), 'the secret is still to be seen');
				assert.equal(server.writes().length, stage.writes);
				assertNobodyLeft(terminal);
			});
		}
	});
}

suite('a wizard that hangs', () => {
	for (const signal of onUsualDays(1, ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)) {
		test(`is ended by ${signal} all the same, and its screen put away`, async t => {
			const {terminal} = await bringTo(t, stageNamed('Client secret, revealed'), {env: deaf});
			terminal.signal(signal);
			if (signal !== 'SIGHUP') terminal.signal(signal === 'SIGINT' ? 'SIGTERM' : 'SIGINT');
			const {exitCode, signal: by} = await terminal.exited;
			assert.equal(exitCode, 0);
			assert.ok(by === 'SIGINT' || by === 'SIGTERM' || by === signal, by);
			assertRestored(terminal);
			assert.ok(!terminal.all().includes(stageSecret), 'the secret is still to be seen');
		});
	}
});

test('a fault of the program itself puts the screen away before it is told', async t => {
	const {terminal} = await bringTo(t, stageNamed('Client secret, revealed'), {env: faulty});
	terminal.signal('SIGUSR2');
	assert.deepEqual(await terminal.exited, {exitCode: 1, signal: undefined});
	assert.match(terminal.all(), /^byoo stopped because of a fault of its own \(RangeError\)\.\nPlease/m);
	assert.doesNotMatch(terminal.all(), /provoked/);
	assertRestored(terminal);
	assert.ok(!terminal.all().includes(stageSecret), 'the secret is still to be seen');
});

test('SIGUSR1 opens no debugger in the wizard', async t => {
	const {terminal} = await bringTo(t, stageNamed('Client secret, revealed'));
	terminal.signal('SIGUSR1');
	terminal.write('X');
	await terminal.waitFor(`${stageSecret}X`);
	assert.deepEqual(listenersOf(terminal), []);
	assert.doesNotMatch(terminal.raw(), /Debugger/);
});
