import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {gathering} from '../../source/ui/gathering.ts';
import {byHand} from '../support/fake-services.ts';

/** What is told of rows, with pauses that end when the test says so. */
function gathered() {
	const told: (readonly string[])[] = [];
	const pause = byHand<void>();
	const stopping = new AbortController();
	const add = gathering<string>(rows => told.push(rows), {wait: pause.ask, signal: stopping.signal});
	const passed = async () => {
		pause.answer();
		await setImmediate();
	};
	return {told, add, passed, pauses: pause.asked, stop: () => stopping.abort()};
}

suite('rows that come page by page', () => {
	test('are told at once where they are the first', () => {
		const {told, add} = gathered();
		add(['a', 'b']);
		assert.deepEqual(told, [['a', 'b']]);
	});

	test('are told together after a pause, with all that came before', async () => {
		const {told, add, passed} = gathered();
		add(['a']);
		add(['b']);
		add(['c']);
		assert.equal(told.length, 1);
		await passed();
		assert.deepEqual(told, [['a'], ['a', 'b', 'c']]);
	});

	test('are told at once again where none came for a while, and nothing is told twice', async () => {
		const {told, add, passed, pauses} = gathered();
		add(['a']);
		await passed();
		assert.deepEqual([told.length, pauses()], [1, 1]);
		add(['b']);
		assert.deepEqual(told, [['a'], ['a', 'b']]);
	});

	test('are not told any more where nobody wants them', async () => {
		const {told, add, passed, stop} = gathered();
		add(['a']);
		add(['b']);
		stop();
		await passed();
		add(['c']);
		assert.deepEqual(told, [['a']]);
	});

	test('leave what was told as it was', async () => {
		const {told, add, passed} = gathered();
		add(['a']);
		add(['b']);
		await passed();
		assert.deepEqual(told[0], ['a']);
	});
});
